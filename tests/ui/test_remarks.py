"""What is said of findings, and how their marks look: told apart without colour, at every size."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTextDocumentFragment
from PySide6.QtWidgets import QApplication

from perfdesk.models.reason import Reason
from perfdesk.models.review.counts import Counts
from perfdesk.models.review.finding import Finding, Severity
from perfdesk.models.sheet import Place
from perfdesk.ui.look import theme
from perfdesk.ui.look.marks import Mark, numbers, paint_corner, paint_pills, paint_sign
from perfdesk.ui.remarks import line, remarks_on, spoken, tip

PLACE = Place("row", "value")
SIDE = 48


def finding(severity: Severity, sentence: str) -> Finding:
    return Finding("X99", severity, "project", PLACE, sentence, sentence, sentence)


MISSING = finding(Severity.ERROR, "指标值没有填写。")
DOUBTFUL = finding(Severity.WARNING, "“<b>”与“&”不像单位。")
ADVICE = finding(Severity.HINT, "日期写法不统一。")
REASON = Reason("X99", DOUBTFUL.subject, DOUBTFUL.facts, "就是这样 <br>")


def plain(rich: str) -> list[str]:
    texts = QTextDocumentFragment.fromHtml(rich).toPlainText().replace("\u2028", "\n").split("\n")
    return [each for each in texts if each]


def test_what_is_open_comes_before_what_has_been_answered() -> None:
    remarks = remarks_on([DOUBTFUL, ADVICE], (REASON,))
    assert [each.mark for each in remarks] == [Mark.HINT, Mark.ANSWERED]
    assert line(remarks) == "建议：日期写法不统一。（另有 1 条）"


def test_nothing_is_said_of_nothing(qapp: QApplication) -> None:
    assert line(()) == spoken(()) == tip(()) == ""


def test_a_tip_shows_texts_as_they_were_typed(qapp: QApplication) -> None:
    remarks = remarks_on([MISSING, DOUBTFUL], (REASON,))
    assert plain(tip(remarks, keys=False)) == [
        "强制：指标值没有填写。",
        "提示（已说明）：“<b>”与“&”不像单位。",
        "说明：就是这样 <br>",
    ]
    assert spoken(remarks).split("\n") == [
        "强制：指标值没有填写。",
        "提示（已说明）：“<b>”与“&”不像单位。说明：就是这样 <br>",
    ]


def test_a_tip_names_only_keys_that_do_something(qapp: QApplication) -> None:
    assert plain(tip(remarks_on([MISSING], ())))[-1] == "选中后可按 F1 看说明"
    assert plain(tip(remarks_on([DOUBTFUL], ())))[-1] == "选中后可按 F1 看说明、Shift+F2 填写说明"
    assert plain(tip(remarks_on([DOUBTFUL], (REASON,))))[-1] == "选中后可按 F1 看说明"


def drawn(mark: Mark, scale: float, *, sign: bool) -> frozenset[tuple[int, int]]:
    """The points that a mark covers, whatever its colour."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    if sign:
        paint_sign(painter, QRectF(4, 4, 9 * scale, 9 * scale), mark)
    else:
        paint_corner(painter, QRectF(0, 0, SIDE, SIDE), mark, scale)
    painter.end()
    points = ((x, y) for x in range(SIDE) for y in range(SIDE))
    return frozenset(at for at in points if image.pixelColor(*at).alpha() > 100)


@pytest.mark.parametrize(
    ("sign", "scale"),
    [(False, 0.5), (False, 1.0), (False, 1.5), (False, 2.0), (True, 1.0), (True, 1.5), (True, 2.0)],
)
def test_levels_are_told_apart_by_shape_alone(
    scale: float, *, sign: bool, qapp: QApplication
) -> None:
    shapes = [drawn(mark, scale, sign=sign) for mark in Mark]
    assert all(len(shape) >= 5 for shape in shapes)
    for one, other in combinations(shapes, 2):
        assert len(one ^ other) >= 0.3 * max(len(one), len(other))


def test_levels_are_told_apart_by_colour_too(qapp: QApplication) -> None:
    for tokens in (theme.LIGHT, theme.DARK):
        assert len({getattr(tokens, mark.value) for mark in Mark}) == len(Mark)


def test_pills_show_what_is_open_and_has_room(qapp: QApplication) -> None:
    shown = numbers(Counts(2, 0, 13, 5))
    assert shown == [(Mark.ERROR, 2), (Mark.HINT, 13)]
    images = []
    for width in (SIDE * 2, SIDE):
        image = QImage(SIDE * 2, 24, QImage.Format.Format_RGB32)
        image.fill(theme.colour("panel"))
        painter = QPainter(image)
        paint_pills(painter, QRectF(0, 0, width, 24), shown)
        painter.end()
        images.append(image)

    def has(image: QImage, colour: QColor) -> bool:
        return any(image.pixelColor(x, 12) == colour for x in range(image.width()))

    grounds = [theme.colour(f"{mark.value}_ground") for mark in (Mark.ERROR, Mark.HINT)]
    assert [has(images[0], each) for each in grounds] == [True, True]
    assert [has(images[1], each) for each in grounds] == [True, False]
