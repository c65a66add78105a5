"""What holds of every finding in any document, however strange: it can be shown and mended."""

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.forms import form_or_default
from perfdesk.io.interchange import to_plain
from perfdesk.io.rule_book import rule_book, standard_rules
from perfdesk.models.change import SetField
from perfdesk.models.document import Content, Document
from perfdesk.models.form import Form
from perfdesk.models.review.book import RuleBook
from perfdesk.models.review.check import check
from perfdesk.models.review.finding import Finding
from perfdesk.models.review.order import path_of
from perfdesk.models.review.place_words import place_words
from perfdesk.models.review.registry import all_rules
from perfdesk.models.value import SIGNS, IndicatorValue
from tests.models.review.test_any_document import standing_at
from tests.models.rules.cases import all_cases
from tests.models.rules.sound import SOUND
from tests.strategies import FIELDS, FORMS, ODD_TEXTS, documents, texts

# What rules look for, in ways that nobody types on purpose.
NEAR_TEXTS = (
    "9" * 400,
    "≥" + "9" * 60 + "万元",
    "-5%",
    "≤0.000000001%",
    "１００．００％",
    "≥100100%",
    "百分比",
    "≥",
    "元/人",
    "（%）",
    "()",
    "人数（）",
    "满意度（人）",
    "服务对象满意意度",
    "《》",
    "〔〕号",
    "[2024]号",
    "(2024)1号、[2023]2号、〔2022〕3号",
    "2000年，2099年，20000年",
    "0000年00月00日前",
    "12月45日前",
    "2025-02-30",
    "13月1日至14月2日",
    "、" * 30,
    "的的的的了了了",
    "意见意见意见意见意见",
    "进一步步步提高高高高",
    "（一）（一）一、1.1.1、",
    "满意度",
    "数量指标",
    "成本",
    "不适用",
    "无",
    "25/50/75/100",
    "1,2,3",
    "十二万五千元",
    "百分之百",
    "+0.00",
)
NOT_CHINESE = re.compile(r"None|Decimal|frozenset|Shape\.|<[a-z]+ object|\bnan\b|E[+]\d")
LONGEST = 240
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@cache
def strange() -> st.SearchStrategy[str]:
    return st.one_of(st.sampled_from(NEAR_TEXTS), st.sampled_from(ODD_TEXTS), texts())


@st.composite
def spoiled(draw: st.DrawFn) -> Document:
    """A document that one rule has something to say about, with strange texts in some fields."""
    document = draw(st.sampled_from(BROKEN))
    document = replace(document, form=draw(st.sampled_from(FORMS)))
    rows = list(document.rows())
    for _ in range(draw(st.integers(0, 8)) if rows else 0):
        row = draw(st.sampled_from(rows))
        field = draw(st.sampled_from([f for f in FIELDS[type(row)] if f != "unit"]))
        document = SetField(row.id, field, draw(content(field))).apply(document)
    return document


@cache
def content(field: str) -> st.SearchStrategy[Content]:
    if field == "value":
        signs = st.sampled_from(("", *SIGNS))
        glued = st.builds(IndicatorValue.of_parts, signs, strange(), strange())
        return st.one_of(strange().map(IndicatorValue.read), glued)
    return st.lists(strange(), max_size=3).map(tuple) if field == "goals" else strange()


def words_of(thing: object) -> str:
    """All texts in a document, one behind the other."""
    if isinstance(thing, str):
        return thing
    if isinstance(thing, tuple):
        return "\n".join(map(words_of, thing))
    if is_dataclass(thing):
        return "\n".join(words_of(getattr(thing, field.name)) for field in fields(thing))
    return ""


def any_document() -> st.SearchStrategy[Document]:
    return st.one_of(documents(), spoiled(), spoiled())


def has_one_row_for_each_id(document: Document) -> bool:
    """Some cases show one row twice, as no document outside the tests does."""
    ids = [row.id for row in document.rows()]
    return len(ids) == len(set(ids))


BROKEN = [SOUND, *(case.broken for case in all_cases() if has_one_row_for_each_id(case.broken))]


@cache
def form_and_book(form_id: str) -> tuple[Form, RuleBook]:
    form = form_or_default(form_id)
    return form, rule_book(form, {})


def judged(form_id: str, document: Document) -> tuple[Finding, ...]:
    form, book = form_and_book(form_id)
    return check(form, document, book)


@given(any_document(), st.sampled_from(FORMS))
def test_every_finding_can_be_shown(document: Document, form_id: str) -> None:
    written, plain = words_of(document), to_plain(document)
    for each in judged(form_id, document):
        assert each.rule in all_rules()
        standing_at(plain, path_of(document, each.place))
        part = document.project(each.project_id) if each.project_id else document.statement
        assert part is not None
        assert place_words(form_or_default(form_id), part, each.place)
        assert CHINESE.search(each.sentence)
        assert "\n" not in each.sentence
        assert len(each.sentence) <= LONGEST
        for odd in NOT_CHINESE.findall(each.sentence):
            assert odd in written
        for brace in "{}":
            assert brace not in each.sentence or brace in written


@given(any_document(), st.sampled_from(FORMS))
def test_every_mend_mends(document: Document, form_id: str) -> None:
    for each in judged(form_id, document):
        if each.fix:
            mended = each.fix.change.apply(document)
            after = {(left.rule, left.place) for left in judged(form_id, mended)}
            assert (each.rule, each.place) not in after


@pytest.mark.parametrize("limit", [-20, 0, 1, 0.5, 10**9])
def test_an_office_may_set_any_limit(limit: float) -> None:
    own = {
        rule: {name: limit for name, value in entries.items() if not isinstance(value, str)}
        for rule, entries in standard_rules().items()
    }
    for document in BROKEN:
        form = form_or_default(document.form)
        for each in check(form, document, rule_book(form, own)):
            assert path_of(document, each.place)
