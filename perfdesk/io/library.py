"""The library of indicators: that of `resources/library`, and what an office adds to it.

An office's own files lie in the folder `library` beside its store and look like the shipped ones.
What is wrong in one of them is in the log; the rest of the library is there all the same.
"""

import logging
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from perfdesk.io.own_file import checked, parsed
from perfdesk.io.problem import Problem
from perfdesk.models.form import STRICT
from perfdesk.models.library import Library, LibraryEntry, WorkKind, merged
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import own_library_dir, resource_dir

_Kind = tuple[WorkKind, tuple[str, ...]]
"""A kind of work without its template, and the names in its template."""

_WHAT = "指标库文件"

_log = logging.getLogger(__name__)


def library() -> Library:
    """Return the library: read once, when it is first asked for."""
    return _library(own_library_dir())


@lru_cache(maxsize=1)
def _library(own: Path) -> Library:
    files = [*_shipped()]
    for path in sorted(own.glob("*.toml")) if own.is_dir() else ():
        try:
            files.append(_own(path))
        except Problem as problem:
            _log.error("%s", problem)
    kinds = merged(kind for kind, _ in files)
    for kind, template in files:
        if template:
            kinds = _with_template(kinds, kind.name, template)
    return Library(kinds)


def _with_template(
    kinds: tuple[WorkKind, ...], name: str, template: tuple[str, ...]
) -> tuple[WorkKind, ...]:
    """Return the kinds with the template of one of them, given by the names of its entries.

    The kind's own entries go before those of the same name elsewhere.
    """
    every = {entry.name: entry for kind in kinds for entry in kind.entries}
    of_kind = {entry.name: entry for kind in kinds for entry in kind.entries if kind.name == name}
    known = {**every, **of_kind}
    for absent in (each for each in template if each not in known):
        _log.error("指标库“%s”的模板中有库里没有的指标“%s”。", name, absent)
    entries = tuple(known[each] for each in template if each in known)
    return tuple(
        WorkKind(kind.name, kind.keywords, kind.entries, entries) if kind.name == name else kind
        for kind in kinds
    )


@lru_cache
def _shipped() -> tuple[_Kind, ...]:
    paths = sorted((resource_dir() / "library").glob("*.toml"))
    return tuple(_of_plain(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths)


def _own(path: Path) -> _Kind:
    """Read a file from outside and check it key by key. Raises Problem naming what is wrong."""
    plain = parsed(path, _WHAT)
    checked(plain, _File, path, _WHAT)
    return _of_plain(plain)


def _of_plain(plain: dict[str, Any]) -> _Kind:
    kind = plain["kind"]
    entries = tuple(
        LibraryEntry(
            row["level2"],
            row["name"],
            row["description"],
            IndicatorValue.read(row["value"]),
            row["basis"],
            kind,
            tuple(row.get("keywords", ())),
        )
        for row in plain.get("indicator", ())
    )
    return WorkKind(kind, tuple(plain.get("keywords", ())), entries), tuple(
        plain.get("template", ())
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """An indicator as a file of the library gives it."""

    __pydantic_config__ = STRICT
    level2: str
    name: str
    description: str
    value: str
    basis: str
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the library."""

    __pydantic_config__ = STRICT
    kind: str
    keywords: tuple[str, ...] = ()
    template: tuple[str, ...] = ()
    indicator: tuple[_Row, ...] = ()
