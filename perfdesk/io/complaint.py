"""What is wrong with a file's content, in one Chinese sentence instead of pydantic's words."""

from collections.abc import Iterable
from difflib import get_close_matches
from types import UnionType
from typing import Any, get_args, get_type_hints

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

_LONGEST_KEY = 40
_OBJECT = "应为对象 {{…}}"
_WANTED = {
    "string_type": "应为文本（写在双引号内）",
    "int_type": "应为整数",
    "bool_type": "应为 true 或 false",
    "list_type": "应为列表 […]",
    "tuple_type": "应为列表 […]",
    "model_type": _OBJECT,
    "dataclass_type": _OBJECT,
    "dict_type": _OBJECT,
    "limit_type": "应为文本或数字",
    "literal_error": "只能是 {expected}",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "string_too_short": "不能为空",
    "half_character": "含有不完整的字符，请重新输入",
}
_BRANCHES = {("int_type", "int"), ("float_type", "float"), ("string_type", "str")}
"""How pydantic speaks of something that may be a number or a text: once for each, by its type."""
_UNKNOWN_KEY = ("extra_forbidden", "unexpected_keyword_argument")
_KINDS = {
    bool: "逻辑值（true、false）",
    int: "数字",
    float: "数字",
    str: "文本",
    list: "列表",
    type(None): "空值（null）",
}


def complaint(error: ValidationError, root: type) -> str:
    """Name the first thing that is wrong by its path, and how many others there are.

    `root` is the pydantic model or the dataclass that the content was checked against.
    """
    first, *more = _as_one(error.errors(include_url=False))
    others = len(more)
    return _complaint(first, root) + (f"；另有 {others} 处不符。" if others else "。")


def _as_one(errors: Iterable[ErrorDetails]) -> list[ErrorDetails]:
    """Return what is wrong, one for each place where a number or a text would do."""
    found: dict[object, ErrorDetails] = {}
    for each in errors:
        place = each["loc"]
        if place and (each["type"], place[-1]) in _BRANCHES:
            found.setdefault(place[:-1], {**each, "type": "limit_type", "loc": place[:-1]})
        else:
            found[len(found)] = each
    return [*found.values()]


def _complaint(found: ErrorDetails, root: type) -> str:
    path = _path(found["loc"])
    kind = found["type"]
    wanted = _WANTED.get(kind, "不符合格式").format(**_in_chinese(found.get("ctx", {})))
    if not path:
        return "键名或最外层不符合格式"
    if kind == "missing":
        return f"缺少“{path}”"
    if kind in _UNKNOWN_KEY:
        return f"不认识“{path}”，{_advice(found['loc'], root)}"
    if kind.endswith("_type"):
        return f"“{path}”{wanted}，现为{_KINDS.get(type(found['input']), '对象')}"
    return f"“{path}”{wanted}"


def _in_chinese(context: dict[str, Any]) -> dict[str, Any]:
    """Return what a message is filled with, pydantic's `'a', 'b' or ''` without English."""
    expected = str(context.get("expected", "")).replace(" or ", ", ").replace("''", "空文本")
    return {**context, "expected": expected.replace("'", "").replace(", ", "、")}


def _advice(location: tuple[int | str, ...], root: type) -> str:
    """Return the known key that the unknown one comes close to, or what else to do."""
    *above, key = location
    shape: Any = root
    for part in above:
        shape = get_args(shape)[0] if isinstance(part, int) else _fields(shape)[part]
    known = list(_fields(shape))
    alike = get_close_matches(str(key), known, n=1)
    return f"是否应为“{alike[0]}”" if alike else f"此处只能有：{'、'.join(known)}"


def _fields(shape: type) -> dict[str, Any]:
    if issubclass(shape, BaseModel):
        kinds: dict[str, Any] = {
            name: field.annotation for name, field in shape.model_fields.items()
        }
        # What may be left out altogether is known by what it is otherwise.
        return {n: get_args(k)[0] if isinstance(k, UnionType) else k for n, k in kinds.items()}
    return get_type_hints(shape)


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{_shown(part)}"
    return path.removeprefix(".")


def _shown(key: str) -> str:
    printable = key.encode("utf-8", "replace").decode("utf-8")
    return printable if len(printable) <= _LONGEST_KEY else printable[:_LONGEST_KEY] + "…"
