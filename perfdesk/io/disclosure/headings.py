"""Headings of published documents: parts, the statement's sections, project titles, page numbers.

What a heading is called comes from the forms' wording; numbers before it and a page number
behind it (in a table of contents) do not matter.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from perfdesk.io.disclosure.words import Words, bare, plain
from perfdesk.models.numbering import split_number

LONGEST_HEADING = 120
_LONGEST_INLINE = 40
_PART = re.compile(r"第([一二三四五六七八九十\d]{1,3})部分[:、.]?")
_PAGE_TAIL = re.compile(
    r"(?:(?:[ \u3000]*[.…·．・⋯_]{2,}[ \u3000]*|[ \u3000]*\t\s*|[ \u3000]{2,})"
    r"[-—–]?[ \u3000]*\d{1,4}[ \u3000]*[-—–]?|[ \u3000]*[-—–][ \u3000]*\d{1,4}[ \u3000]*[-—–])$"
)
_PAGE_TAIL_CLOSE = re.compile(r"(?<=[标施表])\d{1,3}$")
_PAGE_NUMBER = re.compile(r"[-—–·]*第?\d{1,3}页?[-—–·]*(?:[,/共]{1,2}\d{1,3}页?)?[-—–·]*")
_DOCUMENT_TITLE = re.compile(
    r"(?P<code>\d{3})?(?P<name>\D{0,60}?)(?P<year>20\d\d)年度?(?:部门|单位)?(?:整体)?(?:预算)?"
    r"(?:项目)?绩效(?:目标)?(?:信息|文本|目标|公开|情况|表|材料|及){0,3}"
)
_SAFEGUARDS = re.compile(r"\D{0,20}保障措施")
_NO_HEADING_END = ("。", ";", ",")


class Kind(Enum):
    """What a heading opens."""

    STATEMENT_PART = auto()
    PROJECT_PART = auto()
    OTHER_PART = auto()
    OVERALL = auto()
    SUBGOALS = auto()
    SAFEGUARDS = auto()
    PROJECT = auto()
    DOCUMENT = auto()
    CONTENTS = auto()


SECTIONS = (Kind.OVERALL, Kind.SUBGOALS, Kind.SAFEGUARDS)
PARTS = (Kind.STATEMENT_PART, Kind.PROJECT_PART, Kind.OTHER_PART)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: what it opens, its number (0: none), and the text it shares its line with.

    Sections have a number only where they are numbered as chapters are: 一、 二、 三、. For a
    project `text` is the name, for a document's title the department's name. `sure` is False
    where only the words resemble what the forms say.
    """

    kind: Kind
    number: int = 0
    text: str = ""
    code: str = ""
    year: int = 0
    sure: bool = True


def heading_of(text: str, words: Words) -> Heading | None:
    """Return what a paragraph opens as a heading, None where it is none."""
    if len(text) <= LONGEST_HEADING:
        return _whole_heading(text, words) if words.in_headings.search(text) else None
    return _section(text, plain(text[:LONGEST_HEADING]), words)


def without_page(text: str) -> str:
    """Return a heading without the dots and the page number that a table of contents adds."""
    shorter = _PAGE_TAIL.sub("", text[-LONGEST_HEADING:])
    shorter = _PAGE_TAIL_CLOSE.sub("", shorter)
    return text[:-LONGEST_HEADING] + shorter


def is_page_number(text: str) -> bool:
    """Tell whether a paragraph is nothing but a page number: 20, - 3 -, 第3页 共20页."""
    return len(text) <= 20 and bool(_PAGE_NUMBER.fullmatch(plain(text)))


def is_part_number(text: str) -> bool:
    """Tell whether a paragraph is only the first line of a part's title: 第一部分."""
    return len(text) <= 10 and bool(_PART.fullmatch(plain(text)))


def section_number(text: str) -> int:
    """Return the number of a chapter heading 一、…, 0 where the text is not one."""
    if len(text) > LONGEST_HEADING // 2 or plain(text).endswith(_NO_HEADING_END):
        return 0
    parted = split_number(text)
    return parted.number if parted and parted.style == "一、" else 0


@lru_cache(maxsize=1024)
def _whole_heading(text: str, words: Words) -> Heading | None:
    """Return what a heading opens; a document's titles are asked about again and again."""
    beginning = plain(text)
    if beginning == "目录":
        return Heading(Kind.CONTENTS)
    found = _part(beginning, words) or _project(text, beginning, words) or _document(beginning)
    return found or _section(text, beginning, words)


def _part(beginning: str, words: Words) -> Heading | None:
    numbered = _PART.match(beginning)
    name = bare(beginning[numbered.end() :] if numbered else beginning)
    if name in words.statement_parts:
        return Heading(Kind.STATEMENT_PART)
    if name in words.project_parts:
        return Heading(Kind.PROJECT_PART)
    if not numbered or len(name) > 40 or beginning.endswith(_NO_HEADING_END):
        return None
    if "整体" in name and "绩效目标" in name:
        return Heading(Kind.STATEMENT_PART)
    if "项目" in name and name.endswith("绩效目标") and "专项" not in name:
        return Heading(Kind.PROJECT_PART)
    return Heading(Kind.OTHER_PART)


def _project(text: str, beginning: str, words: Words) -> Heading | None:
    ending = words.title_end.search(beginning)
    if not ending or "。" in beginning:
        return None
    parted = split_number(text, printed=True)
    number, name = (parted.number, parted.text) if parted else (0, text.strip())
    name = _without_end(name, len(ending[0]))
    for start in words.title_starts:
        name = name.removeprefix(start).lstrip()
    year = int(ending["year"]) if ending["year"] else 0
    return Heading(Kind.PROJECT, number, "" if name == "项目" else name, year=year)


def _without_end(text: str, count: int) -> str:
    """Return a text without its last `count` characters, blanks among them not counted."""
    while count and text:
        count -= not text[-1].isspace()
        text = text[:-1]
    return text.rstrip()


def _document(beginning: str) -> Heading | None:
    found = _DOCUMENT_TITLE.fullmatch(beginning)
    if not found:
        return None
    name = found["name"].removesuffix("部门")
    return Heading(Kind.DOCUMENT, 0, name, found["code"] or "", int(found["year"]))


def _section(text: str, beginning: str, words: Words) -> Heading | None:
    if len(text) > LONGEST_HEADING and ":" not in beginning[:_LONGEST_INLINE]:
        return None
    parted = split_number(beginning)
    is_chapter = parted is not None and parted.style == "一、"
    number = parted.number if parted and is_chapter else 0
    name = parted.text if parted else beginning
    head, _, behind = name.partition(":")
    kind = _section_kind(head, words)
    if kind and behind:
        inline = re.split("[:：]", text, maxsplit=1)[1].strip()
        return Heading(kind, number, inline)
    if len(text) > LONGEST_HEADING // 2:
        return None
    kind = _section_kind(bare(name), words)
    if kind:
        return Heading(kind, number)
    if is_chapter and _SAFEGUARDS.fullmatch(bare(name)):
        return Heading(Kind.SAFEGUARDS, number, sure=False)
    return None


def _section_kind(name: str, words: Words) -> Kind | None:
    if name in words.overall:
        return Kind.OVERALL
    if name in words.subgoals:
        return Kind.SUBGOALS
    return Kind.SAFEGUARDS if name in words.safeguards else None
