"""Forms are data: the shipped ones hold, a wrong one is told, a new one needs no code."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from perfdesk.app import run
from perfdesk.io.files import read_file, write_file
from perfdesk.io.forms import (
    DEFAULT_FORM,
    all_forms,
    form_for_year,
    form_named,
    form_or_default,
    read_form,
)
from perfdesk.io.problem import Problem
from perfdesk.io.rule_book import rule_book, standard_rules
from perfdesk.models.blank import blank_document
from perfdesk.models.document import Department
from perfdesk.models.form import Form
from perfdesk.models.form_flaw import flaw
from perfdesk.models.outline import completeness
from perfdesk.models.project import Unit
from perfdesk.models.same import same_content
from perfdesk.paths import own_forms_dir
from tests.conftest import ExpectLog

ROOT = Path(__file__).parents[2]
SHIPPED = sorted((ROOT / "resources/forms").glob("*.toml"))
NEW = ROOT / "tests/data/linjiang-2031.toml"
Edit = Callable[[str], str]


@pytest.fixture
def new_form() -> Form:
    """The invented county's form, in the user's own folder of forms."""
    own_forms_dir().mkdir(parents=True)
    (own_forms_dir() / NEW.name).write_bytes(NEW.read_bytes())
    return form_named("linjiang-2031")


def refusal(path: Path) -> str:
    with pytest.raises(Problem) as caught:
        read_form(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith("。")
    return sentence


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_form_taken_unchecked_is_the_one_pydantic_reads(path: Path) -> None:
    plain = tomllib.loads(path.read_text(encoding="utf-8"))
    assert Form.from_plain(plain) == TypeAdapter(Form).validate_python(plain)
    assert form_named(path.stem) == read_form(path)
    assert flaw(form_named(path.stem), standard_rules()) == ""
    assert form_named(path.stem).id == path.stem


def test_every_shipped_form_is_offered_newest_first() -> None:
    forms = all_forms()
    assert {form.id for form in forms} == {path.stem for path in SHIPPED}
    assert [form.first_year for form in forms] == sorted(
        (form.first_year for form in forms), reverse=True
    )


@pytest.mark.parametrize(
    ("year", "form_id"),
    [(2020, "hebei-2020"), (2023, "hebei-2020"), (2024, "hebei-2024"), (2031, "hebei-2024")],
)
def test_a_year_has_its_form(year: int, form_id: str) -> None:
    assert form_for_year(year).id == form_id


@pytest.mark.parametrize("year", [0, 1999])
def test_a_year_without_a_form_has_the_newest(year: int) -> None:
    assert form_for_year(year).id == DEFAULT_FORM


def test_an_unknown_form_names_those_there_are() -> None:
    with pytest.raises(Problem, match="hebei-2024、hebei-2020"):
        form_named("别县-2031")
    assert form_or_default("别县-2031") == form_or_default("") == form_named(DEFAULT_FORM)


@pytest.mark.parametrize(
    ("wrong", "right", "words"),
    [
        ("rows = 3", "row = 3", "不认识“head[0][0].row”，是否应为“rows”"),
        ('name = "临江县（2031年起）"\n', "", "缺少“name”"),
        ("first_year = 2031", 'first_year = "2031"', "“first_year”应为整数，现为文本"),
        ("first_year = 2031", "first_year = 2031-01-01", "“first_year”应为整数"),
        ("first_year = 2031", "first_year = ", "第 5 行第 14 列"),
        ("last_year = 2035", "last_year = 2030", "last_year 早于"),
        ("fixed_order = false", "fixed_order = 0", "“fixed_order”应为 true 或 false"),
        ("widths = [10, 14, 20, 20, 10]", "widths = 5", "“widths”应为列表"),
        ("widths = [10, 14, 20, 20, 10]", "widths = [10, 14, 20, 20, 0]", "大于 0"),
        ("widths = [10, 14, 20, 20, 10]", "widths = [1, 1]", "至少要有 3 列"),
        ("widths = [10, 14, 20, 20, 10]", "widths = [1, 1, 1, 1, 1, 1]", "不是 6 列"),
        ('{ field = "name", columns', '{ label = "甲", field = "name", columns', "之一"),
        ('{ field = "name", columns', '{ fields = "name", columns', "head[0][1].fields"),
        ('{ field = "code" }', '{ field = "codes" }', "“codes”不是字段"),
        ('{ field = "code" }', '{ field = "name" }', "“name”出现了两次"),
        ('{ label = "编码" }', '{ label = "编码", columns = 2 }', "第 1 行"),
        ('{ label = "编码" }', '{ label = "编码", columns = 0 }', "大于 0"),
        ('{ field = "goals", columns = 5 }', '{ field = "goals", columns = 5, rows = 2 }', "以下"),
        ('{ field = "value", heading = "目标值" },', "", "缺少“value”"),
        ('{ field = "basis", heading', '{ field = "name", heading', "“name”出现了两次"),
        ('{ field = "basis", heading', '{ field = "weight", heading', "“weight”不是字段"),
        ('heading = "目标值" }', 'heading = "目标值", columns = 2 }', "不是 5 列"),
        ('["经济成本", "社会成本"]', "[]", "至少要有一个二级指标"),
        ('["经济成本", "社会成本"]', '["经济成本", "数量"]', "“数量”出现了两次"),
        ('optional = ["basis"', 'optional = ["basics"', "“basics”不是字段"),
        ('project_title = "{name}目标申报表"', 'project_title = "目标申报表"', "{name}"),
        ('project_title = "{name}目标申报表"', 'project_title = "{name}{年度}"', "{name}"),
        ('goal_number = "（一）"', 'goal_number = "、"', "wording.goal_number"),
        ('goal_number = "（一）"\n', "", "缺少“wording.goal_number”"),
    ],
)
def test_what_is_wrong_with_a_form_is_told(
    tmp_path: Path, wrong: str, right: str, words: str
) -> None:
    text = NEW.read_text(encoding="utf-8")
    assert wrong in text
    path = tmp_path / "linjiang-2031.toml"
    path.write_text(text.replace(wrong, right, 1), encoding="utf-8")
    sentence = refusal(path)
    assert words in sentence
    assert "Input" not in sentence


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ('[rules]\nV08 = "off"', "“rules.V08”应为对象 {…}，现为文本。"),
        ("[rules.V08]\nseverity = true", "“rules.V08.severity”应为文本或数字，现为逻辑值"),
        ("[rules.V08]\nseverity = [1]\n[rules.V04]\nseverity = [1]", "；另有 1 处不符。"),
        (
            '[rules.V08]\nseverity = "serious"',
            "rules.V08.severity 只能是 error、warning、hint 或 off，现为“serious”。",
        ),
        ('[rules.V05]\nunit = "十"', "rules.V05.unit 应为数字，现为“十”。"),
    ],
)
def test_what_is_wrong_with_a_forms_rules_is_told(tmp_path: Path, rules: str, words: str) -> None:
    path = tmp_path / "linjiang-2031.toml"
    path.write_text(f"{NEW.read_text(encoding='utf-8')}\n{rules}\n", encoding="utf-8")
    assert words in refusal(path)


def test_a_form_may_change_rules_also_such_as_only_a_newer_program_knows(tmp_path: Path) -> None:
    path = tmp_path / "linjiang-2031.toml"
    rules = '[rules.V08]\nseverity = "off"\n[rules.Z99]\nseverity = "error"\nmost = 0.5\n'
    path.write_text(f"{NEW.read_text(encoding='utf-8')}\n{rules}", encoding="utf-8")
    form = read_form(path)
    assert form.rules == {"V08": {"severity": "off"}, "Z99": {"severity": "error", "most": 0.5}}
    assert rule_book(form, {}).severity("V08") is None


def test_a_cell_that_another_cuts_in_two_is_told(tmp_path: Path) -> None:
    name, label = '{ field = "name", columns = 2, rows = 2 }', '{ label = "编码" }'
    text = NEW.read_text(encoding="utf-8")
    text = text.replace(name, "NAME").replace(label, name).replace("NAME", label)
    path = tmp_path / "linjiang-2031.toml"
    path.write_text(text, encoding="utf-8")
    assert flaw(read_form(path), standard_rules()) == ""
    text = text.replace('[{ label = "总额" }, { field = "budget.total" }]', "[CELL]")
    path.write_text(text.replace("CELL", '{ label = "总额", columns = 2 }'), encoding="utf-8")
    assert "第 2 行有一格被上面的格隔断" in refusal(path)


def test_a_file_that_is_no_form_is_told(tmp_path: Path) -> None:
    assert "没有这个文件" in refusal(tmp_path / "没有.toml")
    assert "文件夹" in refusal(tmp_path)
    path = tmp_path / "表样.toml"
    path.write_bytes("名 = 1".encode("gb18030"))
    assert "UTF-8" in refusal(path)
    path.write_text("a = [" * 5000, encoding="utf-8")
    assert "TOML" in refusal(path)
    path.write_text("", encoding="utf-8")
    assert "缺少“id”" in refusal(path)


def test_an_office_may_add_a_form_without_any_code(
    new_form: Form, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new_form in all_forms()
    assert form_for_year(2033) == new_form
    document = blank_document(
        new_form, 2031, Department("701", "临江县农业局"), Unit("701001", "本级")
    )
    count = completeness(new_form, document.projects[0])
    assert (count.filled, count.needed > 0) == (0, True)
    for ending in (".json", ".xlsx"):
        path = tmp_path / f"空表{ending}"
        write_file(document, path)
        reading = read_file(path)
        assert same_content(reading.document, document)
        assert reading.remarks == ()
    assert run(["convert", str(tmp_path / "空表.xlsx"), "-"]) == 0
    assert '"form": "linjiang-2031"' in capsys.readouterr().out


def test_an_own_form_that_is_wrong_is_left_out_and_told_to_who_asks(
    new_form: Form, expect_log: ExpectLog
) -> None:
    path = own_forms_dir() / "另一个.toml"
    path.write_text("id = 5", encoding="utf-8")
    expect_log("另一个.toml")
    assert new_form in all_forms()
    with pytest.raises(Problem, match="“id”应为文本"):
        form_named("另一个")
    assert form_or_default("另一个").id == DEFAULT_FORM


def test_an_own_form_does_not_take_the_place_of_a_shipped_one() -> None:
    shipped = form_named("hebei-2024")
    own_forms_dir().mkdir(parents=True)
    text = NEW.read_text(encoding="utf-8")
    (own_forms_dir() / "hebei-2024.toml").write_text(text, encoding="utf-8")
    (own_forms_dir() / "别名.toml").write_text(text, encoding="utf-8")
    assert form_named("hebei-2024") == shipped
    with pytest.raises(Problem, match="id 应与文件名相同"):
        form_named("别名")


def test_importing_the_forms_stays_cheap() -> None:
    program = """
import sys
from perfdesk.io.forms import form_named
form_named("hebei-2024")
assert not {"pydantic", "platformdirs", "json", "typing_extensions"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
