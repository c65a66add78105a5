"""审核规则: by which rules the office judges, changed in a dialog and said in a few words."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from perfdesk.io.rule_book import own_rules
from perfdesk.models.form import Form
from perfdesk.models.review.book import OFF
from perfdesk.ui.actions import Entry, action
from perfdesk.ui.inspector import Inspector


class OfficeRules(QObject):
    """Opens the dialog of rules; `changed` when the office judges otherwise than before.

    `form` gives the form of where one is, `rule_id` the rule one is at, empty for none.
    """

    changed = Signal()

    def __init__(
        self,
        inspector: Inspector,
        form: Callable[[], Form],
        rule_id: Callable[[], str],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._inspector = inspector
        self._form = form
        self._rule_id = rule_id
        self._window = window
        self.change = action(
            window, Entry("审核规则…", self.show, "", "settings", "停用规则，调整级别和限值")
        )

    def show(self) -> None:
        """Let the office decide; everything is judged again when it did."""
        from perfdesk.ui.dialogs.rules_dialog import RulesDialog

        dialog = RulesDialog(self._form(), self._window)
        dialog.go_to(self._rule_id())
        if dialog.exec() == RulesDialog.DialogCode.Accepted:
            self._inspector.judge_anew()
            self.changed.emit()
        dialog.deleteLater()

    def words(self) -> str:
        """Return what differs from the standard: 已停用 2 条规则，调整 1 条; empty for nothing."""
        own = [entries for entries in own_rules().values() if entries]
        off = sum(entries.get("severity") == OFF for entries in own)
        words = [f"已停用 {off} 条规则"] if off else []
        if len(own) > off:
            words.append(f"调整 {len(own) - off} 条{'' if off else '规则'}")
        return "，".join(words)
