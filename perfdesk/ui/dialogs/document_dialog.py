"""Asks for what a whole document is: year, form, department; for a new one also its first unit."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from perfdesk.models.amount import plain_digits
from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.outline import DocumentOutline
from perfdesk.models.project import Unit
from perfdesk.ui.budget_year import next_budget_year
from perfdesk.ui.dialogs.form_box import FormBox
from perfdesk.ui.dialogs.remarks import department_code_remark, form_remark, unit_code_remark
from perfdesk.ui.dialogs.year_box import YearBox
from perfdesk.ui.focus import visit_before
from perfdesk.ui.look import theme
from perfdesk.ui.look.answer_buttons import AnswerButtons

_WIDTH_PX = 460
_BELOW_REMARK_PX = 6
_MARGINS_PX = (24, 20, 24, 18)


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """What was filled in; `unit` is empty where it was not asked for."""

    year: int
    form_id: str
    department: Department
    unit: Unit


class DocumentDialog(QDialog):
    """A few lines to fill in; it remarks on odd entries and refuses none."""

    def __init__(
        self,
        forms: tuple[Form, ...],
        answer: DocumentAnswer,
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title, agree = words
        self._forms = forms
        self.past: DocumentOutline | None = None
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH_PX)
        self.year = YearBox(answer.year)
        self.form = FormBox(forms, answer.form_id)
        self.department_code = QLineEdit(answer.department.code)
        self.department_name = QLineEdit(answer.department.name)
        self.unit_code = QLineEdit(answer.unit.code)
        self.unit_name = QLineEdit(answer.unit.name)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(2)
        self._add_row("年度", self.year)
        self.form_remark = self._add_row("表样", self.form)
        self.department_remark = self._add_row("部门编码", self.department_code)
        self._add_row("部门名称", self.department_name)
        self.unit_remark = QLabel()
        buttons = AnswerButtons(self, agree)
        self.agree = buttons.agree
        column = QVBoxLayout(self)
        column.setContentsMargins(*_MARGINS_PX)
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(buttons)
        self.year.valueChanged.connect(self._remark)
        self.form.currentIndexChanged.connect(self._remark)
        for line in (self.department_code, self.unit_code):
            line.textChanged.connect(self._remark)
        self._remark()

    @classmethod
    def for_new(
        cls, forms: tuple[Form, ...], newest_year: int, parent: QWidget | None = None
    ) -> "DocumentDialog":
        """Ask for a new document, of the next budget year unless there are later ones already.

        Form and unit follow year and department until they are filled in by hand.
        """
        year = max(newest_year, next_budget_year())
        answer = DocumentAnswer(year, _form_for(forms, year), Department(), Unit())
        dialog = cls(forms, answer, ("新建文本", "新建"), parent)
        dialog.ask_for_unit()
        dialog.follow_by_itself()
        dialog.department_code.setFocus()
        return dialog

    @classmethod
    def for_document(
        cls, forms: tuple[Form, ...], document: Document, parent: QWidget | None = None
    ) -> "DocumentDialog":
        """Ask for the properties of a document that is there already."""
        answer = DocumentAnswer(document.year, document.form, document.department, Unit())
        return cls(forms, answer, ("文本属性", "保存"), parent)

    def ask(self) -> DocumentAnswer | None:
        """Show the dialog and wait; None where it was given up."""
        return self.answer() if self.exec() == QDialog.DialogCode.Accepted else None

    def answer(self) -> DocumentAnswer:
        """Return what is filled in now."""
        return DocumentAnswer(
            self.year.value(),
            self.form.form_id,
            Department(
                plain_digits(self.department_code.text()), self.department_name.text().strip()
            ),
            Unit(plain_digits(self.unit_code.text()), self.unit_name.text().strip()),
        )

    def offer_past(self, find: Callable[[str, int], DocumentOutline | None]) -> None:
        """Offer to begin from a past document, which `find` looks up by department and year.

        Where it is taken `past` is that document, and the dialog is given up.
        """
        button = QPushButton(self)
        button.setFlat(True)
        self._rows.addWidget(button, self._rows.rowCount(), 1)
        found: list[DocumentOutline] = []

        def look() -> None:
            answer = self.answer()
            past = find(answer.department.code, answer.year)
            found[:] = [past] if past else []
            button.setVisible(past is not None)
            if past:
                button.setText(f"从 {past.year} 年度 {past.department.name} 的文本开始…")

        def take() -> None:
            self.past = found[0]
            self.reject()

        button.clicked.connect(take)
        button.setAutoDefault(False)
        visit_before(button, self.agree)
        self.year.valueChanged.connect(look)
        self.department_code.textChanged.connect(look)
        look()

    def ask_for_unit(self) -> None:
        """Ask for the first unit as well."""
        self.unit_remark = self._add_row("首个单位编码", self.unit_code)
        self._add_row("首个单位名称", self.unit_name)
        QWidget.setTabOrder(self.department_name, self.unit_code)
        QWidget.setTabOrder(self.unit_code, self.unit_name)
        QWidget.setTabOrder(self.unit_name, self.agree)

    def follow_by_itself(self) -> None:
        """Fill in the form after the year and the unit after the department, as is usual."""
        by_hand: set[QWidget] = set()
        self.form.activated.connect(lambda: by_hand.add(self.form))
        for line in (self.unit_code, self.unit_name):
            line.textEdited.connect(
                lambda text, line=line: (by_hand.add if text else by_hand.discard)(line)
            )

        def follow() -> None:
            answer = self.answer()
            usual = (
                (self.unit_code, answer.department.code, "001"),
                (self.unit_name, answer.department.name, "本级"),
            )
            if self.form not in by_hand:
                self.form.choose(_form_for(self._forms, answer.year))
            for line, text, ending in usual:
                if line not in by_hand:
                    line.setText(text + ending if text else "")

        self.year.valueChanged.connect(follow)
        self.department_code.textChanged.connect(follow)
        self.department_name.textChanged.connect(follow)

    def _add_row(self, name: str, field: QWidget) -> QLabel:
        """Put a field below the others, and below it room for a remark, which is returned."""
        label, remark = QLabel(name), QLabel()
        label.setBuddy(field)
        field.setAccessibleName(name)
        remark.setObjectName("soft")
        remark.setFont(theme.font(theme.SMALL_PX))
        remark.setContentsMargins(0, 0, 0, _BELOW_REMARK_PX)
        row = self._rows.rowCount()
        self._rows.addWidget(label, row, 0)
        self._rows.addWidget(field, row, 1)
        self._rows.addWidget(remark, row + 1, 1)
        return remark

    def _remark(self) -> None:
        answer = self.answer()
        self.form_remark.setText(form_remark(self._forms, answer.form_id, answer.year))
        self.department_remark.setText(department_code_remark(answer.department.code))
        self.unit_remark.setText(unit_code_remark(answer.unit.code, answer.department.code))


def _form_for(forms: tuple[Form, ...], year: int) -> str:
    """Return the id of the form in force in a year, of the newest where none says so."""
    return next((form.id for form in forms if form.in_force(year)), forms[0].id)
