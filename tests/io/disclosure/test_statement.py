"""Part one in the three shapes it is published in, and some that are in between."""

import pytest

from perfdesk.io.disclosure import read_text
from perfdesk.io.reading import Reading
from perfdesk.models.statement import Safeguard, SubGoal


def read(*lines: str) -> Reading:
    return read_text("\n".join(lines), "2025年某局绩效文本.txt")


def subgoals(*lines: str) -> list[tuple[str, str, str]]:
    found = read("二、分项绩效目标", *lines).document.statement.subgoals
    return [(each.title, each.goal, each.indicators) for each in found]


def safeguards(*lines: str) -> list[tuple[str, str]]:
    found = read("三、工作保障措施", *lines).document.statement.safeguards
    return [(each.title, each.text) for each in found]


def test_the_overall_goal_is_all_paragraphs_below_its_heading() -> None:
    overall = read(
        "一、总体绩效目标", "　　第一段。 ", "", " 第二段，  中间有空格。"
    ).document.statement
    assert overall.overall == "第一段。\n第二段，  中间有空格。"


@pytest.mark.parametrize(
    "heading", ["一、总体绩效目标：", "总体绩效目标:", "一．总体 绩效 目标", "1、总体绩效目标"]
)
def test_headings_in_other_dress(heading: str) -> None:
    assert read(heading, "全年完成。").document.statement.overall == "全年完成。"


def test_text_right_behind_a_heading() -> None:
    statement = read("一、总体绩效目标：全年完成。", "再接再厉。").document.statement
    assert statement.overall == "全年完成。\n再接再厉。"


def test_the_statement_without_its_first_heading() -> None:
    statement = read(
        "第一部分 部门整体绩效目标", "全年完成。", "二、分项绩效目标"
    ).document.statement
    assert statement.overall == "全年完成。"


def test_goal_and_indicators_lose_their_labels() -> None:
    assert subgoals(
        "（一）河道治理。",
        "绩效目标：清淤。",
        "　疏浚。",
        "绩效指标：1、清淤率100%。",
        "          2、满意度90%。",
        "（二）防汛",
        "绩效目标: 物资足额。",
        "绩效指标：",
        "（1）产出指标：储备率。",
    ) == [
        ("河道治理", "清淤。\n疏浚。", "1、清淤率100%。\n2、满意度90%。"),
        ("防汛", "物资足额。", "（1）产出指标：储备率。"),
    ]


def test_labels_on_lines_of_their_own() -> None:
    assert subgoals("（一）防汛", "绩效目标", "物资足额。", "绩效指标", "储备率。") == [
        ("防汛", "物资足额。", "储备率。")
    ]


def test_title_goal_and_indicators_in_one_paragraph() -> None:
    assert subgoals(
        "（一）防汛。绩效目标：物资足额。绩效指标：储备率。", "（二）节水。绩效目标：宣传。"
    ) == [
        ("防汛", "物资足额。", "储备率。"),
        ("节水", "宣传。", ""),
    ]


def test_titles_without_numbers() -> None:
    assert subgoals(
        "防汛",
        "绩效目标：物资。",
        "绩效指标：1、储备率。",
        "2、到位率。",
        "节水",
        "绩效目标：宣传。",
    ) == [
        ("防汛", "物资。", "1、储备率。\n2、到位率。"),
        ("节水", "宣传。", ""),
    ]


def test_subgoals_without_labels() -> None:
    assert subgoals("（一）防汛", "物资足额。", "（二）节水。开展宣传，进社区。") == [
        ("防汛", "物资足额。", ""),
        ("节水", "开展宣传，进社区。", ""),
    ]


def test_lists_inside_a_goal_are_no_subgoals() -> None:
    assert subgoals(
        "（一）防汛",
        "绩效目标：做到：",
        "（一）物资足额；",
        "（二）人员到位。",
        "（二）节水",
        "绩效目标：宣传。",
    ) == [
        ("防汛", "做到：\n（一）物资足额；\n（二）人员到位。", ""),
        ("节水", "宣传。", ""),
    ]


def test_numbers_left_out_or_used_twice() -> None:
    lines = (
        "（一）甲",
        "绩效目标：一。",
        "（三）乙",
        "绩效目标：二。",
        "（三）丙",
        "绩效目标：三。",
    )
    assert [title for title, _, _ in subgoals(*lines)] == ["甲", "乙", "丙"]


def test_text_before_the_first_subgoal_is_kept_as_unread() -> None:
    reading = read("二、分项绩效目标", "按职责分为以下几项。", "（一）防汛", "绩效目标：物资。")
    assert reading.document.statement.subgoals[0].title == "防汛"
    assert [each.text for each in reading.document.unread] == ["按职责分为以下几项。"]


def test_safeguards_with_title_and_text_in_one_paragraph() -> None:
    reading = read(
        "三、工作保障措施",
        "1、完善制度建设。修订办法，明确责任。",
        "2、加强支出管理。按月调度，加快进度。",
        "加强运行监控。按要求监控，及时纠正偏差。",
        "3、做好自评。年底组织自评。",
        "自评结果按规定公开，接受监督。",
    )
    found = reading.document.statement.safeguards
    assert [(each.title, each.text) for each in found] == [
        ("完善制度建设", "修订办法，明确责任。"),
        ("加强支出管理", "按月调度，加快进度。"),
        ("加强运行监控", "按要求监控，及时纠正偏差。"),
        ("做好自评", "年底组织自评。\n自评结果按规定公开，接受监督。"),
    ]
    assert [remark.place for remark in reading.remarks if "没有编号" in remark.sentence] == [
        "第4行"
    ]


def test_safeguards_with_their_text_below() -> None:
    assert safeguards(
        "（一）完善制度建设。",
        "修订办法。明确责任。",
        "（二）加强内部监督",
        "1、加强督导。",
        "2、配合审计。",
    ) == [
        ("完善制度建设", "修订办法。明确责任。"),
        ("加强内部监督", "1、加强督导。\n2、配合审计。"),
    ]


def test_safeguards_numbered_like_chapters() -> None:
    assert safeguards("一、完善制度。修订办法。", "二、加强监督。配合审计。") == [
        ("完善制度", "修订办法。"),
        ("加强监督", "配合审计。"),
    ]


def test_safeguards_without_any_number() -> None:
    assert safeguards("完善制度。修订办法，明确责任。", "加强监督", "配合审计，及时整改。") == [
        ("完善制度", "修订办法，明确责任。"),
        ("加强监督", "配合审计，及时整改。"),
    ]


def test_a_safeguard_that_is_one_long_sentence_has_no_title() -> None:
    long = (
        "按照要求开展上年度绩效自评和重点评价工作并对评价中发现的问题及时整改和调整优化支出结构。"
    )
    assert safeguards("1、" + long, "2、加强监督") == [("", long), ("加强监督", "")]


def test_the_same_in_other_words() -> None:
    reading = read(
        "二、分项绩效目标",
        "（一）甲",
        "绩效目标：乙。",
        "三、实现年度目标的保障措施",
        "1、丙丁。戊己。",
    )
    statement = reading.document.statement
    assert statement.safeguards[0] == Safeguard("丙丁", "戊己。", statement.safeguards[0].id)
    assert statement.subgoals[0] == SubGoal("甲", "乙。", "", statement.subgoals[0].id)


def test_a_chapter_behind_the_statement_is_no_part_of_it() -> None:
    reading = read("三、工作保障措施", "1、完善制度。修订办法。", "四、其他需要说明的事项", "无。")
    assert len(reading.document.statement.safeguards) == 1
    assert [each.text for each in reading.document.unread] == ["四、其他需要说明的事项\n无。"]


def test_a_section_told_twice_is_read_where_it_is_fullest() -> None:
    reading = read(
        "一、总体绩效目标", "见下文。", "附件", "一、总体绩效目标", "全年完成各项工作任务。"
    )
    assert reading.document.statement.overall == "全年完成各项工作任务。"
    assert [each.text for each in reading.document.unread] == ["见下文。\n附件"]


def test_a_table_inside_the_statement_is_kept_as_unread() -> None:
    reading = read(
        "一、总体绩效目标", "全年完成。", "", "\t职责", "\t活动", "", "\t防汛", "\t储备", ""
    )
    assert reading.document.statement.overall == "全年完成。"
    assert [each.text for each in reading.document.unread] == ["职责\t活动\n防汛\t储备"]


def test_page_numbers_inside_the_statement_are_no_text() -> None:
    statement = read("一、总体绩效目标", "前半，", "", "- 2 -", "", "后半。").document.statement
    assert statement.overall == "前半，\n后半。"
