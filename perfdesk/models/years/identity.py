"""Which project of one year is the same as one of another year, going on."""

import re

from perfdesk.models.code import code_year, plain_code
from perfdesk.models.project import Project
from perfdesk.models.years.mentions import year_mentions
from perfdesk.models.years.writing import plain

_CARRIED_OVER = "结转"
_YEAR_AHEAD = re.compile(r"20\d\d年?度?|(?<!\d)\d\d年度")


def same_project(one: Project, other: Project) -> bool:
    """Whether two projects of different years are the same one going on."""
    if one.code and one.code == other.code:
        return True
    names = yearless(one.name), yearless(other.name)
    return names[0] == names[1] != "" and one.unit.code == other.unit.code


def yearless(name: str) -> str:
    """Return a project's name without the year it begins with."""
    return _YEAR_AHEAD.sub("", plain(name.strip()))


def seems_carried_over(project: Project, year: int) -> bool:
    """Whether a project of a document of `year` is money of another year that is used up later.

    Its name says so or speaks of other years only, or, speaking of none, it has their code.
    """
    if _CARRIED_OVER in project.name:
        return True
    spoken_of = year_mentions(plain(project.name))
    if spoken_of:
        return not any(each.first <= year <= each.last for each in spoken_of)
    return code_year(plain_code(project.code)) not in (None, year)
