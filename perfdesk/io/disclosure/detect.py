"""Works out what a document does not say in one place: its form, its year, its department."""

import re
from collections import Counter
from collections.abc import Iterable

from perfdesk.io.disclosure.headings import Heading
from perfdesk.io.disclosure.notes import Notes
from perfdesk.io.disclosure.projects import ReadTable
from perfdesk.io.disclosure.words import head_labels, plain
from perfdesk.io.forms import all_forms, form_for_year
from perfdesk.models.code import code_year
from perfdesk.models.document import Department
from perfdesk.models.form import Form
from perfdesk.models.project import Unit

_YEAR = re.compile(r"(?<!\d)(20[1-4]\d)年?")
_NAME_YEAR = re.compile(r"(20[1-4]\d)年?(?!\d)")
_CHINESE_YEAR = re.compile(r"二[〇○Oo0零]([一二三四])([〇○Oo0零一二三四五六七八九])年")
_TITLE_WORDS = re.compile(r"预算|绩效")
_LONGEST_TITLE = 50
_HEAD_OFFICE = "本级"

_YEAR_FROM_NAME = "文件中没有写明年度，已按文件名填为 {year} 年，请核对。"
_NO_YEAR = "没有找到年度，请在导入后填写。"
_MIXED_TITLES = "标题中的年度不一致（{years}），已按 {year} 年读入，请核对。"
_MIXED_PROJECTS = "项目编码和名称中有 {years} 几个年度，已按 {year} 年读入，请核对。"
_MIXED_UNITS = "预算单位属于不同部门（{codes}），已按 {code} 读入，请核对。"
_NO_DEPARTMENT = "没有找到部门名称，请在导入后填写。"


def form_of(tables: list[ReadTable], year: int) -> Form:
    """Return the form whose labels and level names the tables show; without any, the year's."""
    labels = {name for table in tables for name in table.head.labels}
    levels = {
        "".join(row.cells.get("level1", "").split()) for table in tables for row in table.rows
    } - {""}
    if not labels and not levels:
        return form_for_year(year)
    return max(all_forms(), key=lambda form: _likeness(form, labels, levels, year))


def year_of(
    dated: Iterable[int], titles: list[str], tables: list[ReadTable], name: str, notes: Notes
) -> int:
    """Return the budget year: as titles say it, else as codes and names do, else the file's name.

    `dated` are the years in headings that are the document's own, 0 for none. Money carried
    over keeps its old code and name, so the latest year that is well supported counts. 0 where
    nothing says a year.
    """
    told = Counter(filter(None, dated))
    told = told or Counter(filter(None, map(_title_year, titles)))
    if told:
        year = max(told, key=lambda each: (told[each], each))
        if len(told) > 1:
            notes.add(0, _MIXED_TITLES.format(years=_listed(told), year=year))
        return year
    shown = Counter(year for table in tables for year in _years_of(table))
    if shown:
        year = _well_supported(shown, len(tables))
        if len(shown) > 1:
            notes.add(0, _MIXED_PROJECTS.format(years=_listed(shown), year=year))
        return year
    in_name = _YEAR.search(name)
    if in_name:
        notes.add(0, _YEAR_FROM_NAME.format(year=in_name[1]))
        return int(in_name[1])
    notes.add(0, _NO_YEAR)
    return 0


def department_of(units: Iterable[Unit], headings: list[Heading], notes: Notes) -> Department:
    """Return the department: as its title says with a code, else from the units, else the title.

    Its code is the first three digits of the units', its name that of the unit 001 without 本级,
    or that of the only unit.
    """
    titled = next((heading for heading in headings if heading.code), None)
    if titled:
        return Department(titled.code, titled.text)
    known = list(dict.fromkeys(unit for unit in units if unit != Unit()))
    codes = Counter(unit.code[:3] for unit in known if unit.code)
    code = codes.most_common(1)[0][0] if codes else ""
    if len(codes) > 1:
        notes.add(0, _MIXED_UNITS.format(codes="、".join(codes), code=code))
    own = [unit for unit in known if unit.code[:3] == code]
    main = next((unit for unit in own if unit.code.endswith("001")), None)
    if main is None and len(own) == 1:
        main = own[0]
    if main and main.name:
        return Department(code, main.name.removesuffix(_HEAD_OFFICE))
    name = next((heading.text for heading in headings if heading.text), "")
    if not name:
        notes.add(0, _NO_DEPARTMENT)
    return Department(code, name)


def _likeness(form: Form, labels: set[str], levels: set[str], year: int) -> float:
    known = head_labels(form)
    own = {level.name for level in form.levels}
    fields = {*known.beside.values(), *known.below.values(), *known.spanned.values()}
    seen = {f for f in (known.field_of(name) for name in labels) if f}
    strange = sum(1 for name in labels if name not in known.all)
    in_force = form.first_year <= year <= (form.last_year or year)
    return (
        len(seen)
        - len(fields - seen)
        - 2 * strange
        + 3 * len(levels & own)
        - 3 * len(own - levels)
        + (0.5 if in_force else 0)
    )


def _years_of(table: ReadTable) -> set[int]:
    """Return the years that a project's code and name tell; both alike count once."""
    in_name = _NAME_YEAR.match(table.name)
    years = {code_year(table.code), int(in_name[1]) if in_name else None}
    return {year for year in years if year}


def _well_supported(shown: Counter[int], projects: int) -> int:
    """Return the latest year that is more than one project's slip of the pen."""
    for year in sorted(shown, reverse=True):
        if shown[year] > 1 or projects <= 3 or 5 * shown[year] >= projects:
            return year
    return max(shown, key=lambda each: (shown[each], each))


def _title_year(text: str) -> int:
    words = plain(text) if len(text) <= _LONGEST_TITLE else ""
    if not _TITLE_WORDS.search(words) or words.endswith(("。", ";", ",")):
        return 0
    if chinese := _CHINESE_YEAR.search(words):
        digits = ("〇一二三四五六七八九".find(each) for each in chinese.groups())
        tens, ones = (max(0, digit) for digit in digits)
        return 2000 + 10 * tens + ones
    found = _YEAR.search(words)
    return int(found[1]) if found and "年" in found[0] else 0


def _listed(years: Iterable[int]) -> str:
    return "、".join(str(year) for year in sorted(years))
