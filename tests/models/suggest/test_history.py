"""What an office remembers: learned once, then kept up with every edit."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.document import Document
from perfdesk.models.project import Indicator, Unit
from perfdesk.models.suggest.history import History
from perfdesk.models.suggest.query import Query
from perfdesk.models.value import IndicatorValue
from tests.models.suggest.office import LEVELS, document, history, project, row

PATROL = project("2025年河道巡查经费", row("数量指标", "巡查次数", "≥48次"), code="A1")
DREDGING = project("2025年河道清淤工程", row("质量", "验收合格率"), row("数量指标", "清淤长度"))
PAST = document(2025, PATROL, DREDGING)


def remembered(memory: History, *levels: str) -> dict[tuple[str, str], list[tuple[int, str, str]]]:
    """All that can be found: where each indicator was used, and with what value."""
    every = memory.find(Query(""), frozenset(), 1000)
    return {
        (LEVELS_OF[known.level], known.name): sorted(
            (use.project.year, use.project.name, use.cells.value.text)
            for use in known.latest_uses()
        )
        for known, _ in every
    }


LEVELS_OF = {LEVELS.level(name): name for name in ("数量指标", "质量指标", "时效指标")}


def test_an_indicator_is_known_by_meaning_of_its_level_and_name() -> None:
    memory = history(PAST, document(2024, project("旧", row("质量指标", " 验收合格率 "))))
    known = memory.known(LEVELS.level("质量指标"), "验收合格率")
    assert known
    assert [use.project.year for use in known.latest_uses()] == [2025, 2024]
    assert memory.known(LEVELS.level("数量指标"), "验收合格率") is None


def test_rows_without_a_name_are_no_indicators() -> None:
    assert remembered(history(document(2025, project("空", row("数量指标", " "))))) == {}


class TestFollowing:
    """After any edit, memory is what it would be had it read the document anew."""

    @pytest.mark.parametrize(
        "after",
        [
            replace(PAST, projects=(PATROL,)),
            replace(PAST, projects=(DREDGING, PATROL)),
            replace(PAST, year=2024),
            replace(PAST, projects=(replace(PATROL, name="2025年巡河"), DREDGING)),
            replace(PAST, projects=(replace(PATROL, code="A2"), DREDGING)),
            replace(PAST, projects=(replace(PATROL, indicators=()), DREDGING)),
            replace(PAST, projects=(*PAST.projects, project("新", row("时效指标", "开工时间")))),
            replace(
                PAST,
                projects=(
                    PATROL,
                    replace(
                        DREDGING,
                        indicators=(
                            row("数量指标", "清运土方"),
                            replace(DREDGING.indicators[1], name="清淤里程"),
                            DREDGING.indicators[0],
                        ),
                    ),
                ),
            ),
        ],
    )
    def test_an_edit(self, after: Document) -> None:
        memory = history(PAST)
        memory.update(PAST, after)
        assert remembered(memory) == remembered(history(after))
        memory.update(after, PAST)
        assert remembered(memory) == remembered(history(PAST))

    def test_a_document_comes_and_goes(self) -> None:
        memory = history()
        memory.update(None, PAST)
        assert remembered(memory) == remembered(history(PAST))
        memory.update(PAST, None)
        assert remembered(memory) == {}

    def test_what_changed_while_it_was_learned_is_put_right(self) -> None:
        later = replace(PAST, projects=(replace(PATROL, indicators=()),))
        memory = history(PAST)
        memory.update(None, later)
        assert remembered(memory) == remembered(history(later))

    def test_an_edit_of_what_it_never_saw_teaches_it(self) -> None:
        memory = history()
        later = replace(PAST, projects=(replace(PATROL, purpose="巡河"), DREDGING))
        memory.update(PAST, later)
        assert remembered(memory) == remembered(history(later))

    def test_a_new_name_is_found_at_once(self) -> None:
        memory = history(PAST)
        new = replace(PATROL, indicators=(row("数量指标", "无人机巡查里程"),))
        memory.update(PAST, replace(PAST, projects=(new, DREDGING)))
        found = memory.find(Query("wrj"), LEVELS.level("数量"), 10)
        assert [known.name for known, _ in found] == ["无人机巡查里程"]


ROWS = st.lists(
    st.builds(
        row,
        st.sampled_from(["数量指标", "质量指标", "时效指标"]),
        st.sampled_from(["巡查次数", "合格率", "完成时间", ""]),
        st.sampled_from(["≥1次", "≥90%"]),
    ),
    max_size=4,
)


@given(st.lists(st.lists(ROWS, max_size=3), min_size=1, max_size=5), st.data())
def test_memory_follows_any_row_of_edits(
    edits: list[list[list[Indicator]]], data: st.DataObject
) -> None:
    now = document(2025)
    memory = history(now)
    pool: list[Indicator] = []
    for number, edit in enumerate(edits):
        pool += [each for rows in edit for each in rows]
        projects = []
        for at, rows in enumerate(edit):
            kept = data.draw(st.lists(st.sampled_from(pool), max_size=3)) if pool else []
            unique = {each.id: each for each in (*rows, *kept)}
            name = data.draw(st.sampled_from(["河道", "泵站"]))
            projects.append(replace(project(name, *unique.values()), id=f"project {at}"))
        later = replace(now, projects=tuple(projects), year=2025 + number // 3)
        memory.update(now, later)
        now = later
        assert remembered(memory) == remembered(history(now))


TEXTS = st.text(st.characters(), max_size=6)


class TestSameProject:
    """The same project in earlier years."""

    def test_by_code_or_by_name_and_unit(self) -> None:
        other_unit = project("2023年河道巡查经费", unit=Unit("402002", "河道所"))
        memory = history(
            PAST,
            document(2024, project("2024年巡河费", code="A1")),
            document(2023, project("2023年度河道巡查经费"), other_unit),
            document(2026, project("2026年河道巡查经费")),
        )
        found = memory.same_project(replace(PATROL, id="now", name="2026年河道巡查经费"), 2026)
        assert [past.name for past in found] == [
            "2025年河道巡查经费",
            "2024年巡河费",
            "2023年度河道巡查经费",
        ]

    def test_a_project_without_name_and_code_is_the_same_as_none(self) -> None:
        memory = history(document(2024, project("2024年"), project("")))
        assert memory.same_project(project(""), 2025) == []


@given(st.lists(st.tuples(TEXTS, st.builds(IndicatorValue, *[TEXTS] * 4), TEXTS), max_size=4))
def test_what_stood_in_cells_comes_back_as_it_was(
    cells: list[tuple[str, IndicatorValue, str]],
) -> None:
    rows = [
        replace(row("数量指标", "巡查次数"), description=d, value=v, basis=b) for d, v, b in cells
    ]
    memory = history(document(2025, project("甲", *rows)))
    known = memory.known(LEVELS.level("数量指标"), "巡查次数")
    uses = list(known.latest_uses()) if known else []
    assert [use.cells for use in uses] == cells[::-1]
    assert [use.filled for use in uses] == [
        sum(map(bool, (d.strip(), v.text, b.strip()))) for d, v, b in cells[::-1]
    ]
