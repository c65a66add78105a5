"""Keys as the help spells them, as Qt knows them."""

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

_SIGNS = {
    "加号": "+",
    "减号": "-",
    "空格": "Space",
    "Delete": "Del",
    "PgDown": "PgDown",
    "Enter": "Return",
    "↑": "Up",
    "↓": "Down",
    "←": "Left",
    "→": "Right",
}
_ARROWS = ("Left", "Up", "Right", "Down")
_BACKTAB = Qt.Key.Key_Backtab


def sequences(name: str) -> tuple[QKeySequence, ...]:
    """The keys that a name of the help stands for: several for 方向键, else one."""
    if "方向键" in name:
        return tuple(QKeySequence(name.replace("方向键", arrow)) for arrow in _ARROWS)
    for word, sign in _SIGNS.items():
        name = name.replace(word, sign)
    return (QKeySequence(name),)


def plain(sequence: QKeySequence) -> QKeySequence:
    """A key as the help spells it where Qt has two names for it."""
    pressed = sequence[0]  # type: ignore[index]  # missing in the stubs
    key, held = pressed.key(), pressed.keyboardModifiers()
    if key == _BACKTAB:
        key, held = Qt.Key.Key_Tab, held | Qt.KeyboardModifier.ShiftModifier
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    return QKeySequence(QKeyCombination(held, key))
