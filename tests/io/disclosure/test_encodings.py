import codecs

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.models.same import same_content
from tests.io.disclosure.inventions import bureau
from tests.io.disclosure.printing import published

TEXT = published(bureau())
ENCODINGS = {
    "utf-8": b"",
    "utf-8-sig": b"",
    "gb18030": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends(encoding: str, end: str) -> None:
    data = TEXT.replace("\n", end).encode(encoding)
    for marked in {data, ENCODINGS[encoding] + data}:
        reading = read_text(marked, "公开文本.txt")
        assert same_content(reading.document, bureau())
        assert reading.remarks == ()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_file_cut_in_the_middle_of_a_character(encoding: str) -> None:
    data = TEXT.rstrip().encode(encoding)
    reading = read_text(data[:-1], "公开文本.txt")
    assert len(reading.document.projects) == 4
    assert reading.remarks[0].place == "文件末尾"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_damaged_byte_is_reported_where_it_is(encoding: str) -> None:
    at = TEXT.index("用于支付")
    line = TEXT.count("\n", 0, at) + 1
    data = TEXT[:at].encode(encoding) + b"\xff" + TEXT[at:].encode(encoding)
    reading = read_text(data, "公开文本.txt")
    assert reading.remarks[0].place == f"第{line}行"
    assert "\ufffd" in reading.document.projects[0].purpose


def test_rare_characters_of_gb18030() -> None:
    rare = TEXT.replace("临溪县水务局本级", "𠮷野㐂水务局本级")
    document = read_text(rare.encode("gb18030"), "公开文本.txt").document
    assert document.department.name == "𠮷野㐂水务局"
