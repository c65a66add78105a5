"""Reads a whole workbook file into grids, one for each worksheet.

It reads the XML itself: openpyxl needs ten times as long, refuses a workbook over a style it
does not know, and finds nothing in those of the strict standard.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from perfdesk.io.excel.pages.shown import unstored
from perfdesk.io.excel.parts.formats import BUILT_IN, GENERAL, NumberFormat
from perfdesk.io.excel.parts.grid import Grid
from perfdesk.io.excel.parts.package import Attributes, Package
from perfdesk.io.excel.parts.sheet_reader import SheetReader, Vocabulary

_MAIN = "officeDocument"
_OTHER_KINDS = (
    ("word/document.xml", "这是 Word 文件，不是 Excel 工作簿。"),
    ("ppt/presentation.xml", "这是演示文稿，不是 Excel 工作簿。"),
    ("content.xml", "这是 OpenDocument 文件，请在 WPS 或 Excel 中另存为 .xlsx 再读入。"),
)
_BINARY = "这是二进制工作簿（.xlsb），请在 WPS 或 Excel 中另存为 .xlsx 再读入。"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A worksheet as the workbook lists it."""

    name: str
    hidden: bool
    relation: str


def read_grids(path: Path) -> list[Grid]:
    """Read all worksheets of a workbook, hidden ones too, in their order.

    Raises Problem where the file is no workbook or not whole.
    """
    with Package(path) as package:
        main = _main_part(package)
        entries, from_1904 = _entries(package, main)
        targets = package.targets(main)
        vocabulary = Vocabulary(
            _shared_texts(package, targets),
            list(_formats(package, targets, from_1904)),
            NumberFormat(GENERAL, from_1904),
        )
        grids = []
        for entry in entries:
            kind, part = targets.get(entry.relation, ("", ""))
            if kind == "worksheet" or (kind == "" and entry.relation):
                grid = Grid(entry.name, entry.hidden)
                reader = SheetReader(package, grid, vocabulary)
                package.parse(part, reader.start, reader.end, reader.data)
                grids.append(grid)
        if not grids:
            raise package.problem("工作簿中没有工作表。")
        return grids


def _main_part(package: Package) -> str:
    found = [part for kind, part in package.targets("").values() if kind == _MAIN]
    main = found[0] if found else "xl/workbook.xml"
    if main.lower().endswith(".bin"):
        raise package.problem(_BINARY)
    for part, sentence in _OTHER_KINDS:
        if part in package:
            raise package.problem(sentence)
    if main not in package:
        raise package.problem("不是 Excel 工作簿（.xlsx），或文件已损坏。")
    return main


def _entries(package: Package, main: str) -> tuple[list[_Entry], bool]:
    entries: list[_Entry] = []
    from_1904 = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal from_1904
        if name == "sheet":
            relation = next((attributes[key] for key in attributes if key.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            entries.append(_Entry(unstored(attributes.get("name", "")), hidden, relation))
        elif name == "workbookPr":
            from_1904 = attributes.get("date1904") in ("1", "true")

    package.parse(main, start, _ignore, _ignore)
    return entries, from_1904


class _SharedTexts:
    """Hears the elements of the shared texts; spoken forms (rPh) are not part of a text."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._listening = False
        self._phonetic = False

    def start(self, name: str, _: Attributes) -> None:
        if name == "si":
            self._pieces.clear()
        elif name == "rPh":
            self._phonetic = True
        elif name == "t":
            self._listening = not self._phonetic

    def end(self, name: str) -> None:
        if name == "t":
            self._listening = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "si":
            self.texts.append(unstored("".join(self._pieces)))

    def data(self, text: str) -> None:
        if self._listening:
            self._pieces.append(text)


def _shared_texts(package: Package, targets: dict[str, tuple[str, str]]) -> list[str]:
    shared = _SharedTexts()
    for part in _parts(package, targets, "sharedStrings"):
        package.parse(part, shared.start, shared.end, shared.data)
    return shared.texts


def _formats(
    package: Package, targets: dict[str, tuple[str, str]], from_1904: bool
) -> Iterator[NumberFormat]:
    """Yield the number format of each cell style."""
    codes = dict(BUILT_IN)
    used: list[int] = []
    in_styles = False

    def start(name: str, attributes: Attributes) -> None:
        nonlocal in_styles
        number = attributes.get("numFmtId", "")
        if name == "numFmt" and number.isdigit():
            codes[int(number)] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            in_styles = True
        elif name == "xf" and in_styles:
            used.append(int(number) if number.isdigit() else 0)

    def end(name: str) -> None:
        nonlocal in_styles
        if name == "cellXfs":
            in_styles = False

    for part in _parts(package, targets, "styles"):
        package.parse(part, start, end, _ignore)
    made = {number: NumberFormat(codes.get(number, GENERAL), from_1904) for number in used}
    return (made[number] for number in used)


def _parts(package: Package, targets: dict[str, tuple[str, str]], kind: str) -> Iterator[str]:
    return (part for each, part in targets.values() if each == kind and part in package)


def _ignore(*_: object) -> None:
    """What there is to do at an element that does not matter."""
