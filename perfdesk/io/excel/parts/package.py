"""Opens a workbook file as the archive of XML parts it is, or says what else it is."""

import zipfile
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path, PurePosixPath
from types import TracebackType
from xml.parsers import expat

from perfdesk.io.problem import Problem

_MEBIBYTE = 1024 * 1024
_LARGEST = 1024 * _MEBIBYTE
_LARGEST_TIGHT = 16 * _MEBIBYTE
_TIGHTEST = 300
"""A larger part that shrank to less than a 300th is a bomb, not a workbook."""
_CHUNK = 64 * 1024
_ENCRYPTED_FLAG = 1

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Data = Callable[[str], None]


class _LocalNames(dict[str, str]):
    """The names of elements and what they are without their namespace."""

    def __missing__(self, name: str) -> str:
        self[name] = name.rpartition(":")[2]
        return self[name]


class Package(AbstractContextManager["Package"]):
    """The parts of an Office Open XML file. Every trouble is a Problem that names the file."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        _refuse_other_kinds(path)
        try:
            self._archive = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError) as error:
            raise self.damaged() from error
        # Some programs write backslashes, others do not keep to one case.
        self._parts = {
            info.filename.replace("\\", "/").lower(): info for info in self._archive.infolist()
        }
        try:
            self._refuse_bombs()
        except Problem:
            self._archive.close()
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._archive.close()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def parse(self, part: str, start: Start, end: End, data: Data) -> None:
        """Run through the XML of a part; names come without their namespace."""
        local = _LocalNames()
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = lambda name, attributes: start(local[name], attributes)
        parser.EndElementHandler = lambda name: end(local[name])
        parser.CharacterDataHandler = data
        parser.StartDoctypeDeclHandler = self._refuse_doctype
        try:
            with self._archive.open(self._parts[part.lower()]) as stream:
                while chunk := stream.read(_CHUNK):
                    parser.Parse(chunk, False)
                parser.Parse(b"", True)
        except RuntimeError as error:
            raise self.problem("文件已加密，请先在 WPS 或 Excel 中取消密码。") from error
        except (
            KeyError,
            expat.ExpatError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            ValueError,
        ) as error:
            raise self.damaged() from error

    def targets(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the parts that a part refers to: id -> (kind of part, path)."""
        path = PurePosixPath(part)
        relations = f"{path.parent}/_rels/{path.name}.rels".removeprefix("./")
        found: dict[str, tuple[str, str]] = {}

        def start(name: str, attributes: Attributes) -> None:
            if name == "Relationship" and attributes.get("TargetMode") != "External":
                kind = attributes.get("Type", "").rpartition("/")[2]
                target = _joined(path.parent, attributes.get("Target", ""))
                found[attributes.get("Id", "")] = (kind, target)

        if relations in self:
            self.parse(relations, start, _nothing, _nothing)
        return found

    def problem(self, sentence: str) -> Problem:
        """Return the trouble with this file, to be raised."""
        return Problem(f"无法读取“{self.name}”：{sentence}")

    def damaged(self) -> Problem:
        """Return the trouble that the file is not whole."""
        return self.problem("文件不完整或已损坏，请重新复制，或请对方再发一份。")

    def _refuse_bombs(self) -> None:
        whole = 0
        for info in self._parts.values():
            whole += info.file_size
            tight = info.file_size > _TIGHTEST * max(1, info.compress_size)
            if whole > _LARGEST or (tight and info.file_size > _LARGEST_TIGHT):
                raise self.problem("文件展开后异常庞大，为安全起见没有打开。")

    def _refuse_doctype(self, *_: object) -> None:
        raise self.problem("文件中含有工作簿不应有的内容，为安全起见没有打开。")


def _nothing(*_: object) -> None:
    """What there is to do at an element that does not matter."""


def _joined(folder: PurePosixPath, target: str) -> str:
    target = target.replace("\\", "/")
    if target.startswith("/"):
        return target.lstrip("/")
    steps: list[str] = []
    for step in (folder / target).parts:
        if step == ".." and steps:
            steps.pop()
        elif step not in (".", ".."):
            steps.append(step)
    return "/".join(steps)


def _refuse_other_kinds(path: Path) -> None:
    """Raise the Problem that fits what the file really is, unless it is an archive."""
    name = path.name
    try:
        with path.open("rb") as file:
            head = file.read(8)
            if head.startswith(b"PK\x03\x04"):
                return
            rest = file.read(64 * _MEBIBYTE) if head.startswith(b"\xd0\xcf\x11\xe0") else b""
    except FileNotFoundError as error:
        raise Problem(f"找不到文件“{name}”，请确认文件还在原处。") from error
    except IsADirectoryError as error:
        raise Problem(f"“{name}”是文件夹，请选择其中的文件。") from error
    except OSError as error:
        sentence = f"无法读取“{name}”：没有读取权限，或文件正被其他程序占用，请关闭后再试。"
        raise Problem(sentence) from error
    if not head:
        raise Problem(f"“{name}”是空文件，没有可读的内容。")
    raise Problem(f"无法读取“{name}”：{_what_it_is(rest)}")


def _what_it_is(compound: bytes) -> str:
    """Tell the kinds of compound files (the old office formats) apart by their streams."""
    if "EncryptedPackage".encode("utf-16-le") in compound:
        return "文件已加密，请先在 WPS 或 Excel 中取消密码。"
    if any(stream.encode("utf-16-le") in compound for stream in ("Workbook", "Book\0")):
        return "这是旧格式的表格（.xls 或 .et），请在 WPS 或 Excel 中另存为 .xlsx 再读入。"
    return "不是 Excel 工作簿（.xlsx），请在 WPS 或 Excel 中打开并另存为 .xlsx 再读入。"
