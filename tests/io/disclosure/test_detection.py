"""Year, form, department and units, where no line of the document says them outright."""

from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.io.problem import Problem
from perfdesk.io.reading import Reading
from perfdesk.models.document import Department, Document
from perfdesk.models.project import Unit
from perfdesk.paths import own_forms_dir, resource_dir
from tests.io.disclosure.inventions import BUREAU, STATION, bureau, old_bureau
from tests.io.disclosure.printing import Shape, published

PLAIN = Shape()


def read(document: Document, shape: Shape = PLAIN, name: str = "公开文本.txt") -> Reading:
    return read_text(published(document, shape), name)


def named(document: Document, *years: tuple[str, str]) -> Document:
    """Return the document with other years in the codes and the names of its projects."""
    projects = tuple(
        replace(each, code=each.code[:6] + code + each.code[8:], name=name + each.name[5:])
        for each, (code, name) in zip(document.projects, years, strict=True)
    )
    return replace(document, projects=projects)


def test_money_carried_over_does_not_make_the_year() -> None:
    old, new = ("24", "2024年"), ("25", "2025年")
    reading = read(named(bureau(), old, old, new, old))
    assert reading.document.year == 2025
    assert [str(remark) for remark in reading.remarks] == [
        "项目编码和名称中有 2024、2025 几个年度，已按 2025 年读入，请核对。"
    ]


def test_a_slip_of_the_pen_does_not_make_the_year_either() -> None:
    projects = tuple(replace(each, id=each.id * 2) for each in bureau().projects)
    document = replace(bureau(), projects=bureau().projects + projects)
    years = [("25", "2025年")] * 7 + [("35", "")]
    assert read(named(document, *years)).document.year == 2025


@pytest.mark.parametrize(
    "title",
    [
        "2026年部门预算绩效信息",
        "2026年度部门预算绩效文本",
        "2026 年度预算信息公开",
        "二〇二六年部门预算绩效目标公开",
        "临溪县水务局2026年部门预算绩效文本",
    ],
)
def test_a_title_says_the_year(title: str) -> None:
    assert read(bureau(2025), Shape(title=title)).document.year == 2026


def test_sentences_do_not_say_the_year() -> None:
    shape = Shape(before="按照规定，现将2019年部门预算公开如下，较2018年预算有所增加。\n")
    assert read(old_bureau(2021), shape).document.year == 2021


def test_the_file_name_says_the_year_where_nothing_else_does() -> None:
    nameless = named(old_bureau(), *[("", "")] * 4)
    reading = read(nameless, name="2022年公开文本.txt")
    assert reading.document.year == 2022
    assert "文件名" in reading.remarks[0].sentence
    unknown = read(nameless)
    assert unknown.document.year == 0
    assert "没有找到年度" in unknown.remarks[0].sentence


def test_the_form_goes_by_the_tables_not_by_the_year() -> None:
    assert read(bureau(2023)).document.form == "hebei-2024"
    assert read(old_bureau(2025)).document.form == "hebei-2020"


def test_the_form_goes_by_the_year_where_there_are_no_tables() -> None:
    statement = replace(bureau(), projects=())
    for year, form in ((2021, "hebei-2020"), (2026, "hebei-2024")):
        document = read(statement, Shape(title=f"{year}年部门预算绩效信息")).document
        assert (document.year, document.form) == (year, form)


def test_what_is_told_from_outside_counts() -> None:
    reading = read_text(published(bureau()), "x", form_id="hebei-2020", year=2030)
    assert (reading.document.year, reading.document.form) == (2030, "hebei-2020")
    with pytest.raises(Problem, match="没有名为“某省”的表样"):
        read_text(published(bureau()), "x", form_id="某省")


def with_units(*units: Unit) -> Document:
    projects = tuple(
        replace(each, unit=unit) for each, unit in zip(bureau().projects, units, strict=True)
    )
    return replace(bureau(), projects=projects)


@pytest.mark.parametrize(
    ("units", "department"),
    [
        ((STATION, STATION, BUREAU, BUREAU), Department("467", "临溪县水务局")),
        ((STATION,) * 4, Department("467", "临溪县河道管护站")),
        ((STATION, STATION, Unit("467009", "水文站"), STATION), Department("467", "")),
        ((Unit("", "临溪县水务局"),) * 4, Department("", "临溪县水务局")),
    ],
)
def test_the_department_comes_from_the_units(
    units: tuple[Unit, ...], department: Department
) -> None:
    reading = read(with_units(*units))
    assert reading.document.department == department
    assert [project.unit for project in reading.document.projects] == list(units)
    assert len(reading.remarks) == (0 if department.name else 1)


def test_the_department_comes_from_the_title_where_the_units_do_not_tell() -> None:
    units = (STATION, STATION, Unit("467009", "水文站"), STATION)
    for title in ("临溪县水务局2025年部门预算绩效文本", "临溪县水务局\n2025年部门预算绩效文本"):
        reading = read(with_units(*units), Shape(title=title))
        assert reading.document.department == Department("467", "临溪县水务局")
        assert reading.remarks == ()


def test_a_title_that_names_another_office_is_kept_as_unread() -> None:
    document = read(bureau(), Shape(title="临溪县农业局2025年部门预算绩效文本")).document
    assert document.department.name == "临溪县水务局"
    assert [each.text for each in document.unread] == ["临溪县农业局2025年部门预算绩效文本"]


def test_units_of_two_departments() -> None:
    reading = read(with_units(BUREAU, BUREAU, BUREAU, Unit("315001", "云溪区商务局")))
    assert reading.document.department == Department("467", "临溪县水务局")
    assert any("不同部门" in remark.sentence for remark in reading.remarks)


def test_the_form_of_another_county(own_home: Path) -> None:
    """Another county's form is a file: its labels, levels and titles are then known."""
    own_forms_dir().mkdir(parents=True)
    shipped = (resource_dir() / "forms/hebei-2024.toml").read_text(encoding="utf-8")
    words = {
        'id = "hebei-2024"': 'id = "linxi-2025"',
        "项目编码": "项目代号",
        '效益指标", aliases': '成效指标", aliases',
        "绩效目标表": "预算绩效申报单",
        "一、总体绩效目标": "一、全年奋斗目标",
    }
    for ours, theirs in words.items():
        assert ours in shipped
        shipped = shipped.replace(ours, theirs)
    (own_forms_dir() / "linxi-2025.toml").write_text(shipped, encoding="utf-8")
    text = published(bureau(), Shape(project_end="预算绩效申报单"))
    text = text.replace("\t项目编码", "\t项目代号").replace("\t效益指标", "\t成效指标")
    reading = read_text(text.replace("一、总体绩效目标", "一、全年奋斗目标"), "x")
    document = reading.document
    assert own_home.is_dir()
    assert document.form == "linxi-2025"
    assert document.statement.overall == bureau().statement.overall
    assert [each.code for each in document.projects] == [each.code for each in bureau().projects]
    assert [each.name for each in document.projects] == [each.name for each in bureau().projects]
    assert document.projects[0].indicators[6].level1 == "成效指标"
    assert reading.remarks == ()
