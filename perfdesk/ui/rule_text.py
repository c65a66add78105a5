"""A rule explained in rich text: why it is so, wrong and right side by side, what it rests on."""

from html import escape

from perfdesk.models.review.finding import Severity
from perfdesk.models.review.rule import Rule
from perfdesk.ui.look import theme

_PAGE = """<p style="margin:0 0 6px 0"><b>{title}</b></p>
<p style="margin:0 0 8px 0; color:{soft_ink}">{rule} · {group} · {level}</p>
<p style="margin:0 0 10px 0">{why}</p>
<table width="100%" cellspacing="6" cellpadding="8"><tr>
<td width="50%" bgcolor="{error_ground}"><font color="{error}">✕ 不要这样写</font><br>{wrong}</td>
<td width="50%" bgcolor="{done_ground}"><font color="{done}">✓ 这样写</font><br>{right}</td>
</tr></table>
<p style="margin:10px 0 0 0; color:{soft_ink}">依据：{source}</p>"""


def rule_html(rule: Rule, level: str) -> str:
    """Return a rule's explanation in the colours of now; `level` says how severe it is."""
    texts = {
        "rule": rule.id,
        "title": rule.title,
        "group": rule.group.value,
        "level": level,
        "why": rule.why,
        "wrong": rule.wrong,
        "right": rule.right,
        "source": rule.source,
    }
    colours = theme.tokens()._asdict()
    return _PAGE.format(**{name: _html(text) for name, text in texts.items()}, **colours)


def severity_words(severity: Severity | None) -> str:
    """Return what a severity is called; None is a rule that is switched off."""
    return severity.word if severity else "停用"


def level_words(now: Severity | None, standard: Severity | None, *, own: bool) -> str:
    """Return how severe a rule is, and whether the office set it otherwise."""
    words = severity_words(now)
    if not own:
        return words
    if now is standard:
        return f"{words}（本单位已调整）"
    return f"{words}（本单位已调整，标准为{severity_words(standard)}）"


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
