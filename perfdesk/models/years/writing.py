"""How years are written: 2024, ２０２４, 二〇二四, 24. Read alike, and written as they were."""

import re

_ZEROS = "〇○零0OoＯｏ"
_COUNTING = "一二三四五六七八九"
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF1A)} | {
    ord(wide): plain for wide, plain in zip("／－．ＦＹ", "/-.FY", strict=True)
}
_SPELLED_OTHERWISE = re.compile(f"[０-９／－．ＦＹ]|二[{_ZEROS}]")
_IN_CHINESE = re.compile(f"二[{_ZEROS}０][{_COUNTING}{_ZEROS}０]{{2}}")
_AS_DIGIT = {each: str(number) for number, each in enumerate(_COUNTING, 1)}


def plain(text: str) -> str:
    """Return a text with all years in half-width digits, each character where it stood."""
    if not _SPELLED_OTHERWISE.search(text):
        return text
    return _IN_CHINESE.sub(_in_digits, text.translate(_HALF_WIDTH))


def respelled(written: str, year: int) -> str:
    """Return a year written as another was: its digits, its 零, and as many of them."""
    digits = str(year)[-len(written) :]
    if not set(written).isdisjoint(_COUNTING):
        zero = next((each for each in written if each not in _COUNTING), "〇")
        return "".join(_COUNTING[int(each) - 1] if each != "0" else zero for each in digits)
    if written.isascii():
        return digits
    return "".join(chr(ord(each) + 0xFEE0) for each in digits)


def _in_digits(found: re.Match[str]) -> str:
    return "".join(_AS_DIGIT.get(each, "0") for each in found[0])
