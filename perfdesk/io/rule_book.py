"""The rule book in force: the standard, what the year's form changes, and the office's settings.

Rules and words are data: `resources/rules/standard.toml` and `resources/words`. A form changes
entries in its `[rules]` table; the office's own settings lie in `rules.json` among the settings
of the program, its own words in the folder `words` beside the store.
"""

import json
import logging
import tomllib
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from perfdesk.io.atomic import replace_file
from perfdesk.io.problem import Problem, problem_with
from perfdesk.models.form import Form
from perfdesk.models.review.book import OFF, Limit, RuleBook
from perfdesk.models.review.book_flaw import Changes, flaws_of_rules
from perfdesk.models.review.finding import Severity
from perfdesk.models.review.words import Kind, Table, Words
from perfdesk.paths import own_words_dir, resource_dir, settings_dir

OwnRules = Changes
"""What an office has set otherwise."""

_FILE_NAME = "rules.json"
_TABLES = tuple(field.name for field in fields(Words))

_log = logging.getLogger(__name__)


def rule_book(form: Form, own: OwnRules | None = None) -> RuleBook:
    """Return the book that documents on a form are judged by.

    `own` are the office's settings, read from disk where they are not given.
    """
    settings = own_rules() if own is None else own
    severities: dict[str, Severity | None] = {}
    limits: dict[str, Limit] = {}
    for layer in (standard_rules(), form.rules, settings):
        for rule_id, entries in layer.items():
            for name, value in entries.items():
                if name == "severity":
                    severities[rule_id] = None if value == OFF else Severity(value)
                else:
                    limits[f"{rule_id}.{name}"] = value
    return RuleBook(severities, limits, words(), settings)


def own_rules() -> OwnRules:
    """Return the office's settings; a damaged file counts as none, and the log says so."""
    path = settings_dir() / _FILE_NAME
    try:
        return _checked(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.error("the office's rules in %s are not readable: %s", path, error)
        return {}


def write_own_rules(own: OwnRules) -> None:
    """Keep the office's settings. Raises Problem where the disk refuses."""
    folder = settings_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise problem_with(folder, "写入", error) from error
    text = json.dumps(own, ensure_ascii=False, indent=1)

    def verify(path: Path) -> None:
        if path.read_text(encoding="utf-8") != text:
            raise Problem("审核规则的设置没有写成功，请再试一次。")

    def write(path: Path) -> None:
        path.write_text(text, encoding="utf-8")

    replace_file(folder / _FILE_NAME, write, verify)


def _checked(plain: Any) -> OwnRules:  # noqa: ANN401 - whatever the file holds
    """Return settings of the right shape. Raises ValueError where they are not."""
    if not isinstance(plain, dict):
        raise ValueError("no object")
    for entries in plain.values():
        if not isinstance(entries, dict):
            raise ValueError("an entry is no object")
        for value in entries.values():
            if isinstance(value, bool) or not isinstance(value, Limit):
                raise ValueError("a limit is neither number nor text")
    if flaws := [*flaws_of_rules(plain, standard_rules())]:
        raise ValueError(flaws[0])
    return plain


@lru_cache
def standard_rules() -> Changes:
    """Return the standard rule book as it lies in `resources/rules`."""
    path = resource_dir() / "rules" / "standard.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@lru_cache
def words() -> Words:
    """Return the word tables, the office's own words added to the shipped ones."""
    return Words(**{name: Table(_kinds(name)) for name in _TABLES})


def _kinds(table: str) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for path in (resource_dir() / "words" / f"{table}.toml", own_words_dir() / f"{table}.toml"):
        for name, kind in _read_kinds(path).items():
            kinds[name] = kinds[name].with_more(kind) if name in kinds else kind
    return kinds


def _read_kinds(path: Path) -> dict[str, Kind]:
    """Return the kinds of a table; an own file that is no table is left out, as the log says."""
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        return {name: _kind(name, entries) for name, entries in plain.items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        _log.error("the words in %s are not readable: %s", path, error)
        return {}


def _kind(name: str, plain: Any) -> Kind:  # noqa: ANN401 - whatever the file holds
    """Return a kind of the table. Raises ValueError where its keys or words are none."""
    known = {field.name for field in fields(Kind)}
    lists = {key: plain[key] for key in plain if key != "what"} if isinstance(plain, dict) else {}
    for key, words in lists.items():
        if key not in known or not isinstance(words, list) or not all(map(_is_word, words)):
            raise ValueError(f"{key} in [{name}] is no list of words")
    if not lists:
        raise ValueError(f"[{name}] has no list of words")
    return Kind(**{key: tuple(words) for key, words in lists.items()})


def _is_word(word: object) -> bool:
    """Tell whether something is a word; an empty one would be found in every text."""
    return isinstance(word, str) and bool(word.strip())
