"""Whole documents as hypothesis strategies: empty, huge and odd ones too.

Texts are what may come out of a file or a keyboard: anything that UTF-8 can hold. A test for a
format that cannot hold all of it (no NUL in a workbook) filters or maps what it cannot take,
and says so there.
"""

from dataclasses import replace
from functools import cache

from hypothesis import strategies as st

from perfdesk.models.change import (
    PROJECTS,
    SAFEGUARDS,
    SUBGOALS,
    Change,
    Insert,
    Move,
    Remove,
    RowList,
    SetField,
    Together,
    duplicate,
    indicators_of,
)
from perfdesk.models.document import Content, Department, Document, Row, Submission, UnreadText
from perfdesk.models.form import HEAD_FIELDS, INDICATOR_FIELDS
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.review.answer import Answer
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.sheet import Place
from perfdesk.models.statement import ROW_FIELDS, Safeguard, Statement, SubGoal
from perfdesk.models.value import SIGNS, IndicatorValue

USUAL_TEXTS = (
    "执法检查",
    "保障日常运转，提高办事效率",
    "完成率",
    "云溪区商务局",
    "《项目实施方案》",
    "1、全年检查不少于200家。\n2、合格率达到95%以上。",
)
ODD_TEXTS = (
    " ",
    "　",
    "\n",
    "\n\n第二行\n",
    "一\t二",
    "一\r\n二\r三",
    "=1+1",
    "=SUM(A1:A9)",
    "+86",
    "-",
    "@名称",
    "'引号",
    '"双引号"',
    "“中文引号”",
    "０１２３％",
    "1、第一条\n2、第二条",
    "１．全角序号",
    "（一）带序号的标题",
    "第一部分 部门整体绩效目标",
    "一、总体绩效目标",
    "一级指标\t二级指标\t三级指标",
    "A" * 300,
    "绩效目标表",
    "😀👨‍👩‍👧",
    "𠮷野家",
    "é 与 é",
    "\u200b零宽\ufeff",
    "\u202e反向",
    "\x00",
    "前\x00后",
    "\x01\x08\x0b\x0c\x1f\x7f",
    "\ufffe\uffff",
    "<b>&amp;</b>",
    "{name}%s{}",
    "\\n\\u4e00",
    "_x000D_",
    "NULL",
    "1e5",
    "0012",
    "12345678901234567890",
)
HUGE_TEXTS = ("绩效" * 20_000, "长 \n" * 12_000)
LEVELS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
PRINTED_VALUES = (
    "100%",
    "≥90%",
    "≤12.5万元",
    "1人",
    "365天",
    "有效提升",
    "12月31日前",
    "2025年12月31日前",
    "100100%",
    "≥700按计划完成工作",
    "不适用",
    "＞3.50元/平方米",
    "95百分比",
    "--",
)
RULES = ("V21", "D02", "S03", "Z99")
FORMS = ("hebei-2024", "hebei-2020", "", "别县-2031")
DOCUMENT_FIELDS = ("year", "form", "department", "statement.overall")
FIELDS: dict[type[Row], tuple[str, ...]] = {
    Project: (*HEAD_FIELDS, "unit"),
    Indicator: INDICATOR_FIELDS,
    SubGoal: ROW_FIELDS[SubGoal],
    Safeguard: ROW_FIELDS[Safeguard],
}


@cache
def texts() -> st.SearchStrategy[str]:
    """Texts of every kind but lone surrogates, which no UTF-8 file can hold."""
    any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    return st.one_of(st.sampled_from(("", *USUAL_TEXTS)), st.sampled_from(ODD_TEXTS), any_text)


@cache
def long_texts() -> st.SearchStrategy[str]:
    """The same, and now and then one that is longer than a cell of a workbook may be."""
    return st.one_of(texts(), texts(), texts(), st.sampled_from(HUGE_TEXTS))


@cache
def amounts() -> st.SearchStrategy[str]:
    """Amounts as typed: mostly with two decimals, sometimes with more, or no amount at all."""
    tidy = st.decimals(0, 99_999, places=2).map(str)
    odd = ("", "", "1,234.50", "0", "3.125", "约5", " 5 ", "５．００")
    return st.one_of(tidy, st.sampled_from(odd), st.sampled_from(ODD_TEXTS))


@cache
def percentages() -> st.SearchStrategy[str]:
    """Percentages as kept, without their sign, or what else may have been typed."""
    usual = ("", "0", "25", "50", "75", "100", "33.33", "120", "二十五", "25%")
    return st.one_of(st.sampled_from(usual), st.sampled_from(ODD_TEXTS))


@cache
def values() -> st.SearchStrategy[IndicatorValue]:
    """Values read from print, glued from parts, and such as do not fit their parts."""
    numbers = st.one_of(st.integers(0, 10**6).map(str), texts())
    signs = st.sampled_from(("", *SIGNS))
    glued = st.builds(IndicatorValue.of_parts, signs, numbers, texts())
    read = st.one_of(st.sampled_from(PRINTED_VALUES), texts()).map(IndicatorValue.read)
    unlike = st.builds(IndicatorValue, texts(), signs, numbers, texts())
    return st.one_of(read, glued, unlike)


@cache
def carried(*fields: str) -> st.SearchStrategy[frozenset[str]]:
    """Fields that came from last year: mostly none."""
    return st.one_of(st.just(frozenset[str]()), st.frozensets(st.sampled_from(fields)))


@cache
def sources() -> st.SearchStrategy[str]:
    """Where such fields came from, in words: mostly last year, which needs none."""
    return st.sampled_from(("", "", "模板“培训”"))


@cache
def submissions() -> st.SearchStrategy[Submission | None]:
    """Who handed a document in, and when; mostly nobody."""
    times = st.sampled_from(("2026-11-20T16:30:00+08:00", "2025-01-02T03:04:05+00:00"))
    return st.one_of(st.none(), st.none(), st.builds(Submission, texts(), times, texts()))


@cache
def indicators() -> st.SearchStrategy[Indicator]:
    """One row of the grid, mostly under the levels of the form."""
    pairs = [(level1, level2) for level1, below in LEVELS.items() for level2 in below]
    levels = st.one_of(st.sampled_from(pairs), st.tuples(texts(), texts()))
    return st.builds(
        lambda pair, name, description, value, basis, carried, source: Indicator(
            *(pair[0], pair[1], name, description, value, basis),
            carried=carried,
            carried_from=source,
        ),
        levels,
        texts(),
        texts(),
        values(),
        texts(),
        carried("name", "description", "value", "basis"),
        sources(),
    )


@cache
def reasons() -> st.SearchStrategy[tuple[Reason, ...]]:
    """What a clerk answered to findings: mostly nothing, and never with an empty text."""
    said = texts().filter(bool)
    answered = st.builds(Reason, st.sampled_from(RULES), texts(), texts(), said)
    several = st.lists(answered, min_size=1, max_size=2).map(tuple)
    return st.one_of(st.just(()), st.just(()), several)


@cache
def units() -> st.SearchStrategy[Unit]:
    """A budget unit of an invented department, or anything else typed in its place."""
    known = st.sampled_from(
        (Unit("315001", "云溪区商务局本级"), Unit("315002", "云溪区会展中心"), Unit())
    )
    return st.one_of(known, known, st.builds(Unit, texts(), texts()))


@cache
def projects() -> st.SearchStrategy[Project]:
    """A project with up to four indicators."""
    return st.builds(
        Project,
        code=st.one_of(st.just("99990125P00000000001X"), texts()),
        name=texts(),
        unit=units(),
        budget=st.builds(Budget, amounts(), amounts(), amounts()),
        purpose=long_texts(),
        plan=st.builds(SpendingPlan, percentages(), percentages(), percentages(), percentages()),
        goals=st.lists(texts(), max_size=3).map(tuple),
        indicators=st.lists(indicators(), max_size=4).map(tuple),
        reasons=reasons(),
        carried=carried(*HEAD_FIELDS),
        carried_from=sources(),
    )


@cache
def subgoals() -> st.SearchStrategy[SubGoal]:
    """One of a department's sub-goals."""
    fields = ROW_FIELDS[SubGoal]
    return st.builds(SubGoal, texts(), texts(), texts(), carried=carried(*fields))


@cache
def safeguards() -> st.SearchStrategy[Safeguard]:
    """One of a department's safeguards."""
    return st.builds(Safeguard, texts(), texts(), carried=carried(*ROW_FIELDS[Safeguard]))


@cache
def statements() -> st.SearchStrategy[Statement]:
    """Part one of a document."""
    return st.builds(
        Statement,
        long_texts(),
        st.lists(subgoals(), max_size=3).map(tuple),
        st.lists(safeguards(), max_size=3).map(tuple),
        reasons(),
        carried("overall"),
    )


@cache
def documents() -> st.SearchStrategy[Document]:
    """A whole document: an empty one, one of a known form, or one of a form nobody knows."""
    unread = st.builds(UnreadText, st.integers(1, 100_000), texts())
    full = st.builds(
        Document,
        year=st.one_of(st.just(0), st.integers(2016, 2040)),
        form=st.sampled_from(FORMS),
        department=st.builds(Department, st.sampled_from(("315", "", "03")), texts()),
        statement=statements(),
        projects=st.lists(projects(), max_size=3).map(tuple),
        unread=st.lists(unread, max_size=2).map(tuple),
        submitted=submissions(),
    )
    return st.one_of(st.builds(Document), full, full, full)


@st.composite
def changes(
    draw: st.DrawFn, document: Document, min_size: int = 0, max_size: int = 8
) -> list[Change]:
    """A sequence of changes that can be applied to `document` one after the other."""
    made: list[Change] = []
    for _ in range(draw(st.integers(min_size, max_size))):
        change = draw(st.one_of(_one_change(document), _together(document)))
        made.append(change)
        document = change.apply(document)
    return made


@st.composite
def _together(draw: st.DrawFn, document: Document) -> Change:
    first = draw(_one_change(document))
    second = draw(_one_change(first.apply(document)))
    return Together("填写", (first, second))


@st.composite
def _one_change(draw: st.DrawFn, document: Document) -> Change:
    rows = [("", DOCUMENT_FIELDS), *((row.id, FIELDS[type(row)]) for row in document.rows())]
    if draw(st.booleans()):
        return draw(st.one_of(_list_change(document), _list_change(document), _answer(document)))
    row_id, fields = draw(st.sampled_from(rows))
    field = draw(st.sampled_from(fields))
    return SetField(row_id, field, draw(_contents(field)))


@st.composite
def _answer(draw: st.DrawFn, document: Document) -> Change:
    """An answer to a finding, often to one that was answered before, and sometimes taken back."""
    owners = {"": document.statement.reasons}
    owners |= {each.id: each.reasons for each in document.projects}
    project_id = draw(st.sampled_from(list(owners)))
    new = Reason("V21", "成本指标·成本", "相差0.01", "")
    one = draw(st.sampled_from((new, *owners[project_id])))
    place = Place(project_id, "name")
    warning = Severity.WARNING
    finding = Finding(one.rule, warning, project_id, place, one.facts, one.subject, one.facts)
    return Answer(finding, draw(texts()))


@cache
def _contents(field: str) -> st.SearchStrategy[Content]:
    """What a field may be set to."""
    kinds: dict[str, st.SearchStrategy[Content]] = {
        "year": st.integers(2016, 2040),
        "form": st.sampled_from(FORMS),
        "department": st.builds(Department, texts(), texts()),
        "goals": st.lists(texts(), max_size=3).map(tuple),
        "unit": units(),
        "value": values(),
    }
    return kinds.get(field, texts())


@st.composite
def _list_change(draw: st.DrawFn, document: Document) -> Change:
    grids = [indicators_of(project.id) for project in document.projects]
    rows = draw(st.sampled_from([PROJECTS, SUBGOALS, SAFEGUARDS, *grids]))
    ids = [row.id for row in rows.rows(document)]
    index = draw(st.integers(0, len(ids)))
    if not ids or draw(st.booleans()):
        return Insert(rows, index, draw(_new_rows(rows)))
    chosen = frozenset(draw(st.sets(st.sampled_from(ids), min_size=1)))
    kind = draw(st.sampled_from(("remove", "move", "duplicate")))
    if kind == "remove":
        return Remove(rows, chosen)
    return Move(rows, chosen, index) if kind == "move" else duplicate(document, rows, chosen)


def _new_rows(rows: RowList) -> st.SearchStrategy[tuple[Row, ...]]:
    of_kind: dict[str, st.SearchStrategy[Row]] = {
        "projects": projects().map(_with_fewer_indicators),
        "indicators": indicators(),
        "subgoals": subgoals(),
        "safeguards": safeguards(),
    }
    return st.lists(of_kind[rows.name], min_size=1, max_size=2).map(tuple)


def _with_fewer_indicators(project: Project) -> Row:
    return replace(project, indicators=project.indicators[:2])
