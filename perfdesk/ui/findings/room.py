"""The room that the panel was left with: kept free before the panel itself is loaded."""

from perfdesk.ui.settings import Settings

_NAME = "findings"


def room_left(settings: Settings) -> tuple[bool, int]:
    """Return whether the panel was open, and how high it was; 0 where nobody knows."""
    shown, height = (*settings.numbers(_NAME), 0, 0)[:2]
    return shown == 1, height


def keep_room(settings: Settings, *, shown: bool, height: int) -> None:
    """Remember both for the next start."""
    settings.set_numbers(_NAME, [int(shown), height])
