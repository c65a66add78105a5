"""What the panel remembers between two starts: whether it is open, how high, which columns."""

from perfdesk.ui.findings.panel import FindingsPanel
from perfdesk.ui.findings.room import keep_room, room_left
from perfdesk.ui.settings import Settings

_COLUMNS = "findings-columns"


def remember(panel: FindingsPanel, settings: Settings) -> None:
    """Keep the habits for the next start."""
    keep_room(settings, shown=panel.isVisible(), height=panel.last_height())
    settings.set_numbers(_COLUMNS, panel.table.columns.hidden())


def restore(panel: FindingsPanel, settings: Settings) -> None:
    """Show the panel as it was left."""
    shown, height = room_left(settings)
    if height:
        panel.set_height(height)
    panel.table.columns.hide(settings.numbers(_COLUMNS))
    if shown:
        panel.open()
