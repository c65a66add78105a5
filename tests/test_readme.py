"""What both readme files say can be typed and followed."""

import re
from pathlib import Path

import pytest

import dev
from perfdesk.app.command_line import COMMANDS

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(params=["README.md", "README.zh-CN.md"])
def readme(request: pytest.FixtureRequest) -> str:
    return (ROOT / str(request.param)).read_text(encoding="utf-8")


def test_its_links_and_folders_lead_somewhere(readme: str) -> None:
    made = {"build/tour/"}  # by the tour
    links = re.findall(r"\]\(([^)#]+)\)", readme) + re.findall(r"`([\w.]+/[\w./]*/)`", readme)
    assert links
    assert [link for link in links if link not in made and not (ROOT / link).exists()] == []


def test_its_commands_are_the_commands(readme: str) -> None:
    assert set(re.findall(r"dev\.py ([a-z]+)", readme)) <= dev.COMMANDS.keys()
    assert set(re.findall(r"`perfdesk ([a-z]+)", readme)) == COMMANDS.keys()


def test_the_english_one_names_every_command_of_dev() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"dev\.py ([a-z]+)", readme)) == dev.COMMANDS.keys()


def test_dev_knows_which_commands_need_no_window() -> None:
    assert COMMANDS.keys() <= dev.NO_WINDOW
