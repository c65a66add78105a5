import shutil
from pathlib import Path

from perfdesk.app import run
from perfdesk.io.files import write_file
from perfdesk.io.store.store import Store
from perfdesk.models.change import SetField
from perfdesk.models.same import same_content
from tests.app.jobs import (
    LAST_YEAR,
    SAMPLES,
    THIS_YEAR,
    Capture,
    Refused,
    document_at,
    documents_in,
)


def test_import_makes_the_store_and_keeps_every_document(filled: Path) -> None:
    this_year, last_year = documents_in(filled)
    assert same_content(this_year, document_at(THIS_YEAR))
    assert same_content(last_year, document_at(LAST_YEAR))


def test_the_same_content_is_not_imported_twice(filled: Path, capsys: Capture) -> None:
    assert run(["import", str(THIS_YEAR), "--store", str(filled)]) == 0
    assert "已有相同内容，未重复导入" in capsys.readouterr().err
    assert len(documents_in(filled)) == 2


def test_other_content_of_the_same_year_and_department_is_kept_beside(
    filled: Path, tmp_path: Path, capsys: Capture
) -> None:
    document = document_at(THIS_YEAR)
    changed = SetField("", "statement.overall", "另一稿").apply(document)
    write_file(changed, tmp_path / "另一稿.json")
    assert run(["import", str(tmp_path / "另一稿.json"), "--store", str(filled)]) == 0
    assert "两份都保留" in capsys.readouterr().err
    of_this_year = [each for each in documents_in(filled) if each.year == 2025]
    assert len(of_this_year) == 2
    assert all(
        any(same_content(each, kept) for kept in of_this_year) for each in (document, changed)
    )


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_on(
    store: Path, tmp_path: Path, capsys: Capture
) -> None:
    bad = tmp_path / "坏.json"
    bad.write_text("{", encoding="utf-8")
    sources = [str(bad), str(THIS_YEAR), str(tmp_path / "没有.json")]
    assert run(["import", *sources, "--store", str(store)]) == 1
    said = capsys.readouterr().err
    assert "坏.json" in said
    assert "没有.json" in said
    assert [each.year for each in documents_in(store)] == [2025]


def test_when_no_file_can_be_read_no_store_is_made(
    store: Path, tmp_path: Path, refused: Refused
) -> None:
    arguments = ["import", str(tmp_path / "没有.json"), "--store", str(store)]
    assert "没有.json" in refused(arguments)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_stands_for_the_documents_in_it(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "上报"
    (folder / "更深.json").mkdir(parents=True)
    shutil.copy(THIS_YEAR, folder / "今年.JSON")
    shutil.copy(LAST_YEAR, folder / "去年.json")
    for name in ("~$今年.xlsx", ".~lock.json", "说明.pdf", ".json"):
        (folder / name).write_bytes(b"?")
    assert run(["import", str(folder), "--store", str(store)]) == 0
    assert [each.year for each in documents_in(store)] == [2025, 2024]


def test_an_empty_folder_is_named(store: Path, tmp_path: Path, refused: Refused) -> None:
    assert "没有可以导入的文件" in refused(["import", str(tmp_path), "--store", str(store)])


def test_wildcards_may_be_left_to_the_program(
    store: Path, tmp_path: Path, capsys: Capture, refused: Refused
) -> None:
    pattern = str(SAMPLES / "yunxi-commerce-202?.json")
    assert run(["import", pattern, "--store", str(store)]) == 0
    assert len(documents_in(store)) == 2
    capsys.readouterr()
    assert "没有*.json" in refused(["import", str(tmp_path / "没有*.json"), "--store", str(store)])


def test_a_store_that_a_window_has_open_is_left_alone(filled: Path, refused: Refused) -> None:
    document = SetField("", "year", 2023).apply(document_at(THIS_YEAR))
    path = filled.with_name("前年.json")
    write_file(document, path)
    with Store.open(filled):
        assert "窗口" in refused(["import", str(path), "--store", str(filled)])
        assert run(["list", "--store", str(filled)]) == 0
    assert len(documents_in(filled)) == 2
