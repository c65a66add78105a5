"""Asks what of last year's document the next year's begins with."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.document import Document
from perfdesk.models.form import Form
from perfdesk.models.years.carry import Choice
from perfdesk.ui.dialogs.form_box import FormBox
from perfdesk.ui.dialogs.next_year_table import NextYearTable
from perfdesk.ui.dialogs.remarks import form_remark
from perfdesk.ui.dialogs.year_box import YearBox
from perfdesk.ui.look import theme
from perfdesk.ui.look.answer_buttons import AnswerButtons
from perfdesk.ui.look.check_box import CheckBox

_SIZE = (900, 560)
_MARGINS_PX = (20, 16, 20, 16)
_YEAR_PX = 90
_HINT = (
    "勾选“结转，保留编码”的项目，编码和名称不变；不勾选的编码清空，重新编报。"
    "新的名称可以双击或按 F2 修改。"
)


@dataclass(frozen=True, slots=True)
class NextYear:
    """What was chosen: the year, its form, and what comes over."""

    year: int
    form_id: str
    choice: Choice


class NextYearDialog(QDialog):
    """Last year's projects, all ticked at first, and what becomes of names, codes and amounts.

    `taken` are the years in which the department has a document already.
    """

    def __init__(
        self,
        document: Document,
        year: int,
        forms: tuple[Form, ...],
        taken: Collection[int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._forms = forms
        self._taken = taken
        self._form_by_hand = False
        self.setWindowTitle("新建下一年度")
        self.resize(*_SIZE)
        self.year = YearBox(year)
        self.year.setAccessibleName("年度")
        self.year.setFixedWidth(_YEAR_PX)
        self.form = FormBox(forms, document.form)
        self.form.setAccessibleName("表样")
        self.remark = _small("")
        self.table = NextYearTable(document.projects, document.year)
        self.all = CheckBox("")
        self.amounts = CheckBox("带入上年金额（不选则清空预算数、财政资金、其他资金）")
        self.statement = CheckBox("带入部门整体绩效目标")
        for box in (self.amounts, self.statement):
            box.setChecked(True)
        self._buttons = AnswerButtons(self, "新建")
        self.agree = self._buttons.agree
        self._lay_out()
        self._connect()
        self._follow_year()
        self.table.setFocus()

    def ask(self) -> NextYear | None:
        """Show the dialog and wait; None where it was given up."""
        agreed = self.exec() == QDialog.DialogCode.Accepted
        answer = self.answer() if agreed else None
        self.deleteLater()
        return answer

    def answer(self) -> NextYear:
        """Return what is chosen now."""
        choice = Choice(
            self.table.chosen(),
            self.table.with_code(),
            self.table.names(),
            amounts=self.amounts.isChecked(),
            statement=self.statement.isChecked(),
        )
        return NextYear(self.year.value(), self.form.form_id, choice)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*_MARGINS_PX)
        whole.setSpacing(10)
        whole.addLayout(self._head())
        whole.addWidget(self.remark)
        whole.addWidget(self.table, 1)
        for widget in (_small(_HINT), self.all, self.amounts, self.statement, self._buttons):
            whole.addWidget(widget)

    def _head(self) -> QHBoxLayout:
        department = self._document.department
        name = f"{department.code} {department.name}".strip()
        source = QLabel(f"从 {self._document.year} 年度 {name} 的文本新建")
        source.setFont(theme.font(theme.TEXT_PX + 1, bold=True))
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(source)
        line.addStretch(1)
        for text, field in (("年度", self.year), ("表样", self.form)):
            label = QLabel(text)
            label.setBuddy(field)
            line.addWidget(label)
            line.addWidget(field)
        return line

    def _connect(self) -> None:
        self.year.valueChanged.connect(self._follow_year)
        self.form.activated.connect(self._choose_form)
        self.form.currentIndexChanged.connect(self._remark)
        self.table.itemChanged.connect(self._count)
        self.all.clicked.connect(lambda ticked: self.table.tick_all(ticked=ticked))
        self.statement.toggled.connect(self._count)

    def _choose_form(self) -> None:
        self._form_by_hand = True

    def _follow_year(self) -> None:
        year = self.year.value()
        if not self._form_by_hand:
            in_force = (form.id for form in self._forms if form.in_force(year))
            self.form.choose(next(in_force, self._document.form))
        self.table.show_year(year)
        self._remark()
        self._count()

    def _remark(self) -> None:
        year = self.year.value()
        there = f"{year} 年度已有这个部门的文本，会另建一份。" if year in self._taken else ""
        says = there + form_remark(self._forms, self.form.form_id, year)
        self.remark.setText(says)
        self.remark.setVisible(bool(says))

    def _count(self, *_: object) -> None:
        chosen, of = len(self.table.chosen()), self.table.rowCount()
        kept = len(self.table.with_code())
        more = f"，其中 {kept} 个结转" if kept else ""
        self.all.setText(f"全部项目（已选 {chosen}，共 {of} 个{more}）")
        self.all.setChecked(chosen == of > 0)
        self.all.updateGeometry()
        self.agree.setEnabled(chosen > 0 or self.statement.isChecked())
        self.agree.setText(f"新建 {self.year.value()} 年度" if self.year.value() else "新建")


def _small(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("soft")
    label.setFont(theme.font(theme.SMALL_PX))
    return label
