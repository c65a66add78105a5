"""What is no published document is refused in one sentence; half of one is read to its end."""

import io
import random
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.disclosure import read_text
from perfdesk.io.problem import Problem
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.io.disclosure.printing import published

NAME = "来件.txt"
TEXTS = (published(bureau()), published(old_bureau()))


def refusal(data: bytes | str) -> str:
    """Return the sentence with which a file is refused."""
    with pytest.raises(Problem) as caught:
        read_text(data, NAME)
    sentence = str(caught.value)
    assert sentence.startswith(f"“{NAME}”")
    assert (sentence.count("。"), sentence[-1]) == (1, "。")
    return sentence


def workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空文件"),
        ("", "空文件"),
        (b" \r\n\t\n\xe3\x80\x80", "空文件"),
        (b"\xef\xbb\xbf", "空文件"),
        (b"\xff\xfe", "空文件"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "图片"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3", "PDF"),
        (workbook(), "Word 文档"),
        (bytes(range(256)) * 40, "不是文本文件"),
        (random.Random(7).randbytes(5000), "不是文本文件"),
        (b"\0" * 5000, "不是文本文件"),
        (b"hello\n" * 100, "不是部门预算绩效文本"),
        ("一份普通的工作总结，没有表格。\n" * 50, "不是部门预算绩效文本"),
        ("绩效目标管理工作总结\n今年绩效目标完成较好。\n", "不是部门预算绩效文本"),
        ("\t姓名\n\t工资\n\n\t张某\n\t100\n\n绩效目标", "不是部门预算绩效文本"),
        (b"x" * (64 * 1024 * 1024 + 1), "64 MB"),
        ("一、总体绩效目标\n" + "\n" * 300_001, "30 万行"),
    ],
)
def test_refusals(data: bytes | str, word: str) -> None:
    assert word in refusal(data)


def test_a_statement_cut_off() -> None:
    text = TEXTS[0]
    reading = read_text(text[: text.index("二、分项绩效目标") + 3], NAME)
    assert reading.document.statement.overall.startswith(bureau().statement.overall)


def test_a_table_cut_off_in_a_row() -> None:
    text = TEXTS[0]
    reading = read_text(text[: text.rindex("\t≥90%") + 1], NAME)
    last = reading.document.projects[-1].indicators[-1]
    assert (last.level1, last.name, last.value.text) == ("满意度指标", "满意度", "")
    assert "单元格少于表头" in reading.remarks[-1].sentence


def test_a_table_cut_off_in_its_head() -> None:
    text = TEXTS[0]
    reading = read_text(text[: text.rindex("\t资金支出计划")], NAME)
    last = reading.document.projects[-1]
    assert (last.budget.total, last.indicators) == ("123.50", ())
    assert "没有绩效指标，文件可能不完整" in reading.remarks[-1].sentence


def test_a_file_that_ends_with_a_title() -> None:
    text = TEXTS[0]
    reading = read_text(text[: text.rindex("\t467004临溪县河道管护站\n\t单位")], NAME)
    last = reading.document.projects[-1]
    assert (last.name, last.unit.code) == (bureau().projects[-1].name, "467004")
    assert "没有绩效指标，文件可能不完整" in reading.remarks[-1].sentence


def outcome(data: bytes | str) -> list[str]:
    """Return the sentences that reading a file comes with: its remarks, or its refusal."""
    try:
        return [remark.sentence for remark in read_text(data, NAME).remarks]
    except Problem as problem:
        return [str(problem)]


@given(st.sampled_from(TEXTS), st.integers(0, 10_000))
def test_a_file_cut_off_anywhere(text: str, at: int) -> None:
    assert all(sentence.endswith("。") for sentence in outcome(text[:at]))


@given(st.binary(max_size=400))
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    for before in (b"", "一、总体绩效目标\n".encode(), TEXTS[1].encode()[:900]):
        assert all(sentence.endswith("。") for sentence in outcome(before + data))
