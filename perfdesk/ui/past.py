"""The past of a document as pages speak of it: the department's earlier years, the last first."""

from perfdesk.models.outline import DocumentOutline
from perfdesk.ui.session import Session

NO_PAST = "没有往年文本可以对照，请先导入往年的文本"
NOTHING_TO_TAKE = "往年没有对应的内容可以取用"
ONLY_TO_READ = "往年的内容只能查看和取用，不能在这里修改"


def past_years(session: Session, document_id: str) -> list[DocumentOutline]:
    """Return the documents of the department in earlier years, the last one first."""
    here = session.outline(document_id)
    past = [
        each
        for each in session.outlines
        if each.department.code == here.department.code and 0 < each.year < here.year
    ]
    return sorted(past, key=lambda each: -each.year)


def said_of_origin(session: Session, document_id: str) -> str:
    """Return in words that something in a document came from its department's last year."""
    last = next(iter(past_years(session, document_id)), None)
    return f"来自{f'{last.year}年' if last else '上年'}，尚未核对"


def said_when_taken(label: str, replaced: int, unit: str) -> str:
    """Return in words that something was taken, and how many filled places had to go for it."""
    gone = f"，替换了已填写的 {replaced} {unit}" if replaced else ""
    return f"已{label}{gone}，按 Ctrl+Z 撤销"


def said_before_taking_all(replaced: int, unit: str, what_stays: str = "") -> str:
    """Return in words what taking all over would replace."""
    said = f"会替换本年已填写的 {replaced} {unit}" if replaced else "本年还没有填写，不会替换内容"
    return "；".join(filter(None, (said, what_stays)))
