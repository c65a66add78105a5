import tomllib
from pathlib import Path

import pytest

from perfdesk.models.form import HEAD_FIELDS, INDICATOR_FIELDS, Form

FOLDER = Path(__file__).parents[2] / "resources/forms"


@pytest.fixture
def form() -> Form:
    plain = tomllib.loads((FOLDER / "hebei-2024.toml").read_text(encoding="utf-8"))
    return Form.from_plain(plain)


def test_a_form_knows_its_fields(form: Form) -> None:
    assert form.fields == set(HEAD_FIELDS)
    assert [column.field for column in form.grid] == list(INDICATOR_FIELDS)


def test_a_level_is_found_by_what_it_is_called_elsewhere(form: Form) -> None:
    assert [level.name for level in form.levels] == ["产出指标", "效益指标", "满意度指标"]
    assert form.level("效果指标") is form.level("效益指标") is form.levels[1]
    assert form.level("管理指标") is None
    assert form.level("") is None


def test_a_second_level_stands_below_one_first_level(form: Form) -> None:
    assert form.level2_names[:5] == ("数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标")
    assert len(form.level2_names) == 9
    for level in form.levels:
        assert all(form.level_above(name) is level for name in level.level2)
    assert form.level_above("别的指标") is None


def test_a_form_is_in_force_from_its_first_year_to_its_last(form: Form) -> None:
    assert [year for year in range(2020, 2030) if form.in_force(year)] == list(range(2024, 2030))
    assert not form.in_force(0)


def test_a_title_takes_any_name(form: Form) -> None:
    assert form.title_of("执法检查") == "执法检查绩效目标表"
    assert form.title_of("{name}{0}%s") == "{name}{0}%s绩效目标表"
    assert form.title_of("") == "绩效目标表"


def test_a_field_is_wanted_unless_it_may_stay_empty(form: Form) -> None:
    assert all(form.wants(field) != (field in form.optional) for field in HEAD_FIELDS)
    assert form.wants("code")
