"""Rules of 三级指标: what an indicator's name must be, taken by itself and beside the others."""

from collections.abc import Iterator
from functools import cache, lru_cache

from perfdesk.models.review.facts import ProjectFacts, RowFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, project_rule, row_rule
from perfdesk.models.review.sources import METHOD, PRACTICE, SYSTEM
from perfdesk.models.review.spelling import Spelling
from perfdesk.models.review.words import Table
from perfdesk.models.rules.misplaced import misplaced_rows
from perfdesk.models.rules.structure import level_called

_ASKED = {
    "satisfaction": "请写清是谁的满意度",
    "rate": "请写清是什么的{name}",
    "count": "请写清是什么的{name}",
    "days": "请写清是什么的{name}",
    "deadline": "请写清是什么的{name}",
    "cost": "请写清是哪一项成本",
}


@row_rule(
    "N01",
    Group.COMPLETE,
    Text(
        "三级指标名称为空",
        "没有名称就不知道考核什么。不涉及的一行填写“不适用”，多余的一行删除。",
        "数量指标的三级指标一栏空着",
        "数量指标·培训人次",
        SYSTEM,
    ),
)
def no_name(row: RowFacts) -> Hit | None:
    """A row without a name."""
    if row.name:
        return None
    where = level_called(row, "这一行")
    if row.text or row.description:
        return Hit("name", f"{where}的三级指标名称是空的，请补充名称。")
    return Hit("name", f"{where}还没有填写，请填写；不涉及的写“不适用”，多余的行请删除。")


@row_rule(
    "N02",
    Group.FITTING,
    Text(
        "三级指标名称太长",
        "名称是短语，不是句子。审核时一般要求15字以内，系统最多存100字；具体内容写在描述里。",
        "按照年度工作安排对全区商贸企业开展安全检查",
        "检查企业次数",
        SYSTEM,
    ),
)
def long_name(row: RowFacts) -> Hit | None:
    """A name that is a sentence, or longer than the finance system can keep."""
    name = row.name
    book = row.book
    sentence = book.limit("N02.sentence")
    if len(name) < sentence:
        return None
    most = book.limit("N02.most")
    if len(name) > most:
        said = f"名称有{len(name)}个字，系统最多存{most}个字，请改为短语，内容写进描述。"
        return Hit("name", said, severity=book.case("N02.long"))
    length = sum(map(str.isalnum, name))
    if length < sentence:
        return None
    return Hit("name", f"名称有{length}个字，像一句话，请缩短到{sentence - 1}个字以内。")


@row_rule(
    "N03",
    Group.FITTING,
    Text(
        "三级指标照抄了上级指标的名称",
        "一级、二级指标只是分类，三级指标要写具体考核的内容。",
        "社会效益指标·社会效益指标",
        "社会效益指标·带动就业人数",
        METHOD,
    ),
)
def level_as_name(row: RowFacts) -> Hit | None:
    """A name that is that of a first or second level."""
    name = row.name
    if "level_name" not in row.kinds and name not in (row.level2, row.level1):
        return None
    if not name:
        return None
    example = row.book.limits.get(f"N03.{row.dimension}")
    such = f"，如“{example}”" if example else ""
    return Hit("name", f"“{name}”是指标的类别，请写具体的指标{such}。")


@project_rule(
    "N04",
    Group.FITTING,
    Text(
        "三级指标重名",
        "同一个二级指标下重名，系统无法区分；不同二级指标下重名，考核时容易混淆。",
        "满意度（两条）",
        "参训人员满意度、用人单位满意度",
        SYSTEM,
    ),
)
def same_name(project: ProjectFacts) -> Iterator[Hit]:
    """A name that stands twice in a project; one hit for each name and second level."""
    for name, rows in _doubled(project):
        levels: dict[str, list[RowFacts]] = {}
        for row in rows:
            levels.setdefault(row.level2, []).append(row)
        doubled = [same for same in levels.values() if len(same) > 1]
        for same in doubled:
            level = level_called(same[0], "同一个二级指标")
            said = f"{level}中有{len(same)}条“{name}”，请写清各自的对象或删去重复的。"
            severity = project.book.case("N04.same_level")
            yield Hit("name", said, row=same[1], severity=severity)
        if not doubled:
            first, second, *_ = levels.values()
            one, other = (level_called(rows[0], "另一个二级指标") for rows in (first, second))
            yield Hit("name", f"{one}和{other}中都有“{name}”，请写清各自考核什么。", row=second[0])


def _doubled(project: ProjectFacts) -> Iterator[tuple[str, list[RowFacts]]]:
    """Yield the names that stand more than once, with their rows.

    A level's name (N03) and rows under the wrong level (N08) are to be changed as it is.
    """
    named: dict[str, list[RowFacts]] = {}
    for row in project.live:
        named.setdefault(row.name, []).append(row)
    if len(named) == len(project.live):
        return
    elsewhere = misplaced_rows(project)
    for name, rows in named.items():
        if len(rows) > 1 and name and "level_name" not in rows[0].kinds:
            standing = [row for row in rows if row.index not in elsewhere]
            if len(standing) > 1:
                yield name, standing


@project_rule(
    "N06",
    Group.FITTING,
    Text(
        "名称太笼统",
        "名称要能单独看懂，写清是谁的、什么的。",
        "满意度；次数；及时率",
        "参训人员满意度；举办培训次数；补贴发放及时率",
        PRACTICE,
    ),
)
def general_names(project: ProjectFacts) -> Iterator[Hit]:
    """A name that says how something is measured, but not what.

    One that is told to move (N08), or that it stands there twice (N04), is told only that.
    """
    general = [
        row for row in project.live if "general" in row.kinds and "level_name" not in row.kinds
    ]
    if not general:
        return
    told = set(misplaced_rows(project))
    if project.book.severity("N04"):
        told.update(row.index for _, rows in _doubled(project) for row in rows[1:])
    for row in general:
        if row.index not in told:
            yield Hit("name", _said_of_general(row), row=row)


def _said_of_general(row: RowFacts) -> str:
    name, description = row.name, row.description
    if description.endswith(name) and len(name) < len(description) < row.book.limit("N02.sentence"):
        better = _known_name(row.project.setting.words.known, description) or description
        return f"“{name}”太笼统，名称可写为“{better}”。"
    asked = next((_ASKED[kind] for kind in _ASKED if kind in row.kinds), "请写清考核的是什么")
    return f"“{name}”太笼统，单独看不懂，{asked.format(name=name)}。"


@row_rule(
    "N10",
    Group.FITTING,
    Text(
        "名称疑似有错字",
        "与常用指标只差一个字，多半是打错、漏打或多打。确认无误的可以不改。",
        "服务对象满义度",
        "服务对象满意度",
        PRACTICE,
    ),
)
def mistyped_name(row: RowFacts) -> Hit | None:
    """A name that is one slip of the hand away from a well-known indicator."""
    meant = _meant(row)
    if not meant:
        return None
    fix = row.fix(f"改为“{meant}”", "name", meant)
    return Hit("name", f"“{row.name}”疑似有错字，是否应为“{meant}”？", fix)


def meant_name(row: RowFacts) -> str:
    """Return the name that a row is told was meant instead of its own, or an empty text."""
    return _meant(row) if row.book.severity("N10") else ""


def _meant(row: RowFacts) -> str:
    meant = _known_name(row.project.setting.words.known, row.name)
    # 验收合格 may be a right name for words, but not for a number of per cent.
    return "" if meant[:-1] == row.name and not row.percent else meant


@lru_cache(maxsize=16_384)  # most rows stay as they are from one edit to the next
def _known_name(known: Table, name: str) -> str:
    return _spelling(known).meant_by(name)


@cache
def _spelling(known: Table) -> Spelling:
    return Spelling(*(known.words(kind) for kind in ("indicator", "ending", "fine", "alike")))
