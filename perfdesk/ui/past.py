"""The past of a document as pages speak of it: the department's other years, and the last one."""

from perfdesk.models.outline import DocumentOutline
from perfdesk.ui.session import Session

NO_PAST = "没有往年文本可以对照，请先导入往年的文本"
NOTHING_TO_TAKE = "往年没有对应的内容可以取用"
ONLY_TO_READ = "往年的内容只能查看和取用，不能在这里修改"


def other_years(session: Session, document_id: str) -> list[DocumentOutline]:
    """Return the documents of the department in other years, the last ones before first."""
    here = session.outline(document_id)
    others = [
        each
        for each in session.outlines
        if each.department.code == here.department.code and each.year != here.year
    ]
    return sorted(others, key=lambda each: (each.year > here.year, -each.year))


def said_of_origin(session: Session, document_id: str) -> str:
    """Return in words that something in a document came from its department's last year."""
    here = session.outline(document_id)
    code, year = here.department.code, here.year
    past = (each.year for each in session.outlines if each.department.code == code)
    last = next((each for each in past if 0 < each < year), 0)
    return f"来自{f'{last}年' if last else '上年'}，尚未核对"
