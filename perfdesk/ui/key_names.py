"""Keys as menus name them: as keyboards and the list of keys do, and not in Qt's translation."""

from PySide6.QtCore import QTranslator

_NAMES = {
    **{name: name for name in ("Home", "End", "PgUp", "PgDown", "Tab", "Esc", "Backspace")},
    "Return": "Enter",
    "Enter": "Enter",
    "Del": "Delete",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}


class KeyNames(QTranslator):
    """Names keys; everything else is for the translators that were installed before."""

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None says that the next one is to be asked
        self,
        context: str,
        sourceText: str,  # noqa: N803 - Qt's name for it
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        del disambiguation, n
        return _NAMES.get(sourceText) if context == "QShortcut" else None
