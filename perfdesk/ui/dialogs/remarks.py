"""What looks odd in the lines of a dialog, said in words; nothing here refuses anything."""

from collections.abc import Sequence

from perfdesk.models.amount import plain_digits
from perfdesk.models.form import Form


def department_code_remark(code: str) -> str:
    """Remark on a department code that is not three digits."""
    code = plain_digits(code)
    return "" if not code or _digits(code, 3) else "部门编码一般是三位数字，例如 315"


def unit_code_remark(code: str, department_code: str) -> str:
    """Remark on a unit code that is not six digits beginning with the department's."""
    code, department_code = plain_digits(code), plain_digits(department_code)
    if not code:
        return ""
    if not _digits(code, 6):
        return "单位编码一般是六位数字：部门编码加三位"
    if department_code and not code.startswith(department_code):
        return f"单位编码一般以部门编码 {department_code} 开头"
    return ""


def form_remark(forms: Sequence[Form], form_id: str, year: int) -> str:
    """Remark on a form that is not known here or not the one of its year."""
    chosen = next((form for form in forms if form.id == form_id), None)
    if chosen is None:
        return "本机没有这个表样，目前按最新表样显示"
    usual = next((form for form in forms if form.in_force(year)), None)
    if not year or usual is None or chosen.in_force(year):
        return ""
    return f"{year} 年一般使用“{usual.name}”"


def _digits(code: str, count: int) -> bool:
    return len(code) == count and code.isascii() and code.isdigit()
