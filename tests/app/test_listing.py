import json
from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.io.store.store import Store
from perfdesk.models.document import Document
from tests.app.jobs import THIS_YEAR, Capture, Refused, document_at, documents_in


def test_list_answers_scripts_in_json(filled: Path, capsys: Capture, refused: Refused) -> None:
    assert run(["list", "--store", str(filled), "--json"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    this_year, last_year = json.loads(said.out)
    assert (this_year["year"], last_year["year"]) == (2025, 2024)
    assert this_year["department"] == {"code": "315", "name": "云溪区商务局"}
    document = document_at(THIS_YEAR)
    listed = [each for unit in this_year["units"] for each in unit["projects"]]
    assert {each["code"] for each in listed} == {each.code for each in document.projects}
    first = document.projects[0]
    assert listed[0] == {
        "code": first.code,
        "name": first.name,
        "total": first.budget.total,
        "indicators": len(first.indicators),
    }
    assert this_year["total"] == "1885.10"
    assert sum(float(unit["total"]) for unit in this_year["units"]) == pytest.approx(1885.10)


def test_list_answers_people_in_a_table(filled: Path, capsys: Capture) -> None:
    assert run(["list", "--store", str(filled)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("2025 315 云溪区商务局（13 个项目）")
    assert lines[0].endswith(" 1885.10 万元")
    assert any(line.startswith("  315001 云溪区商务局本级 ") for line in lines)
    projects = [line for line in lines if line.startswith("    ")]
    assert len(projects) == sum(len(each.projects) for each in documents_in(filled))
    assert len({len(line.encode("gbk")) for line in lines}) == 1


def test_a_document_without_anything_is_listed_too(store: Path, capsys: Capture) -> None:
    with Store.open(store) as opened:
        opened.save(None, Document())
    assert run(["list", "--store", str(store)]) == 0
    assert "年度不明" in capsys.readouterr().out


def test_an_empty_store_lists_nothing(store: Path, capsys: Capture) -> None:
    Store.open(store).close()
    assert run(["list", "--store", str(store)]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert run(["list", "--store", str(store), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


@pytest.mark.parametrize("command", ["list", "export -"])
def test_reading_makes_no_store_and_spares_what_is_none(
    store: Path, refused: Refused, command: str
) -> None:
    assert store.name in refused([*command.split(), "--store", str(store)])
    assert not store.exists()
    store.write_text("别的文件", encoding="utf-8")
    assert store.name in refused([*command.split(), "--store", str(store)])
    assert store.read_text(encoding="utf-8") == "别的文件"
