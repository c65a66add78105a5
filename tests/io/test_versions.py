"""Named versions as files: nothing is written over, names say what they are, trouble is told."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from perfdesk.io.interchange import from_plain
from perfdesk.io.problem import Problem
from perfdesk.io.versions import read_version, save_version, versions_dir, versions_of
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.paths import resource_dir

AT = datetime(2026, 11, 20, 16, 30, 12).astimezone()


@pytest.fixture
def document() -> Document:
    path = resource_dir() / "samples" / "yunxi-commerce-2025.json"
    return from_plain(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return versions_dir(tmp_path / "store.sqlite")


def test_a_version_is_the_whole_document(folder: Path, document: Document) -> None:
    path = save_version(folder, document, "送审前", AT)
    assert path.name == f"送审前 2026-11-20 16.30.12 [{document.id}].json"
    (version,), foreign = versions_of(folder, document.id)
    assert (version.name, version.saved_at, foreign) == ("送审前", AT, ())
    assert version.size == path.stat().st_size
    assert same_content(read_version(version), document)


def test_nothing_is_written_over(folder: Path, document: Document) -> None:
    paths = {save_version(folder, document, "送审前", AT) for _ in range(3)}
    assert len(paths) == 3
    assert len(versions_of(folder, document.id).versions) == 3


def test_the_newest_comes_first_and_others_stay_away(folder: Path, document: Document) -> None:
    save_version(folder, document, "旧", AT)
    save_version(folder, document, "新", AT + timedelta(seconds=1))
    save_version(folder, Document(year=2024), "别的文本", AT)
    assert [each.name for each in versions_of(folder, document.id).versions] == ["新", "旧"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("第1稿/第2稿", "第1稿／第2稿"),
        ('a:b*?"<>|\\', "a：b＊？＂＜＞｜＼"),
        ("", "版本"),
        (" .. ", "版本"),
        ("上\n下", "上 下"),
        ("长" * 90, "长" * 40),
        ("含 2025-01-01 08.00.00 [abc]", "含 2025-01-01 08.00.00 [abc]"),
    ],
)
def test_any_name_makes_a_file(folder: Path, document: Document, name: str, kept: str) -> None:
    save_version(folder, document, name, AT)
    (version,) = versions_of(folder, document.id).versions
    assert (version.name, version.saved_at) == (kept, AT)


def test_foreign_files_are_named(folder: Path, document: Document) -> None:
    folder.mkdir(parents=True)
    (folder / "说明.docx").write_bytes(b"x")
    (folder / f"坏日期 2026-13-40 16.30.12 [{document.id}].json").touch()
    (folder / ".~abc.tmp").touch()
    shelf = versions_of(folder, document.id)
    assert shelf.versions == ()
    assert shelf.foreign == (
        f"坏日期 2026-13-40 16.30.12 [{document.id}].json",
        "说明.docx",
    )


def test_a_damaged_version_says_so(folder: Path, document: Document) -> None:
    path = save_version(folder, document, "送审前", AT)
    path.write_text(path.read_text(encoding="utf-8")[:200], encoding="utf-8")
    (version,) = versions_of(folder, document.id).versions
    with pytest.raises(Problem, match="送审前"):
        read_version(version)


def test_no_folder_means_no_versions(folder: Path) -> None:
    assert versions_of(folder, "0123456789abcdef") == ((), ())
    assert not folder.exists()


def test_a_file_in_the_folders_place_is_told(folder: Path, document: Document) -> None:
    folder.parent.mkdir(exist_ok=True)
    folder.write_text("x", encoding="utf-8")
    with pytest.raises(Problem, match="versions"):
        save_version(folder, document, "送审前", AT)
