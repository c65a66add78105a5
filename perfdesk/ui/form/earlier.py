"""上年值, 前年值: what the indicators of a project were in the two years before."""

from collections.abc import Mapping

from perfdesk.models.project import Project
from perfdesk.models.suggest.contents import earlier_values
from perfdesk.models.suggest.suggester import Question, Suggester

_WORDS = {1: "上年", 2: "前年"}
_BLANK = "\u00a0"  # at which no line breaks


def earlier_texts(suggester: Suggester | None, project: Project, year: int) -> Mapping[str, str]:
    """Return by the rows' ids what stands below their values: a line `上年 ≥580人次` each year.

    Rows of which nothing is known are left out.
    """
    if suggester is None:
        return {}
    texts = {}
    for row in project.indicators:
        if not row.name.strip():
            continue
        question = Question("", project, year, row.level2, row.id)
        known = earlier_values(suggester, question, row)
        years = ((_WORDS.get(year - at), value.text) for at, value in known)
        if text := "\n".join(f"{word}{_BLANK}{value}" for word, value in years if word):
            texts[row.id] = text
    return texts
