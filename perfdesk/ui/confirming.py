"""核对无误 in words: what came of confirming places that came from last year."""

from collections.abc import Callable

from perfdesk.models.change import Change
from perfdesk.models.sheet import Place
from perfdesk.models.years.confirm import Confirm

NOTHING_LEFT = "没有待核对的内容"
FROM_THE_FIRST = "已从头开始查找待核对的内容"


def confirmed(
    places: frozenset[Place],
    do: Callable[[Change], object],
    left: Callable[[], int],
    *,
    part: str,
    unit: str,
) -> str:
    """Confirm places; return what that came to, an empty text where it was refused.

    `left` says how many are still to be looked at in a part of the document that is called
    `part`; places are counted in `unit`.
    """
    before = left()
    if not places:
        return f"这里没有待核对的内容，{part}还有 {before} {unit}" if before else NOTHING_LEFT
    do(Confirm(places))
    now = left()
    if now == before:
        return ""
    more = f"{part}还有 {now} {unit}待核对" if now else f"{part}已全部核对"
    return f"已核对 {len(places)} {unit}，{more}"
