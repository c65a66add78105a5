from dataclasses import replace
from typing import Any

import pytest

from perfdesk.models.sheet import Place
from perfdesk.models.statement import Safeguard
from perfdesk.models.years.confirm import Confirm
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import TRAINING, with_project, with_row, with_statement

CASES = [
    Case(
        "S04",
        broken=with_project(purpose="支付2024年外聘教师课酬和教材印制费用。"),
        right=with_project(purpose="支付2025年外聘教师课酬和教材印制费用。"),
        place="projects[0].purpose",
    ),
    Case(
        "S04",
        broken=with_statement(overall="围绕外贸稳量提质，2024年全面提高商务服务水平。"),
        right=with_statement(overall="围绕外贸稳量提质，2025年全面提高商务服务水平。"),
        place="statement.overall",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.place}")
def test_the_rule(case: Case) -> None:
    try_case(case)


@pytest.mark.parametrize(
    "text",
    [
        "在2024年基础上增加培训场次。",
        "培训人次较2024年增长5%。",
        "落实《2024年商务工作要点》。",
        "按2023—2026年行动方案组织培训。",
        "实施期为2024年至2026年。",
        "支付2024年教材印制尾款。",
        "云商务〔2024〕3号文件确定的任务。",
        "到2027年形成长效培训机制。",
        "改善办公条件，计划2026年6月竣工。",
    ],
)
def test_other_years_on_purpose_are_no_slips(text: str) -> None:
    assert found(with_project(purpose=text), "S04") == []


@pytest.mark.parametrize(
    "text",
    [
        "确保2024年外贸考核排名进入全市前列。",
        "全部培训于2024年12月底前办结。",
        "2024年底前完成培训12场。",
        "完成2024年度培训任务。",
    ],
)
def test_last_year_s_words_left_standing_are_slips(text: str) -> None:
    assert found(with_project(purpose=text), "S04")


def test_money_carried_over_speaks_of_its_own_year() -> None:
    document = with_project(name="2024年外贸业务培训经费", purpose="支付2024年培训课酬。")
    assert found(document, "S04") == []
    by_code = with_project(code=TRAINING.code.replace("25P", "24P"), purpose="支付2024年培训课酬。")
    assert found(by_code, "S04") == []


def test_next_year_at_the_head_of_a_clause_is_a_slip() -> None:
    assert found(with_project(purpose="2026年支付培训课酬。"), "S04")


def test_a_document_of_no_year_has_no_other() -> None:
    document = replace(with_project(purpose="支付2024年培训课酬。"), year=0)
    assert found(document, "S04") == []


def test_years_in_any_writing_are_read() -> None:
    for text in ("２０２４年完成培训12场。", "二〇二四年完成培训12场。"):
        assert found(with_project(purpose=text), "S04")


PERIOD = "落实“十四五”规划（2021—2024年）任务。"


@pytest.mark.parametrize("field", ["purpose", "goals"])
def test_a_period_in_last_year_s_text_is_to_be_looked_at_until_it_was(field: str) -> None:
    text = (PERIOD,) if field == "goals" else PERIOD
    content: dict[str, Any] = {field: text}
    carried = with_project(**content, carried=frozenset({field}))
    (hit,) = found(carried, "S04")
    assert "“2021—2024年”" in hit.sentence
    project = carried.projects[0]
    looked_at = Confirm(frozenset({Place(project.id, field)})).apply(carried)
    assert found(looked_at, "S04") == []


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "2024年起实施的培训", "2024年"),
        ("description", "较2020年增长的比例", "2020年"),
        ("value", "2022—2024年", "2022—2024年"),
        ("basis", "2024年培训合同", "2024年"),
        ("basis", "2024级学员名册", "2024级"),
    ],
)
def test_a_row_of_last_year_is_looked_through_cell_by_cell(
    field: str, text: str, said: str
) -> None:
    content: dict[str, Any] = {field: text}
    (hit,) = found(with_row("数量指标", **content, carried=frozenset({field})), "S04")
    assert hit.place.field == field
    assert f"“{said}”是沿用的文字" in hit.sentence
    assert found(with_row("数量指标", **content), "S04") == []


def test_part_one_of_last_year_is_looked_through_too() -> None:
    before = with_statement(overall=PERIOD, carried=frozenset({"overall"}))
    assert [each.place.field for each in found(before, "S04")] == ["statement.overall"]
    safeguards = (Safeguard("督导", PERIOD, carried=frozenset({"text"})), Safeguard("资金", PERIOD))
    (hit,) = found(with_statement(safeguards=safeguards), "S04")
    assert (hit.place.row_id, hit.place.field) == (safeguards[0].id, "text")


@pytest.mark.parametrize(
    "text",
    ["2025年比2024年增长4%。", "保障2024—2025年度供暖季。", "落实《2024年商务工作要点》。"],
)
def test_what_moves_on_with_the_year_or_names_a_document_is_no_matter(text: str) -> None:
    assert found(with_project(purpose=text, carried=frozenset({"purpose"})), "S04") == []


def test_money_carried_over_keeps_its_own_year_in_last_year_s_text_too() -> None:
    document = with_project(
        name="2024年外贸业务培训经费",
        purpose="2024年以来的培训课酬。",
        carried=frozenset({"purpose"}),
    )
    assert found(document, "S04") == []
