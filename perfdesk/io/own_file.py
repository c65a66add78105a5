"""Files of data that an office wrote itself: read as TOML, and checked before they are believed."""

import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

from perfdesk.io.problem import Problem, problem_with

Shape = TypeVar("Shape")


def parsed(path: Path, what: str) -> dict[str, Any]:
    """Return what a TOML file holds, unchecked.

    `what` is what such a file is called on screen (表样文件). Raises Problem where it cannot be
    read or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise problem_with(path, "读取", error) from error
    except UnicodeDecodeError as error:
        raise Problem(f"{what}“{path.name}”不是 UTF-8 编码，请另存为 UTF-8。") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r"line (\d+), column (\d+)", str(error))
        where = f"第 {at[1]} 行第 {at[2]} 列" if at else "结尾处"
        raise Problem(f"{what}“{path.name}”{where}不符合 TOML 格式。") from error


def checked(plain: dict[str, Any], shape: type[Shape], path: Path, what: str) -> Shape:
    """Return what a file holds as the dataclass it shall be, every key checked.

    Raises Problem naming what is wrong first.
    """
    # Late: own files are rare, and pydantic costs a tenth of the start.
    import json

    from pydantic import TypeAdapter, ValidationError

    from perfdesk.io.complaint import complaint

    try:
        return TypeAdapter(shape).validate_json(json.dumps(plain, default=str), strict=True)
    except ValidationError as error:
        raise Problem(f"{what}“{path.name}”有误：{complaint(error, shape)}") from error
