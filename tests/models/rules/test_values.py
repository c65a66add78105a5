import pytest

from tests.models.rules.cases import Case, try_case
from tests.models.rules.sound import with_row

CASES = [
    Case(
        "V08",
        broken=with_row("质量指标", value="≥100%"),
        right=with_row("质量指标", value="100%"),
        place="projects[0].indicators[2].value.sign",
        fixed=True,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_the_rule(case: Case) -> None:
    try_case(case)
