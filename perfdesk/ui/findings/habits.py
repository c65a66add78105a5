"""What the panel remembers between two starts: whether it is open, how high, which columns."""

from perfdesk.ui.findings.panel import FindingsPanel
from perfdesk.ui.settings import Settings

_PANEL, _COLUMNS = "findings", "findings-columns"


def remember(panel: FindingsPanel, settings: Settings) -> None:
    """Keep the habits for the next start."""
    settings.set_numbers(_PANEL, [int(panel.isVisible()), panel.last_height()])
    settings.set_numbers(_COLUMNS, panel.table.columns.hidden())


def restore(panel: FindingsPanel, settings: Settings) -> None:
    """Show the panel as it was left."""
    shown, height = (*settings.numbers(_PANEL), 0, 0)[:2]
    if height:
        panel.set_height(height)
    panel.table.columns.hide(settings.numbers(_COLUMNS))
    if shown:
        panel.open()
