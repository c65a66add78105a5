"""How Chinese characters are read, for finding words by pinyin.

A character that office words read in two ways is given both readings: a dictionary of phrases
would cost 45 MiB, and still say zhang where 长效 is meant.
"""

from functools import cache

from perfdesk.paths import resource_dir

# The second reading of characters that office words use in two.
_ALSO = {
    "长": "chang",
    "重": "chong",
    "行": "hang",
    "还": "huan",
    "调": "tiao",
    "薄": "bo",
    "了": "liao",
    "乐": "yue",
    "弹": "tan",
    "差": "chai",
    "给": "ji",
    "折": "she",
    "参": "shen",
    "的": "di",
    "传": "zhuan",
    "藏": "zang",
    "血": "xie",
    "露": "lou",
    "称": "chen",
    "降": "xiang",
    "屏": "bing",
    "校": "jiao",
    "角": "jue",
    "宿": "xiu",
    "模": "mu",
    "便": "pian",
    "系": "ji",
    "畜": "xu",
    "圈": "juan",
    "会": "kuai",
    "堡": "pu",
    "都": "du",
    "曾": "zeng",
    "着": "zhuo",
}


def readings(text: str) -> tuple[tuple[str, ...], ...]:
    """Return for each character its readings, small letters without tones, ü as v.

    What is no Chinese character is read as itself, small.
    """
    return tuple(map(_readings, text))


@cache
def _readings(character: str) -> tuple[str, ...]:
    if character < "\u3007":
        return (character.lower(),)
    table = _table()
    at = table.find(character)
    if at < 0:
        return (character.lower(),)
    line = table.rindex("\n", 0, at) + 1
    first = table[line : table.index(" ", line)]
    return (first, _ALSO[character]) if character in _ALSO else (first,)


@cache
def _table() -> str:
    """Return lines of a reading and the characters that are read so, each after a line's end.

    As one text it takes a hundredth of what 40,000 entries of a dictionary would.
    """
    path = resource_dir() / "pinyin" / "readings.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n" + "\n".join(line for line in lines if not line.startswith("#"))
