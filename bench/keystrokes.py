"""How many keys fill in a whole project: here, and in a spreadsheet form that is ready to fill.

The project (head, plan, two goals, nine indicators) is typed with real key events into the real
window, on a workspace of the sample documents, until it is exactly the wanted one. `strokes` is
the rule of what a key is, for both. In the spreadsheet everything is counted in its favour: the
form is open at its first cell, levels and headings stand there, Tab goes from one cell that is
to be filled in to the next, figures are formatted by themselves, and nothing is mistyped.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.figure import Figure, Goal
from bench.setting import Setting
from bench.strokes import keys_for
from bench.wanted import blank, past, wanted
from bench.workspace import fill_sample
from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from perfdesk.models.numbering import numbered
from perfdesk.models.project import Project

_FEWER = Goal(0.999, of_floor=True)  # a key less is enough
_A_FIFTH = Goal(0.2, of_floor=True)
_LINE_BREAK = 2  # Alt and Enter
_MOVE = 1


def keystrokes(setting: Setting) -> Iterator[Figure]:
    """The same project without suggestions, with them, and with last year's at hand."""
    spreadsheet = in_spreadsheet(wanted())
    plain = _typed(setting, "off")
    yield Figure("keys: a project, suggestions off", plain, _FEWER, spreadsheet, "keys")
    helped = _typed(setting, "on")
    yield Figure("keys: a project, suggestions on", helped, _FEWER, plain, "keys")
    begun = _typed(setting, "last-year", past())
    yield Figure("keys: a project, last year's at hand", begun, _A_FIFTH, spreadsheet, "keys")


def in_spreadsheet(project: Project) -> int:
    """Return how many keys type a project into a spreadsheet form, one move after each cell."""
    budget, plan = project.budget, project.plan
    texts = [project.code, project.name, budget.total, budget.fiscal, budget.other]
    texts += [project.purpose, plan.march, plan.june, plan.october, plan.december]
    for row in project.indicators:
        texts += [row.name, row.description, row.value.text, row.basis]
    goals = [numbered("1.", n) + goal for n, goal in enumerate(project.goals, 1)]
    in_goals = sum(map(keys_for, goals)) + _LINE_BREAK * (len(goals) - 1) + _MOVE
    return in_goals + sum(keys_for(text) + _MOVE for text in texts)


def _typed(setting: Setting, way: str, *more: Document) -> int:
    """Return how many keys were pressed in the window, in a workspace with some more documents."""
    store = setting.folder / f"keys-{way}.sqlite"
    _fill(store, more)
    count: int = setting.probe("keystrokes", store, way)["keys"]
    return count


def _fill(path: Path, more: tuple[Document, ...]) -> None:
    fill_sample(path)
    with Store.open(path) as store:
        for document in (*more, blank()):
            store.save(None, document)
