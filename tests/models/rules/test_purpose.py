import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.models.project import Project
from tests.models.rules.cases import Case, found, try_case
from tests.models.rules.sound import SOUND, TRAINING, with_project

PLACE = "projects[0].purpose"
PURPOSE = TRAINING.purpose


def broken(rule: str, purpose: str, *, fixed: bool = False) -> Case:
    return Case(rule, with_project(purpose=purpose), SOUND, PLACE, fixed)


CASES = [
    broken("U01", ""),
    broken("U01", "—"),
    broken("U01", "无"),
    broken("U02", "用于支付2025年外贸业务培训经费。"),
    broken("U02", "开展外贸业务培训工作"),
    broken("U03", f"{TRAINING.code}-{TRAINING.name}"),
    broken("U03", f"{TRAINING.code}-{PURPOSE}", fixed=True),
    broken("U03", f"{PURPOSE}（13020924P00D8HF10005A）", fixed=True),
    broken("U04", "支付外聘教师 课酬、场地租赁费用。", fixed=True),
    broken("U04", "支付外聘教师课酬、\n场地租赁费用。", fixed=True),
    broken("U04", "支付外聘教师课酬和培训期间场地\n租赁、教材印制费用。", fixed=True),
    broken("U04", "支付\t600 人次培训的课酬。", fixed=True),
    broken("U04", "教师课酬\n场地租赁"),
    broken("U04", "1.支付全年外聘教师的课酬\n2.支付场地租赁费用"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)


def test_a_text_the_system_filled_in_is_told_as_one_slip() -> None:
    document = with_project(purpose=f"{TRAINING.code}-{TRAINING.name}")
    assert "只有项目编码和名称" in found(document, "U03")[0].sentence
    assert found(document, "U02") == []


@pytest.mark.parametrize(
    "purpose", ["购置 ThinkPad X1 笔记本20台。", "订阅 Office 365 软件。", "支付A B两地场租。"]
)
def test_a_blank_beside_a_foreign_word_may_be_meant(purpose: str) -> None:
    assert found(with_project(purpose=purpose), "U04") == []


def cleaned(purpose: str) -> str | None:
    """What the mend of the rule makes of a use of funds, None where there is none."""
    document = with_project(purpose=purpose)
    finding = next(iter(found(document, "U04")), None)
    if finding is None or finding.fix is None:
        return None
    project: Project = finding.fix.change.apply(document).projects[0]
    return project.purpose


def test_foreign_words_stay_apart() -> None:
    assert cleaned("订阅 Office\t365 软件 费用。") == "订阅 Office 365 软件费用。"


@given(st.text("培训费，。 \t\n\u3000A1.", min_size=1, max_size=30).map(str.strip))
def test_cleaning_takes_away_nothing_but_blanks(purpose: str) -> None:
    clean = cleaned(purpose)
    if clean is not None:
        assert "".join(clean.split()) == "".join(purpose.split())
        assert found(with_project(purpose=clean), "U04") == []
