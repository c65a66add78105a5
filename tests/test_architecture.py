"""The house stands as ARCHITECTURE.md draws it: who may import whom, and how large a room is."""

import ast
import itertools
import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 400

# A module may import what stands on its own floor or below; paths and log are the cellar.
FLOORS = {
    "main": 5,
    "perfdesk.app": 4,
    "perfdesk.ui": 3,
    "perfdesk.io": 2,
    "perfdesk.models": 1,
    "perfdesk": 0,
}
STRANGERS = (
    ("perfdesk.io.store", "perfdesk.io.excel", "perfdesk.io.disclosure"),
    (
        "perfdesk.ui.tree",
        "perfdesk.ui.form",
        "perfdesk.ui.statement",
        "perfdesk.ui.overview",
        "perfdesk.ui.start",
        "perfdesk.ui.findings",
        "perfdesk.ui.search",
        "perfdesk.ui.versions",
    ),
)

# Who alone may import these.
OWNERS = {
    "PySide6": ("perfdesk.ui",),
    "shiboken6": ("perfdesk.ui",),
    "sqlalchemy": ("perfdesk.io.store",),
    "sqlite3": ("perfdesk.io.store",),
    "openpyxl": ("perfdesk.io.excel",),
    "pydantic": ("perfdesk.io", "perfdesk.ui"),
    "platformdirs": ("perfdesk.paths",),
}
# A model opens no files and writes nothing down (os may give it random numbers).
NOT_FOR_MODELS = [
    "perfdesk.paths",
    "perfdesk.log",
    "logging",
    "io",
    "pathlib",
    "shutil",
    "tempfile",
    "tomllib",
    "json",
    "csv",
    "zipfile",
]


def paths_of_checkout() -> Iterator[PurePosixPath]:
    """Every file and folder, but for what tools and dev.py make."""
    for folder, folders, files in os.walk(ROOT):
        folders[:] = [
            name
            for name in folders
            if name == ".ci"
            or not (name.startswith((".", "__")) or name in {"build", "dist", "wheels"})
        ]
        here = Path(folder).relative_to(ROOT)
        yield from (PurePosixPath((here / name).as_posix()) for name in folders + files)


PATHS = sorted(paths_of_checkout())
SOURCES = [path for path in PATHS if path.suffix == ".py"]


def within(module: str, package: str) -> bool:
    return module == package or module.startswith(package + ".")


def room_of(module: str, rooms: tuple[str, ...]) -> str | None:
    return next((room for room in rooms if within(module, room)), None)


def floor_of(module: str) -> int:
    return FLOORS[room_of(module, tuple(FLOORS)) or "perfdesk"]


def imports_of(source: str) -> Iterator[str]:
    """Every module a source imports, wherever in it; `from a import b` may mean module a.b."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names)


def may_import(module: str, imported: str) -> bool:
    top = imported.split(".", maxsplit=1)[0]
    if imported.startswith("."):
        return False
    if within(module, "perfdesk.models") and room_of(imported, tuple(NOT_FOR_MODELS)):
        return False
    if top in OWNERS:
        return room_of(module, OWNERS[top]) is not None
    if top not in {"perfdesk", "main"}:
        return True
    strange = any(
        len({room_of(module, rooms), room_of(imported, rooms)} - {None}) > 1 for rooms in STRANGERS
    )
    return not strange and floor_of(imported) <= floor_of(module)


def module_name(path: PurePosixPath) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize(
    "path", [path for path in SOURCES if path.parts[0] in {"perfdesk", "main.py"}], ids=str
)
def test_a_module_imports_only_what_it_may(path: PurePosixPath) -> None:
    module = module_name(path)
    source = (ROOT / path).read_text(encoding="utf-8")
    assert [each for each in imports_of(source) if not may_import(module, each)] == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("perfdesk.models.project", "from perfdesk.io import interchange"),
        ("perfdesk.models.project", "from perfdesk import paths"),
        ("perfdesk.models.project", "def f():\n    import pydantic"),
        ("perfdesk.models.form", "from pathlib import Path"),
        ("perfdesk.models.form", "from .project import Project"),
        ("perfdesk.io.sniff", "from PySide6 import QtCore"),
        ("perfdesk.io.sniff", "import perfdesk.ui.session"),
        ("perfdesk.io.package", "import openpyxl.styles"),
        ("perfdesk.io.excel.reader", "from perfdesk.io.store import repository"),
        ("perfdesk.io.disclosure.text", "from perfdesk.io import excel"),
        ("perfdesk.ui.tree", "from sqlalchemy import select"),
        ("perfdesk.ui.overview.page", "from perfdesk.ui.form.page import FormPage"),
        ("perfdesk.ui.tree", "from perfdesk import app"),
        ("perfdesk.app", "from PySide6.QtWidgets import QApplication"),
        ("perfdesk.paths", "from perfdesk.models import document"),
        ("perfdesk.app", "import main"),
    ],
)
def test_the_rule_notices(module: str, line: str) -> None:
    assert [each for each in imports_of(line) if not may_import(module, each)]


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("main", "from perfdesk.app import main"),
        ("perfdesk.app", "from perfdesk.ui.app import open_window"),
        ("perfdesk.ui.session", "from perfdesk.io.store import Repository"),
        ("perfdesk.io.excel.writer", "from perfdesk.models.document import Document"),
        ("perfdesk.io.package", "from perfdesk.io import store, excel"),
        ("perfdesk.io.store.schema", "from perfdesk.io.store import mapping"),
        ("perfdesk.models.value", "import re, decimal"),
    ],
)
def test_the_rule_allows(module: str, line: str) -> None:
    assert all(may_import(module, each) for each in imports_of(line))


def test_no_file_has_grown_too_long() -> None:
    lengths = {path: (ROOT / path).read_bytes().count(b"\n") for path in SOURCES}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST} == {}


@pytest.fixture(scope="module")
def drawing() -> str:
    return (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


def test_what_the_drawing_names_is_there(drawing: str) -> None:
    assert missing_from_checkout(drawing) == []


def test_the_drawing_leaves_out_no_room(drawing: str) -> None:
    rooms = [path for path in PATHS if path.parts[0] == "perfdesk" and (ROOT / path).is_dir()]
    assert [str(room) for room in rooms if f"{room.name}/" not in drawing] == []


def test_a_drawing_that_lies_is_noticed() -> None:
    unheard_of = "nobody" + "_wrote_this"  # in two parts, as this file is searched as well
    drawing = f"""
The walk begins in `tests/conftest.py`, `main.py` and `perfdesk/`, calls `resource_dir()` and goes
on by `walled_up/door.py` to `{unheard_of}` and `Path.{unheard_of}(step)`, at `any cost`.

```
perfdesk/     the program
  paths.py  attic.py   where things are
  loft/             where pigeons sit
```
"""
    lies = ["walled_up/door.py", unheard_of, f"Path.{unheard_of}(step)", "attic.py", "loft/"]
    assert sorted(missing_from_checkout(drawing)) == sorted(lies)


def missing_from_checkout(drawing: str) -> list[str]:
    """What a drawing names and the checkout lacks: paths, and names in its code."""
    words = {
        word for path in SOURCES for word in re.findall(r"\w+", (ROOT / path).read_text("utf-8"))
    }
    return [
        name
        for name in names_in(drawing)
        if not (
            any(path.match(name.rstrip("/")) for path in PATHS)
            if is_path(name)
            else name.split("(")[0].split(".")[-1] in words
        )
    ]


def names_in(drawing: str) -> Iterator[str]:
    """The paths that stand first in the lines of a tree, and what stands in backticks."""
    for tree in re.findall(r"```\n(.*?)```", drawing, re.DOTALL):
        for line in tree.splitlines():
            yield from itertools.takewhile(is_path, line.split())
    prose = re.sub(r"```.*?```", "", drawing, flags=re.DOTALL)
    for name in re.findall(r"`([^`\n]+)`", prose):
        if is_path(name) or re.fullmatch(r"[A-Za-z_][\w.]*(\([\w, ]*\))?", name):
            yield name


def is_path(name: str) -> bool:
    return bool(re.fullmatch(r"[\w.*-]+(/[\w.*-]+)*/?", name)) and (
        "/" in name or name.endswith((".py", ".md", ".toml", ".lock", ".json"))
    )
