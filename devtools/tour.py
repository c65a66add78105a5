"""Works through the sample without a screen, as a clerk would: a look at the whole program.

    python3 dev.py tour          in the environment that dev.py makes
    python -m devtools.tour      in one that is ready

Opens the sample in a store of its own, shows the pages, types into a cell, waits until that is on
disk, and exports the document in every format. Pictures of the window, the exported files and the
store are left in build/tour, each named in a line. The files are read again; the exit code is 1
where one does not say what the window says.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt  # the platform is chosen first

from devtools.desk import Desk, application, has_chinese_font, open_desk
from perfdesk.io.files import WRITABLE, read_file
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.ui.settings import DARK, LIGHT
from perfdesk.ui.traffic.departures import file_name
from perfdesk.ui.tree.nodes import Kind

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "tour"
STORE = FOLDER / "perfdesk.sqlite"
SIZE = (1440, 900)
YEAR = 2025
TYPED = "≥650人次"


def main() -> int:
    """Make the tour and return the exit code."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    os.environ["PERFDESK_HOME"] = str(FOLDER / "home")
    application()
    if not has_chinese_font():
        print("There is no Chinese font here, so the pictures show boxes in place of characters.")
    with open_desk(STORE, [], SIZE, LIGHT) as desk:
        _look_around(desk)
        _edit(desk)
        document = desk.document(YEAR)
        files = list(_export(desk, document))
    same = [_agrees(path, document) for path in files]
    with open_desk(STORE, [], SIZE, DARK) as desk:
        _picture(desk, "6-started-again-dark", "the program started again, where it was left")
        same.append(desk.document(YEAR) == document)
    _name(STORE, "the store; it holds the edit" if same[-1] else "the store LACKS THE EDIT")
    print("All agree with what the window showed." if all(same) else "NOT ALL AGREE.")
    return 0 if all(same) else 1


def _look_around(desk: Desk) -> None:
    _picture(desk, "1-start", "the empty start")
    desk.command("打开示例").trigger()
    desk.wait_until(lambda: len(desk.workspace.session.outlines) > 1)
    desk.go(Kind.DEPARTMENT, YEAR)
    _picture(desk, "2-department", "a department's year")
    desk.go(Kind.STATEMENT, YEAR)
    _picture(desk, "3-statement", "its statement")
    desk.go(Kind.PROJECT, YEAR)
    _picture(desk, "4-form", "the form of a project")


def _edit(desk: Desk) -> None:
    """Type a value into the first indicator, key by key, and leave the cell with Enter."""
    desk.go_to_cell(YEAR, project=0, row=0, field="value")
    desk.write(TYPED)
    desk.press(Qt.Key.Key_Return)
    _picture(desk, "5-edited", f"{TYPED} typed into it, and saved")
    value = desk.document(YEAR).projects[0].indicators[0].value.text
    if value != TYPED:
        raise SystemExit(f"The cell holds {value} where {TYPED} was typed.")
    desk.wait_until(lambda: desk.workspace.saver.wait_until_saved(1))
    with Glance(STORE) as glance:
        if glance.load(desk.document(YEAR).id) != desk.document(YEAR):
            raise SystemExit("The store does not hold what the window shows.")


def _export(desk: Desk, document: Document) -> Iterator[Path]:
    """Write the document as files of every kind, as the window's menu does."""
    departures = desk.window.commands.documents.departures
    for ending in WRITABLE:
        path = FOLDER / file_name(document, ending)
        departures.write(document, path)
        desk.wait_until(lambda: not departures.busy)
        if not path.exists():
            raise SystemExit(desk.window.status.currentMessage())
        yield path


def _agrees(path: Path, document: Document) -> bool:
    same = same_content(read_file(path).document, document)
    _name(path, "exported; read again, it says the same" if same else "exported; IT DIFFERS")
    return same


def _picture(desk: Desk, name: str, says: str) -> None:
    path = FOLDER / f"{name}.png"
    desk.picture().save(str(path))
    _name(path, says)


def _name(path: Path, says: str) -> None:
    print(f"{path.relative_to(ROOT)}: {says}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
