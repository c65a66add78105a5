"""Another program at work on a store, to be killed: writer.py STORE DEED.

`edit` saves edit after edit, each of which writes its number in four places, and prints the
number of each that is on disk. `hold` opens the store, says so and waits. `upgrade` says so in
the middle of an upgrade and waits.
"""

import sqlite3
import sys
from copy import deepcopy
from dataclasses import replace
from itertools import count
from pathlib import Path

from perfdesk.io.store.identity import VERSION
from perfdesk.io.store.store import Store
from perfdesk.io.store.upgrade import SHIPPED
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.statement import Statement

UPGRADES = deepcopy(SHIPPED)
"""Those of a program one version further."""


@UPGRADES.to(VERSION + 1)
def give_documents_a_note(connection: sqlite3.Connection) -> None:
    """Documents have a note."""
    connection.execute("ALTER TABLE document ADD COLUMN note TEXT NOT NULL DEFAULT '无'")


def edited(document: Document, number: int) -> Document:
    """Return the document with `number` in four places, and so many projects and goals."""
    text = str(number)
    first, *others = document.projects
    indicator = replace(first.indicators[0], name=text)
    first = replace(first, goals=(text,) * (number % 5), name=text, indicators=(indicator,))
    new = Project(name=text) if number % 3 else others.pop(0)
    statement = replace(document.statement, overall=text)
    return replace(document, statement=statement, projects=(first, new, *others))


def numbers_in(document: Document) -> set[str]:
    """Return the numbers of the edits that `edited` left where every edit writes."""
    first = document.projects[0]
    return {document.statement.overall, first.name, first.indicators[0].name, *first.goals}


def say(what: str | int) -> None:
    """Tell the test how far this program is."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def _edit(store: Store) -> None:
    document = Document(
        statement=Statement("0"),
        projects=(
            Project(name="0", indicators=(Indicator(name="0"),)),
            Project(name="其他"),
            Project(name="其他"),
        ),
    )
    store.save(None, document)
    say(0)
    for number in count(1):
        before, document = document, edited(document, number)
        store.save(before, document)
        say(number)


def _wait_in_the_middle(connection: sqlite3.Connection) -> None:
    """Documents have another note, but not yet."""
    connection.execute("UPDATE document SET note = '半'")
    say("upgrading")
    sys.stdin.read()


def main(path: Path, deed: str) -> None:
    if deed == "upgrade":
        UPGRADES.to(VERSION + 2)(_wait_in_the_middle)
        Store.open(path, UPGRADES)
        return
    store = Store.open(path)
    if deed == "edit":
        _edit(store)
    say("holding")
    sys.stdin.read()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
