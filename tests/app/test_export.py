from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.io.files import write_file
from perfdesk.io.interchange import read_document
from perfdesk.models.change import SetField
from perfdesk.models.same import same_content
from perfdesk.models.statement import Statement
from tests.app.jobs import LAST_YEAR, THIS_YEAR, Capture, Refused, document_at


def test_export_writes_the_document_that_is_chosen(
    filled: Path, tmp_path: Path, capsys: Capture, refused: Refused
) -> None:
    target = tmp_path / "去年.json"
    for chosen in (["--year", "2024"], ["--year", "2024", "--department", "315"]):
        assert run(["export", str(target), "--store", str(filled), *chosen]) == 0
        assert target.read_text(encoding="utf-8") == LAST_YEAR.read_text(encoding="utf-8")
        target.unlink()
    assert run(["export", "-", "--store", str(filled), "--year", "2025"]) == 0
    assert same_content(read_document(capsys.readouterr().out), document_at(THIS_YEAR))


def test_export_of_a_project_is_that_project_alone(filled: Path, capsys: Capture) -> None:
    project = document_at(THIS_YEAR).projects[3]
    for named in (project.code, project.name):
        chosen = ["--year", "2025", "--project", named]
        assert run(["export", "-", "--store", str(filled), *chosen]) == 0
        document = read_document(capsys.readouterr().out)
        alone = replace(document_at(THIS_YEAR), projects=(project,), statement=Statement())
        assert same_content(document, alone)


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ([], "2025年云溪区商务局、2024年云溪区商务局"),
        (["--department", "云溪区商务局"], "--year"),
        (["--year", "1999"], "没有符合条件"),
        (["--department", "999"], "没有符合条件"),
        (["--project", "没有的项目"], "没有符合条件"),
    ],
)
def test_export_asks_back_where_the_choice_is_not_one(
    filled: Path, refused: Refused, chosen: list[str], words: str
) -> None:
    assert words in refused(["export", "-", "--store", str(filled), *chosen])


def test_export_of_twins_asks_to_remove_one(
    filled: Path, tmp_path: Path, capsys: Capture, refused: Refused
) -> None:
    changed = SetField("", "statement.overall", "另一稿").apply(document_at(THIS_YEAR))
    write_file(changed, tmp_path / "另一稿.json")
    assert run(["import", str(tmp_path / "另一稿.json"), "--store", str(filled)]) == 0
    capsys.readouterr()
    assert "删除" in refused(["export", "-", "--store", str(filled), "--year", "2025"])
