"""What texts on a worksheet mean: documents built from what is seen and nothing else."""

import re

from perfdesk.io.excel.visible.seen import Row, SeenProject, SeenStatement
from perfdesk.models.amount import amount, percentage
from perfdesk.models.document import Content, Department
from perfdesk.models.form import INDICATOR_FIELDS, Form
from perfdesk.models.numbering import unnumber_lines
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.sheet import typed_content
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

_TITLE_NUMBER = re.compile(r"\s*\d{1,3}[.、．]\s*(?=\D|\d{4}年)")
_DEPARTMENT = re.compile(r"(\d{3})(?!\d)\s*(.*)", re.DOTALL)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def content_of(form: Form, field: str, text: str) -> Content:
    """Return what a text on a worksheet means for the field it stands in.

    A value keeps the words it is printed with; every line of the goals has its number.
    """
    if field == "value":
        return IndicatorValue.read(text.strip())
    if field == "goals":
        return unnumber_lines(text, printed=True)
    return typed_content(form, field, text)


def says_the_same(field: str, one: str, other: str) -> bool:
    """Tell whether two printed texts of a field say the same (320.00 and 320)."""
    if one == other:
        return True
    read = amount if field.startswith("budget.") else percentage
    if read is percentage and not field.startswith("plan."):
        return False
    number = read(one)
    return number is not None and number == read(other)


def name_in_title(form: Form, title: str, *, numbered: bool) -> str:
    """Return the project's name out of the printed title, `numbered` ones lose their number."""
    before, _, after = form.wording.project_title.partition("{name}")
    name = title.strip().removeprefix(before).removesuffix(after).strip()
    return _TITLE_NUMBER.sub("", name, count=1) if numbered and _TITLE_NUMBER.match(name) else name


def visible_project(form: Form, seen: SeenProject) -> Project:
    """Build a project from the form that was seen."""
    head = {field: content_of(form, field, each.text) for field, each in seen.head.items()}
    if not head.get("name") and "title" in seen.head:
        head["name"] = name_in_title(form, seen.head["title"].text, numbered=True)
    return Project(
        code=_text(head, "code"),
        name=_text(head, "name"),
        unit=_unit(head.get("unit")),
        budget=Budget(*(_text(head, f"budget.{part}") for part in ("total", "fiscal", "other"))),
        purpose=_text(head, "purpose"),
        plan=SpendingPlan(
            *(_text(head, f"plan.{month}") for month in ("march", "june", "october", "december"))
        ),
        goals=_lines(head.get("goals")),
        indicators=tuple(visible_indicator(form, row) for row in seen.rows),
    )


def visible_indicator(form: Form, row: Row) -> Indicator:
    """Build an indicator from a row of the grid; a missing first level is the form's."""
    texts = {field: row[field].text if field in row else "" for field in INDICATOR_FIELDS}
    above = form.level_above(texts["level2"])
    return Indicator(
        level1=texts["level1"] or (above.name if above else ""),
        level2=texts["level2"],
        name=texts["name"],
        description=texts["description"],
        value=IndicatorValue.read(texts["value"]),
        basis=texts["basis"],
    )


def visible_statement(seen: SeenStatement) -> Statement:
    """Build a department's statement from what was seen of it."""
    overall = seen.head.get("overall")
    return Statement(
        overall.text if overall else "",
        tuple(visible_subgoal(row) for row in seen.subgoals),
        tuple(visible_safeguard(row) for row in seen.safeguards),
    )


def visible_subgoal(row: Row) -> SubGoal:
    """Build a sub-goal from a row of its table."""
    texts = {field: each.text for field, each in row.items()}
    return SubGoal(texts.get("title", ""), texts.get("goal", ""), texts.get("indicators", ""))


def visible_safeguard(row: Row) -> Safeguard:
    """Build a safeguard from a row of its table."""
    texts = {field: each.text for field, each in row.items()}
    return Safeguard(texts.get("title", ""), texts.get("text", ""))


def visible_department(text: str) -> Department | None:
    """Part a printed department (315云溪区商务局) into code and name; None where it is none."""
    found = _DEPARTMENT.fullmatch(text.strip())
    return Department(found[1], found[2].strip()) if found else None


def year_in(text: str) -> int:
    """Return the first year named in a text, 0 where there is none."""
    found = _YEAR.search(text)
    return int(found[0]) if found else 0


def _text(contents: dict[str, Content], field: str) -> str:
    content = contents.get(field, "")
    return content if isinstance(content, str) else ""


def _unit(content: Content | None) -> Unit:
    return content if isinstance(content, Unit) else Unit()


def _lines(content: Content | None) -> tuple[str, ...]:
    return content if isinstance(content, tuple) else ()
