import pytest

from perfdesk.io.rule_book import words
from perfdesk.models.review.heads import EITHER, LESS, MORE, UNKNOWN, head_of, leaning


@pytest.mark.parametrize(
    ("name", "head", "before"),
    [
        ("燃气事故处置率", "处置", "燃气事故"),
        ("燃气事故发生率", "发生", "燃气事故"),
        ("路面病害修复面积（平方米）", "修复", "路面病害"),
        ("河道采砂违法行为数量", "违法", "河道采砂"),
        ("群众对窗口服务满意程度%", "满意", "群众对窗口服务"),
        ("税收收入同比增长幅度", "增长", "税收收入同比"),
        ("蓝天工程", "", "蓝天工程"),
        ("率", "", ""),
    ],
)
def test_the_head_stands_before_the_words_of_measure(name: str, head: str, before: str) -> None:
    found = head_of(words(), name)
    assert (found.word, found.before) == (head, before)


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("欠薪案件审结率", MORE),
        ("不动产登记错误率", LESS),
        ("未按期办结率", LESS),
        ("抽检不合格率", LESS),
        ("零投诉窗口数", UNKNOWN),
        ("连续无事故天数", EITHER),
        ("扑救山火起数", EITHER),
        ("降低投诉率", EITHER),
        ("服务热线投诉率", LESS),
        ("处理投诉过程中差错发生数", LESS),
        ("评审核减率", MORE),
        ("果品产量减少率", LESS),
        ("验收合格率下降幅度", LESS),
        ("林区火灾增长率", LESS),
        ("三公经费增长率", EITHER),
        ("项目名称", UNKNOWN),
    ],
)
def test_the_head_says_which_way(name: str, way: str) -> None:
    assert leaning(words(), name) == way


def test_how_long_something_takes_is_told_from_how_much_of_it_there_is() -> None:
    assert head_of(words(), "投诉处理时限").kind == "slow"
    assert head_of(words(), "投诉处理时间").elapsed
    assert not head_of(words(), "投诉处理率").elapsed
