"""Where one is in a statement, what a deed means for it, and which place an edit was in."""

from collections.abc import Iterable

from perfdesk.models.change import Change, Insert, Move, Remove, duplicate
from perfdesk.models.counting import count_words
from perfdesk.models.document import Document
from perfdesk.models.sheet import OVERALL, Place
from perfdesk.models.statement import ROW_FIELDS, StatementRow
from perfdesk.ui.statement.chapter import Chapter, ChapterKind
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.keys import Deed
from perfdesk.ui.statement.section import Section


def place_words(field: Field, section: Section | None) -> str:
    """Return where the caret is and how much is written there: `总体绩效目标 · 386 字`."""
    words = [section.heading] if section else []
    words.append(field.accessibleName())
    words.append(f"{count_words(field.text())} 字")
    if chosen := count_words(field.textCursor().selectedText()):
        words.append(f"选中 {chosen} 字")
    if field.origin:
        words.append(field.origin)
    return " · ".join(words)


def summary(document: Document) -> str:
    """Return what a statement holds: `总体绩效目标 386 字 · 分项绩效目标 6 项 · …`."""
    statement = document.statement
    return (
        f"总体绩效目标 {count_words(statement.overall)} 字"
        f" · 分项绩效目标 {len(statement.subgoals)} 项"
        f" · 工作保障措施 {len(statement.safeguards)} 项"
    )


def field_showing(place: Place, overall: Field, chapters: Iterable[Chapter]) -> Field | None:
    """Return the field that shows a place, None where the statement has no such row.

    A chapter as a whole is shown by its first field, anything else of no row by the overall text.
    """
    name = place.field.partition("[")[0]
    for chapter in chapters:
        fields = [field for section in chapter.sections for field in section.fields]
        if fields and name == f"statement.{chapter.kind.rows.name}":
            return fields[0]
        for field in fields:
            if field.place == Place(place.row_id, name):
                return field
    return None if place.row_id else overall


def change_and_row(
    document: Document, kind: ChapterKind, row_id: str, deed: Deed
) -> tuple[Change | None, str]:
    """Return the change that a deed done to a row makes, and the id of the row to show then.

    No change where there is none to make: the first row cannot go up. The id is empty where no
    row is left.
    """
    rows = kind.rows_of(document)
    index = next(index for index, row in enumerate(rows) if row.id == row_id)
    if deed is Deed.UP:
        return (_moved(kind, row_id, index - 1), row_id) if index else (None, row_id)
    if deed is Deed.DOWN:
        last = index + 1 == len(rows)
        return (None, row_id) if last else (_moved(kind, row_id, index + 2), row_id)
    if deed is Deed.ADD:
        new = kind.new_row()
        return Insert(kind.rows, index + 1, (new,)), new.id
    if deed is Deed.DUPLICATE:
        copying = duplicate(document, kind.rows, {row_id})
        return copying, kind.rows_of(copying.apply(document))[index + 1].id
    left = (*rows[:index], *rows[index + 1 :])
    return Remove(kind.rows, frozenset({row_id})), left[
        min(index, len(left) - 1)
    ].id if left else ""


def changed_place(before: Document | None, after: Document | None) -> Place | None:
    """Return the first place in the statement where two versions of a document differ."""
    if before is None or after is None or before.statement is after.statement:
        return None
    old, new = before.statement, after.statement
    if (old.overall, old.carried) != (new.overall, new.carried):
        return OVERALL
    standing = {row.id: row for row in old.rows}
    for row in new.rows:
        was = standing.get(row.id)
        if was is not row:
            return Place(row.id, _changed_field(was, row))
    return None


def _changed_field(was: StatementRow | None, row: StatementRow) -> str:
    if was is None:
        return "title"
    fields = ROW_FIELDS[type(row)]
    written = [field for field in fields if getattr(was, field) != getattr(row, field)]
    confirmed = [field for field in fields if field in was.carried ^ row.carried]
    return next(iter((*written, *confirmed)), "title")


def _moved(kind: ChapterKind, row_id: str, index: int) -> Move:
    return Move(kind.rows, frozenset({row_id}), index)
