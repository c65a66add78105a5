"""The two buttons below a dialog: a verb that does it, and the way back."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox


class AnswerButtons(QDialogButtonBox):
    """Lets a dialog be agreed to by `agree`, which Enter presses, or given up."""

    def __init__(self, dialog: QDialog, verb: str, give_up: str = "取消") -> None:
        super().__init__()  # in the dialog it would come before the fields when one presses Tab
        self.agree = self.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.agree.setDefault(True)
        self.addButton(give_up, QDialogButtonBox.ButtonRole.RejectRole)
        self.accepted.connect(dialog.accept)
        self.rejected.connect(dialog.reject)
