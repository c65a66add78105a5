"""The shipped samples agree with the models: every value splits and glues, every code is right."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from perfdesk.models.code import check_character
from perfdesk.models.value import IndicatorValue, glue

ROOT = Path(__file__).parents[2]
COMMERCE = [ROOT / "resources/samples" / f"yunxi-commerce-{year}.json" for year in (2024, 2025)]
EVERY = [*COMMERCE, ROOT / "tests/data/qinghekou-2020.json"]


def read(path: Path) -> dict[str, Any]:
    """Return one interchange file as plain data."""
    document: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return document


@pytest.mark.parametrize("path", EVERY, ids=lambda path: path.stem)
def test_every_sample_value_splits_into_its_parts_and_glues_back(path: Path) -> None:
    values = [row["value"] for each in read(path)["projects"] for row in each["indicators"]]
    assert values
    for value in values:
        parts = (value["sign"], value["number"], value["unit"])
        assert IndicatorValue.read(value["text"]) == IndicatorValue(value["text"], *parts)
        assert glue(*parts) == value["text"]


@pytest.mark.parametrize("path", COMMERCE, ids=lambda path: path.stem)
def test_every_sample_code_ends_in_its_check_character(path: Path) -> None:
    codes = [project["code"] for project in read(path)["projects"]]
    assert len(set(codes)) == len(codes)
    assert [check_character(code) for code in codes] == [code[-1] for code in codes]


@pytest.mark.parametrize("path", COMMERCE, ids=lambda path: path.stem)
def test_every_sample_budget_adds_up(path: Path) -> None:
    for project in read(path)["projects"]:
        total, fiscal, other = (Decimal(amount or "0") for amount in project["budget"].values())
        assert total == fiscal + other > 0


def test_the_money_carried_over_keeps_its_code() -> None:
    before, after = ({p["name"]: p["code"] for p in read(path)["projects"]} for path in COMMERCE)
    kept = before.keys() & after.keys()
    assert kept == {"2024年外贸中小企业开拓市场资金"}
    assert all(before[name] == after[name] for name in kept)
