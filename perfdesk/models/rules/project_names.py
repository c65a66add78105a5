"""Rules of the project's name, and of the years that name and code speak of."""

import re
from collections.abc import Iterator

from perfdesk.models.code import code_year, is_laid_out, plain_code
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts
from perfdesk.models.review.finding import Group
from perfdesk.models.review.rule import Hit, Text, document_rule, project_rule
from perfdesk.models.review.sources import CODE, FORM, PRACTICE

# 2025年…, 2025企业…, 2024—2025年…; not 2000亩 or 2000万元 further on.
_YEAR = re.compile(r"^20[1-4]\d(?!\d)|(?<!\d)20[1-4]\d(?=\s*年|\s*[-—－~～至到]\s*20\d\d)")
_BEGINS_RIGHT = re.compile(r"20[1-4]\d(?:\s*[-—－~～至到]\s*20\d\d)?\s*年")
_BEGINS_BARE = re.compile(r"(20[1-4]\d)(?=[^\d年])")


@project_rule(
    "C04",
    Group.RELEVANT,
    Text(
        "项目编码的年度不是本年度",
        "编码第7、8位是立项年度。结转资金可以沿用上年编码，但要写明；不是结转的，应使用本年度编码。",
        "2025年的文本中，编码为13020924P…",
        "编码为13020925P…，或在资金用途中写明“上年结转资金”",
        CODE,
    ),
)
def code_of_the_year(project: ProjectFacts) -> Iterator[Hit]:
    """A code of another year, where neither name nor use speaks of money carried over."""
    in_code, year = _year_in_code(project), project.setting.year
    if in_code and year and in_code != year and not _goes_back(project):
        yield Hit(
            "code",
            f"项目编码是{in_code}年的，本文件是{year}年度；如为结转资金，请在资金用途中写明。",
        )


@project_rule(
    "C05",
    Group.COMPLETE,
    Text(
        "项目名称的年度与项目编码的年度不一致",
        "名称和编码在同一次立项时产生，年度应当相同；不同说明其中一个填错，或名称照抄了别年的项目。",
        "编码13020925P…，名称“2024年招商引资工作经费”",
        "编码13020925P…，名称“2025年招商引资工作经费”",
        CODE,
    ),
)
def name_and_code_of_one_year(project: ProjectFacts) -> Iterator[Hit]:
    """A name of another year than its code's, unless it says itself that it pays for the past."""
    in_code = _year_in_code(project)
    years = _years_in(project.name) if in_code else []
    if in_code and years and not min(years) <= in_code <= max(years):
        if "carried_over" in project.setting.words.texts.kinds_of(project.name):
            return
        sentence = f"项目名称写的是{years[0]}年，项目编码却是{in_code}年的，请核对哪一个填错了。"
        yield Hit("name", sentence)


@project_rule(
    "C06",
    Group.RELEVANT,
    Text(
        "项目名称的年度不是本年度",
        "本年度文本中的项目一般以本年度命名。结转、尾款等以前年度的资金可以保留原名，但要写明来由。",
        "2025年的文本中，名称“2024年公务用车购置经费”",
        "“2025年公务用车购置经费”，或在资金用途中写明“上年结转资金”",
        PRACTICE,
    ),
)
def name_of_the_year(project: ProjectFacts) -> Iterator[Hit]:
    """A name of another year, where neither it nor the use speaks of money carried over."""
    year = project.setting.year
    years = _years_in(project.name) if year else []
    if years and not min(years) <= year <= max(years) and not _goes_back(project):
        yield Hit(
            "name",
            f"项目名称写的是{years[0]}年，本文件是{year}年度；如为结转或补付资金，请说明来由。",
        )


@project_rule(
    "C07",
    Group.COMPLETE,
    Text(
        "项目名称没有填写，或不以年度开头",
        "预算系统中的项目名称以“YYYY年”开头，便于区分各年的同名项目；名称空着就无法知道是哪个项目。",
        "招商引资工作经费",
        "2025年招商引资工作经费",
        FORM,
    ),
)
def name_begins_with_the_year(project: ProjectFacts) -> Iterator[Hit]:
    """A name that is missing, or begins without the year although its code is of that system."""
    name = project.name
    if not name:
        yield Hit(
            "name",
            "项目名称未填写，请填入预算系统中的项目名称。",
            severity=project.book.case("C07.empty"),
        )
    elif plain_code(project.code)[8:9] != "P" or _BEGINS_RIGHT.match(name):
        return
    elif bare := _BEGINS_BARE.match(name):
        yield Hit(
            "name",
            f"项目名称以“{bare[0]}”开头，少一个“年”字；预算系统中若也如此，可以不改。",
        )
    elif not _years_in(name):
        yield Hit("name", "项目名称没有写年度，一般以“××××年”开头，请与预算系统核对。")


@document_rule(
    "C09",
    Group.COMPLETE,
    Text(
        "同一单位有两个项目同名",
        "同名项目容易混淆，也常是同一个项目填报了两次。不同的项目应在名称中写出区别。",
        "两个项目都叫“2025年专项业务经费”",
        "“2025年专项业务经费（外贸）”和“2025年专项业务经费（消费）”",
        PRACTICE,
    ),
)
def names_differ(document: DocumentFacts) -> Iterator[Hit]:
    """A name that an earlier project of the unit has; with the same code C01 tells it."""
    codes: dict[tuple[str, str], set[str]] = {}
    for project in document.projects:
        unit = project.project.unit
        key = unit.code.strip() or unit.name.strip(), "".join(project.name.split())
        known = codes.get(key)
        code = plain_code(project.code)
        if known and project.name and not (code and code in known):
            sentence = f"本单位已有一个项目叫“{project.name}”，请核对是否重复，或在名称中加以区别。"
            yield Hit("name", sentence, project=project)
        codes.setdefault(key, set()).add(code)


def _years_in(name: str) -> list[int]:
    years = [int(each) for each in _YEAR.findall(name)]
    if years and (span := re.search(r"[-—－~～至到]\s*(20[1-4]\d)", name)):
        years.append(int(span[1]))
    return years


def _year_in_code(project: ProjectFacts) -> int | None:
    code = plain_code(project.code)
    return code_year(code) if is_laid_out(code) else None


def _goes_back(project: ProjectFacts) -> bool:
    """Whether name or use of funds say themselves that this is money of an earlier year."""
    texts = project.setting.words.texts
    return any("carried_over" in texts.kinds_of(text) for text in (project.name, project.purpose))
