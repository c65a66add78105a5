"""Shows what mending all findings of a kind would change, each to be ticked, before it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.mend import edits_by
from perfdesk.ui.findings.finding_row import Column, FindingRow
from perfdesk.ui.lists.plain_list import PlainList
from perfdesk.ui.look import theme
from perfdesk.ui.look.answer_buttons import AnswerButtons
from perfdesk.ui.look.check_box import CheckBox

_SIZE = (860, 480)
_HEADINGS = ("项目", "位置", "现在", "改为")
_WIDTHS_PX = (220, 240, 160)
_NOTHING = "（空）"
_MARGINS_PX = (20, 16, 20, 16)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One mend as it is shown: where, what stands there, what will."""

    finding: Finding
    project: str
    place: str
    before: str
    after: str

    @classmethod
    def of(cls, form: Form, document: Document, row: FindingRow) -> "Proposal":
        """Return what mending a finding changes; where no text changes, what the mend is called."""
        fix = row.finding.fix
        edits = edits_by(form, document, fix.change) if fix else ()
        before = "、".join(edit.before or _NOTHING for edit in edits)
        after = "、".join(edit.after or _NOTHING for edit in edits) or (fix.label if fix else "")
        return cls(row.finding, row.text(Column.PROJECT), row.text(Column.PLACE), before, after)


class MendDialog(QDialog):
    """A list of proposals, all ticked at first."""

    def __init__(
        self, title: str, proposals: Sequence[Proposal], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._proposals = proposals
        self.setWindowTitle("同类问题全部修改")
        self.resize(*_SIZE)
        heading = QLabel(title, self)
        heading.setFont(theme.font(theme.TEXT_PX + 1, bold=True))
        heading.setWordWrap(True)
        self.list = PlainList("将要修改的内容", _HEADINGS, _WIDTHS_PX, self)
        self.all = CheckBox("全选", self)
        self.all.setChecked(True)
        for each in proposals:
            self._add(each)
        buttons = AnswerButtons(self, "修改")
        self.agree = buttons.agree
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*_MARGINS_PX)
        whole.setSpacing(10)
        whole.addWidget(heading)
        whole.addWidget(self.list, 1)
        whole.addWidget(self.all)
        whole.addWidget(buttons)
        self.list.itemChanged.connect(self._count)
        self.all.clicked.connect(self._tick_all)
        self.list.pick(0)
        self.list.setFocus()
        self._count()

    def ask(self) -> list[Proposal]:
        """Show the dialog and wait; return what shall be mended, nothing where it was given up."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        chosen = self.chosen() if agreed else []
        self.deleteLater()
        return chosen

    def chosen(self) -> list[Proposal]:
        """Return the proposals that are ticked."""
        ticks = [item.checkState(0) == Qt.CheckState.Checked for item in self._items()]
        return [each for each, tick in zip(self._proposals, ticks, strict=True) if tick]

    def _items(self) -> list[QTreeWidgetItem]:
        items = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [item for item in items if item]

    def _add(self, proposal: Proposal) -> None:
        texts = (proposal.project, proposal.place, proposal.before, proposal.after)
        self.list.add(*texts).setCheckState(0, Qt.CheckState.Checked)

    def _tick_all(self, ticked: bool) -> None:
        for item in self._items():
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _count(self, *_: object) -> None:
        chosen, of = len(self.chosen()), len(self._proposals)
        self.agree.setText(f"修改 {chosen} 处")
        self.agree.setEnabled(chosen > 0)
        self.all.setText(f"全选（已选 {chosen}，共 {of} 处）")
        self.all.setChecked(chosen == of)
