"""Printing from the window: what comes out as PDF, the preview, the paper that is remembered."""

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from perfdesk.io.forms import form_or_default
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.paths import settings_dir
from perfdesk.ui.form.printed import PrintedForm
from perfdesk.ui.look import theme
from perfdesk.ui.overview.page import OverviewPage
from perfdesk.ui.printing.contents import PrintedContents
from perfdesk.ui.printing.job import PrintJob
from perfdesk.ui.printing.paper import Paper
from perfdesk.ui.printing.pdf import write_pdf
from perfdesk.ui.printing.preview import PrintPreview
from perfdesk.ui.settings import Settings
from perfdesk.ui.statement.printed import PrintedStatement
from perfdesk.ui.tree.nodes import Key, Kind
from perfdesk.ui.workspace import Workspace
from tests.ui.keys import type_text
from tests.ui.looking import choose_file, command

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
AGAIN_MS = 10
# Fonts have one glyph for a radical and the character that looks like it.
_RADICALS = str.maketrans("⻚⻓⻔⻛⻋⻅⻜⻢⻥⻉⻘⻄⻝⻬⻰", "页长门风车见飞马鱼贝青西食齐龙")

needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs pdftotext")


def first(workspace: Workspace) -> Document:
    return workspace.session.document(workspace.session.outlines[0].id)


def pages_of(path: Path) -> list[str]:
    """The words of each page."""
    run = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True, text=True
    )
    pages = run.stdout.split("\f")[:-1]
    return [plain(page) for page in pages]


def plain(text: str) -> str:
    """A text as it can be compared: without blanks, each glyph one character."""
    return "".join(unicodedata.normalize("NFKC", text.translate(_RADICALS)).split())


@pytest.fixture
def at_form(workspace: Workspace, qtbot: QtBot) -> Workspace:
    """The window at its first form, on the sheet."""
    with qtbot.waitActive(workspace.window):
        workspace.window.activateWindow()
    document = first(workspace)
    workspace.window.go_to(Key(Kind.PROJECT, document.id, document.projects[0].id))
    workspace.window.navigator.setFocus()
    return workspace


def export(workspace: Workspace, path: Path) -> list[str]:
    choose_file(str(path))
    command(workspace.window, "导出 PDF").trigger()
    return pages_of(path)


@needs_pdftotext
def test_every_text_of_a_form_is_printed(at_form: Workspace, tmp_path: Path) -> None:
    pages = export(at_form, tmp_path / "表.pdf")
    project = first(at_form).projects[0]
    whole = "".join(pages)
    texts = [project.name, project.code, *project.goals]
    for row in project.indicators:
        texts += [row.name, row.value.text, row.level2]
    assert [text for text in texts if plain(text) not in whole] == []
    assert [f"第{at}页共{len(pages)}页" in page for at, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)
    assert len(pages) == 2
    assert all("指标值确定依据" in page for page in pages), "headings once more"
    assert "打开 表.pdf" in [b.text() for b in at_form.window.status.findChildren(QPushButton)]


@needs_pdftotext
def test_a_whole_department_and_what_is_chosen_of_it(at_form: Workspace, tmp_path: Path) -> None:
    window, document = at_form.window, first(at_form)
    window.go_to(Key(Kind.DEPARTMENT, document.id))
    whole = "".join(export(at_form, tmp_path / "全部.pdf"))
    assert plain(document.statement.overall) in whole
    assert [p.name for p in document.projects if plain(p.name) not in whole] == []
    assert "目录" in whole
    page = window.navigator.page()
    assert isinstance(page, OverviewPage)
    page.table.setFocus()
    for key, modifier in ((Qt.Key.Key_Home, CTRL), (Qt.Key.Key_Down, SHIFT)):
        QTest.keyClick(page.table, key, modifier)
    chosen = {entry.project.name for entry in page.table.selected_entries()}
    assert len(chosen) == 2
    some = "".join(export(at_form, tmp_path / "两个.pdf"))
    assert {p.name for p in document.projects if plain(f"{p.name}绩效目标表") in some} == chosen
    assert plain(document.statement.overall) not in some
    assert "目录" not in some


@needs_pdftotext
def test_a_whole_document_is_printed_as_it_is_published(at_form: Workspace, tmp_path: Path) -> None:
    window, document = at_form.window, first(at_form)
    window.go_to(Key(Kind.DEPARTMENT, document.id))
    contents, *pages = export(at_form, tmp_path / "全部.pdf")
    wording = form_or_default(document.form).wording
    titles = [f"{at}.{each.name}绩效目标表" for at, each in enumerate(document.projects, 1)]
    parts = [wording.statement_part, wording.project_part]
    heads = [parts[0], wording.overall, wording.subgoals, wording.safeguards, parts[1], *titles]
    assert contents.startswith(f"云溪区商务局{document.year}年部门预算绩效信息目录")
    listed = [contents.index(plain(head)) for head in heads]
    assert listed == sorted(listed), "in the order of the document"
    for head, at in zip(heads, listed, strict=True):
        behind = contents[at + len(plain(head)) :]
        page = next(n for n, text in enumerate(pages, 2) if plain(head) in text)
        assert behind.lstrip("·").startswith(str(page)), head
    assert pages[0].startswith(plain(parts[0]))
    last_of_part_one = next(n for n, text in enumerate(pages) if plain(parts[1]) in text)
    assert pages[last_of_part_one].startswith(plain(parts[1]) + plain(titles[0]))


@needs_pdftotext
def test_a_long_list_of_contents_goes_on_and_breaks_long_titles(
    samples: tuple[Document, ...], tmp_path: Path
) -> None:
    form = form_or_default(samples[0].form)
    name = "2025年" + "很长的项目名称" * 9
    project = replace(samples[0].projects[0], name=name, indicators=())
    forms = [PrintedForm(form, project, at) for at in range(1, 41)]
    job = PrintJob("全部", forms, PrintedContents("云溪区商务局"))
    write_pdf(job, Paper(Settings(settings_dir())).printer(wide=False), tmp_path / "长.pdf")
    pages = pages_of(tmp_path / "长.pdf")
    listing = [page for page in pages if f"{name}绩效目标表" in page and "项目编码" not in page]
    assert len(listing) > 1
    assert pages[len(listing)].startswith(f"1.{name}绩效目标表")
    assert "".join(listing).count("绩效目标表") == 40


@needs_pdftotext
def test_what_is_being_typed_is_printed(at_form: Workspace, tmp_path: Path) -> None:
    QTest.keyClick(focus(), Qt.Key.Key_Home, CTRL)
    for character in "正在输入":
        type_text(focus(), character)
    assert "正在输入" in export(at_form, tmp_path / "表.pdf")[0]


def test_of_a_year_projects_are_to_be_chosen(at_form: Workspace) -> None:
    at_form.window.go_to(Key(Kind.YEAR, year=2025))
    QTest.keyClick(focus(), Qt.Key.Key_P, CTRL)
    assert at_form.window.status.currentMessage() == "请先在表中选中要打印的项目"


def said_in(dialog: PrintPreview, name: str) -> str:
    labels = dialog.findChildren(QLabel)
    return next(each.text() for each in labels if each.accessibleName() == name)


def previewed(look: Callable[[PrintPreview], None]) -> None:
    """Open the preview by its key, look at it, and close it."""

    def see() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, PrintPreview):
            QTimer.singleShot(AGAIN_MS, see)
            return
        try:
            look(dialog)
        finally:
            dialog.reject()

    QTimer.singleShot(0, see)
    QTest.keyClick(focus(), Qt.Key.Key_P, CTRL | SHIFT)


def test_the_preview_says_in_words_what_can_be_done(at_form: Workspace) -> None:
    said: list[str] = []

    def look(dialog: PrintPreview) -> None:
        said.append(dialog.windowTitle())
        buttons = dialog.findChildren(QToolButton)
        said.extend(each.text() for each in buttons if each.text())
        assert all(not each.icon().isNull() for each in buttons if each.text())

    previewed(look)
    assert said[0] == f"打印预览 - {first(at_form).projects[0].name}"
    assert said[1:] == [
        *("打印", "纸张", "横向", "正好一页", "一页宽", "缩小", "放大", "上一页", "下一页", "关闭")
    ]


def test_in_a_narrow_preview_buttons_give_up_their_words(at_form: Workspace) -> None:
    def look(dialog: PrintPreview) -> None:
        bar = dialog.findChildren(QToolBar)[0]
        beyond = bar.findChild(QToolButton, "qt_toolbar_ext_button")
        for width in (1400, 900, 760):
            dialog.resize(width, 500)
            QApplication.processEvents()
            assert bar.sizeHint().width() <= width
            assert not (beyond and beyond.isVisible())
        seen.append(dialog)

    seen: list[PrintPreview] = []
    previewed(look)
    assert seen


def test_one_goes_through_the_preview_and_looks_closer(at_form: Workspace) -> None:
    def click(dialog: PrintPreview, words: str) -> None:
        button = next(each for each in dialog.findChildren(QToolButton) if each.text() == words)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def look(dialog: PrintPreview) -> None:
        assert said_in(dialog, "页码") == "第 1 页，共 2 页"
        click(dialog, "下一页")
        assert said_in(dialog, "页码") == "第 2 页，共 2 页"
        dialog.activateWindow()  # nobody does that without a screen
        QApplication.processEvents()
        QTest.keyClick(focus(), Qt.Key.Key_PageUp, CTRL)
        assert said_in(dialog, "页码") == "第 1 页，共 2 页"
        whole = dialog.pages.zoomFactor()
        click(dialog, "一页宽")
        assert dialog.pages.zoomFactor() > whole
        click(dialog, "放大")
        assert said_in(dialog, "显示比例") == f"{round(dialog.pages.zoomFactor() * 100)}%"
        click(dialog, "正好一页")
        assert dialog.pages.zoomFactor() == pytest.approx(whole)
        click(dialog, "横向")
        assert dialog.pages.orientation() == QPageLayout.Orientation.Landscape
        seen.append(dialog)

    seen: list[PrintPreview] = []
    previewed(look)
    assert seen


def test_paper_is_remembered(qtbot: QtBot) -> None:
    settings = Settings(settings_dir())
    paper = Paper(settings)
    printer = paper.printer(wide=False)
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.A4
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    assert paper.printer(wide=True).pageLayout().orientation() == QPageLayout.Orientation.Landscape
    unit = QPageLayout.Unit.Millimeter
    margins = QMarginsF(20, 25, 20, 25)
    size, way = QPageSize(QPageSize.PageSizeId.A3), QPageLayout.Orientation.Landscape
    printer.setPageLayout(QPageLayout(size, way, margins, unit))
    paper.remember(printer, wide=False)
    again = Paper(Settings(settings_dir())).printer(wide=False).pageLayout()
    assert (again.pageSize().id(), again.orientation()) == (QPageSize.PageSizeId.A3, way)
    assert again.margins(unit).left() == pytest.approx(20, abs=0.2)
    settings.set_texts("paper", ["没有的打印机", "no such size", "1 2 x"])
    assert paper.printer(wide=False).pageLayout().pageSize().id() == QPageSize.PageSizeId.A4


@needs_pdftotext
def test_only_the_pages_that_were_asked_for(
    samples: tuple[Document, ...], tmp_path: Path, make_job: Callable[..., PrintJob]
) -> None:
    job = make_job(samples[0], 3)
    printer = Paper(Settings(settings_dir())).printer(wide=False)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    write_pdf(job, printer, tmp_path / "两页.pdf")
    pages = pages_of(tmp_path / "两页.pdf")
    assert [re.findall(r"第\d+页", page)[-1] for page in pages] == ["第2页", "第3页"]


@needs_pdftotext
def test_a_heading_goes_with_its_text(
    samples: tuple[Document, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    form = form_or_default(samples[0].form)
    job = PrintJob("整体目标", [PrintedStatement(form, samples[0])])
    write_pdf(job, Paper(Settings(settings_dir())).printer(wide=False), tmp_path / "文.pdf")
    titles = [row.title for row in samples[0].statement.subgoals]
    titles += [row.title for row in samples[0].statement.safeguards]
    pages = pages_of(tmp_path / "文.pdf")
    ends = [re.sub(r"第\d+页共\d+页$", "", page) for page in pages]
    assert len(pages) > 1
    assert [end[-20:] for end in ends if end.endswith(tuple(map(plain, titles)))] == []


def test_paper_is_white_in_the_dark(samples: tuple[Document, ...], qapp: QApplication) -> None:
    theme.apply(qapp, dark=True)
    try:
        assert theme.tokens() == theme.DARK
        with theme.on_paper():
            assert theme.colour("ink").name() == "#000000"
            assert theme.colour("paper").name() == "#ffffff"
        assert theme.tokens() == theme.DARK
    finally:
        theme.apply(qapp, dark=False)


def test_a_preview_is_as_black_in_the_dark(
    samples: tuple[Document, ...], make_job: Callable[..., PrintJob], qapp: QApplication
) -> None:
    """A preview has the window's ink wherever no other is asked for."""
    job = make_job(samples[0], 1)
    inked: list[int] = []
    kept: list[tuple[QPrintPreviewWidget, QPrinter]] = []
    for dark in (False, True):
        theme.apply(qapp, dark=dark)
        printer = Paper(Settings(settings_dir())).printer(wide=False)
        preview = QPrintPreviewWidget(printer)
        preview.paintRequested.connect(job.draw)
        preview.resize(900, 1200)
        preview.show()
        preview.fitInView()
        image = preview.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        title = image.copy(100, 60, 700, 200)
        levels = bytes(title.constBits())
        inked.append(sum(level < 100 for level in levels))
        preview.hide()
        kept.append((preview, printer))
    theme.apply(qapp, dark=False)
    assert inked[0] > 100
    assert inked[0] == pytest.approx(inked[1], rel=0.2)


def test_a_disk_that_refuses_is_told(
    samples: tuple[Document, ...], tmp_path: Path, make_job: Callable[..., PrintJob]
) -> None:
    job = make_job(samples[0], 1)
    printer = Paper(Settings(settings_dir())).printer(wide=False)
    with pytest.raises(Problem, match="没有“"):
        write_pdf(job, printer, tmp_path / "没有的文件夹" / "表.pdf")


@pytest.fixture
def make_job(qtbot: QtBot) -> Callable[..., PrintJob]:
    """Makes a job of the first projects of a document."""

    def make(document: Document, count: int) -> PrintJob:
        form = form_or_default(document.form)
        return PrintJob("表", [PrintedForm(form, each) for each in document.projects[:count]])

    return make


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
