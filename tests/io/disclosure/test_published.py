"""The published documents that may lie beside the checkout, and the sample that does in it."""

from collections import Counter
from pathlib import Path

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.io.interchange import read_document, to_plain
from perfdesk.io.reading import Reading
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit
from tests.io.disclosure.keeping import lost_lines

ROOT = Path(__file__).parents[3]
ZONE = "2025-809-bonded-zone.txt"
BUREAU = "2025-322-commerce-bureau.txt"
OLD_ZONE = "2020-779-export-zone.txt"
NAMES = (ZONE, BUREAU, OLD_ZONE)
LEVELS1 = ("产出指标", "效益指标", "效果指标", "满意度指标")


def read(folder: Path, name: str) -> Reading:
    return read_text((folder / name).read_bytes(), name)


def rows_in(text: str) -> list[list[str]]:
    """Return the rows below the headings of all grids, by nothing but the sixth cell each.

    An empty line inside a row is passed over, an unfinished last row padded: what the six cells
    of a row are is counted, not understood.
    """
    rows: list[list[str]] = []
    cells: list[str] | None = None
    for line in text.split("\n"):
        if line.startswith("\t指标值确定依据"):
            cells = []
        elif cells is not None and line.startswith("\t"):
            cells.append(line.strip())
            if len(cells) == 6:
                rows.append(cells)
                cells = []
        elif cells is not None and line == " \t绩效目标":
            rows.append([*cells, ""])
            cells = None
        elif not line.strip("\n") and cells == []:
            continue
        elif line == " " or line.startswith("["):
            cells = None
    return [row for row in rows if row[1]]


@pytest.mark.parametrize(
    ("name", "counts"),
    [(ZONE, (7, 42, 4, 7)), (BUREAU, (9, 57, 5, 7)), (OLD_ZONE, (18, 117, 10, 7))],
)
def test_everything_arrives(
    shared_documents: Path, name: str, counts: tuple[int, int, int, int]
) -> None:
    document = read(shared_documents, name).document
    rows = sum(len(project.indicators) for project in document.projects)
    statement = document.statement
    parts = (len(statement.subgoals), len(statement.safeguards))
    assert (len(document.projects), rows, *parts) == counts


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_as_printed(shared_documents: Path, name: str) -> None:
    text = (shared_documents / name).read_text(encoding="utf-8")
    document = read(shared_documents, name).document
    read_rows = [row for project in document.projects for row in project.indicators]
    printed = rows_in(text)
    assert len(printed) == len(read_rows)
    level1 = ""
    for cells, row in zip(printed, read_rows, strict=True):
        level1 = cells[0] or level1
        assert row.level1 == level1
        assert level1 in LEVELS1
        assert [row.level2, row.name, row.description, row.value.text, row.basis] == cells[1:]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_lost(shared_documents: Path, name: str) -> None:
    text = (shared_documents / name).read_text(encoding="utf-8")
    assert lost_lines(text, read(shared_documents, name).document) == []


def test_what_the_documents_are(shared_documents: Path) -> None:
    zone, bureau, old_zone = (read(shared_documents, name).document for name in NAMES)
    assert [(d.year, d.form, d.department.code) for d in (zone, bureau, old_zone)] == [
        (2025, "hebei-2024", "809"),
        (2025, "hebei-2024", "322"),
        (2020, "hebei-2020", "779"),
    ]
    assert [unit.code for unit in zone.units] == ["809001"]
    assert [unit.code for unit in bureau.units] == ["322001", "322003"]
    assert [unit.code for unit in old_zone.units] == ["779002"]
    assert zone.department.name + "本级" == zone.units[0].name
    assert old_zone.department.name == old_zone.units[0].name


@pytest.mark.parametrize("name", [ZONE, BUREAU])
def test_heads_of_2025(shared_documents: Path, name: str) -> None:
    text = (shared_documents / name).read_text(encoding="utf-8")
    lines = [line.strip() for line in text.split("\n")]
    document = read(shared_documents, name).document
    codes = [lines[i + 1] for i, line in enumerate(lines) if line == "项目编码"]
    names = [lines[i + 1] for i, line in enumerate(lines) if line == "项目名称"]
    totals = [lines[i + 1] for i, line in enumerate(lines) if line == "预算数"]
    purposes = [lines[i + 4] for i, line in enumerate(lines) if line == "其他资金"]
    goals = [lines[i + 1] for i, line in enumerate(lines) if line == "绩效目标"]
    ends = [lines[i + 6] for i, line in enumerate(lines) if line == "12月底"]
    projects = document.projects
    assert [project.code for project in projects] == codes
    assert [project.name for project in projects] == names
    assert [project.budget.total for project in projects] == totals
    assert [project.budget.fiscal for project in projects] == totals
    assert {project.budget.other for project in projects} == {""}
    assert [project.purpose for project in projects] == purposes
    assert [project.goals for project in projects] == [(goal.removeprefix("1."),) for goal in goals]
    assert [project.plan.december + "%" for project in projects] == ends


def test_blank_plan_cells_stay_blank(shared_documents: Path) -> None:
    document = read(shared_documents, BUREAU).document
    plans = Counter(
        (p.plan.march, p.plan.june, p.plan.october, p.plan.december) for p in document.projects
    )
    assert plans == {
        ("25", "50", "75", "100"): 5,
        ("", "", "", "100"): 3,
        ("25", "25", "25", "25"): 1,
    }


def test_the_project_without_a_heading(shared_documents: Path) -> None:
    reading = read(shared_documents, OLD_ZONE)
    *_, before, last = reading.document.projects
    assert (last.name, last.code, last.unit) == ("", "", before.unit)
    assert len(last.goals) == 1
    assert (len(before.indicators), len(last.indicators)) == (12, 7)
    said = [remark.sentence for remark in reading.remarks if remark.place == "第1357行"]
    assert any("没有标题" in sentence for sentence in said)
    assert any("预算单位" in sentence for sentence in said)


def test_goals_on_several_lines(shared_documents: Path) -> None:
    document = read(shared_documents, OLD_ZONE).document
    assert len(document.projects[16].goals) == 5
    assert all(not goal[0].isdigit() for goal in document.projects[16].goals)


def test_the_disclosure_chapters_are_kept_and_reported(shared_documents: Path) -> None:
    reading = read(shared_documents, OLD_ZONE)
    assert [each.line for each in reading.document.unread] == [1, 272]
    assert "三公" in reading.document.unread[0].text
    assert "\t89.2\t" in reading.document.unread[0].text
    places = [remark.place for remark in reading.remarks]
    assert {"第1–194行", "第272–274行"} <= set(places)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        (ZONE, ["第43、45行", "第574行"]),
        (BUREAU, ["", "第849行"]),
        (OLD_ZONE, ["第1–194行", "第272–274行", "第409行", "第1352行", "第1357行", "第1357行"]),
    ],
)
def test_remarks_name_the_line(shared_documents: Path, name: str, places: list[str]) -> None:
    assert [remark.place for remark in read(shared_documents, name).remarks] == places


@pytest.mark.parametrize("name", NAMES)
def test_parts_of_the_statement(shared_documents: Path, name: str) -> None:
    statement = read(shared_documents, name).document.statement
    assert all(subgoal.title and subgoal.goal for subgoal in statement.subgoals)
    titles = [subgoal.title for subgoal in statement.subgoals]
    titles += [safeguard.title for safeguard in statement.safeguards]
    assert all(not title.endswith("。") and title[0] not in "（1234567" for title in titles)
    texts = [subgoal.goal + subgoal.indicators for subgoal in statement.subgoals]
    assert not any(text.startswith(("绩效目标", "绩效指标")) for text in texts)
    assert all(safeguard.text for safeguard in statement.safeguards)


def test_the_sample_of_2020() -> None:
    sample = ROOT / "resources/samples/qinghekou-2020.txt"
    expected = read_document((ROOT / "tests/data/qinghekou-2020.json").read_text(encoding="utf-8"))
    reading = read_text(sample.read_bytes(), sample.name)
    found = to_plain(reading.document)
    found.pop("unread")
    assert found == to_plain(expected)
    assert lost_lines(sample.read_text(encoding="utf-8"), reading.document) == []
    assert reading.document.department == Department("412", "清河口物流园区管理委员会")
    assert Unit("412002", "清河口物流园区综合服务中心") in reading.document.units
    assert isinstance(reading.document, Document)
