"""What is wrong with an interchange file, in one Chinese sentence instead of pydantic's words."""

from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from perfdesk.models.value import SIGNS

_LONGEST_KEY = 40
_WANTED = {
    "string_type": "应为文本（写在双引号内）",
    "int_type": "应为整数",
    "list_type": "应为列表 […]",
    "model_type": "应为对象 {{…}}",
    "literal_error": f"应为 {' '.join(SIGNS)} 之一，或者为空",
    "greater_than_equal": "不能小于 {ge}",
    "less_than_equal": "不能大于 {le}",
    "half_character": "含有不完整的字符，请重新输入",
}
_KINDS = {
    bool: "逻辑值（true、false）",
    int: "数字",
    float: "数字",
    str: "文本",
    list: "列表",
    type(None): "空值（null）",
}


def sentence(error: ValidationError, root: type[BaseModel]) -> str:
    """Name the first thing that is wrong by its path, and how many others there are."""
    first = error.errors(include_url=False)[0]
    others = error.error_count() - 1
    return _complaint(first, root) + (f"；另有 {others} 处不符。" if others else "。")


def _complaint(found: ErrorDetails, root: type[BaseModel]) -> str:
    path = _path(found["loc"])
    kind = found["type"]
    wanted = _WANTED.get(kind, "不符合交换文件的格式").format(**found.get("ctx", {}))
    if kind == "missing":
        return f"缺少“{path}”"
    if kind == "extra_forbidden":
        return f"不认识“{path}”，{_advice(found['loc'], root)}"
    if kind.endswith("_type"):
        given = _KINDS.get(type(found["input"]), "对象")
        return f"“{path}”{wanted}，现为{given}"
    return f"“{path}”{wanted}" if path else "有的键名不符合交换文件的格式"


def _advice(location: tuple[int | str, ...], root: type[BaseModel]) -> str:
    """Return the known key that the unknown one comes close to, or what else to do."""
    *above, key = location
    known = _fields_at(root, tuple(above))
    alike = get_close_matches(str(key), known, n=1)
    return f"是否应为“{alike[0]}”" if alike else f"此处只能有：{'、'.join(known)}"


def _fields_at(shape: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, ...]:
    for part in location:
        if isinstance(part, str):
            wanted: Any = shape.model_fields[part].annotation
            shape = next(iter(get_args(wanted)), wanted)
    return tuple(shape.model_fields)


def _path(location: tuple[int | str, ...]) -> str:
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{_shown(part)}"
    return path.removeprefix(".")


def _shown(key: str) -> str:
    printable = key.encode("utf-8", "replace").decode("utf-8")
    return printable if len(printable) <= _LONGEST_KEY else printable[:_LONGEST_KEY] + "…"
