"""Which characters the bytes of a text file stand for: UTF-8, GB18030 or UTF-16."""

import re

from perfdesk.io.problem import Problem
from perfdesk.io.reading import Remark
from perfdesk.io.sniff import kind_of

LIMIT = 64 * 1024 * 1024
"""Bytes of the largest text that is read; a department's document has a few hundred thousand."""

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_SAMPLE = 64 * 1024
_WORST_SHARE = 0.01
"""The share of strange characters up to which a file is still called text."""

_STRANGE = re.compile(r"[\x00-\x06\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\uf8ff\ufffd\ufffe\uffff]")
_USUAL = re.compile(r"[\t\r\n -~\u00a0\u2010-\u22ff\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")


def decoded(data: bytes, name: str) -> tuple[str, tuple[Remark, ...]]:
    """Return the text of a file, and what was lost of it where it is cut off or damaged.

    Raises Problem where the file is empty, too large or no text; `name` is what it is called.
    """
    if len(data) > LIMIT:
        raise Problem(f"“{name}”超过 {LIMIT // 1024 // 1024} MB，请检查是否选错了文件。")
    kind_of(data, name)
    encoding, data = _encoding(data)
    if not data:
        return "", ()
    text, remarks = _lenient(data, encoding) if encoding else ("", ())
    if not text or len(_STRANGE.findall(text[:_SAMPLE])) > _WORST_SHARE * len(text[:_SAMPLE]):
        raise Problem(f"“{name}”不是文本文件，请在 WPS 或 Word 中另存为纯文本（.txt）后再导入。")
    return text.removeprefix("\ufeff"), remarks


def _encoding(data: bytes) -> tuple[str, bytes]:
    """Return the encoding, "" where there is none, and the bytes without its mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, data[len(mark) :]
    if b"\0" in data[:_SAMPLE]:
        return _unmarked_utf16(data), data
    for encoding in ("utf-8", "gb18030"):
        if _damage(data, encoding) == 0:
            return encoding, data
    return min(("utf-8", "gb18030"), key=lambda each: _share_lost(data, each)), data


def _unmarked_utf16(data: bytes) -> str:
    """Tell the byte order by the zero bytes that tabs, digits and line ends have."""
    sample = data[:_SAMPLE]
    little = sample[1::2].count(0) >= sample[0::2].count(0)
    encoding = "utf-16-le" if little else "utf-16-be"
    text = sample.decode(encoding, "replace")
    return encoding if len(_USUAL.findall(text)) > 0.9 * len(text) else ""


def _damage(data: bytes, encoding: str) -> int:
    """Return how many bytes from the first wrong one on there are; a cut character is none."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        left = len(data) - error.start
        return 0 if left < 4 else left
    return 0


def _share_lost(data: bytes, encoding: str) -> float:
    text = data[:_SAMPLE].decode(encoding, "replace")
    return text.count("\ufffd") / max(1, len(text))


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[Remark, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        if len(data) - error.start < 4:
            lost = Remark("文件末尾", "最后一个字不完整，已略去；文件可能没有复制完整。")
            return data[: error.start].decode(encoding), (lost,)
    text = data.decode(encoding, "replace")
    first = text.index("\ufffd")
    place = f"第{text.count(chr(10), 0, first) + 1}行"
    sentence = f"有 {text.count(chr(0xFFFD))} 个字无法识别，显示为“\ufffd”，请对照原文改正。"
    return text, (Remark(place, sentence),)
