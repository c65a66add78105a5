"""What every test gets: an own home, no screen, and failure on anything unexpected."""

import logging
import os
import re
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parent.parent
SHARED_DOCUMENTS = ROOT.parent / "shared" / "documents"

# The same examples on every machine; `--hypothesis-profile=search` looks for new ones.
settings.register_profile(
    "ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("ci")

ExpectLog = Callable[[str], None]


class _Unexpected(logging.Handler):
    """Keeps the lines from WARNING on, from any thread, and knows which of them were expected."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []
        self.expected: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def judge(self) -> None:
        surprising = [
            line for line in self.lines if not any(re.search(e, line) for e in self.expected)
        ]
        missing = [e for e in self.expected if not any(re.search(e, line) for line in self.lines)]
        assert not surprising, "unexpected log lines: " + "; ".join(surprising)
        assert not missing, "expected log lines that never came: " + "; ".join(missing)


@pytest.fixture(autouse=True)
def expect_log() -> Iterator[ExpectLog]:
    """Fails the test on every log line from WARNING on that it did not announce.

    A test announces a line by calling the fixture with a pattern; a line that was announced and
    never came fails it too.
    """
    handler = _Unexpected()
    logging.getLogger().addHandler(handler)
    yield handler.expected.append
    logging.getLogger().removeHandler(handler)
    handler.judge()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of store, settings and log for this test, so that nobody's own are touched."""
    home = tmp_path / "home"
    monkeypatch.setenv("PERFDESK_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    """The folder of published documents that may lie beside the checkout.

    Where it does not, the tests that ask for it are deselected.
    """
    return SHARED_DOCUMENTS


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if SHARED_DOCUMENTS.is_dir():
        return
    wanting = [i for i in items if "shared_documents" in getattr(i, "fixturenames", ())]
    items[:] = [item for item in items if item not in wanting]
    config.hook.pytest_deselected(items=wanting)


def pytest_report_header() -> str:
    there = "found" if SHARED_DOCUMENTS.is_dir() else "absent, tests that read them are left out"
    return f"published documents beside the checkout: {there}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and "needs " not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = "only what a system lacks excuses a test: let it run, or say “needs …”"
    return report
