"""The year's forms: those in `resources/forms`, and those in the user's own folder of forms.

Shipped forms are valid (a test reads them through pydantic), so at start they are taken as
they are; a form file from outside is checked key by key before it is believed.
"""

import logging
import tomllib
from functools import lru_cache
from pathlib import Path

from perfdesk.io.own_file import checked, parsed
from perfdesk.io.problem import Problem
from perfdesk.models.form import Form
from perfdesk.paths import own_forms_dir, resource_dir

DEFAULT_FORM = "hebei-2024"

_WHAT = "表样文件"

_log = logging.getLogger(__name__)


def all_forms() -> tuple[Form, ...]:
    """Return all forms, the newest first; an own file that is no valid form is left out.

    Why it was left out is in the log, and `form_named` tells it to whoever asks for that form.
    """
    forms = [_shipped(form_id) for form_id in _shipped_ids()]
    for path in _own_files():
        try:
            forms.append(_own(path))
        except Problem as problem:
            _log.error("%s", problem)
    return tuple(sorted(forms, key=lambda form: (form.first_year, form.id), reverse=True))


def form_named(form_id: str) -> Form:
    """Return the form of that id. Raises Problem where there is none, or it is not valid."""
    if form_id in _shipped_ids():
        return _shipped(form_id)
    for path in _own_files():
        if path.stem == form_id:
            return _own(path)
    known = "、".join(form.id for form in all_forms())
    raise Problem(f"没有名为“{form_id}”的表样。可用的表样：{known}。")


def form_or_default(form_id: str) -> Form:
    """Return the form a document names, or the newest shipped one where it is not known here."""
    try:
        return form_named(form_id)
    except Problem:
        return _shipped(DEFAULT_FORM)


def form_for_year(year: int) -> Form:
    """Return the form in force in a budget year, the newest shipped one where none says so."""
    return next((form for form in all_forms() if form.in_force(year)), _shipped(DEFAULT_FORM))


def read_form(path: Path) -> Form:
    """Read a form file and check it in every key. Raises Problem naming what is wrong first."""
    from perfdesk.io.rule_book import standard_rules
    from perfdesk.models.form_flaw import flaw

    form = checked(parsed(path, _WHAT), Form, path, _WHAT)
    if found := flaw(form, standard_rules()):
        raise Problem(f"{_WHAT}“{path.name}”有误：{found}。")
    return form


@lru_cache
def _shipped_ids() -> frozenset[str]:
    return frozenset(path.stem for path in _shipped_folder().glob("*.toml"))


@lru_cache
def _shipped(form_id: str) -> Form:
    path = _shipped_folder() / f"{form_id}.toml"
    return Form.from_plain(tomllib.loads(path.read_text(encoding="utf-8")))


def _shipped_folder() -> Path:
    return resource_dir() / "forms"


def _own_files() -> tuple[Path, ...]:
    folder = own_forms_dir()
    return tuple(sorted(folder.glob("*.toml"))) if folder.is_dir() else ()


@lru_cache
def _own(path: Path) -> Form:
    form = read_form(path)
    if form.id != path.stem or form.id in _shipped_ids():
        raise Problem(
            f"{_WHAT}“{path.name}”的 id 是“{form.id}”：id 应与文件名相同，且不与自带的表样重名。"
        )
    return form
