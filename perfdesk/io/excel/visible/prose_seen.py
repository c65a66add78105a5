"""Reads the items of a running text: a numbered title, then what belongs to it, line by line."""

import re
from collections.abc import Mapping, Sequence

from perfdesk.io.excel.visible.seen import Row, Seen
from perfdesk.io.excel.visible.table import section_key

_NUMBER = re.compile(
    r"\s*(?P<bracket>[（(]?)(?:(?P<chinese>[一二三四五六七八九十]+)|\d{1,2})[）)、.．]\s*"
)
_SENTENCE_END = "。"


def seen_prose(
    texts: Sequence[Seen],
    fields: Mapping[str, str],
    prefixes: Mapping[str, str],
    unread: list[Seen],
) -> list[Row]:
    """Return the items of a list that is written as text.

    The number before the first title shows how titles are numbered. `prefixes` are the words
    with which a field begins; what stands before the first title goes to `unread`, unless it
    only repeats the list's heading, which is the first of `fields`.
    """
    items: list[dict[str, Seen]] = []
    first_field, heading = next(iter(prefixes)), next(iter(fields))
    style: tuple[bool, bool] | None = None
    field = ""
    for line in _lines(texts):
        number = _NUMBER.match(line.text)
        numbered = (bool(number["bracket"]), number["chinese"] is None) if number else None
        if number and numbered == (style or numbered):
            style = numbered
            title, _, rest = line.text[number.end() :].partition(_SENTENCE_END)
            items.append({"title": Seen(title.strip(), line.spot)})
            field = first_field
            line = Seen(rest.strip(), line.spot)  # noqa: PLW2901 - what is left of it
        elif not items:
            if section_key(line.text) != section_key(heading):
                unread.append(line)
            continue
        field, line = _without_prefix(field, line, prefixes)  # noqa: PLW2901 - the same
        if line.text:
            _append(items[-1], field, line)
    return list(items)


def _lines(texts: Sequence[Seen]) -> list[Seen]:
    return [
        Seen(line.strip(), seen.spot)
        for seen in texts
        for line in seen.text.split("\n")
        if line.strip()
    ]


def _without_prefix(field: str, line: Seen, prefixes: Mapping[str, str]) -> tuple[str, Seen]:
    for begun, prefix in prefixes.items():
        if prefix and line.text.replace(":", "：", 1).startswith(prefix):
            return begun, Seen(line.text[len(prefix) :].strip(), line.spot)
    return field, line


def _append(item: dict[str, Seen], field: str, line: Seen) -> None:
    before = item.get(field)
    item[field] = Seen(f"{before.text}\n{line.text}", before.spot) if before else line
