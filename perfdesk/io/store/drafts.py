"""Drafts as one text that the store remembers, exact to the last character."""

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from perfdesk.models.document import Content, Department
from perfdesk.models.draft import Draft
from perfdesk.models.project import Unit
from perfdesk.models.sheet import Place
from perfdesk.models.value import IndicatorValue

DRAFTS = "drafts"
"""What they are remembered under."""

_KINDS: dict[str, type[IndicatorValue | Unit | Department]] = {
    "value": IndicatorValue,
    "unit": Unit,
    "department": Department,
}

_log = logging.getLogger(__name__)


def dumped(drafts: Sequence[Draft]) -> str:
    """Return drafts as a text; an empty one for none."""
    return json.dumps([_plain(each) for each in drafts]) if drafts else ""


def loaded(text: str) -> tuple[Draft, ...]:
    """Read such a text; what cannot be read must not keep the program from starting."""
    if not text:
        return ()
    try:
        return tuple(_draft(each) for each in json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        _log.warning("drafts that cannot be read: %.2000s", text, exc_info=True)
        return ()


def _plain(draft: Draft) -> dict[str, Any]:
    return {
        "document": draft.document_id,
        "row": draft.place.row_id,
        "field": draft.place.field,
        "content": _plain_content(draft.content),
        "base": _plain_content(draft.base),
        "name": draft.name,
        "at": draft.at,
    }


def _draft(plain: dict[str, Any]) -> Draft:
    return Draft(
        plain["document"],
        Place(plain["row"], plain["field"]),
        _content(plain["content"]),
        _content(plain["base"]),
        plain["name"],
        plain["at"],
    )


def _plain_content(content: Content) -> object:
    for name, kind in _KINDS.items():
        if isinstance(content, kind):
            return {name: asdict(content)}
    return content


def _content(plain: Any) -> Content:  # noqa: ANN401 - whatever JSON holds
    if isinstance(plain, dict):
        ((name, parts),) = plain.items()
        return _KINDS[name](**parts)
    if isinstance(plain, list):
        return tuple(map(str, plain))
    if isinstance(plain, str | int):
        return plain
    raise TypeError(type(plain))
