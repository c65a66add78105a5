"""The library: what is shipped would please a reviewer, what an office adds is taken in or told."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.io.forms import form_named
from perfdesk.io.library import library
from perfdesk.io.rule_book import rule_book, words
from perfdesk.models.library import BUDGET, Library, LibraryEntry, WorkKind
from perfdesk.models.project import Budget, Project
from perfdesk.models.review.check import check, check_one
from perfdesk.models.suggest.levels import Levels
from perfdesk.models.suggest.taking import as_row, template_rows
from perfdesk.paths import own_library_dir, resource_dir
from tests.conftest import ExpectLog
from tests.models.rules.sound import SOUND, TRAINING

FORM = form_named("hebei-2024")
BOOK = rule_book(FORM, {})
LEVELS = Levels(words().levels)
FILES = sorted((resource_dir() / "library").glob("*.toml"))
PROJECT = replace(
    TRAINING,
    budget=Budget("600.00", "600.00", ""),
    goals=("通过做好全年工作，使服务质量进一步提高，让群众得到实惠。",),
)
COST = re.compile(r"(成本|单价|标准|控制率|控制数)$")


def kind_in(path: Path) -> WorkKind:
    name = tomllib.loads(path.read_text(encoding="utf-8"))["kind"]
    return kind_named(library(), name)


def kind_named(shelf: Library, name: str) -> WorkKind:
    (kind,) = (kind for kind in shelf.kinds if kind.name == name)
    return kind


def remarks(project: Project) -> list[tuple[str, str]]:
    found = check_one(FORM, replace(SOUND, projects=(project,)), project, BOOK)
    return [(each.rule, each.sentence) for each in found]


def row_remarks(entry: LibraryEntry) -> list[tuple[str, str]]:
    """What rules say of one entry in a project, but for what they miss around it."""
    row = as_row(entry, PROJECT, FORM, LEVELS)
    project = replace(PROJECT, indicators=(row,))
    found = check_one(FORM, replace(SOUND, projects=(project,)), project, BOOK)
    return [(each.rule, each.sentence) for each in found if each.place.row_id == row.id]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
class TestShipped:
    """Every entry and every template would pass a review."""

    def test_the_file_is_of_the_shape_that_own_files_need(self, path: Path) -> None:
        own_library_dir().mkdir(parents=True)
        (own_library_dir() / path.name).write_bytes(path.read_bytes())
        assert kind_in(path).entries

    def test_no_rule_has_anything_to_say_about_an_entry(self, path: Path) -> None:
        kind = kind_in(path)
        said = {entry.name: row_remarks(entry) for entry in kind.entries}
        assert {name: remark for name, remark in said.items() if remark} == {}

    def test_no_rule_has_anything_to_say_about_a_form_begun_from_it(self, path: Path) -> None:
        rows = template_rows(kind_in(path), PROJECT, FORM, LEVELS)
        assert remarks(replace(PROJECT, indicators=rows)) == []

    def test_a_form_begun_from_it_measures_in_every_way_that_makes_sense(self, path: Path) -> None:
        levels = {entry.level2 for entry in kind_in(path).template}
        assert len(levels) >= 7
        assert {"数量指标", "质量指标", "时效指标", "成本指标", "社会效益指标"} <= levels
        assert "服务对象满意度指标" in levels

    def test_names_end_as_reviewers_expect(self, path: Path) -> None:
        for entry in kind_in(path).entries:
            if entry.level2 == "质量指标":
                assert entry.name.endswith("率")
            if entry.level2 == "成本指标":
                assert COST.search(entry.name)
                assert entry.value.text.startswith("≤")

    def test_an_entry_speaks_of_no_year_and_names_a_document(self, path: Path) -> None:
        for entry in kind_in(path).entries:
            assert len(entry.name) <= 14
            assert "《" in entry.basis
            assert not re.search(r"20\d\d", f"{entry.name}{entry.description}{entry.basis}")
            assert not re.search(r"20\d\d年", entry.value.text)

    def test_a_project_named_for_it_is_recognised(self, path: Path) -> None:
        kind = kind_in(path)
        for word in kind.keywords[:1]:
            assert library().recognised(f"2025年{word}经费")[0] == kind


def test_there_are_a_few_hundred_and_each_name_stands_once() -> None:
    counted = Counter(entry.name for entry in library().entries)
    assert len(counted) > 360
    assert [name for name, count in counted.items() if count > 1] == []


def test_like_names_point_the_same_way_in_all_kinds_of_work() -> None:
    projects = tuple(
        replace(
            PROJECT,
            id=f"of {kind.name}",
            indicators=tuple(as_row(entry, PROJECT, FORM, LEVELS) for entry in kind.entries),
        )
        for kind in library().kinds
    )
    found = check(FORM, replace(SOUND, projects=projects), BOOK)
    assert [each.sentence for each in found if each.rule == "V12"] == []


def test_the_budget_is_the_only_thing_left_open() -> None:
    open_values = {e.value.text for e in library().entries if "{" in e.value.text}
    assert open_values == {f"≤{BUDGET}万元"}


OWN = """
kind = "培训"
keywords = ["夜校"]
template = ["夜校学员人数", "培训合格率"]

[[indicator]]
level2 = "数量指标"
name = "夜校学员人数"
description = "在夜校登记上课的学员数量"
value = "≥300人"
basis = "《夜校招生简章》"

[[indicator]]
level2 = "数量指标"
name = "培训人次"
description = "夜校各班实际签到的累计数"
value = "≥900人次"
basis = "《夜校教学计划》"
"""


class TestOwn:
    """What an office adds, in the folder beside its store."""

    @staticmethod
    def write(text: str, name: str = "own.toml", encoding: str = "utf-8") -> None:
        own_library_dir().mkdir(parents=True, exist_ok=True)
        (own_library_dir() / name).write_text(text, encoding=encoding)

    def test_a_kind_of_the_same_name_is_added_to(self) -> None:
        self.write(OWN)
        kind = kind_named(library(), "培训")
        assert kind.keywords[0] == "培训"
        assert kind.keywords[-1] == "夜校"
        names = [entry.name for entry in kind.entries]
        assert names[0] == "培训人次"
        assert names[-1] == "夜校学员人数"
        assert [entry.name for entry in kind.template] == ["夜校学员人数", "培训合格率"]
        (replaced,) = (entry for entry in kind.entries if entry.name == "培训人次")
        assert replaced.description == "夜校各班实际签到的累计数"

    def test_a_kind_of_its_own_comes_last(self) -> None:
        self.write(OWN.replace('"培训"', '"社区夜校"').replace(', "培训合格率"', ""))
        assert library().kinds[-1].name == "社区夜校"
        assert library().recognised("2026年夜校经费")[0].name == "社区夜校"

    @pytest.mark.parametrize(
        ("spoil", "told"),
        [
            (lambda text: text.replace("basis", "basic"), "basis"),
            (lambda text: text.replace("kind = ", "art = "), "kind|art"),
            (lambda text: text.replace('value = "≥300人"', "value = 300"), "value"),
            (lambda text: text.replace('["夜校"]', '"夜校"'), "keywords"),
            (lambda text: text.replace("[[indicator]]", "[[indicator"), "第 6 行"),
        ],
    )
    def test_a_file_that_does_not_fit_is_left_out_and_told(
        self, spoil: Callable[[str], str], told: str, expect_log: ExpectLog
    ) -> None:
        self.write(spoil(OWN))
        expect_log(f"own.toml.*({told})")
        assert "夜校学员人数" not in library().names
        assert "培训人次" in library().names

    def test_other_files_are_taken_in_all_the_same(self, expect_log: ExpectLog) -> None:
        self.write(OWN)
        self.write(OWN, "gbk.toml", "gb18030")
        expect_log("gbk.toml.*UTF-8")
        assert "夜校学员人数" in library().names

    def test_a_template_names_what_is_not_there(self, expect_log: ExpectLog) -> None:
        self.write(OWN.replace('"培训合格率"]', '"培训合格"]'))
        expect_log("培训.*没有的指标“培训合格”")
        assert [e.name for e in kind_named(library(), "培训").template] == ["夜校学员人数"]
