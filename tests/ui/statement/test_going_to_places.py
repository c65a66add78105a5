import pytest
from PySide6.QtWidgets import QApplication

from perfdesk.models.sheet import Place
from perfdesk.ui.session import Session
from perfdesk.ui.statement.field import Field
from perfdesk.ui.statement.page import StatementPage
from tests.ui.statement.hands import focused, type_text


@pytest.mark.parametrize(
    ("row_id", "field", "shown"),
    [
        ("", "statement.overall", ("", "statement.overall")),
        ("second", "goal", ("second", "goal")),
        ("watch", "title", ("watch", "title")),
        ("", "statement.subgoals", ("first", "title")),
        ("", "statement.safeguards[1]", ("rules", "title")),
        ("", "department", ("", "statement.overall")),
    ],
)
def test_the_field_that_shows_a_place_is_opened(
    page: StatementPage, row_id: str, field: str, shown: tuple[str, str]
) -> None:
    assert page.go_to_place(Place(row_id, field), edit=True)
    here = focused()
    assert isinstance(here, Field)
    assert here.place == page.current_place() == Place(*shown)


def test_a_row_that_is_not_there_leads_nowhere(page: StatementPage) -> None:
    assert not page.go_to_place(Place("gone", "title"))
    assert page.current_place() == Place("", "statement.overall")


def test_the_focus_stays_where_it_is_until_one_enters_the_page(page: StatementPage) -> None:
    before = focused()
    assert page.go_to_place(Place("third", "indicators"))
    assert QApplication.focusWidget() is before
    page.setFocus()
    here = focused()
    assert isinstance(here, Field)
    assert here.place == Place("third", "indicators")


def test_what_was_being_typed_is_taken_over(page: StatementPage, session: Session) -> None:
    type_text("另加一句。")
    page.go_to_place(Place("first", "title"), edit=True)
    assert "另加一句。" in session.document("document").statement.overall
