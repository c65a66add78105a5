"""Asks what becomes of a whole published document that was copied."""

from enum import Enum, auto

from PySide6.QtWidgets import QMessageBox, QWidget

from perfdesk.io.reading import Reading

_NAMES_SHOWN = 8
_LONGEST_NAME = 40
_FEWEST_LINES = 3


class Answer(Enum):
    """What the person wants with it."""

    IMPORT = auto()
    PASTE_HERE = auto()
    NOTHING = auto()


def what_to_do(text: str, parent: QWidget) -> Answer:
    """Ask whether a copied text is to be imported, where it is a whole document.

    There is nothing to ask about any other text.
    """
    if text.count("\n") < _FEWEST_LINES:
        return Answer.PASTE_HERE
    from perfdesk.io.disclosure.copied import is_whole_document  # late: most texts are short

    if not is_whole_document(text):
        return Answer.PASTE_HERE
    box = QMessageBox(parent)
    box.setWindowTitle("粘贴")
    box.setText("复制的是一份完整的绩效文本，不止一张表。要作为一份文本导入吗？")
    box.setInformativeText("导入前会先列出读到的内容；也可以只把其中能用的部分粘贴到这里。")
    brings = box.addButton("导入", QMessageBox.ButtonRole.AcceptRole)
    here = box.addButton("粘贴到这里", QMessageBox.ButtonRole.ActionRole)
    box.setEscapeButton(box.addButton("不粘贴", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(brings)
    box.exec()
    clicked = box.clickedButton()
    if clicked is brings:
        return Answer.IMPORT
    return Answer.PASTE_HERE if clicked is here else Answer.NOTHING


def may_import(reading: Reading, parent: QWidget) -> bool:
    """Show what was read out of what was copied, and ask whether to bring it in."""
    box = QMessageBox(parent)
    box.setWindowTitle("从剪贴板导入")
    box.setText(f"从剪贴板读到{summary(reading)}。要导入吗？")
    names = [each.name or each.code or "未命名项目" for each in reading.document.projects]
    lines = [f"{number}. {_short(name)}" for number, name in enumerate(names, 1)]
    if len(lines) > _NAMES_SHOWN:
        lines = [*lines[:_NAMES_SHOWN], f"……共 {len(names)} 个项目"]
    if reading.remarks:
        lines.append(f"有 {len(reading.remarks)} 处需要核对，导入后列出。")
    box.setInformativeText("\n".join(lines))
    agreed = box.addButton("导入", QMessageBox.ButtonRole.AcceptRole)
    box.setEscapeButton(box.addButton("不导入", QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(agreed)
    box.exec()
    return box.clickedButton() is agreed


def summary(reading: Reading) -> str:
    """Return in one line what a document holds."""
    document = reading.document
    year = f" {document.year} 年度" if document.year else ""
    whose = f" {document.department.code}{document.department.name}".rstrip()
    parts = []
    if document.statement.overall or document.statement.rows:
        count = len(document.statement.subgoals), len(document.statement.safeguards)
        parts.append("部门整体绩效目标（分项目标 {} 条、保障措施 {} 条）".format(*count))
    if document.projects:
        rows = sum(len(each.indicators) for each in document.projects)
        parts.append(f"{len(document.projects)} 个项目、{rows} 个指标")
    return f"{year}{whose}：{'，'.join(parts)}"


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
