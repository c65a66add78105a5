"""What an interchange file may hold, for pydantic: nothing unknown, nothing converted.

The JSON schema is made from these classes; their descriptions are for its readers.
"""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from perfdesk.models.carried import carried_fields
from perfdesk.models.document import Department, Document, Submission, UnreadText
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.reason import Reason
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue

AMOUNT = "amount in 万元, as text, empty where there is none"
REASONS = "说明: answers to what checks found"
CARRIED = "fields that came from last year or elsewhere and were not touched since"
CARRIED_FROM = "where those came from, in words; empty for last year"
PER_CENT = "per cent spent, as text without %, empty where there is none"


def _of_whole_characters(text: str) -> str:
    r"""Refuse half of a character (`"\ud83d"`), which no file and no store can keep."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise PydanticCustomError("half_character", "half of a character") from error
    return text


Text = Annotated[str, AfterValidator(_of_whole_characters)]


class Shape(BaseModel):
    """An object of the file: strict about types, and every key known."""

    model_config = ConfigDict(
        strict=True,
        extra="forbid",
        frozen=True,
        model_title_generator=lambda shape: shape.__name__.removesuffix("Shape"),
    )


class DepartmentShape(Shape):
    """部门: the department that writes the document."""

    code: Text = Field(default="", description="部门代码: three digits")
    name: Text = Field(default="", description="部门名称: its name")


class ReasonShape(Shape):
    """说明: the department's answer to what a check found, told once and found again.

    It answers a finding of the same rule, subject and facts, in this year or another.
    """

    rule: Text = Field(description="规则: the rule that found it, such as V21", min_length=1)
    subject: Text = Field(description="对象: what it was found about, without id or year")
    facts: Text = Field(description="事实: what was found, years counted from the budget year")
    text: Text = Field(description="说明: why it is right as it stands", min_length=1)

    def reason(self) -> Reason:
        """Return what the object says."""
        return Reason(self.rule, self.subject, self.facts, self.text)


class SubGoalShape(Shape):
    """分项绩效目标: one part of the department's goal."""

    title: Text = Field(default="", description="标题: without its numbering")
    goal: Text = Field(default="", description="绩效目标: what shall be reached")
    indicators: Text = Field(default="", description="绩效指标: how one sees that it was, as prose")
    carried: list[Literal["title", "goal", "indicators"]] = Field(default=[], description=CARRIED)

    def subgoal(self) -> SubGoal:
        """Return what the object says, under a new id."""
        carried = carried_fields(self.carried)
        return SubGoal(self.title, self.goal, self.indicators, carried=carried)


class SafeguardShape(Shape):
    """工作保障措施: how the department makes sure of its goals."""

    title: Text = Field(default="", description="标题: without its numbering")
    text: Text = Field(default="", description="措施内容: the measure")
    carried: list[Literal["title", "text"]] = Field(default=[], description=CARRIED)

    def safeguard(self) -> Safeguard:
        """Return what the object says, under a new id."""
        return Safeguard(self.title, self.text, carried=carried_fields(self.carried))


class StatementShape(Shape):
    """部门整体绩效目标: what the department as a whole promises."""

    overall: Text = Field(default="", description="总体绩效目标: prose")
    subgoals: list[SubGoalShape] = Field(default=[], description="分项绩效目标: in order")
    safeguards: list[SafeguardShape] = Field(default=[], description="工作保障措施: in order")
    reasons: list[ReasonShape] = Field(default=[], description=f"{REASONS} in part one")
    carried: list[Literal["overall"]] = Field(default=[], description=CARRIED)

    def statement(self) -> Statement:
        """Return what the object says."""
        return Statement(
            self.overall,
            tuple(each.subgoal() for each in self.subgoals),
            tuple(each.safeguard() for each in self.safeguards),
            tuple(each.reason() for each in self.reasons),
            carried_fields(self.carried),
        )


class UnitShape(Shape):
    """预算单位: the budget unit that a project belongs to."""

    code: Text = Field(default="", description="单位代码: six digits (department + 3)")
    name: Text = Field(default="", description="单位名称: its name")


class BudgetShape(Shape):
    """预算规模: the money of a project."""

    total: Text = Field(default="", description=f"预算数: {AMOUNT}")
    fiscal: Text = Field(default="", description=f"财政资金: {AMOUNT}")
    other: Text = Field(default="", description=f"其他资金: {AMOUNT}")


class SpendingPlanShape(Shape):
    """资金支出计划: how far the money is spent by the end of four months."""

    march: Text = Field(default="", description=f"3月底: {PER_CENT}")
    june: Text = Field(default="", description=f"6月底: {PER_CENT}")
    october: Text = Field(default="", description=f"10月底: {PER_CENT}")
    december: Text = Field(default="", description=f"12月底: {PER_CENT}")


class ValueShape(Shape):
    """指标值: its printed text and the three parts that the text is made of.

    Where only the text is given the parts are read from it, where only parts are given they are
    put together; the text may also stand alone, in place of the object.
    """

    text: Text = Field(default="", description="指标值: as printed, such as ≥90%")
    sign: Literal["≥", "＞", "＝", "＜", "≤", "定性", ""] = Field(
        default="", description="计算符号: empty where the text cannot be split"
    )
    number: Text = Field(
        default="", description="数值: the number; for 定性 the words or the deadline"
    )
    unit: Text = Field(default="", description="计量单位: empty for 定性")

    def value(self) -> IndicatorValue:
        """Return what the object says, with the part it leaves out made from the other."""
        if self.model_fields_set <= {"text"}:
            return IndicatorValue.read(self.text)
        if "text" in self.model_fields_set:
            return IndicatorValue(self.text, self.sign, self.number, self.unit)
        return IndicatorValue.of_parts(self.sign, self.number, self.unit)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Describe the object, or the text alone."""
        of_object = handler.resolve_ref_schema(handler(schema))
        description = of_object.pop("description")
        return {"description": description, "anyOf": [{"type": "string"}, of_object]}


def _of_text(content: object) -> object:
    return {"text": content} if isinstance(content, str) else content


class IndicatorShape(Shape):
    """绩效指标: one row of the grid, with its level names also where print merges them."""

    level1: Text = Field(default="", description="一级指标: first level")
    level2: Text = Field(default="", description="二级指标: second level")
    name: Text = Field(default="", description="三级指标: the indicator's name")
    description: Text = Field(default="", description="绩效指标描述: what it measures")
    value: Annotated[ValueShape, BeforeValidator(_of_text)] = Field(
        default=ValueShape(), description="指标值: what shall be reached"
    )
    basis: Text = Field(default="", description="指标值确定依据: what the value rests on")
    carried: list[Literal["name", "description", "value", "basis"]] = Field(
        default=[], description=CARRIED
    )
    carried_from: Text = Field(default="", description=CARRIED_FROM)

    def indicator(self) -> Indicator:
        """Return what the object says, under a new id."""
        value = self.value.value()
        return Indicator(
            self.level1,
            self.level2,
            self.name,
            self.description,
            value,
            self.basis,
            carried=carried_fields(self.carried),
            carried_from=self.carried_from,
        )


HeadField = Literal[
    "code",
    "name",
    "budget.total",
    "budget.fiscal",
    "budget.other",
    "purpose",
    "plan.march",
    "plan.june",
    "plan.october",
    "plan.december",
    "goals",
]


class ProjectShape(Shape):
    """项目: one budget project with its form."""

    code: Text = Field(default="", description="项目编码: 21 characters")
    name: Text = Field(default="", description="项目名称: its name")
    unit: UnitShape = Field(default=UnitShape(), description="预算单位: whose project it is")
    budget: BudgetShape = Field(default=BudgetShape(), description="预算规模: its money")
    purpose: Text = Field(default="", description="资金用途: what the money is for")
    plan: SpendingPlanShape = Field(
        SpendingPlanShape(), description="资金支出计划: by when it is spent"
    )
    goals: list[Text] = Field(default=[], description="绩效目标: one text each, without its number")
    indicators: list[IndicatorShape] = Field(default=[], description="绩效指标: in order")
    reasons: list[ReasonShape] = Field(default=[], description=f"{REASONS} in the project")
    carried: list[HeadField] = Field(default=[], description=CARRIED)
    carried_from: Text = Field(default="", description=CARRIED_FROM)

    def project(self) -> Project:
        """Return what the object says, under a new id."""
        budget, plan = self.budget, self.plan
        return Project(
            self.code,
            self.name,
            Unit(self.unit.code, self.unit.name),
            Budget(budget.total, budget.fiscal, budget.other),
            self.purpose,
            SpendingPlan(plan.march, plan.june, plan.october, plan.december),
            tuple(self.goals),
            tuple(each.indicator() for each in self.indicators),
            reasons=tuple(each.reason() for each in self.reasons),
            carried=carried_fields(self.carried),
            carried_from=self.carried_from,
        )


class SubmissionShape(Shape):
    """上报: that the document was handed in; it is read-only since then."""

    who: Text = Field(default="", description="上报人: who handed it in")
    at: Text = Field(description="when, as an ISO time with its zone", min_length=1)
    note: Text = Field(default="", description="备注: as typed")

    def submission(self) -> Submission:
        """Return what the object says."""
        return Submission(self.who, self.at, self.note)


class UnreadTextShape(Shape):
    """Text of a file that was read before and that no field could take."""

    line: int = Field(description="where it began, from 1; 0 where unknown", ge=0)
    text: Text = Field(description="the text itself")


class DocumentShape(Shape):
    """部门绩效文本: the performance document of one department for one year."""

    format: Literal["perfdesk"] = Field(description="always perfdesk")
    version: int = Field(
        description="goes up only when an old reader would misread the file", ge=1, le=1
    )
    year: int = Field(
        default=0, description="年度: the budget year, 0 where unknown", ge=0, le=9999
    )
    form: Text = Field(default="", description="表样: the year's form, such as hebei-2024")
    department: DepartmentShape = Field(
        default=DepartmentShape(), description="部门: who writes it"
    )
    statement: StatementShape = Field(
        default=StatementShape(), description="部门整体绩效目标: part one"
    )
    projects: list[ProjectShape] = Field(default=[], description="项目: part two, in order")
    submitted: SubmissionShape | None = Field(
        None, description="上报: who handed it in and when; absent while it may be changed"
    )
    unread: list[UnreadTextShape] = Field([], description="text that no field could take")

    def document(self) -> Document:
        """Return what the file says, all rows under new ids."""
        return Document(
            self.year,
            self.form,
            Department(self.department.code, self.department.name),
            self.statement.statement(),
            tuple(each.project() for each in self.projects),
            tuple(UnreadText(each.line, each.text) for each in self.unread),
            submitted=self.submitted.submission() if self.submitted else None,
        )
