"""From the text of an interchange file to a document, or to one sentence that says why not."""

import json
from collections.abc import Iterator
from typing import Any

from perfdesk.io.interchange.writer import FORMAT, VERSION
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document

_SAFE_DIGITS = 18


def read_document(text: str) -> Document:
    """Read the text of an interchange file, every row under a new id.

    Raises Problem, naming line and column or the key's path.
    """
    plain = _parsed(text.removeprefix("\ufeff"))
    for path, content in _walk(plain):
        if isinstance(content, _Object) and content.repeated is not None:
            raise Problem(f"“{_joined(path, content.repeated)}”出现了两次，请只保留一个。")
    return from_plain(plain)


def from_plain(plain: object) -> Document:
    """Read the plain data of an interchange file. Raises Problem naming the key's path."""
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise Problem(f'不是绩效文本的交换文件（开头应有 "format": "{FORMAT}"）。')
    version = plain.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem("由更新版本的程序写成，请先升级本程序再打开。")
    from pydantic import ValidationError  # late: costs a tenth of the start

    from perfdesk.io.complaint import complaint
    from perfdesk.io.interchange.shape import DocumentShape

    try:
        return DocumentShape.model_validate(plain).document()
    except ValidationError as error:
        raise Problem(complaint(error, DocumentShape)) from error


class _Object(dict[str, Any]):
    """A JSON object that knows a key it was given twice."""

    repeated: str | None = None


def _parsed(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_object, parse_int=_whole_number)
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 列"
        raise Problem(f"{where}不符合 JSON 格式，文件可能不完整或被改动过。") from error
    except RecursionError as error:
        raise Problem("括号嵌套过深，不是绩效文本的交换文件。") from error


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                found.repeated = key
            seen.add(key)
    return found


def _whole_number(digits: str) -> int | float:
    """Read a whole number; one too long for Python to take becomes a float, which is refused."""
    return int(digits) if len(digits) <= _SAFE_DIGITS else float(digits)


def _walk(plain: object) -> Iterator[tuple[str, object]]:
    """Yield everything in `plain` with its path, without recursion: a file may nest deeply."""
    waiting = [("", plain)]
    while waiting:
        path, content = waiting.pop()
        yield path, content
        if isinstance(content, dict):
            waiting += [(_joined(path, key), below) for key, below in content.items()]
        elif isinstance(content, list):
            waiting += [(f"{path}[{index}]", below) for index, below in enumerate(content)]


def _joined(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
