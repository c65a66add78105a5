"""A project page that suggests: from a past year of the office, and from the library."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perfdesk.models.document import Department, Document
from perfdesk.models.project import Indicator, Project
from perfdesk.paths import settings_dir
from perfdesk.ui.form.hint_list import HintList
from perfdesk.ui.settings import Settings
from perfdesk.ui.suggesting import Suggesting
from tests.ui.form.conftest import OUTPUT, PROJECT, Desk, OpenDesk, indicator
from tests.ui.statement.hands import type_text

NUMBER, QUALITY = "数量指标", "质量指标"

LAST_YEAR = replace(
    PROJECT,
    id="last-year",
    name="2024年电子商务发展专项资金",
    indicators=(
        indicator("l1", OUTPUT, NUMBER, "直播培训场次", "实际举办的场次", "≥24场", "《培训方案》"),
        indicator("l2", OUTPUT, NUMBER, "站点数量", "建成的站点", "2024年12月底前", "《规划》"),
        indicator("l3", OUTPUT, QUALITY, "站点验收合格率", "合格站点占比", "≥95%", "《合同》"),
    ),
)
OTHER = Project(
    name="2024年商贸流通补助",
    id="other",
    indicators=(
        indicator("o1", OUTPUT, NUMBER, "补贴企业户数", "获得补贴的企业数", "≥30户", "《办法》"),
    ),
)
PAST = Document(
    2024, "hebei-2024", Department("315", "云溪区商务局"), projects=(LAST_YEAR, OTHER), id="past"
)
ROWS = (
    replace(PROJECT.indicators[0], id="row1"),
    Indicator(OUTPUT, NUMBER, id="row2"),
    Indicator(OUTPUT, QUALITY, id="row3"),
    Indicator("", "", id="row4"),
)


@dataclass
class Helped:
    """A desk that has a memory."""

    desk: Desk
    suggesting: Suggesting

    @property
    def shown(self) -> HintList | None:
        """The list of suggestions, where one is seen."""
        lists = self.desk.page.window().findChildren(HintList)
        return next((each for each in lists if each.isVisible()), None)

    @property
    def names(self) -> list[str]:
        """What the list says, from top to bottom; nothing where there is no list."""
        shown = self.shown
        return [shown.item(row).text() for row in range(shown.count())] if shown else []

    def picked(self) -> str | None:
        """What is picked out in the list."""
        hint = self.shown.highlighted_hint() if self.shown else None
        return hint.text if hint else None


OpenHelped = Callable[..., Helped]


def opened_with_memory(
    open_desk: OpenDesk, qtbot: QtBot, project: Project | None = None, **how: object
) -> Helped:
    """A page on a project, with everything learned."""
    desk = open_desk(project or replace(PROJECT, indicators=ROWS), **how)
    suggesting = Suggesting(desk.session, Settings(settings_dir()))
    desk.page.suggest_with(suggesting)
    with qtbot.waitSignal(suggesting.ready):
        suggesting.start()
    desk.session.add(PAST, "导入")
    return Helped(desk, suggesting)


def wait() -> None:
    """Let what waits for the paint happen."""
    QApplication.processEvents()


def write(text: str) -> None:
    type_text(text)
    wait()
