"""Stores to measure with: the samples, and 10,000 invented projects of eight years."""

from collections.abc import Iterator
from pathlib import Path

from perfdesk.io.files import read_file
from perfdesk.io.forms import form_for_year
from perfdesk.io.store.store import Store
from perfdesk.models.document import Department, Document
from perfdesk.models.form import Form
from perfdesk.models.project import Budget, Indicator, Project, SpendingPlan, Unit
from perfdesk.models.statement import Safeguard, Statement, SubGoal
from perfdesk.models.value import IndicatorValue
from perfdesk.paths import resource_dir

YEARS = range(2019, 2027)
DEPARTMENTS = 100
PROJECTS = 10_000
INDICATORS = 12
_UNITS = 3
_WORKS = ("设备更新", "管网改造", "技能培训", "惠企补贴", "巡查养护", "平台建设", "宣传推广")
_PLACES = ("云溪", "青岭", "白塔", "石桥", "南湖", "东港", "临江", "平川")
_ASPECTS = ("完成数量", "验收合格率", "按期完成率", "成本控制率", "受益人次", "群众满意度")


def fill_sample(path: Path) -> None:
    """Make a store of the sample documents."""
    samples = sorted((resource_dir() / "samples").glob("*.json"))
    _fill(path, (read_file(sample).document for sample in samples))


def fill_large(path: Path) -> None:
    """Make a store of 10,000 projects."""
    _fill(path, documents())


def documents() -> Iterator[Document]:
    """Yield 800 departments' documents, the same in every run but for their ids."""
    count = len(YEARS) * DEPARTMENTS
    for number in range(count):
        first, last = (PROJECTS * at // count for at in (number, number + 1))
        yield _document(YEARS[number // DEPARTMENTS], number % DEPARTMENTS, range(first, last))


def project(form: Form, unit: Unit, number: int) -> Project:
    """Return an invented project, every place of its form filled in."""
    place, work = _pick(_PLACES, number), _pick(_WORKS, number // len(_PLACES))
    name = f"{place}片区{work}项目（第{number}号）"
    fiscal = 40 + number % 960
    return Project(
        f"{unit.code}{YEARS[0]}{number:08d}",
        name,
        unit,
        Budget(f"{fiscal + 15}.00", f"{fiscal}.00", "15.00"),
        f"用于{place}片区{work}的设备购置、安装调试、人员培训和第三方验收等支出。",
        SpendingPlan("25", "50", "80", "100"),
        (f"完成{place}片区{work}任务并通过验收。", "资金按计划支出，不超预算。"),
        tuple(_indicator(form, name, number, row) for row in range(INDICATORS)),
    )


def _document(year: int, department: int, numbers: range) -> Document:
    form = form_for_year(year)
    code = f"{200 + department}"
    place = _pick(_PLACES, department)
    units = [Unit(f"{code}{each:03d}", f"{place}区第{each}中心") for each in range(1, _UNITS + 1)]
    share = -(-len(numbers) // _UNITS)
    return Document(
        year,
        form.id,
        Department(code, f"{place}区第{department}局"),
        Statement(
            f"{year}年围绕{place}区重点工作，完成年度任务。",
            (SubGoal("履行职责", "各项任务按期完成。", "完成率≥95%。"),),
            (Safeguard("加强管理", "明确责任，定期检查。"),),
        ),
        tuple(project(form, units[at // share], number) for at, number in enumerate(numbers)),
    )


def _indicator(form: Form, name: str, number: int, row: int) -> Indicator:
    level = form.levels[row * len(form.levels) // INDICATORS]
    aspect = _pick(_ASPECTS, row)
    return Indicator(
        level.name,
        _pick(level.level2, row),
        f"{aspect}{row + 1}",
        f"{name}{aspect}占计划的比例",
        IndicatorValue.typed(f"≥{80 + (number + row) % 20}%"),
        "年度工作计划",
    )


def _pick(choices: tuple[str, ...], number: int) -> str:
    return choices[number % len(choices)]


def _fill(path: Path, filling: Iterator[Document]) -> None:
    with Store.open(path) as store:
        for document in filling:
            store.save(None, document)
