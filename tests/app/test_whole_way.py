"""Text, store, workbook, interchange file: whichever way a document goes, it says the same."""

from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.io.interchange import read_document
from tests.app.jobs import LAST_YEAR, ROOT, THIS_YEAR, Capture

PUBLISHED = {
    "2020-779-export-zone.txt": (18, 117),
    "2025-322-commerce-bureau.txt": (9, 57),
    "2025-809-bonded-zone.txt": (7, 42),
}
OWN = [THIS_YEAR, LAST_YEAR, ROOT / "tests/data/qinghekou-2020.json"]


def by_store_and_workbook(source: Path, folder: Path) -> str:
    """Return the interchange file that comes out at the far end."""
    store, workbook, far = folder / "数据.sqlite", folder / "绩效.xlsx", folder / "远.json"
    assert run(["import", str(source), "--store", str(store)]) == 0
    assert run(["export", str(workbook), "--store", str(store)]) == 0
    assert run(["convert", str(workbook), str(far)]) == 0
    return far.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_document_arrives_whole(
    shared_documents: Path, tmp_path: Path, name: str, capsys: Capture
) -> None:
    source = shared_documents / name
    assert run(["convert", str(source), "-"]) == 0
    near = capsys.readouterr().out
    document = read_document(near)
    rows = sum(len(project.indicators) for project in document.projects)
    assert (len(document.projects), rows) == PUBLISHED[name]
    assert by_store_and_workbook(source, tmp_path) == near


@pytest.mark.parametrize("source", OWN, ids=lambda path: path.stem)
def test_our_own_documents_arrive_whole(source: Path, tmp_path: Path) -> None:
    assert by_store_and_workbook(source, tmp_path) == source.read_text(encoding="utf-8")


@pytest.mark.parametrize("source", OWN, ids=lambda path: path.stem)
def test_our_own_documents_arrive_whole_by_their_published_text(
    source: Path, tmp_path: Path
) -> None:
    text, far = tmp_path / "公开.txt", tmp_path / "远.json"
    assert run(["convert", str(source), str(text)]) == 0
    assert run(["convert", str(text), str(far)]) == 0
    assert far.read_text(encoding="utf-8") == source.read_text(encoding="utf-8")
