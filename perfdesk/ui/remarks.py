"""What checks say of one place in words: a line, a tip, and text to be read aloud."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from perfdesk.models.reason import Reason
from perfdesk.models.review.counts import answer_to
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.ui.look import theme
from perfdesk.ui.look.marks import Mark

_WIDEST_TIP_PX = 460
_MARKS = {
    Severity.ERROR: Mark.ERROR,
    Severity.WARNING: Mark.WARNING,
    Severity.HINT: Mark.HINT,
}


class Remark(NamedTuple):
    """A finding, and the reason that the clerk has answered it by."""

    finding: Finding
    reason: Reason | None = None

    @property
    def mark(self) -> Mark:
        """How it is marked."""
        return Mark.ANSWERED if self.reason else _MARKS[self.finding.severity]

    @property
    def word(self) -> str:
        """What its level is called."""
        return (
            f"{self.finding.severity.word}（已说明）" if self.reason else self.finding.severity.word
        )

    @property
    def text(self) -> str:
        """The finding's sentence, with the reason."""
        return "".join(_parts(self))


Remarks = Sequence[Remark]


def remarks_on(findings: Iterable[Finding], reasons: tuple[Reason, ...]) -> list[Remark]:
    """Return findings with the reasons that answer them, the open ones first."""
    remarks = [Remark(each, answer_to(each, reasons)) for each in findings]
    return sorted(remarks, key=lambda each: each.reason is not None)


def line(remarks: Remarks) -> str:
    """Return the worst remark as one line: `强制：……（另有 1 条）`."""
    if not remarks:
        return ""
    more = f"（另有 {len(remarks) - 1} 条）" if len(remarks) > 1 else ""
    return f"{remarks[0].word}：{remarks[0].text}{more}"


def spoken(remarks: Remarks) -> str:
    """Return all remarks as plain text, a line each."""
    return "\n".join(f"{each.word}：{each.text}" for each in remarks)


def tip(remarks: Remarks, *, keys: bool = True) -> str:
    """Return all remarks as rich text, a paragraph each; empty for none.

    With `keys` it says which of them help where the cursor is.
    """
    if not remarks:
        return ""
    longest = max(len(each.word) + max(map(len, _parts(each))) for each in remarks)
    width = min(_WIDEST_TIP_PX, theme.TEXT_PX * (longest + 2))
    paragraphs = [_paragraph(each) for each in remarks]
    if keys:
        soft = theme.colour("soft_ink").name()
        paragraphs.append(f'<span style="color: {soft}">{_keys(remarks)}</span>')
    rows = "".join(f"<tr><td>{each}</td></tr>" for each in paragraphs)
    return f'<table width="{width}" cellspacing="2">{rows}</table>'


def _paragraph(remark: Remark) -> str:
    colour = theme.colour(remark.mark.value).name()
    said = "<br>".join(map(escape, _parts(remark)))
    return f'<b style="color: {colour}">{escape(remark.word)}</b>：{said}'


def _keys(remarks: Remarks) -> str:
    """Return the keys of the menu 审核 that do something for these remarks."""
    words = ["F1 看说明"]
    if any(each.finding.fix for each in remarks):
        words.append("F7 按建议修改")
    if any(each.mark is Mark.WARNING for each in remarks):
        words.append("Shift+F2 填写说明")
    return "选中后可按 " + "、".join(words)


def _parts(remark: Remark) -> list[str]:
    sentence = remark.finding.sentence
    return [sentence, f"说明：{remark.reason.text}"] if remark.reason else [sentence]
