"""Which project of one year is the same as one of another year, going on."""

import re

from perfdesk.models.project import Project

_YEAR_AHEAD = re.compile(r"20\d\d年?度?")


def same_project(one: Project, other: Project) -> bool:
    """Whether two projects of different years are the same one going on."""
    if one.code and one.code == other.code:
        return True
    names = yearless(one.name), yearless(other.name)
    return names[0] == names[1] != "" and one.unit.code == other.unit.code


def yearless(name: str) -> str:
    """Return a project's name without the year it begins with."""
    return _YEAR_AHEAD.sub("", name.strip())
