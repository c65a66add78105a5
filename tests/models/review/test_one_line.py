import pytest

from perfdesk.models.review.one_line import one_line


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("描述是空的，请补充。", "描述是空的，请补充。"),
        ("“第一行\r\n第二行”不是金额。", "“第一行 第二行”不是金额。"),
        ("“前\x00\u202e后\u3000”不是金额。", "“前 后 ”不是金额。"),
        (f"“{'长' * 90}”不是金额。", f"“{'长' * 39}…”不是金额。"),
        (f"{'一' * 300}是空的。", f"{'一' * 239}…"),
    ],
)
def test_a_sentence_is_one_line_of_a_readable_length(said: str, shown: str) -> None:
    assert one_line(said) == shown


def test_short_quotes_in_a_long_sentence_are_left_whole() -> None:
    said = f"“{'甲' * 40}”和“{'乙' * 40}”相同，请核对。"
    assert one_line(said) == said
