"""Numbers before headings and lines: 一、 （一） 1、 1. — printing them and taking them off."""

import re

_CHINESE = "零一二三四五六七八九"
_NUMBER = re.compile(r"\s*[（(]?(\d{1,3})[.．、)）]\s*")
_DECIMAL = re.compile(r"\d+\.\d(?!\d{3}年)")


def chinese_number(number: int) -> str:
    """Return 1 to 99 as Chinese numerals: 一, 十, 十一, 二十, 九十九.

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(number)
    tens, ones = divmod(number, 10)
    return (
        ("" if tens < 2 else _CHINESE[tens])
        + ("十" if tens else "")
        + (_CHINESE[ones] if ones else "")
    )


def numbered(style: str, number: int) -> str:
    """Return the number in a style that shows `1` or `一` where it goes: `（一）`, `1.`."""
    if "一" in style and number <= 99:
        return style.replace("一", chinese_number(number))
    return style.replace("一", "1").replace("1", str(number))


def number_lines(style: str, lines: tuple[str, ...]) -> str:
    """Return the lines below one another, each with its number in `style`."""
    return "\n".join(numbered(style, number) + line for number, line in enumerate(lines, 1))


def unnumber_lines(text: str, *, printed: bool = False) -> tuple[str, ...]:
    """Take the numbers off the lines of a cell and return what they number.

    A line without a number goes on with the one before; where the first line has none, each
    line stands for itself. Numbers are taken off only while they count up from 1. In text
    typed by hand `1.5万元` begins with an amount; in `printed` text, where the form numbers
    every line, it is line 1.
    """
    lines = [line.strip() for line in text.strip().split("\n")]
    found: list[str] = []
    for line in lines:
        rest = _without_number(line, len(found) + 1, printed)
        if rest is not None:
            found.append(rest)
        elif found:
            found[-1] += "\n" + line
        else:
            return tuple(line for line in lines if line)
    return tuple(goal.strip() for goal in found if goal.strip())


def _without_number(line: str, expected: int, printed: bool) -> str | None:
    """Return the rest of a line numbered `expected`, None where it is not."""
    match = _NUMBER.match(line)
    if not match or int(match[1]) != expected:
        return None
    if not printed and _DECIMAL.match(line):
        return None
    return line[match.end() :]
