"""Whatever a file turns out to be: one clear Chinese sentence, or what can be read of it."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from perfdesk.io.excel import read_workbook
from perfdesk.io.problem import Problem
from perfdesk.io.reading import Reading
from perfdesk.models.same import same_content
from tests.io.excel.workbooks import (
    form_2024,
    parts_of,
    sample,
    saved,
    with_parts,
    written,
)

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    workbook = Workbook()
    form_2024(workbook.worksheets[0])
    return saved(workbook, tmp_path / "form.xlsx")


def stream(name: str) -> bytes:
    return name.encode("utf-16-le")


NO_WORKBOOKS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "是空文件"),
    "text": ("一级指标,二级指标\n".encode(), "不是 Excel 工作簿"),
    "html named xls": (b"<html><table></table></html>", "不是 Excel 工作簿"),
    "encrypted": (
        COMPOUND + stream("EncryptedPackage"),
        "文件已加密，请先在 WPS 或 Excel 中取消密码",
    ),
    "xls": (COMPOUND + stream("Workbook"), "旧格式的表格"),
    "old xls": (COMPOUND + stream("Book\0"), "旧格式的表格"),
    "old word": (COMPOUND + stream("WordDocument"), "不是 Excel 工作簿"),
    "only the beginning": (b"PK\x03\x04", "文件不完整或已损坏"),
}


@pytest.mark.parametrize("kind", NO_WORKBOOKS)
def test_what_is_no_workbook_is_called_what_it_is(kind: str, tmp_path: Path) -> None:
    content, sentence = NO_WORKBOOKS[kind]
    path = tmp_path / "文件.xlsx"
    path.write_bytes(content)
    with pytest.raises(Problem, match=rf"文件\.xlsx.*{sentence}|{sentence}"):
        read_workbook(path)


@pytest.mark.parametrize(
    ("part", "sentence"),
    [
        ("word/document.xml", "这是 Word 文件"),
        ("ppt/presentation.xml", "这是演示文稿"),
        ("content.xml", "这是 OpenDocument 文件"),
        ("readme.txt", "不是 Excel 工作簿"),
    ],
)
def test_another_archive_is_called_what_it_is(part: str, sentence: str, tmp_path: Path) -> None:
    path = with_parts(tmp_path / "文件.xlsx", {part: b"<a/>"})
    with pytest.raises(Problem, match=sentence):
        read_workbook(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"找不到文件“没有\.xlsx”"):
        read_workbook(tmp_path / "没有.xlsx")


def test_a_folder_is_called_one(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="是文件夹"):
        read_workbook(tmp_path)


def test_a_workbook_without_forms_says_what_is_missing(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "会议签到表"
    with pytest.raises(Problem, match="没有找到绩效目标表"):
        read_workbook(saved(workbook, tmp_path / "签到.xlsx"))


@pytest.mark.parametrize("kept", [0.1, 0.5, 0.9, 0.999])
def test_half_a_file_is_called_damaged(kept: float, tmp_path: Path) -> None:
    path = written(sample(), tmp_path / "半份.xlsx")
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * kept)])
    with pytest.raises(Problem, match="文件不完整或已损坏"):
        read_workbook(path)


def test_flipped_bytes_never_pass_unnoticed(tmp_path: Path) -> None:
    path = written(sample("yunxi-commerce-2024"), tmp_path / "坏.xlsx")
    content = path.read_bytes()
    kept = sample("yunxi-commerce-2024")
    for at in range(200, len(content), len(content) // 40):
        path.write_bytes(content[:at] + bytes((content[at] ^ 0xFF,)) + content[at + 1 :])
        outcome = outcome_of(path)
        if isinstance(outcome, Problem):
            assert "坏.xlsx" in str(outcome)
        else:
            assert same_content(outcome.document, kept) or outcome.remarks


def outcome_of(path: Path) -> Reading | Problem:
    try:
        return read_workbook(path)
    except Problem as problem:
        return problem


def test_a_bomb_is_not_unpacked(form: Path) -> None:
    bomb = b"<worksheet><sheetData>" + b" " * 64 * 1024 * 1024 + b"</sheetData></worksheet>"
    path = with_parts(form, parts_of(form) | {SHEET: bomb})
    with pytest.raises(Problem, match="异常庞大"):
        read_workbook(path)


def test_entities_are_refused(form: Path) -> None:
    parts = parts_of(form)
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    parts[SHEET] = entities + parts[SHEET]
    with pytest.raises(Problem, match="为安全起见没有打开"):
        read_workbook(with_parts(form, parts))


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml"])
def test_broken_xml_is_called_damaged(part: str, form: Path) -> None:
    parts = parts_of(form)
    parts[part] = parts[part][: len(parts[part]) // 2]
    with pytest.raises(Problem, match="文件不完整或已损坏"):
        read_workbook(with_parts(form, parts))


def test_a_locked_archive_is_called_encrypted(form: Path) -> None:
    content = bytearray(form.read_bytes())
    with zipfile.ZipFile(form) as archive:
        offsets = [info.header_offset for info in archive.infolist()]
    for offset in offsets:
        content[offset + 6] |= 1
    for found in re.finditer(rb"PK\x01\x02", bytes(content)):
        content[found.start() + 8] |= 1
    form.write_bytes(content)
    with pytest.raises(Problem, match="文件已加密"):
        read_workbook(form)


def rewritten(form: Path, change: Callable[[str], str]) -> Path:
    parts = parts_of(form)
    texts = {name: change(part.decode()).encode() for name, part in parts.items()}
    return with_parts(form, texts)


def strict(xml: str) -> str:
    main = "http://purl.oclc.org/ooxml/"
    return xml.replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", f"{main}sml/main"
    ).replace("http://schemas.openxmlformats.org/officeDocument/2006/", f"{main}officeDocument/")


def prefixed(xml: str) -> str:
    if "spreadsheetml/2006/main" not in xml:
        return xml
    xml = re.sub(r"<(/?)(?=[A-Za-z])(?![A-Za-z]+:)", r"<\1x:", xml)
    return xml.replace(" xmlns=", " xmlns:x=", 1)


WRITTEN_OTHERWISE: dict[str, Callable[[str], str]] = {
    "the strict standard": strict,
    "names with a prefix": prefixed,
    "a wrong size": lambda xml: re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1"', xml),
    "no size": lambda xml: re.sub(r"<dimension [^>]*>", "", xml),
    "an empty fill": lambda xml: re.sub(r"<fill>.*?</fill>", "<fill/>", xml),
}


@pytest.mark.parametrize("kind", WRITTEN_OTHERWISE)
def test_other_programs_ways_of_writing_make_no_difference(kind: str, form: Path) -> None:
    wanted = read_workbook(form).document
    found = read_workbook(rewritten(form, WRITTEN_OTHERWISE[kind])).document
    assert same_content(found, wanted)


def test_shared_rich_text_is_read_without_its_pronunciation(form: Path) -> None:
    parts = parts_of(form)
    shared = "xl/sharedStrings.xml"
    rich = "<si><r><t>≥12</t></r><r><t>00盏</t></r><rPh sb='0' eb='1'><t>zhan</t></rPh></si>"
    relation = (
        '<Relationship Id="s1" Type="http://x/relationships/sharedStrings" '
        'Target="sharedStrings.xml"/></Relationships>'
    )
    relations = "xl/_rels/workbook.xml.rels"
    parts[shared] = f"<sst>{rich}</sst>".encode()
    parts[relations] = parts[relations].replace(b"</Relationships>", relation.encode())
    cell = re.compile(rb'<c r="E11"[^>]*>.*?</c>')
    parts[SHEET] = cell.sub(b'<c r="E11" t="s"><v>0</v></c>', parts[SHEET])
    document = read_workbook(with_parts(form, parts)).document
    assert document.projects[0].indicators[0].value.text == "≥1200盏"


def test_a_worksheet_may_be_merged_and_filled_to_its_last_corner(form: Path) -> None:
    parts = parts_of(form)
    last = b'<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", last)
    parts[SHEET] = parts[SHEET].replace(
        b"</mergeCells>", b'<mergeCell ref="J1:XFC1048576"/></mergeCells>'
    )
    wanted = read_workbook(form).document
    document = read_workbook(with_parts(form, parts)).document
    assert [each.line for each in document.unread] == [1_048_576]
    assert same_content(replace(document, unread=()), wanted)


@pytest.mark.parametrize(
    ("older", "newer"), [("PerfDesk workbook 1", "PerfDesk workbook 2"), ("version", "")]
)
def test_a_workbook_of_a_newer_program_says_so(older: str, newer: str, tmp_path: Path) -> None:
    path = written(sample(), tmp_path / "新版.xlsx")
    workbook = load_workbook(path)
    sheet = workbook.worksheets[-1]
    texts = [str(cell.value) for (cell,) in sheet.iter_rows()]
    texts[0] = texts[0].replace(older, newer)
    if older == "version":
        texts[1] = texts[1].replace('"version":1', '"version":9')
        check_sum = sha256("".join(texts[1:]).encode()).hexdigest()
        texts[0] = f"{texts[0].partition(':')[0]}:{check_sum}"
    sheet["A1"], sheet["A2"] = texts[:2]
    with pytest.raises(Problem, match=r"新版\.xlsx.*更新版本的程序"):
        read_workbook(saved(workbook, path))
