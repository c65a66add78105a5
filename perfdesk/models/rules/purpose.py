"""Rules of 资金用途: what the money is used for."""

import re
from collections.abc import Iterator
from itertools import pairwise

from perfdesk.models.review.facts import ProjectFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.gist import gist, says_nothing
from perfdesk.models.review.rule import Hit, Text, project_rule
from perfdesk.models.review.sources import FORM, METHOD, PRACTICE

_ANY_CODE = re.compile(r"(?<![0-9A-Z])\d{8}P[0-9A-Z]{12}(?![0-9A-Z])")
_SHORTEST_CODE = 9
"""Characters; less may stand in a text by chance."""
_ROUND_A_CODE = r"[\s\-—_:：,，、（(]*{}[\s\-—_:：,，、）)]*"
_BLANKS = re.compile(r"[ \t\u00a0\u3000]+")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"[\t -~]*$"), re.compile(r"[\t -~]*")
_LETTER = re.compile("[A-Za-z]")
_BREAK = re.compile(r"[ \t\u00a0\u3000]*\n\s*")
_SENTENCE_ENDS = "。；;！!？?：:，,、"
_FULL_LINE = 12
"""Characters of a line that may have been broken for its length and not for its meaning."""
_SHOWN = 40
_LINE_BEGINS = re.compile(r"\d+[.、．)）]|[（(]?[一二三四五六七八九十]+[)）、]|[（(]\d+[)）]")


@project_rule(
    "U01",
    Group.COMPLETE,
    Text(
        "资金用途没有填写",
        "资金用途要说明钱花在哪些事项上，是审核预算与目标是否匹配的依据，不能空着。",
        "（空）",
        "用于支付外聘教师课酬、场地租赁和教材印制费用。",
        FORM,
    ),
)
def purpose_is_given(project: ProjectFacts) -> Iterator[Hit]:
    """A use of funds that is missing, or a sign that stands for nothing."""
    if not project.has("purpose") or not project.setting.form.wants("purpose"):
        return
    if not project.purpose:
        yield Hit("purpose", "资金用途未填写，请写明资金用在哪些方面。")
    elif says_nothing(project.setting.words, project.purpose):
        yield Hit("purpose", f"资金用途只填了“{project.purpose}”，请写明资金用在哪些方面。")


@project_rule(
    "U02",
    Group.RELEVANT,
    Text(
        "资金用途只是重复项目名称",
        "资金用途应写明具体的支出内容（付给谁、买什么、做什么），照抄项目名称等于没有说明。",
        "项目“2025年招商引资经费”，用途“用于招商引资”",
        "用于外出招商的差旅费、招商活动场地租赁和宣传册印制。",
        METHOD,
    ),
)
def purpose_says_more_than_the_name(project: ProjectFacts) -> Iterator[Hit]:
    """A use of funds that says what the name says."""
    if not project.purpose or _codes_in(project):
        return
    said = gist(project.setting.words, project.purpose)
    if said and said == gist(project.setting.words, project.name):
        yield Hit("purpose", "资金用途只重复了项目名称，请写明具体的支出内容。")


@project_rule(
    "U03",
    Group.COMPLETE,
    Text(
        "资金用途中写有项目编码",
        "编码有自己的栏目。用途中出现编码，多半是系统带出的默认文字没有改写。",
        "13020925P003150100010-2025年招商引资经费",
        "用于外出招商的差旅费、招商活动场地租赁和宣传册印制。",
        PRACTICE,
    ),
)
def purpose_without_code(project: ProjectFacts) -> Iterator[Hit]:
    """A use of funds with a project code in it."""
    codes = _codes_in(project)
    if not codes:
        return
    rest = project.purpose
    for code in codes:
        rest = re.sub(_ROUND_A_CODE.format(re.escape(code)), "", rest)
    words = project.setting.words
    if gist(words, rest) in ("", gist(words, project.name)):
        sentence = "资金用途只有项目编码和名称，请改写为具体的支出内容。"
        yield Hit("purpose", sentence)
    else:
        sentence = f"资金用途中有项目编码“{codes[0]}”，编码有专门的栏目，请删去。"
        yield Hit("purpose", sentence, project.fix("删去项目编码", "purpose", rest))


@project_rule(
    "U04",
    Group.COMPLETE,
    Text(
        "资金用途中有多余的空格、制表符或换行",
        "从别处粘贴来的文字常带空格和断行，导入系统和公开时版面会乱。",
        "支付外聘教师 课酬、\n场地租赁费用",
        "支付外聘教师课酬、场地租赁费用",
        PRACTICE,
    ),
)
def purpose_is_clean(project: ProjectFacts) -> Iterator[Hit]:
    """A use of funds with stray blanks, tabs or line breaks."""
    text = project.purpose
    breaks = len(_BREAK.findall(text))
    blanks = sum(map(_is_stray, _BLANKS.finditer(_BREAK.sub("", text))))
    if not breaks and not blanks:
        return
    counted = [f"{breaks}处换行" * bool(breaks), f"{blanks}处多余的空格" * bool(blanks)]
    what = "和".join(filter(None, counted))
    then = "整理成一段" if breaks else "删去"
    yield Hit("purpose", f"资金用途中有{what}，建议{then}。", _cleaned(project, text))


def _codes_in(project: ProjectFacts) -> list[str]:
    """Return the project codes that stand in the use of funds, its own first."""
    code = project.code
    own = [code] if len(code) >= _SHORTEST_CODE and code in project.purpose else []
    return list(dict.fromkeys([*own, *_ANY_CODE.findall(project.purpose)]))


def _cleaned(project: ProjectFacts, text: str) -> Fix | None:
    """Return the mend, None where it is doubtful what a line break stands for."""
    lines = _BREAK.split(text)
    for line, following in pairwise(lines):
        ends = line.endswith(tuple(_SENTENCE_ENDS))
        if not ends and (len(line) < _FULL_LINE or _LINE_BEGINS.match(following)):
            return None
    clean = _BLANKS.sub(_closed, "".join(lines))
    return project.fix(f"整理为“{_shortened(clean)}”", "purpose", clean)


def _is_stray(blank: re.Match[str]) -> bool:
    """Whether a blank does not just part a foreign word or two numbers from what is beside it."""
    before, after = _beside(blank)
    return blank[0] != " " or not ((before and after) or _LETTER.search(before + after))


def _closed(blank: re.Match[str]) -> str:
    """Return what a blank becomes: one where it may be meant, nothing where it is stray."""
    if not _is_stray(blank):
        return blank[0]
    return " " if all(_beside(blank)) else ""


def _beside(blank: re.Match[str]) -> tuple[str, str]:
    """Return the foreign words, numbers and signs on either side of a blank."""
    before = _WORD_BEFORE.search(blank.string, 0, blank.start())
    after = _WORD_AFTER.match(blank.string, blank.end())
    return before[0] if before else "", after[0] if after else ""


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
