"""The year's forms, read from `resources/forms` and from the user's own folder of forms.

Shipped forms are valid (a test reads them through pydantic), so at start they are taken as
they are; a form file from outside is checked key by key before it is believed.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

from perfdesk.io.problem import Problem
from perfdesk.models.form import Form
from perfdesk.paths import resource_dir

DEFAULT_FORM = "hebei-2024"


def form_ids() -> tuple[str, ...]:
    """Return the ids of all shipped forms, newest first."""
    return tuple(sorted((path.stem for path in _folder().glob("*.toml")), reverse=True))


@lru_cache
def shipped_form(form_id: str) -> Form:
    """Return a shipped form. Raises Problem where there is none of that name."""
    path = _folder() / f"{form_id}.toml"
    if form_id not in form_ids():
        raise Problem(f"没有名为“{form_id}”的表样。可用的表样：{'、'.join(form_ids())}。")
    return Form.from_plain(tomllib.loads(path.read_text(encoding="utf-8")))


def form_or_default(form_id: str) -> Form:
    """Return the form a document names, or the newest one where it is not known here."""
    return shipped_form(form_id if form_id in form_ids() else DEFAULT_FORM)


def all_forms() -> tuple[Form, ...]:
    """Return all shipped forms, newest first."""
    return tuple(shipped_form(form_id) for form_id in form_ids())


def form_for_year(year: int) -> Form:
    """Return the form in force in a budget year, the newest where none says so."""
    fitting = (f for f in all_forms() if f.first_year <= year <= (f.last_year or year))
    return next(fitting, shipped_form(DEFAULT_FORM))


def read_form(path: Path) -> Form:
    """Read a form file and check every key. Raises Problem naming the first wrong key."""
    from pydantic import TypeAdapter, ValidationError  # late: costs a tenth of the start

    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Problem(f"无法读取表样文件“{path.name}”：{error}") from error
    try:
        return TypeAdapter(Form).validate_python(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise Problem(f"表样文件“{path.name}”中 {where} 不正确：{first['msg']}") from error


def _folder() -> Path:
    return resource_dir() / "forms"
