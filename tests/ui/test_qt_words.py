"""Menus name keys as keyboards and the list of keys do; files and folders are in Chinese."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QFileSystemModel

from perfdesk.ui.qt_words import QtWords


@pytest.fixture(autouse=True)
def translated(qapp: QApplication) -> Iterator[None]:
    names = QtWords(qapp)
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


def test_folders_are_called_so() -> None:
    model = QFileSystemModel()
    model.setRootPath(QDir.tempPath())
    assert model.type(model.index(QDir.tempPath())) == "文件夹"
