"""A document as the tree and the overviews list it: names, sums, and how far each project is."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import overload

from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.sheet import field_text, indicator_text


@dataclass(frozen=True, slots=True)
class Completeness:
    """How many of the places that a form wants filled in are filled in."""

    filled: int = 0
    needed: int = 0

    @property
    def done(self) -> bool:
        """Whether nothing is missing."""
        return self.filled >= self.needed

    @classmethod
    def of_all(cls, parts: "Iterable[Completeness]") -> "Completeness":
        """Add up how far several parts are."""
        filled = needed = 0
        for part in parts:
            filled += part.filled
            needed += part.needed
        return cls(filled, needed)


@dataclass(frozen=True, slots=True)
class ProjectOutline:
    """One project in a list: amounts and plan as typed, `indicators` the number of rows.

    `unconfirmed` is how many cells came from last year and are still to be looked at.
    """

    id: str
    code: str
    name: str
    unit: Unit
    budget: Budget
    plan: SpendingPlan
    indicators: int
    completeness: Completeness
    unconfirmed: int = 0


_PRINTED = ("level1", "level2")
_NOT_APPLICABLE = frozenset({"不适用", "不涉及", "无", "/", "—", "——", "-"})
"""What a row says that promises nothing, as resources/words has it for the checks."""


class Unseen(Sequence[ProjectOutline]):
    """The projects of a document that nobody has looked at yet: read when somebody does.

    `completeness` says how far they are together without reading them, and `unconfirmed` how
    many of their cells are still to be looked at.
    """

    def __init__(
        self,
        completeness: Completeness,
        unconfirmed: int,
        read: Callable[[], tuple[ProjectOutline, ...]],
    ) -> None:
        self.completeness = completeness
        self.unconfirmed = unconfirmed
        self._read = read
        self._seen: tuple[ProjectOutline, ...] | None = None

    @overload
    def __getitem__(self, index: int) -> ProjectOutline: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[ProjectOutline]: ...
    def __getitem__(self, index: int | slice) -> ProjectOutline | Sequence[ProjectOutline]:
        """Return one project, or several."""
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def __eq__(self, other: object) -> bool:
        return self._all() == (other._all() if isinstance(other, Unseen) else other)

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[ProjectOutline, ...]:
        if self._seen is None:
            self._seen = self._read()
        return self._seen


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """One document in a list, with its projects in order; `submitted` is read-only.

    `statement_unconfirmed` is to the statement what `unconfirmed` is to a project.
    """

    id: str
    year: int
    form: str
    department: Department
    statement: Completeness
    projects: Sequence[ProjectOutline]
    submitted: bool = False
    statement_unconfirmed: int = 0

    @property
    def unconfirmed(self) -> int:
        """How many cells of the statement and of all projects are still to be looked at."""
        projects = self.projects
        if isinstance(projects, Unseen):
            return self.statement_unconfirmed + projects.unconfirmed
        return self.statement_unconfirmed + sum(each.unconfirmed for each in projects)

    @property
    def completeness(self) -> Completeness:
        """How far the statement and all projects are together."""
        if isinstance(self.projects, Unseen):
            return Completeness.of_all((self.statement, self.projects.completeness))
        return Completeness.of_all((self.statement, *(each.completeness for each in self.projects)))

    @property
    def units(self) -> tuple[Unit, ...]:
        """The budget units that have a project, in the order they first appear."""
        return tuple(dict.fromkeys(project.unit for project in self.projects))


def label(project: Project | ProjectOutline, number: int) -> str:
    """Return what lists call a project, which is the `number`th of its document: by its name.

    Without one it is told from others by its code, or by that number.
    """
    return project.name or f"（未命名项目 {project.code or number}）"


def outline(
    form: Form,
    document: Document,
    before: Document | None = None,
    outline_before: DocumentOutline | None = None,
) -> DocumentOutline:
    """Return what lists show of a document.

    With the document `before` an edit and its outline, only what the edit touched is counted
    again.
    """
    known: dict[int, ProjectOutline] = {}
    if before and outline_before and before.form == document.form:
        pairs = zip(before.projects, outline_before.projects, strict=True)
        known = {id(project): each for project, each in pairs}
    return DocumentOutline(
        document.id,
        document.year,
        document.form,
        document.department,
        statement_completeness(document),
        tuple(known.get(id(each)) or project_outline(form, each) for each in document.projects),
        document.submitted is not None,
        document.statement.unconfirmed,
    )


def project_outline(form: Form, project: Project) -> ProjectOutline:
    """Return what lists show of a project."""
    return ProjectOutline(
        project.id,
        project.code,
        project.name,
        project.unit,
        project.budget,
        project.plan,
        len(project.indicators),
        completeness(form, project),
        project.unconfirmed,
    )


def completeness(form: Form, project: Project) -> Completeness:
    """Count the places of a project that its form wants filled in, and those that are.

    Each first level wants one indicator at least; a level without one counts as a missing place.
    The names of levels, which a blank form has already, only count where they are missing, and
    a row that says 不适用 wants no more than that.
    """
    wanted = [name for name in ("name", *sorted(form.fields - {"name"})) if form.wants(name)]
    texts = [field_text(form, project, name) for name in wanted]
    for indicator in project.indicators:
        texts += _wanted_texts(form, indicator)
    present = {level.name for each in project.indicators if (level := form.level(each.level1))}
    missing = sum(level.name not in present for level in form.levels)
    return Completeness(sum(map(bool, texts)), len(texts) + missing)


def statement_completeness(document: Document) -> Completeness:
    """Count the parts of the statement that want filling in, and those that are."""
    statement = document.statement
    texts = [statement.overall]
    for subgoal in statement.subgoals:
        texts += [subgoal.title, subgoal.goal]
    for safeguard in statement.safeguards:
        texts += [safeguard.title or safeguard.text]
    lists = [bool(statement.subgoals), bool(statement.safeguards)]
    return Completeness(sum(map(bool, texts)) + sum(lists), len(texts) + len(lists))


def _wanted_texts(form: Form, indicator: Indicator) -> list[str]:
    fields = [column.field for column in form.grid if form.wants(column.field)]
    texts = [(field, indicator_text(indicator, field)) for field in fields]
    if any(text in _NOT_APPLICABLE for field, text in texts if field in ("name", "value")):
        texts = [(field, text) for field, text in texts if text]
    return [text for field, text in texts if not (text and field in _PRINTED)]
