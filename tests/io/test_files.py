import io
import os
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.files import LARGEST, WRITABLE, read_file, write_file
from perfdesk.io.interchange import read_document, to_plain, write_document
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document
from perfdesk.models.project import Budget, Project
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Statement

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources/samples/yunxi-commerce-2025.json"


@pytest.fixture
def sample() -> Document:
    return read_document(SAMPLE.read_text(encoding="utf-8"))


def refusal(path: Path) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(Problem) as caught:
        read_file(path)
    sentence = str(caught.value)
    assert sentence.endswith("。")
    assert sentence.count("。") == 1
    assert path.name in sentence
    return sentence


def zip_of(*members: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for member in members:
            archive.writestr(member, "x")
    return file.getvalue()


def ole_of(*entries: str) -> bytes:
    """Return as much of an OLE file as tells what it is: header, some text, directory."""
    text = "\x01Workbook WordDocument".encode("utf-16-le").ljust(1024, b"\0")
    directory = b"".join(
        entry.encode("utf-16-le").ljust(128, b"\0") for entry in ("Root Entry", *entries)
    )
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + text + directory


FOREIGN = {
    "旧.xls": (ole_of("Workbook"), "另存为 .xlsx"),
    "更旧.xls": (ole_of("Book"), "另存为 .xlsx"),
    "金山.et": (ole_of("ETExtData", "Workbook"), "另存为 .xlsx"),
    "旧.doc": (ole_of("1Table", "WordDocument"), "另存为纯文本"),
    "旧.vsd": (ole_of("VisioDocument"), "旧版 Office 文件"),
    "加密.xlsx": (ole_of("EncryptionInfo", "EncryptedPackage"), "取消密码"),
    "新.docx": (zip_of("[Content_Types].xml", "word/document.xml"), "另存为纯文本"),
    "新.pptx": (zip_of("[Content_Types].xml", "ppt/presentation.xml"), "演示文稿"),
    "新.xlsb": (zip_of("xl/workbook.bin"), "另存为 .xlsx"),
    "表.ods": (zip_of("mimetype", "content.xml"), "OpenDocument"),
    "版式.ofd": (zip_of("OFD.xml"), "OFD"),
    "打包.zip": (zip_of("甲.txt"), "解压"),
    "空包.zip": (zip_of(), "解压"),
    "打包.rar": (b"Rar!\x1a\x07\x01\x00", "解压"),
    "打包.7z": (b"7z\xbc\xaf\x27\x1c", "解压"),
    "公文.pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "扫描.png": (b"\x89PNG\r\n\x1a\n", "图片"),
    "扫描.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF", "图片"),
    "扫描.bmp": (b"BM\x36\x00\x0c\x00\x00\x00\x00\x00\x36", "图片"),
    "扫描.tif": (b"II*\x00\x08\x00", "图片"),
    "文档.rtf": (rb"{\rtf1\ansi", "RTF"),
    "网页.xls": ("<html><body><table>绩效</table>".encode(), "另存为 .xlsx"),
    "网页2.xls": ("\ufeff\n<!-- 导出 -->\n<TABLE border=1>".encode(), "另存为 .xlsx"),
    "网页3.xls": ("<!DOCTYPE html>\n<html>".encode("utf-16"), "另存为 .xlsx"),
    "网页.mht": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "另存为 .xlsx"),
    "表格.xml": (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>', "XML"),
    "数据.sqlite": (b"SQLite format 3\x00", "数据文件"),
    "空.txt": (b"", "空文件"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_file_of_another_kind_is_recognised_whatever_its_name(tmp_path: Path, name: str) -> None:
    content, word = FOREIGN[name]
    for path in (tmp_path / name, tmp_path / "绩效.json", tmp_path / "绩效"):
        path.write_bytes(content)
        assert word in refusal(path)


@pytest.mark.parametrize("end", [30, 100, -1])
def test_half_a_workbook_is_told_to_be_damaged(tmp_path: Path, end: int) -> None:
    path = tmp_path / "半个.xlsx"
    path.write_bytes(zip_of("xl/workbook.xml", "xl/worksheets/sheet1.xml")[:end])
    assert "不完整" in refusal(path)


def test_what_is_not_there_or_no_file_is_told(tmp_path: Path) -> None:
    assert "没有这个文件" in refusal(tmp_path / "没有.json")
    assert "没有这个文件" in refusal(SAMPLE / "没有.json")
    assert "名称太长" in refusal(tmp_path / ("长" * 300))
    folder = tmp_path / "文件夹"
    folder.mkdir()
    assert "文件夹" in refusal(folder)
    if os.name != "nt":
        assert "设备" in refusal(Path("/dev/zero"))


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "大.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "超过 64 MB" in refusal(path)


@pytest.mark.parametrize("name", ["绩效.json", "绩效.txt", "绩效.xlsx", "绩效"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_interchange_file_is_read_whatever_its_name(
    sample: Document, tmp_path: Path, name: str, encoding: str
) -> None:
    (tmp_path / name).write_text(" \n" + write_document(sample), encoding=encoding)
    reading = read_file(tmp_path / name)
    assert to_plain(reading.document) == to_plain(sample)
    assert reading.remarks == ()


def test_a_wrong_interchange_file_is_named_with_the_place(tmp_path: Path) -> None:
    path = tmp_path / "错.json"
    path.write_text('{"format": "perfdesk", "version": 1, "yaer": 2025}', encoding="utf-8")
    assert "“yaer”" in refusal(path)
    path.write_text('{"format": "perfdesk",\n "version": }', encoding="utf-8")
    assert "第 2 行第 13 列" in refusal(path)
    path.write_bytes('{"format": "绩效"}'.encode("gb18030"))
    assert "UTF-8" in refusal(path)


def test_form_and_year_may_be_told(sample: Document) -> None:
    told = read_file(SAMPLE, "hebei-2020", 2019)
    assert (told.document.form, told.document.year) == ("hebei-2020", 2019)
    rest = replace(told.document, form=sample.form, year=sample.year)
    assert to_plain(rest) == to_plain(sample)
    with pytest.raises(Problem, match="hebei-2024"):
        read_file(SAMPLE, "anderswo-2024")


@pytest.mark.parametrize("form", ["", "别县-2031"])
def test_a_form_that_is_not_here_is_remarked_and_kept(tmp_path: Path, form: str) -> None:
    path = tmp_path / "甲.json"
    path.write_text(write_document(Document(form=form)), encoding="utf-8")
    reading = read_file(path)
    assert reading.document.form == form
    assert len(reading.remarks) == 1
    assert form in str(reading.remarks[0])


@given(st.binary(max_size=200))
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(content: bytes) -> None:
    beginnings = (b"", b"{", b"PK\x03\x04", b"PK\x05\x06", b"\xff\xfe", zip_of("xl/a")[:-20])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "乱.bin"
        for beginning in beginnings:
            path.write_bytes(beginning + content)
            try:
                read_file(path)
            except Problem as problem:
                assert "乱.bin" in str(problem)  # noqa: PT017 - both ends are right


@pytest.mark.parametrize("ending", WRITABLE)
def test_a_document_is_written_and_read_back(sample: Document, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"绩效{ending.upper()}"
    path.write_text("旧的内容", encoding="utf-8")
    write_file(sample, path)
    assert to_plain(read_file(path).document) == to_plain(sample)
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_file_holds_what_is_printed_and_says_so(sample: Document, tmp_path: Path) -> None:
    assert write_file(sample, tmp_path / "绩效.txt") == ()
    budget = Budget("43.7", "43.7")
    odd = replace(sample, projects=(replace(sample.projects[0], budget=budget),), unread=())
    (remark,) = write_file(odd, tmp_path / "绩效.txt")
    assert ".json" in remark.sentence
    assert read_file(tmp_path / "绩效.txt").document.projects[0].budget.total == "43.70"
    assert write_file(odd, tmp_path / "绩效.json") == ()


def test_reasons_stay_inside_the_office(sample: Document, tmp_path: Path) -> None:
    """They are for the reviewers; a published text leaves them out, and the clerk is told."""
    reasons = (Reason("V21", "成本指标·场均成本", "比预算少0.01万元", "四舍五入"),)
    first, *others = sample.projects
    answered = replace(
        sample,
        statement=replace(sample.statement, reasons=reasons),
        projects=(replace(first, reasons=reasons), *others),
        unread=(),
    )
    (remark,) = write_file(answered, tmp_path / "绩效.txt")
    assert "不完全相同" in remark.sentence
    assert "四舍五入" not in (tmp_path / "绩效.txt").read_text(encoding="utf-8")
    again = read_file(tmp_path / "绩效.txt").document
    assert (again.statement.reasons, again.projects[0].reasons) == ((), ())
    for ending in (".json", ".xlsx"):
        assert write_file(answered, tmp_path / f"绩效{ending}") == ()
        again = read_file(tmp_path / f"绩效{ending}").document
        assert (again.statement.reasons, again.projects[0].reasons) == (reasons, reasons)


def test_a_text_that_would_be_read_as_something_else_is_not_written(
    sample: Document, tmp_path: Path
) -> None:
    path = tmp_path / "绩效.txt"
    path.write_text("旧的内容", encoding="utf-8")
    overall = "二、分项绩效目标\n三、工作保障措施\n第二部分 预算项目绩效目标"
    with pytest.raises(Problem, match=r"绩效\.txt.*不一致"):
        write_file(replace(sample, statement=Statement(overall)), path)
    assert path.read_text(encoding="utf-8") == "旧的内容"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["绩效", "绩效.doc", "绩效.et", ".json"])
def test_an_ending_that_cannot_be_written_names_those_that_can(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match=r"\.json、\.xlsx、\.txt"):
        write_file(Document(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", WRITABLE)
def test_what_cannot_be_kept_in_a_file_leaves_the_old_file_alone(
    tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"绩效{ending}"
    path.write_text("旧的内容", encoding="utf-8")
    with pytest.raises(Problem, match="无法保存"):
        write_file(Document(projects=(Project(name="\ud83d"),)), path)
    assert path.read_text(encoding="utf-8") == "旧的内容"


def test_importing_loads_no_heavy_library() -> None:
    heavy = "{'pydantic', 'sqlalchemy', 'openpyxl', 'PySide6', 'zipfile'}"
    program = f"import sys, perfdesk.io.files\nassert not {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
