"""What headings and labels of forms are called elsewhere: `resources/headings.toml`."""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from perfdesk.paths import resource_dir

_LEAST_SURE = 2


def fields_of(names: Sequence[str], own: Mapping[str, str]) -> tuple[str, ...]:
    """Return the grid's field that each heading of a row stands for, "" for those of none.

    `own` are the headings of the forms that are known, and their fields. Headings come without
    blanks and with half-width letters. A form's own words come before others, and a short word
    (依据) counts only where others are sure, or nothing else is in the row.
    """
    found = [""] * len(names)
    for spellings in (own, _also()):
        for at, name in enumerate(names):
            field = spellings.get(name, "")
            if field and not found[at] and field not in found:
                found[at] = field
    sure = sum(map(bool, found))
    with_short = _with_short(names, found) if sure else found
    return tuple(with_short if sure >= _LEAST_SURE or all(with_short) else found)


def _with_short(names: Sequence[str], found: Sequence[str]) -> list[str]:
    """Return the fields with those that short words stand for, as far as they are missing."""
    fields = list(found)
    for at, name in enumerate(names):
        if not fields[at]:
            missing = (field for field in _short().get(name, ()) if field not in fields)
            fields[at] = next(missing, "")
    return fields


def other_labels(printed: str) -> tuple[str, ...]:
    """Return what a label of the head table is called elsewhere."""
    return tuple(_read()["head"].get(printed, ()))


def surely(name: str) -> bool:
    """Tell whether a text is the heading of a column and can be nothing else."""
    return name in _also()


def sure_field(heading: str, own: Mapping[str, str]) -> str:
    """Return the grid's field that a heading alone stands for, "" where it could be another text.

    `own` are the headings of the form, and their fields.
    """
    name = _plain(heading)
    printed = {_plain(each): field for each, field in own.items()}
    return printed.get(name, "") or _also().get(name, "") or _alone().get(name, "")


@lru_cache
def _alone() -> dict[str, str]:
    return {
        _plain(name): field
        for field, words in _read()["grid"].items()
        for name in words.get("alone", ())
    }


@lru_cache
def _also() -> dict[str, str]:
    return {
        _plain(name): field for field, words in _read()["grid"].items() for name in words["also"]
    }


@lru_cache
def _short() -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for field, words in _read()["grid"].items():
        for name in map(_plain, words["short"]):
            fields[name] = (*fields.get(name, ()), field)
    return fields


@lru_cache
def _read() -> dict[str, Any]:
    return tomllib.loads((resource_dir() / "headings.toml").read_text(encoding="utf-8"))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", "".join(text.split()))
