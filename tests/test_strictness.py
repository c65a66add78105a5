"""The tests fail on what nobody expected: warnings, log lines, Qt's messages, skips."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BEGIN = """
import logging, threading, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning

def test_it({fixtures}):
    {body}
"""


def outcome(folder: Path, body: str, fixtures: str = "") -> tuple[int, str]:
    """Run one test under our rules, in a checkout that has nothing else."""
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    test = folder / "tests" / "test_one.py"
    test.write_text(BEGIN.format(fixtures=fixtures, body=body), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout


@pytest.mark.parametrize(
    ("body", "fixtures", "reason"),
    [
        ("warnings.warn('careless')", "", "UserWarning: careless"),
        ("logging.getLogger('a').warning('odd')", "", "unexpected log lines: WARNING a: odd"),
        ("expect_log('odd')", "expect_log", "expected log lines that never came: odd"),
        ("qWarning('odd')", "qtbot", "QtWarningMsg: odd"),
        ("QTimer.singleShot(0, lambda: 1 / 0); qtbot.wait(1)", "qtbot", "ZeroDivisionError"),
        ("t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join()", "", "ZeroDivision"),
        ("open(__file__)", "", "unclosed file"),
        ("pytest.skip('not today')", "", "only what a system lacks excuses"),
    ],
    ids=lambda value: value.split("(")[0] if "(" in value else "",
)
def test_the_unexpected_fails(tmp_path: Path, body: str, fixtures: str, reason: str) -> None:
    code, said = outcome(tmp_path, body, fixtures)
    assert code == 1
    assert reason in said


def test_an_announced_log_line_is_welcome(tmp_path: Path) -> None:
    body = "expect_log('od+'); logging.getLogger('a').warning('odd')"
    code, said = outcome(tmp_path, body, "expect_log")
    assert (code, "1 passed" in said) == (0, True)


def test_without_the_published_documents_their_tests_are_deselected(tmp_path: Path) -> None:
    code, said = outcome(tmp_path, "raise AssertionError", "shared_documents")
    assert code == 5
    assert "1 deselected" in said
    assert "tests that read them are left out" in said
