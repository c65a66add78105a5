"""The window's style sheet: what Fusion does not say about lists, bars, buttons and fields."""

from collections.abc import Mapping
from string import Template

_STYLE = Template("""
QMainWindow, QDialog { background: $panel; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QToolTip { background: $paper; color: $ink; border: 1px solid $line; padding: 4px 6px; }

QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 4px; }
QMenuBar::item { padding: 5px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $accent_ground; }
QMenu { background: $paper; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $accent_ground; color: $ink; }
QMenu::item:disabled { color: $soft_ink; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }

QToolBar { background: $panel; border: 0; border-bottom: 1px solid $line; padding: 5px 8px;
           spacing: 2px; }
QToolBar::separator { width: 1px; background: $line; margin: 5px 8px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; }
QToolButton:hover { background: $accent_ground; }
QToolButton:pressed, QToolButton:checked { background: $accent_ground; }
QToolButton:focus { border-color: $accent; }
QToolButton:disabled { color: $soft_ink; }
QToolButton#qt_toolbar_ext_button { padding: 0; }
QToolButton#main { background: $accent; color: $on_accent; }
QToolButton#main:hover, QToolButton#main:pressed { border-color: $ink; }
QToolButton#main:disabled { background: transparent; color: $soft_ink; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox {
    background: $paper; border: 1px solid $line; border-radius: 5px; padding: 4px 7px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus {
    border-color: $accent; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox QAbstractItemView { background: $paper; border: 1px solid $line; padding: 2px;
    selection-background-color: $accent_ground; selection-color: $ink; outline: 0; }

QPushButton { background: $paper; border: 1px solid $line; border-radius: 5px;
              padding: 5px 14px; min-height: 18px; }
QPushButton:hover { background: $accent_ground; }
QPushButton:focus { border-color: $accent; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:disabled { color: $soft_ink; background: $panel; border-color: $line; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; color: $accent; }
QPushButton[flat="true"]:hover { background: $accent_ground; }
QPushButton[flat="true"]:focus { border-color: $accent; }

QTreeView, QTableView, QListView { background: $panel; border: 0; outline: 0; }
QHeaderView { background: $panel; }
QHeaderView::section { background: $label; color: $soft_ink; border: 0;
    border-right: 1px solid $line; border-bottom: 1px solid $line; padding: 5px 8px; }

QStatusBar { background: $panel; border-top: 1px solid $line; color: $soft_ink; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $soft_ink; padding: 2px 8px; }

QDockWidget { titlebar-close-icon: none; }
QDockWidget::title { background: $panel; padding: 6px 10px; border-bottom: 1px solid $line; }
QTabBar::tab { background: transparent; color: $soft_ink; padding: 6px 12px;
               border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom-color: $accent; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 4px; min-height: 28px; min-width: 28px;
                     margin: 2px; }
QScrollBar::handle:hover { background: $soft_ink; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $label; border: 1px solid $line; border-radius: 4px; height: 10px;
               text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }

#desk { background: $desk; }
#paper { background: $paper; border: 1px solid $line; border-radius: 4px; }
#sheet { background: $paper; }
#foot { background: $paper; color: $soft_ink; border: 0; border-top: 1px solid $line;
        padding: 0 8px; }
#field { background: transparent; border: 0; padding: 0; }
#field[carried="true"] { color: $soft_ink; }
#tight { padding: 4px; }
#soft { color: $soft_ink; }
#keys::item { padding: 4px 10px; }
#plain::item:selected { background: $accent_ground; color: $ink; }
#banner { background: $label; border: 0; border-bottom: 1px solid $line; }
#banner[calling="true"] { background: $warning_ground; border-bottom-color: $warning; }
#strip { background: $panel; border: 0; border-top: 1px solid $line; }
#tidy { background: $hint_ground; border: 0; border-radius: 4px; }
#tidy QLabel { color: $hint; }
QPushButton#search { padding: 4px; font-weight: normal; }
QPushButton#search:hover { background: $paper; border-color: $accent; }
QPushButton#small { padding: 2px 10px; min-height: 18px; }
#problem { color: $error; }
""")


def style_sheet(colours: Mapping[str, str]) -> str:
    """Return the style sheet with the tokens' colours put in."""
    return _STYLE.substitute(colours)
