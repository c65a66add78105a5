"""The table of findings: whatever comes and goes, each index stays with its finding."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from perfdesk.io.forms import form_named
from perfdesk.models.document import Document
from perfdesk.models.project import Project
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.sheet import Place
from perfdesk.ui.findings.finding_row import Column, FindingRow, Key
from perfdesk.ui.findings.findings_model import FindingsModel

HOME = Document(2025, "hebei-2024"), form_named("hebei-2024")
SEVERITIES = tuple(Severity)
WORKING = QAbstractItemModelTester.FailureReportingMode.Fatal


def row(number: int, severity: Severity = Severity.HINT, sentence: str = "") -> FindingRow:
    """An invented finding of a rule that there is, at a place of its own."""
    project = Project(name=f"项目{number % 7}", id=f"project{number % 7}")
    place = Place(f"row{number}", "value")
    said = sentence or f"第{number:05}处"
    finding = Finding("V08", severity, project.id, place, said, "", "")
    return FindingRow(Key(HOME[0].id, "V08", place), finding, project, None, HOME)


def shown(model: FindingsModel) -> list[str]:
    return [str(model.index(at, Column.SENTENCE).data()) for at in range(model.rowCount())]


def sentences(rows: Sequence[FindingRow]) -> list[str]:
    return [each.finding.sentence for each in rows]


NUMBERS = st.lists(st.integers(0, 12), unique=True)


@given(NUMBERS, NUMBERS, st.sampled_from([-1, Column.SENTENCE, Column.PROJECT]))
def test_the_list_is_what_it_was_told_and_indexes_stay_with_their_findings(
    before: list[int], after: list[int], column: int
) -> None:
    model = FindingsModel()
    tester = QAbstractItemModelTester(model, WORKING)
    model.sort(column)
    model.show([row(number) for number in before])
    held = [QPersistentModelIndex(model.index(at, 0)) for at in range(model.rowCount())]
    keys = [each.key for each in model.rows()]
    model.show([row(number, sentence=f"又一次{number:05}") for number in after])
    fresh = FindingsModel()
    fresh.sort(column)
    fresh.show([row(number, sentence=f"又一次{number:05}") for number in after])
    assert shown(model) == shown(fresh)
    if before and after:
        for key, index in zip(keys, held, strict=True):
            assert index.row() == model.at(key), "-1 for what is gone"
    del tester


def test_an_edit_of_one_tells_of_that_row_alone() -> None:
    model = FindingsModel()
    rows = [row(number) for number in range(50)]
    model.show(rows)
    told: list[tuple[int, int]] = []
    resets: list[int] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.modelReset.connect(lambda: resets.append(1))
    changed = [*rows[:20], row(20, sentence="别的话"), *rows[21:]]
    model.show(changed)
    assert told == [(20, 20)]
    model.show([*changed[:5], *changed[6:]])
    assert resets == []
    assert model.rowCount() == 49


def test_levels_sort_by_how_bad_they_are_and_blanks_stand_last() -> None:
    model = FindingsModel()
    rows = [row(number, SEVERITIES[2 - number % 3]) for number in range(6)]
    model.show(rows)
    model.sort(Column.LEVEL)
    words = [str(model.index(at, 0).data()) for at in range(6)]
    assert words == ["强制", "强制", "提示", "提示", "建议", "建议"]
    model.sort(Column.LEVEL, Qt.SortOrder.DescendingOrder)
    assert str(model.index(0, 0).data()) == "建议"
    model.sort(-1)
    assert shown(model) == sentences(rows)


def test_thirty_thousand_are_shown_and_found() -> None:
    model = FindingsModel()
    rows = [row(number) for number in range(30_000)]
    model.show(rows)
    assert model.rowCount() == 30_000
    model.show([*rows[:15_000], *rows[15_001:]])
    assert model.rowCount() == 29_999
    assert model.at(rows[20_000].key) == 19_999
