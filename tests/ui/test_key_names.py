"""Menus name keys as keyboards and the list of keys do."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from perfdesk.ui.key_names import KeyNames


@pytest.fixture(autouse=True)
def translated(qapp: QApplication) -> Iterator[None]:
    names = KeyNames(qapp)
    qapp.installTranslator(names)
    yield
    qapp.removeTranslator(names)


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("Alt+Shift+Up", "Alt+Shift+↑"),
        ("Ctrl+Return", "Ctrl+Enter"),
        ("Ctrl+Shift+Del", "Ctrl+Shift+Delete"),
        ("F2", "F2"),
    ],
)
def test_keys_are_named_as_in_the_list(key: str, shown: str) -> None:
    assert QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) == shown


def test_nothing_else_is_renamed() -> None:
    assert QCoreApplication.translate("QLineEdit", "Up") == "Up"
