"""What a file really is, told from its content: names of office files often say otherwise."""

import re
from enum import Enum, auto

from perfdesk.io.problem import Problem


class Kind(Enum):
    """The kinds of files that a document can be read from."""

    INTERCHANGE = auto()
    WORKBOOK = auto()
    TEXT = auto()


_AS_WORKBOOK = "请在 WPS 或 Excel 中打开，另存为 .xlsx 后再导入"
_AS_TEXT = "请在 WPS 或 Word 中打开，另存为纯文本（.txt）后再导入"
_AS_EITHER = "请在 WPS 中打开，表格另存为 .xlsx、文档另存为 .txt 后再导入"
_AS_ORIGINAL = "请改用原来的 Excel 或文本文件"
_UNPACKED = "请先解压，再导入其中的文件"

_BEGINNINGS = (
    (rb"%PDF", "PDF 文件", _AS_ORIGINAL),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|II\*\0|MM\0\*", "图片", _AS_ORIGINAL),
    (rb"Rar!|7z\xbc\xaf|\x1f\x8b", "压缩文件", _UNPACKED),
    (rb"\{\\rtf", "RTF 文档", _AS_TEXT),
    (rb"SQLite format 3\0", "数据文件", "不能导入；请从中导出 .json 文件后再导入"),
)
_HTML = r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|meta|title|style|body|table)\b"
_MARKUPS = (
    (rf"(?is){_HTML}|(?:from|mime-version|content-type): ", "网页格式的文件", _AS_WORKBOOK),
    (r"\s*<\?xml", "XML 格式的文件", _AS_EITHER),
)
_ZIP = b"PK"
_INSIDE_ZIP = (
    ("xl/workbook.bin", "二进制的 Excel 表格（.xlsb）", _AS_WORKBOOK),
    ("word/", "Word 文档（.docx）", _AS_TEXT),
    ("ppt/", "演示文稿", _AS_ORIGINAL),
    ("OFD.xml", "OFD 文件", _AS_ORIGINAL),
    ("content.xml", "OpenDocument 文件", _AS_EITHER),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_INSIDE_OLE = (
    ("EncryptedPackage", "加了密码的文件", "请先取消密码并另存，再导入"),
    ("Workbook", "旧版 Excel 表格（.xls）", _AS_WORKBOOK),
    ("Book", "旧版 Excel 表格（.xls）", _AS_WORKBOOK),
    ("WordDocument", "旧版 Word 文档（.doc）", _AS_TEXT),
    ("", "旧版 Office 文件", _AS_EITHER),
)
_OLE_ENTRY = 128
"""Bytes of one entry in an OLE file's directory, which begins with the entry's name."""
_BEGINNING = 4096


def kind_of(data: bytes, name: str) -> Kind:
    """Tell what a file's content is.

    Raises Problem naming the file, where it is of a kind that no document can be read from.
    """
    if not data:
        raise Problem(f"“{name}”是空文件，请检查是否复制完整。")
    for pattern, what, advice in _BEGINNINGS:
        if re.match(pattern, data, re.DOTALL):
            raise _refusal(name, what, advice)
    if data.startswith(_ZIP) and data[2:4] in (b"\x03\x04", b"\x05\x06"):
        return _kind_of_zip(data, name)
    if data.startswith(_OLE):
        raise _refusal(name, *_ole(data))
    return _kind_of_text(data, name)


def _kind_of_text(data: bytes, name: str) -> Kind:
    beginning = _decoded_beginning(data)
    if beginning.lstrip().startswith("{"):
        return Kind.INTERCHANGE
    for pattern, what, advice in _MARKUPS:
        if re.match(pattern, beginning):
            raise _refusal(name, what, advice)
    return Kind.TEXT


def _decoded_beginning(data: bytes) -> str:
    """Decode as much as shows ASCII marks; other characters do not matter here."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data[:_BEGINNING].decode("utf-16", "replace")
    return data[:_BEGINNING].decode("utf-8-sig", "replace")


def _kind_of_zip(data: bytes, name: str) -> Kind:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Problem(f"“{name}”已损坏或不完整，请重新复制，或从原文件另存一份。") from error
    for beginning, what, advice in _INSIDE_ZIP:
        if any(member.startswith(beginning) for member in members):
            raise _refusal(name, what, advice)
    if any(member.startswith("xl/") for member in members):
        return Kind.WORKBOOK
    raise _refusal(name, "压缩文件", _UNPACKED)


def _ole(data: bytes) -> tuple[str, str]:
    return next((what, advice) for entry, what, advice in _INSIDE_OLE if _has_entry(data, entry))


def _has_entry(data: bytes, entry: str) -> bool:
    """Tell whether an OLE file's directory, wherever it lies, has an entry of this name."""
    searched = entry.encode("utf-16-le") + b"\0\0"
    at = data.find(searched)
    while at >= 0 and at % _OLE_ENTRY:
        at = data.find(searched, at + 1)
    return at >= 0 or not entry


def _refusal(name: str, what: str, advice: str) -> Problem:
    return Problem(f"“{name}”是{what}，{advice}。")
