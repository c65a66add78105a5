"""Qt's own words where its translation has none, or others than keyboards and our help have."""

from PySide6.QtCore import QTranslator

_KEYS = {
    **{name: name for name in ("Home", "End", "PgUp", "PgDown", "Tab", "Esc", "Backspace")},
    "Return": "Enter",
    "Enter": "Enter",
    "Del": "Delete",
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
}
_FILES = {
    "Folder": "文件夹",
    "File Folder": "文件夹",
    "Drive": "磁盘",
    "Shortcut": "快捷方式",
    "Alias": "快捷方式",
    "Unknown": "其他",
    "File": "文件",
    "%1 File": "%1 文件",
}
_WORDS = {"QShortcut": _KEYS, "QAbstractFileIconProvider": _FILES}


class QtWords(QTranslator):
    """Says these words; everything else is for the translators that were installed before."""

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
        words = _WORDS.get(context)
        return words.get(sourceText) if words else None
