"""Whatever is done to a published text, no line of it disappears without a trace."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.disclosure import read_text
from perfdesk.io.problem import Problem
from tests.io.disclosure.inventions import bureau, old_bureau
from tests.io.disclosure.keeping import lost_lines
from tests.io.disclosure.printing import Shape, published

SAMPLE = Path(__file__).parents[3] / "resources/samples/qinghekou-2020.txt"
TEXTS = (
    published(bureau()),
    published(old_bureau(), Shape(goal=lambda n: f"{n}、", merge_level2=True)),
    SAMPLE.read_text(encoding="utf-8"),
)
FOREIGN = "这是一段不知道属于哪里的说明文字。"
Injury = tuple[str, int, int]


def injuries() -> st.SearchStrategy[list[Injury]]:
    """Blank lines, torn lines, page numbers, foreign text, blank cells, lines twice or gone."""
    kinds = st.sampled_from(["blank", "torn", "page", "foreign", "cell", "twice", "gone"])
    return st.lists(st.tuples(kinds, st.integers(0, 10_000), st.integers(1, 40)), max_size=5)


def injured(text: str, injury: Injury) -> str:
    kind, where, at = injury
    lines = text.split("\n")
    number = where % len(lines)
    line = lines[number]
    put = {
        "blank": ["", line],
        "torn": [line[:at], "", line[at:]] if line[:at].strip() and line[at:].strip() else [line],
        "page": ["", f"- {at} -", "", line],
        "foreign": ["", FOREIGN, "", line],
        "cell": ["\t", line],
        "twice": [line, line],
        "gone": [],
    }[kind]
    return "\n".join([*lines[:number], *put, *lines[number + 1 :]])


@given(st.sampled_from(TEXTS), injuries())
def test_no_line_is_lost(text: str, found: list[Injury]) -> None:
    for injury in found:
        text = injured(text, injury)
    assert lost_lines(text, read_text(text, "x").document) == []


def test_the_law_notices_a_lost_line() -> None:
    document = read_text(TEXTS[0], "x").document
    assert lost_lines(TEXTS[0] + "\n\t漏掉的一格\n", document) == ["漏掉的一格"]


@given(st.sampled_from(TEXTS), st.integers(0, 10_000))
def test_no_line_is_lost_of_half_a_document(text: str, at: int) -> None:
    half = text[: at % len(text)]
    try:
        document = read_text(half, "x").document
    except Problem:
        return
    assert lost_lines(half, document) == []
