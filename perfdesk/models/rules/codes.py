"""Rules of 项目编码 and of the unit's code: what can be seen in 21 characters."""

import re
from collections import Counter
from collections.abc import Iterator

from perfdesk.models.code import (
    ALPHABET,
    check_character,
    implied_constant,
    is_laid_out,
    plain_code,
)
from perfdesk.models.review.facts import DocumentFacts, ProjectFacts
from perfdesk.models.review.finding import Fix, Group
from perfdesk.models.review.place_words import project_words
from perfdesk.models.review.rule import Hit, Text, also_of_document, document_rule, project_rule
from perfdesk.models.review.sources import CODE, FORM

# A spreadsheet keeps 15 digits of a number: 130209251234567000000, or 1.30209E+20.
_KEPT_AS_NUMBER = re.compile(r"\d{15}0+|\d(?:\.\d+)?E\+?\d+")
_NO_CODE_CHARACTER = re.compile(r"[^0-9A-Z]")
_NOT_IN_ALPHABET = re.compile(f"[^{ALPHABET}]")
_LOOKS_LIKE = {"I": "1", "O": "0", "S": "5", "Z": "2"}
_FREE = 9
"""Region, year and P come before; only behind them may a character be anything."""


@project_rule(
    "C01",
    Group.COMPLETE,
    Text(
        "项目编码缺失、位数或字符不对，或与其他项目重复",
        "项目编码是预算系统识别项目的唯一依据，缺一位、错一位或与别的项目重复，目标表就导不进系统。"
        "编码按文本保存，不能当作数字。",
        "1302O925P00315010001",
        "130209 25 P 00315010001 加1位校验，共21位",
        CODE,
    ),
)
def code_well_formed(project: ProjectFacts) -> Iterator[Hit]:
    """A code that is missing, has the wrong length, or characters that no code has."""
    if not project.has("code"):
        return
    length = project.book.limit("C01.length")
    if not project.code:
        if project.setting.form.wants("code"):
            yield Hit("code", f"项目编码未填写，请填入预算系统中的{length}位编码。")
        return
    code = plain_code(project.code)
    if sentence := _flaw(code, length):
        yield Hit("code", sentence, _without_lookalikes(project, code))
    elif code != project.code:
        fix = project.fix(f"改为“{code}”", "code", code)
        yield Hit("code", f"项目编码中有空格、全角或小写字符，应写为“{code}”。", fix)


@also_of_document("C01")
def code_of_one_project(document: DocumentFacts) -> Iterator[Hit]:
    """A code that an earlier project has already."""
    if "code" not in document.setting.fields:
        return
    owners: dict[str, ProjectFacts] = {}
    for project in document.projects:
        code = plain_code(project.code)
        first = owners.setdefault(code, project)
        if not code or first is project:
            continue
        named = project_words(first.project)
        if first.name == project.name:
            sentence = f"“{named}”填报了两份，项目编码相同，请删去重复的一份。"
        else:
            sentence = f"项目编码与“{named}”相同，请核对哪一个填错了。"
        yield Hit("code", sentence, project=project)


@document_rule(
    "C02",
    Group.COMPLETE,
    Text(
        "项目编码的末位与前20位对不上",
        "编码的最后一位由前20位推算得出，对不上时多半是其中一位输错，或相邻两位颠倒。"
        "这一算法由已公开的编码归纳得出，只作提醒，以预算系统中的编码为准。",
        "13020925P00315010001X",
        "13020925P003150100010",
        CODE,
    ),
)
def check_character_fits(document: DocumentFacts) -> Iterator[Hit]:
    """A code whose last character is not what the others call for."""
    if "code" not in document.setting.fields:
        return
    codes = [(project, plain_code(project.code)) for project in document.projects]
    implied = {code: implied_constant(code) for _, code in codes}
    constants = _constants(implied, document.book.limit("C02.constant"))
    for project, code in codes:
        if implied[code] is None or implied[code] == constants[code[:6]]:
            continue
        fitting = check_character(code, constants[code[:6]])
        yield Hit(
            "code",
            f"项目编码末位是“{code[-1]}”，按前20位推算应为“{fitting}”，"
            "可能有一位输错，请对照预算系统核对。",
            project=project,
        )


@document_rule(
    "C03",
    Group.COMPLETE,
    Text(
        "项目编码的区划与本单位其他项目不同",
        "编码前6位是行政区划，同一单位的项目一般相同；不同的那个多半是输错，或误用了别处的编码。",
        "本单位编码都以130209开头，其中一个以130290开头",
        "130209…",
        CODE,
    ),
)
def region_of_the_unit(document: DocumentFacts) -> Iterator[Hit]:
    """A code of another region than most codes of its unit, or than the book names."""
    if "code" not in document.setting.fields:
        return
    codes = [
        (project, project.project.unit.code.strip(), code[:6])
        for project in document.projects
        if is_laid_out(code := plain_code(project.code))
    ]
    regions = _regions_of_units(document, [(unit, region) for _, unit, region in codes])
    for project, unit, region in codes:
        usual = regions.get(unit, region)
        if region != usual:
            sentence = f"项目编码前6位是“{region}”，本单位应为“{usual}”，请核对。"
            yield Hit("code", sentence, project=project)


@document_rule(
    "C10",
    Group.COMPLETE,
    Text(
        "预算单位不属于本部门",
        "预算单位编码由3位部门编码加3位顺序号组成，开头与部门编码不同，说明单位或部门填错了。",
        "部门809，预算单位908001",
        "部门809，预算单位809001",
        FORM,
    ),
)
def unit_of_the_department(document: DocumentFacts) -> Iterator[Hit]:
    """A unit whose code does not begin with the department's; said once for each unit."""
    department = document.setting.department.code.strip()
    told: set[str] = set()
    for project in document.projects:
        unit = project.project.unit.code.strip()
        if department and unit and not unit.startswith(department) and unit not in told:
            told.add(unit)
            sentence = f"预算单位编码“{unit}”不以部门编码“{department}”开头，请核对单位和部门。"
            yield Hit("unit.code", sentence, project=project)


def _flaw(code: str, length: int) -> str:
    """Return the sentence on what keeps a text from being a code, or an empty one."""
    if _KEPT_AS_NUMBER.fullmatch(code):
        return f"项目编码“{code}”被Excel当作数字，后几位已丢失，请按预算系统中的编码重填。"
    if wrong := _NO_CODE_CHARACTER.search(code):
        return f"项目编码中有“{wrong[0]}”，编码只用数字和大写字母，请核对。"
    if len(code) != length:
        return f"项目编码有{len(code)}位，应为{length}位，请对照预算系统核对。"
    if code[_FREE - 1 : _FREE] == "P" and (wrong := _NOT_IN_ALPHABET.search(code)):
        digit = _LOOKS_LIKE.get(wrong[0])
        perhaps = f"可能是数字“{digit}”，" if digit else ""
        return f"项目编码第{wrong.start() + 1}位是字母“{wrong[0]}”，编码不用它，{perhaps}请核对。"
    return ""


def _without_lookalikes(project: ProjectFacts, code: str) -> Fix | None:
    """Return the mend that puts digits for letters, where the check character then bears it out."""
    ahead, rest = code[:_FREE], code[_FREE:]
    meant = ahead + "".join(_LOOKS_LIKE.get(each, each) for each in rest)
    if meant == code or implied_constant(meant) != project.book.limit("C02.constant"):
        return None
    return project.fix(f"改为“{meant}”", "code", meant)


def _constants(implied: dict[str, int | None], usual: int) -> dict[str, int]:
    """Return each region's constant: the usual one, or another on which several codes agree."""
    regions: dict[str, Counter[int]] = {}
    for code, constant in implied.items():
        if constant is not None:
            regions.setdefault(code[:6], Counter())[constant] += 1
    constants = {}
    for region, counted in regions.items():
        constant, times = counted.most_common(1)[0]
        constants[region] = constant if times > max(1, counted[usual]) else usual
    return constants


def _regions_of_units(document: DocumentFacts, seen: list[tuple[str, str]]) -> dict[str, str]:
    """Return the region that the codes of each unit should have, where that is known."""
    units = {unit for unit, _ in seen}
    if named := document.book.limits.get("C03.region"):
        return dict.fromkeys(units, str(named))
    enough = document.book.limit("C03.codes")
    regions = {}
    for unit in units:
        counted = Counter(region for each, region in seen if each == unit)
        region, times = counted.most_common(1)[0]
        if times >= enough and times * 2 > counted.total():
            regions[unit] = region
    return regions
