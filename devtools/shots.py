"""Takes the screenshots in docs/shots: every page, light and dark, at 100 % and 150 %.

    python3 dev.py shots             all of them
    python -m devtools.shots form    those whose name begins so, in an environment that is ready

On a virtual screen where there is one, else offscreen. Each scale is photographed by a process of
its own, each scene in a window of its own on a new store with the sample.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog

from bench.screen import screen
from devtools.desk import SAMPLES, Desk, application, open_desk, sample_documents
from perfdesk.ui.settings import DARK, LIGHT
from perfdesk.ui.start.page import StartPage
from perfdesk.ui.tree.nodes import Kind

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "shots"
SIZES = {"1": (1440, 900), "1.5": (1280, 720)}
_SMALLEST = 0  # how Qt calls the strongest compression of a PNG
_DIALOG_MS = 400


@dataclass(frozen=True)
class Scene:
    """What is done in a fresh window before its picture is taken, and in which looks."""

    name: str
    prepare: Callable[[Desk], None]
    dark: bool = False
    large: bool = False
    sample: bool = True
    command: str = ""  # of the menu: it opens a dialog, which is photographed with the window

    def shots(self, scale: str) -> Iterator[tuple[str, str]]:
        """Yield appearance and file name of each picture at a scale."""
        if scale == "1":
            yield LIGHT, f"{self.name}.png"
            if self.dark:
                yield DARK, f"{self.name}-dark.png"
        elif self.large:
            yield LIGHT, f"{self.name}-150.png"


def _start(desk: Desk) -> None:
    """Show the choices, with a store where a clerk has it."""
    page = desk.window.navigator.page()
    if isinstance(page, StartPage):
        page.show_store(Path("/home/clerk/文档/PerfDesk/perfdesk.sqlite"))
    desk.enter_page()


def _year(desk: Desk) -> None:
    desk.go(Kind.YEAR, 2025)


def _department(desk: Desk) -> None:
    desk.go(Kind.DEPARTMENT, 2025)


def _statement(desk: Desk) -> None:
    desk.go(Kind.STATEMENT, 2025)
    desk.enter_page()


def _form(desk: Desk) -> None:
    desk.go(Kind.PROJECT, 2025)
    desk.enter_page()


def _form_end(desk: Desk) -> None:
    """Go to the last row of an unfinished form, where missing rows are offered."""
    desk.go(Kind.PROJECT, 2025, 10)
    desk.enter_page()
    desk.press(Qt.Key.Key_End, modifier=Qt.KeyboardModifier.ControlModifier)


def _value(desk: Desk) -> None:
    """Begin to type a value: sign, number and unit apart."""
    desk.go_to_cell(2025, project=0, row=0, field="value")
    desk.write("650")


def _level(desk: Desk) -> None:
    """Open the list of second-level names."""
    desk.go_to_cell(2025, project=0, row=0, field="level2")
    desk.press(Qt.Key.Key_F2)


def _findings(desk: Desk) -> None:
    """Go to a slip of the sample, with everything that was found below the form."""
    desk.go(Kind.PROJECT, 2025, 9)
    desk.enter_page()
    desk.wait_until(lambda: desk.workspace.inspector.at_rest)
    desk.command("审核结果").trigger()
    desk.settle()
    desk.press(Qt.Key.Key_F4, Qt.Key.Key_F1)


def _suggestions(desk: Desk) -> None:
    """Begin to type an indicator by its initials."""
    suggesting = desk.workspace.suggesting
    desk.wait_until(lambda: suggesting is not None and suggesting.suggester is not None)
    desk.go_to_cell(2025, project=10, row=1, field="name")
    desk.write("yshgl")


def _search(desk: Desk) -> None:
    """Find a word in all years."""
    desk.go(Kind.PROJECT, 2025)
    desk.enter_page()
    desk.command("在全部年度中查找").trigger()
    desk.settle()
    desk.write("满意度")
    desk.settle()
    desk.settle()


def _import(desk: Desk) -> None:
    """Import a published text of 2020 together with files that are none."""
    empty, photo = desk.folder / "空白文档.txt", desk.folder / "会议照片.txt"
    empty.touch()
    photo.write_bytes(bytes(range(256)) * 40)
    desk.window.open_files([SAMPLES / "qinghekou-2020.txt", empty, photo])
    desk.wait_until(desk.workspace.session.undo_stack.can_undo)


SCENES = (
    Scene("start", _start, dark=True, sample=False),
    Scene("year", _year, large=True),
    Scene("department", _department, dark=True),
    Scene("statement", _statement, dark=True, large=True),
    Scene("form", _form, dark=True, large=True),
    Scene("form-end", _form_end),
    Scene("form-value", _value, large=True),
    Scene("form-level", _level, dark=True),
    Scene("findings", _findings, dark=True, large=True),
    Scene("suggestions", _suggestions, dark=True, large=True),
    Scene("search", _search),
    Scene("rules", _department, command="审核规则"),
    Scene("next-year", _department, large=True, command="新建下一年度"),
    Scene("new-document", _department, large=True, command="新建文本"),
    Scene("import", _import, dark=True, large=True),
)


def main(names: list[str]) -> int:
    """Photograph at every scale what begins with one of `names`, everything without any."""
    with screen(os.environ) as (what, environment):
        print(f"Taking pictures on {what}.")
        for scale in SIZES:
            child = [sys.executable, "-m", "devtools.shots", "--scale", scale, *names]
            variables = {**environment, "QT_SCALE_FACTOR": scale}
            code = subprocess.run(child, cwd=ROOT, env=variables, check=False).returncode
            if code:
                return code
    return 0


def photograph(scale: str, names: list[str]) -> None:
    """Take all pictures of one scale; this process was started with it."""
    app = application()
    QCursor.setPos(app.primaryScreen().geometry().bottomRight())  # pointing at nothing
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in SCENES:
        for appearance, name in scene.shots(scale):
            if not names or name.startswith(tuple(names)):
                with tempfile.TemporaryDirectory() as folder:
                    os.environ["PERFDESK_HOME"] = folder
                    _take(app, scene, (Path(folder), appearance, SIZES[scale]), FOLDER / name)
                print(f"docs/shots/{name}", flush=True)


def _take(
    app: QApplication, scene: Scene, place: tuple[Path, str, tuple[int, int]], to: Path
) -> None:
    folder, appearance, size = place
    documents = sample_documents() if scene.sample else []
    with open_desk(folder / "perfdesk.sqlite", documents, size, appearance) as desk:
        scene.prepare(desk)
        if scene.command:
            QTimer.singleShot(_DIALOG_MS, lambda: _shoot(app, desk, to))
            desk.command(scene.command).trigger()  # comes back when the dialog is closed
        else:
            _shoot(app, desk, to)


def _shoot(app: QApplication, desk: Desk, to: Path) -> None:
    desk.picture().save(str(to), quality=_SMALLEST)
    dialog = app.activeModalWidget()
    if isinstance(dialog, QDialog):
        dialog.reject()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--scale"]:
        photograph(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main(sys.argv[1:]))
