import json
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdesk.io.interchange import from_plain, read_document, to_plain, write_document
from perfdesk.io.interchange.schema import schema_path, schema_text
from perfdesk.io.interchange.shape import ValueShape
from perfdesk.io.problem import Problem
from perfdesk.models.document import Document, Submission, UnreadText
from perfdesk.models.project import Indicator, Project, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import SIGNS, IndicatorValue
from tests.strategies import documents

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "resources/samples").glob("*.json"))
REASON = {"rule": "V21", "subject": "", "facts": "", "text": "四舍五入"}
HEAD = '"format": "perfdesk", "version": 1'


def complaint(text: str) -> str:
    """Return the sentence with which a text is refused."""
    with pytest.raises(Problem) as caught:
        read_document(text)
    return str(caught.value)


def complaint_about(**content: object) -> str:
    """Return the sentence about a file that is right but for `content`."""
    return complaint(json.dumps({"format": "perfdesk", "version": 1, **content}))


def value_read(content: object) -> IndicatorValue:
    """Return the 指标值 that a file spells as `content`."""
    projects = [{"indicators": [{"value": content}]}]
    plain = {"format": "perfdesk", "version": 1, "projects": projects}
    return from_plain(plain).projects[0].indicators[0].value


@given(documents())
def test_what_is_written_reads_back_the_same(document: Document) -> None:
    text = write_document(document)
    again = read_document(text)
    assert to_plain(again) == to_plain(document)
    assert write_document(again) == text


@given(documents())
def test_plain_data_is_json_without_floats_and_without_ids(document: Document) -> None:
    plain = to_plain(document)
    assert json.loads(json.dumps(plain), parse_float=pytest.fail) == plain
    ids = {document.id, *(row.id for row in document.rows())}
    assert not any(each in json.dumps(plain) for each in ids)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_shipped_samples_are_written_exactly_as_they_lie_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert write_document(read_document(text)) == text


def test_the_keys_come_in_the_published_order() -> None:
    indicator = Indicator(value=IndicatorValue.read("≥90%"))
    plain = to_plain(Document(2025, projects=(Project(indicators=(indicator,)),)))
    head = ["format", "version", "year", "form", "department", "statement", "projects"]
    assert list(plain) == head
    project = plain["projects"][0]
    amounts = ["code", "name", "unit", "budget", "purpose", "plan", "goals", "indicators"]
    assert list(project) == amounts
    row = project["indicators"][0]
    assert list(row) == ["level1", "level2", "name", "description", "value", "basis"]
    assert row["value"] == {"text": "≥90%", "sign": "≥", "number": "90", "unit": "%"}
    assert list(row["value"]) == ["text", "sign", "number", "unit"]


def test_a_file_is_readable_chinese_in_lines_with_a_last_line_end() -> None:
    text = write_document(Document(projects=(Project(name="执法检查"),)))
    assert text.startswith('{\n  "format": "perfdesk",\n  "version": 1,\n')
    assert '      "name": "执法检查",\n' in text
    assert text.endswith("}\n")


def test_what_a_file_leaves_out_is_empty() -> None:
    document = read_document("{" + HEAD + ', "projects": [{"unit": {"code": "315001"}}]}')
    assert to_plain(document) == to_plain(Document(projects=(Project(unit=Unit("315001")),)))


def test_unread_text_is_kept_and_left_out_where_there_is_none() -> None:
    document = Document(unread=(UnreadText(12, "一般公共预算"),))
    assert to_plain(document)["unread"] == [{"line": 12, "text": "一般公共预算"}]
    assert read_document(write_document(document)).unread == document.unread
    assert "unread" not in to_plain(Document())


def test_reasons_come_last_and_are_left_out_where_there_are_none() -> None:
    reason = Reason("V21", "成本指标·培训成本", "比预算少0.01万元", "四舍五入")
    document = Document(
        statement=Statement(reasons=(reason,)), projects=(Project(reasons=(reason, reason)),)
    )
    plain = to_plain(document)
    spelled = {
        "rule": "V21",
        "subject": "成本指标·培训成本",
        "facts": "比预算少0.01万元",
        "text": "四舍五入",
    }
    assert list(plain["statement"].items())[-1] == ("reasons", [spelled])
    assert list(plain["projects"][0].items())[-1] == ("reasons", [spelled, spelled])
    assert list(spelled) == list(plain["statement"]["reasons"][0])
    again = read_document(write_document(document))
    assert again.statement.reasons == document.statement.reasons
    assert again.projects[0].reasons == document.projects[0].reasons
    assert "reasons" not in write_document(Document(projects=(Project(),)))


def test_what_came_from_last_year_travels_sorted_and_only_where_there_is_any() -> None:
    row = Indicator(name="培训人次", carried=frozenset({"value", "name"}))
    project = Project(
        name="培训", indicators=(row,), carried=frozenset({"name", "budget.total", "goals"})
    )
    plain = to_plain(Document(projects=(project,)))["projects"][0]
    assert list(plain.items())[-1] == ("carried", ["budget.total", "goals", "name"])
    assert list(plain["indicators"][0].items())[-1] == ("carried", ["name", "value"])
    again = read_document(write_document(Document(projects=(project,)))).projects[0]
    assert (again.carried, again.indicators[0].carried) == (project.carried, row.carried)
    assert "carried" not in write_document(Document(projects=(Project(name="培训"),)))


def test_what_of_part_one_came_from_last_year_travels_likewise() -> None:
    statement = Statement(
        "促进消费",
        (SubGoal("消费", "增长5%", carried=frozenset({"title", "goal"})), SubGoal("外贸")),
        (Safeguard("督导", "按月调度", carried=frozenset({"text"})),),
        carried=frozenset({"overall"}),
    )
    plain = to_plain(Document(statement=statement))["statement"]
    assert list(plain.items())[-1] == ("carried", ["overall"])
    assert list(plain["subgoals"][0].items())[-1] == ("carried", ["goal", "title"])
    assert "carried" not in plain["subgoals"][1]
    assert list(plain["safeguards"][0].items())[-1] == ("carried", ["text"])
    again = read_document(write_document(Document(statement=statement))).statement
    assert again.carried == statement.carried
    assert [row.carried for row in again.rows] == [row.carried for row in statement.rows]


def test_a_document_that_was_handed_in_says_so() -> None:
    submission = Submission("张三", "2026-11-20T16:30:00+08:00", "已电话确认")
    document = Document(2026, submitted=submission)
    assert to_plain(document)["submitted"] == {
        "who": "张三",
        "at": "2026-11-20T16:30:00+08:00",
        "note": "已电话确认",
    }
    assert read_document(write_document(document)).submitted == submission
    assert "submitted" not in to_plain(Document(2026))


def test_texts_are_not_trimmed() -> None:
    text = "{" + HEAD + r', "statement": {"overall": " 甲\r\n乙　\u0000"}}'
    assert read_document(text).statement.overall == " 甲\r\n乙　\x00"


def test_every_row_gets_an_id_of_its_own() -> None:
    document = read_document("{" + HEAD + ', "projects": [{"indicators": [{}, {}]}, {}]}')
    ids = [document.id, *(row.id for row in document.rows())]
    assert len(set(ids)) == 5
    assert document.id != read_document(write_document(document)).id


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("≥90%", IndicatorValue("≥90%", "≥", "90", "%")),
        ({"text": "≥90%"}, IndicatorValue("≥90%", "≥", "90", "%")),
        ({"sign": "≤", "number": "5", "unit": "天"}, IndicatorValue("≤5天", "≤", "5", "天")),
        ({"sign": "＝", "number": "5", "unit": "天"}, IndicatorValue("5天", "＝", "5", "天")),
        ({"number": "5"}, IndicatorValue("5", "", "5", "")),
        (
            {"text": "≥90%", "sign": "", "number": "", "unit": ""},
            IndicatorValue("≥90%"),
        ),
        (
            {"text": "九成", "sign": "≥", "number": "90", "unit": "%"},
            IndicatorValue("九成", "≥", "90", "%"),
        ),
        ({}, IndicatorValue()),
        ("", IndicatorValue()),
    ],
)
def test_a_value_may_be_text_or_parts_or_both(content: object, read: IndicatorValue) -> None:
    assert value_read(content) == read


@pytest.mark.parametrize(
    ("content", "path"),
    [
        ({"jear": 2025}, "jear"),
        ({"department": {"nmae": ""}}, "department.nmae"),
        ({"projects": [{"budget": {"totl": "1"}}]}, "projects[0].budget.totl"),
        ({"projects": [{}, {"budget": {"total": 843.78}}]}, "projects[1].budget.total"),
        ({"projects": [{"budget": {"total": 843}}]}, "projects[0].budget.total"),
        ({"projects": [{"plan": {"march": True}}]}, "projects[0].plan.march"),
        ({"projects": [{"name": None}]}, "projects[0].name"),
        ({"projects": [{"goals": "一条"}]}, "projects[0].goals"),
        ({"projects": [{"goals": ["一", 2]}]}, "projects[0].goals[1]"),
        ({"projects": [[]]}, "projects[0]"),
        ({"projects": {}}, "projects"),
        ({"statement": []}, "statement"),
        ({"projects": [{"indicators": [{"value": 90}]}]}, "projects[0].indicators[0].value"),
        (
            {"projects": [{"indicators": [{"value": {"sign": ">"}}]}]},
            "projects[0].indicators[0].value.sign",
        ),
        ({"unread": [{"text": ""}]}, "unread[0].line"),
        ({"unread": [{"line": -1, "text": ""}]}, "unread[0].line"),
        ({"projects": [{"reasons": {}}]}, "projects[0].reasons"),
        ({"projects": [{"reasons": [{**REASON, "txt": ""}]}]}, "projects[0].reasons[0].txt"),
        ({"projects": [{"reasons": [{**REASON, "text": ""}]}]}, "projects[0].reasons[0].text"),
        ({"statement": {"reasons": [{**REASON, "rule": ""}]}}, "statement.reasons[0].rule"),
        ({"statement": {"reasons": [{**REASON, "facts": 1}]}}, "statement.reasons[0].facts"),
        ({"statement": {"reasons": [{"rule": "V21"}]}}, "statement.reasons[0].subject"),
        ({"projects": [{"carried": ["title"]}]}, "projects[0].carried[0]"),
        ({"projects": [{"carried": "name"}]}, "projects[0].carried"),
        ({"statement": {"carried": ["title"]}}, "statement.carried[0]"),
        ({"statement": {"subgoals": [{"carried": ["text"]}]}}, "statement.subgoals[0].carried[0]"),
        (
            {"statement": {"safeguards": [{"carried": ["goal"]}]}},
            "statement.safeguards[0].carried[0]",
        ),
        (
            {"projects": [{"indicators": [{"carried": ["level1"]}]}]},
            "projects[0].indicators[0].carried[0]",
        ),
        ({"submitted": {"who": "张三"}}, "submitted.at"),
        ({"submitted": {"at": ""}}, "submitted.at"),
        ({"submitted": {"at": "2026-11-20T16:30:00+08:00", "whom": ""}}, "submitted.whom"),
        ({"submitted": "张三"}, "submitted"),
        ({"year": "2025"}, "year"),
        ({"year": 2025.0}, "year"),
        ({"year": -1}, "year"),
        ({"year": 20250}, "year"),
        ({"version": 0}, "version"),
        ({"version": "1"}, "version"),
        ({"version": True}, "version"),
        ({"version": 1.0}, "version"),
        ({"version": None}, "version"),
    ],
)
def test_what_a_file_must_not_hold_is_named_by_its_path(
    content: dict[str, object], path: str
) -> None:
    sentence = complaint_about(**content)
    assert f"“{path}”" in sentence
    assert sentence.endswith("。")
    assert not any(word in sentence for word in ("Input", "input", "Shape", "None"))


def test_a_misspelled_key_is_told_what_it_may_have_meant() -> None:
    assert "是否应为“total”" in complaint_about(projects=[{"budget": {"totl": "1"}}])
    assert "code、name" in complaint_about(department={"电话": ""})


def test_one_sentence_names_the_first_and_counts_the_others() -> None:
    sentence = complaint_about(projects=[{"name": 1, "code": 2, "purpose": 3}])
    assert "projects[0].code" in sentence
    assert "另有 2 处" in sentence


def test_a_newer_file_asks_for_a_newer_program_whatever_it_holds() -> None:
    assert "升级" in complaint_about(version=2, weights={})


@pytest.mark.parametrize(
    "text",
    ["[]", "1", '"绩效"', "null", "{}", '{"format": "other", "version": 1}', '{"format": []}'],
)
def test_other_json_is_refused(text: str) -> None:
    assert "交换文件" in complaint(text)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "第 1 行第 1 列"),
        ("绩效目标", "第 1 行第 1 列"),
        ("{" + HEAD + ",\n  projects: []}", "第 2 行第 3 列"),
        ("{" + HEAD + ', "year": 2025', "第 1 行第 50 列"),
        ('{"format": "perf\ndesk"}', "第 1 行第 17 列"),
    ],
)
def test_what_is_no_json_is_told_where(text: str, where: str) -> None:
    assert complaint(text).startswith(where)


def test_half_a_file_is_refused_wherever_it_breaks_off() -> None:
    whole = write_document(Document(2025, projects=(Project(name="检查", goals=("一",)),)))
    for end in range(len(whole.rstrip()) - 1):
        assert complaint(whole[:end]).endswith("。")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{" + HEAD + ', "year": 2024, "year": 2025}', "year"),
        ("{" + HEAD + ', "projects": [{"unit": {"code": "1", "code": "1"}}]}', "unit.code"),
        ("{" + HEAD + ', "x": 1, "x": 2}', "x"),
    ],
)
def test_a_key_given_twice_is_refused(text: str, path: str) -> None:
    sentence = complaint(text)
    assert f"{path}”" in sentence
    assert "两次" in sentence


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000])
def test_numbers_that_are_none_are_refused(number: str) -> None:
    assert "“year”" in complaint("{" + HEAD + f', "year": {number}' + "}")
    total = '{"budget": {"total": ' + number + "}}"
    assert "total" in complaint("{" + HEAD + f', "projects": [{total}]' + "}")


@pytest.mark.parametrize("opening", ["[", '{"a":', '{"projects":[{"goals":['])
def test_a_file_that_nests_without_end_is_refused(opening: str) -> None:
    assert complaint(opening * 100_000).endswith("。")
    deep = opening * 500 + "0" + ("]" if opening == "[" else "}") * 500
    assert complaint("{" + HEAD + f', "x": {deep}' + "}").endswith("。")


@pytest.mark.parametrize("half", [r"\ud83d", r"\udc00\ud83d"])
def test_half_a_character_is_refused_as_no_file_can_keep_it(half: str) -> None:
    assert "“year”" not in complaint("{" + HEAD + f', "form": "{half}"' + "}")
    assert "“form”" in complaint("{" + HEAD + f', "form": "{half}"' + "}")
    complaint("{" + HEAD + f', "{half}": ""' + "}").encode("utf-8")
    with pytest.raises(Problem, match="无法保存"):
        write_document(Document(form=json.loads(f'"{half}"')))


def test_a_byte_order_mark_is_no_matter() -> None:
    assert read_document("\ufeff{" + HEAD + ', "year": 2025}').year == 2025


_keys = st.text() | st.sampled_from(
    ["format", "version", "year", "projects", "indicators", "value", "statement", "unread"]
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(_keys, below),
    max_leaves=10,
)


@given(st.dictionaries(_keys, _json))
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(content: dict[str, Any]) -> None:
    text = json.dumps({**content, "format": "perfdesk", "version": 1})
    try:
        document = read_document(text)
    except Problem as problem:
        assert str(problem).endswith("。")  # noqa: PT017 - both ends are right
    else:
        write_document(document)


def test_the_published_schema_is_the_one_the_code_makes() -> None:
    assert schema_path().read_text(encoding="utf-8") == schema_text()


def test_the_schema_knows_the_signs_of_the_models() -> None:
    assert get_args(ValueShape.model_fields["sign"].annotation) == (*SIGNS, "")


def test_writing_needs_no_pydantic() -> None:
    program = (
        "import sys\n"
        "from perfdesk.io.interchange import write_document\n"
        "from perfdesk.models.document import Document\n"
        "write_document(Document())\n"
        "assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
