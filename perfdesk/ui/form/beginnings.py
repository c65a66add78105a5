"""What a new project can begin from: templates by kind of work, last year's project, any other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from perfdesk.models.change import Change
from perfdesk.models.document import Document
from perfdesk.models.library import WorkKind
from perfdesk.models.outline import DocumentOutline, ProjectOutline
from perfdesk.models.project import Project, Unit
from perfdesk.models.suggest.beginning import Begin
from perfdesk.models.suggest.suggester import Suggester
from perfdesk.models.suggest.taking import template_rows, with_figures_marked
from perfdesk.models.years.carry import YearStep
from perfdesk.models.years.identity import yearless
from perfdesk.ui.session import Session
from perfdesk.ui.suggesting import Suggesting


@dataclass(frozen=True, slots=True)
class Beginning:
    """One thing to begin from: a template of the library, or a project of some document."""

    name: str
    about: str
    kind: WorkKind | None = None
    document_id: str = ""
    project_id: str = ""
    year: int = 0


class Beginnings:
    """Knows what the project of a page can begin from, and makes the change that does it."""

    def __init__(
        self, session: Session, suggesting: Suggesting, document: Callable[[], Document]
    ) -> None:
        self._session = session
        self._suggesting = suggesting
        self._document = document

    def templates(self) -> tuple[Beginning, ...]:
        """Return the templates of all kinds of work, in the order of the library."""
        suggester = self._suggesting.suggester
        kinds = suggester.bookshelf.library.kinds if suggester else ()
        return tuple(map(_template, filter(_has_template, kinds)))

    def fitting_template(self, project: Project) -> Beginning | None:
        """Return the template of the kind of work that a project's name speaks of, or None."""
        suggester = self._suggesting.suggester
        kinds = suggester.bookshelf.library.recognised(project.name) if suggester else ()
        return next(map(_template, filter(_has_template, kinds)), None)

    def last_year(self, project: Project) -> Beginning | None:
        """Return the same project as it was in the last year that has it, or None."""
        suggester = self._suggesting.suggester
        if suggester is None or not (project.name.strip() or project.code):
            return None
        past = suggester.history.same_project(project, self._document().year)[:1]
        return next(
            (
                Beginning(each.name, "上年本项目", None, each.document_id, each.id, each.year)
                for each in past
            ),
            None,
        )

    def all(self, project: Project) -> tuple[Beginning, ...]:
        """Return everything to begin from, what is likely meant first, nothing twice."""
        first = filter(None, (self.last_year(project), self.fitting_template(project)))
        found: dict[tuple[str, str], Beginning] = {}
        for each in (*first, *self._projects(project), *self.templates()):
            found.setdefault((each.project_id, each.kind.name if each.kind else ""), each)
        return tuple(found.values())

    def change(self, beginning: Beginning, project: Project) -> Change | None:
        """Return the change that fills in a project from something; None where that is gone."""
        document, suggester = self._document(), self._suggesting.suggester
        form = self._session.form(document.id)
        if beginning.kind:
            return self._from_template(beginning.kind, project, suggester)
        if self._session.find_outline(beginning.document_id) is None:
            return None
        past = self._session.document(beginning.document_id)
        source = past.project(beginning.project_id)
        if source is None:
            return None
        step = YearStep(past.year, document.year, self._session.form(past.id), form)
        same = past.year < document.year and self._is_same(project, source, past)
        moved = step.project(source, amounts=same)
        begun = moved if same else _of_another(moved, project, f"{past.year}年“{source.name}”")
        label = "参照上年项目填写" if same else "参照其他项目填写"
        return Begin(label, project.id, begun, form)

    def _from_template(
        self, kind: WorkKind, project: Project, suggester: Suggester | None
    ) -> Change | None:
        if suggester is None:
            return None
        form = self._session.form(self._document().id)
        rows = [
            with_figures_marked(row, f"模板“{kind.name}”")
            for row in template_rows(kind, project, form, suggester.levels)
        ]
        return Begin(f"用“{kind.name}”模板", project.id, Project(indicators=tuple(rows)), form)

    def _is_same(self, project: Project, source: Project, past: Document) -> bool:
        """Whether a project goes on what another was; an empty one may go on any of its office."""
        name = yearless(project.name.strip())
        ours = past.department.code == self._document().department.code
        return ours and (not name or name == yearless(source.name))

    def _projects(self, project: Project) -> Iterator[Beginning]:
        """Yield the projects of all documents, those first that may go on in this one."""
        here = self._document()
        going_on = {(yearless(each.name), each.unit.code) for each in here.projects}
        years = sorted(self._session.outlines, key=lambda each: _nearness(each, here))
        later: list[Beginning] = []
        for outline in years:
            for each in outline.projects:
                if each.id == project.id or not each.name.strip():
                    continue
                begun = _project(outline, each)
                ended = (yearless(each.name), each.unit.code) not in going_on
                if ended and each.unit == project.unit and _is_past(outline, here):
                    yield begun
                else:
                    later.append(begun)
        yield from later


def _nearness(outline: DocumentOutline, here: Document) -> tuple[bool, int]:
    """Order documents: those of the department first, the latest before others."""
    return outline.department.code != here.department.code, -outline.year


def _is_past(outline: DocumentOutline, here: Document) -> bool:
    return outline.year < here.year and outline.department.code == here.department.code


def _project(outline: DocumentOutline, project: ProjectOutline) -> Beginning:
    about = f"{outline.year}年 · {_unit_words(project.unit)}"
    return Beginning(project.name, about, None, outline.id, project.id, outline.year)


def _unit_words(unit: Unit) -> str:
    return unit.name or unit.code


def _template(kind: WorkKind) -> Beginning:
    return Beginning(kind.name, f"模板 · {len(kind.template)} 个指标", kind)


def _has_template(kind: WorkKind) -> bool:
    return bool(kind.template)


def _of_another(source: Project, project: Project, whence: str) -> Project:
    """Return what a project takes from a different one: not its name, and all to be looked at."""
    rows = tuple(replace(row, carried_from=whence) for row in source.indicators)
    return replace(source, name=project.name, indicators=rows, carried_from=whence)
