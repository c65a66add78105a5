"""The order in which findings are gone through, several in one cell included."""

from perfdesk.io.forms import form_named
from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Project
from perfdesk.models.reason import Reason
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.sheet import Place
from perfdesk.models.statement import Statement, SubGoal
from perfdesk.ui.findings.finding_row import FindingRow, Key
from perfdesk.ui.findings.steps import step

ROWS = (Indicator(id="row1"), Indicator(id="row2"))
DOCUMENT = Document(
    2025,
    "hebei-2024",
    statement=Statement(subgoals=(SubGoal(id="sub"),)),
    projects=(Project(id="one", indicators=ROWS), Project(id="two")),
    id="document",
)
HOME = DOCUMENT, form_named("hebei-2024")


def row(
    row_id: str, field: str, severity: Severity = Severity.HINT, rule: str = "V08", reason: str = ""
) -> FindingRow:
    place = Place(row_id, field)
    finding = Finding(rule, severity, "one", place, f"{row_id} {field} {rule}", "", "")
    answer = Reason(rule, "", "", reason) if reason else None
    return FindingRow(Key("document", rule, place), finding, DOCUMENT.projects[0], answer, HOME)


OVERALL = row("", "statement.overall")
GOAL = row("sub", "goal")
CODE = row("one", "code")
SECOND_GOAL, FIRST_GOAL = row("one", "goals[1]"), row("one", "goals[0]")
UNIT = row("row1", "value.unit", Severity.WARNING, "V16")
NUMBER = row("row1", "value.number", Severity.ERROR, "V02")
NAME = row("row2", "name")
OTHER = row("two", "budget.total")
EVERY = [OTHER, NAME, UNIT, NUMBER, SECOND_GOAL, FIRST_GOAL, CODE, GOAL, OVERALL]
WAY = [OVERALL, GOAL, CODE, FIRST_GOAL, SECOND_GOAL, NUMBER, UNIT, NAME, OTHER]


def walked(*, forward: bool) -> list[FindingRow]:
    """Where one comes to, step by step, until one is where one began."""
    seen: list[FindingRow] = []
    here: FindingRow | None = None
    while len(seen) <= len(EVERY):
        place = here.finding.place if here else None
        found = step(DOCUMENT, EVERY, place, here.key if here else None, forward=forward)
        assert found is not None
        if found.row in seen:
            break
        here = found.row
        seen.append(here)
    return seen


def test_part_one_comes_first_then_the_forms_in_their_order_and_each_once() -> None:
    assert [each.finding.sentence for each in walked(forward=True)] == [
        each.finding.sentence for each in WAY
    ]


def test_backwards_it_is_the_same_way_from_its_end() -> None:
    assert walked(forward=False) == [*reversed(WAY)]


def test_going_round_is_told() -> None:
    found = step(DOCUMENT, EVERY, OTHER.finding.place, OTHER.key, forward=True)
    assert found is not None
    assert (found.row, found.number, found.of, found.round) == (OVERALL, 1, 9, True)


def test_a_cell_without_findings_is_a_place_on_the_way_too() -> None:
    found = step(DOCUMENT, EVERY, Place("row1", "basis"), None, forward=True)
    assert found is not None
    assert found.row is NAME
    found = step(DOCUMENT, EVERY, Place("row1", "basis"), None, forward=False)
    assert found is not None
    assert found.row is UNIT


def test_answered_ones_are_no_stations() -> None:
    answered = row("row1", "name", reason="合同约定")
    assert step(DOCUMENT, [answered], None, None, forward=True) is None
    found = step(DOCUMENT, [answered, NAME], Place("one", "code"), None, forward=True)
    assert found is not None
    assert (found.row, found.of) == (NAME, 1)
