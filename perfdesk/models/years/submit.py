"""上报: handing a document in, after which it stays as it is, and opening it again on purpose."""

from dataclasses import dataclass, replace

from perfdesk.models.document import Document, Submission


@dataclass(frozen=True, slots=True)
class Submit:
    """Mark a document as handed in."""

    submission: Submission

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "标记为已上报"

    def apply(self, document: Document) -> Document:
        """Return the document, which is read-only from now on."""
        return replace(document, submitted=self.submission)


@dataclass(frozen=True, slots=True)
class Reopen:
    """Let a document that was handed in be written again: the one change that it takes."""

    @property
    def label(self) -> str:
        """What undo and redo call it."""
        return "重新打开已上报的文本"

    def apply(self, document: Document) -> Document:
        """Return the document as one that may be changed."""
        return replace(document, submitted=None) if document.submitted else document


def submission_words(submission: Submission) -> str:
    """Return who handed a document in and when: `张三 · 2026-11-20 16:30`."""
    time = submission.at[:16].replace("T", " ")
    return " · ".join(filter(None, (submission.who, time, submission.note)))


def version_name(submission: Submission) -> str:
    """Return what the version is called that keeps what was handed in: `上报 2026-11-20 张三`."""
    return " ".join(filter(None, ("上报", submission.at[:10], submission.who)))


def refusal_to_step(name: str, document: Document) -> str:
    """Return why what was done before a document was handed in stays: `name` is 撤销 or 重做."""
    said = submission_words(document.submitted) if document.submitted else ""
    year = f"{document.year} 年度的文本" if document.year else "这份文本"
    return f"{year}已上报（{said}），此前的修改不能{name}。要修改请在“文件”菜单选“重新打开”"


def refusal(submission: Submission) -> str:
    """Return why a document that was handed in takes no change, and what to do."""
    return f"已上报（{submission_words(submission)}），不能修改。要修改请在“文件”菜单选“重新打开”"
