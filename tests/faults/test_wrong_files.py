"""Files that are no documents, brought into the window: a sentence each, and nothing changes."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from perfdesk.io.files import LARGEST, write_file
from perfdesk.io.store.glance import Glance
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.paths import resource_dir
from perfdesk.ui.workspace import Workspace
from tests.ui.looking import label, report

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TEXT = (resource_dir() / "samples" / "qinghekou-2020.txt").read_bytes()
JSON = (resource_dir() / "samples" / "yunxi-commerce-2025.json").read_bytes()


def workbook(document: Document, folder: Path) -> bytes:
    path = folder / "whole.xlsx"
    write_file(document, path)
    return path.read_bytes()


def archive(name: str) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as made:
        made.writestr(name, "x")
    return whole.getvalue()


def interchange(**changes: object) -> bytes:
    return json.dumps({**json.loads(JSON), **changes}).encode()


WRONG: dict[str, tuple[bytes, str]] = {
    "空文件.txt": (b"", "是空文件"),
    "只有空白.txt": (b" \r\n\t\r\n" * 50, "空文件"),
    "二进制.txt": (bytes(range(256)) * 64, "不是文本"),
    "照片.txt": (b"\x89PNG\r\n\x1a\n" + bytes(200), "是图片"),
    "购物清单.txt": ("苹果\n香蕉\n三斤大米\n".encode(), "没有"),
    "一半.json": (JSON[: len(JSON) // 2], "第"),
    "别的.json": (b'{"name": "x"}', "format"),
    "更新的.json": (interchange(version=99), "升级"),
    "多出.json": (interchange(extra=1), "extra"),
    "加密.xlsx": (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(600), "密码"),
    "文档.xlsx": (archive("word/document.xml"), "Word"),
    "压缩.xlsx": (archive("照片.jpg"), "解压"),
    "网页.xls": (b"<html><table><tr><td>1</td></tr></table></html>", "网页"),
    "旧版.xls": (OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(600), "旧版"),
    "数据文件.sqlite": (b"SQLite format 3\0" + bytes(100), "数据文件"),
}


def bring(workspace: Workspace, qtbot: QtBot, *paths: Path) -> list[list[str]]:
    """Bring files in and return what the report says of them."""
    with qtbot.waitSignal(workspace.window.commands.documents.arrivals.arrived, timeout=20_000):
        workspace.window.open_files(paths)
    return report(workspace.window)


def kept(workspace: Workspace) -> list[Document]:
    """What the store holds, once everything is saved."""
    assert workspace.saver.wait_until_saved(30)
    with Glance(workspace.saver.path) as glance:
        return [glance.load(outline.id) for outline in glance.outline()]


def assert_refused(rows: list[list[str]], name: str, reason: str) -> None:
    (row,) = [row for row in rows if row[1] == name]
    level, _, _, sentence = row
    assert level == "未导入"
    assert reason in sentence
    assert name in sentence
    assert re.fullmatch(r"[^。]*。", sentence), "one sentence"
    assert not re.search(r"Error|Exception|Traceback|None|errno", sentence)


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_gets_one_sentence_and_changes_nothing(
    name: str, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    content, reason = WRONG[name]
    path = tmp_path / name
    path.write_bytes(content)
    before = kept(workspace)
    key = workspace.window.navigator.key
    rows = bring(workspace, qtbot, path)
    assert_refused(rows, name, reason)
    assert len(rows) == 1
    assert kept(workspace) == before
    assert not workspace.session.undo_stack.can_undo()
    assert workspace.window.navigator.key == key
    assert label(workspace.window, "保存状态").startswith("✓ 已保存")


def cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def folder(path: Path) -> None:
    path.mkdir()


def nothing(_path: Path) -> None:
    pass


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)


NO_FILES: dict[str, tuple[Callable[[Path], None], str]] = {
    "文件夹.txt": (folder, "是文件夹"),
    "没有.json": (nothing, "没有这个文件"),
    "巨大.txt": (sparse, "超过"),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_no_file_to_read_gets_one_sentence(
    name: str, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    make, reason = NO_FILES[name]
    make(tmp_path / name)
    before = kept(workspace)
    assert_refused(bring(workspace, qtbot, tmp_path / name), name, reason)
    assert kept(workspace) == before


def test_half_a_workbook_gets_one_sentence(
    workspace: Workspace, samples: tuple[Document, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "一半.xlsx"
    path.write_bytes(cut(workbook(samples[0], tmp_path)))
    assert_refused(bring(workspace, qtbot, path), path.name, "不完整")


def test_the_beginning_of_a_text_without_any_form_gets_one_sentence(
    workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "开头.txt"
    path.write_bytes(TEXT[:600].decode("utf-8", "ignore").encode())
    assert_refused(bring(workspace, qtbot, path), path.name, "没有")


def test_the_rest_of_the_batch_goes_on(
    empty_workspace: Workspace, samples: tuple[Document, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = [tmp_path / name for name in WRONG]
    for path in wrong:
        path.write_bytes(WRONG[path.name][0])
    good = [tmp_path / "云溪 2025 年.xlsx", tmp_path / "2024.json"]
    for path, document in zip(good, samples, strict=True):
        write_file(document, path)
    rows = bring(empty_workspace, qtbot, *wrong[:7], good[0], *wrong[7:], good[1])
    assert [row[1] for row in rows if row[0] == "未导入"] == list(WRONG)
    assert not [row for row in rows if row[1] in ("云溪 2025 年.xlsx", "2024.json")]
    assert all(map(same_content, kept(empty_workspace), samples))
    assert empty_workspace.session.undo_stack.count() == 1
    assert empty_workspace.window.status.currentMessage() == "已导入 2 份文本，共 24 个项目"


def test_what_is_there_already_is_not_imported_twice(
    workspace: Workspace, samples: tuple[Document, ...], tmp_path: Path, qtbot: QtBot
) -> None:
    same, other = tmp_path / "同样.json", tmp_path / "不同.json"
    write_file(samples[0], same)
    other.write_bytes(interchange(projects=[]))
    rows = bring(workspace, qtbot, same, other, other)
    sentences = [(row[1], row[3]) for row in rows]
    assert [name for name, _ in sentences] == ["同样.json", "不同.json", "不同.json"]
    assert "未重复导入" in sentences[0][1]
    assert "两份都保留" in sentences[1][1]
    assert "未重复导入" in sentences[2][1]
    assert len(kept(workspace)) == 3


ODD = (
    "名称 很 长" + "长" * 60 + ".json",
    "“引号”'单引号' & %s {x}.json",
    "表情😀和𠮷字.json",
    "没有后缀",
    "大写.JSON",
    "..点.json",
    "#井号?问号*.json",
)


@pytest.mark.parametrize("name", ODD)
def test_odd_names_do_no_harm(
    name: str, empty_workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "文件 夹 “一”" / name
    path.parent.mkdir()
    path.write_bytes(JSON)
    assert bring(empty_workspace, qtbot, path) == []
    assert len(kept(empty_workspace)) == 1
