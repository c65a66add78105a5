import json
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.app.command_line import COMMANDS, parsed
from perfdesk.io.files import read_file, write_file
from perfdesk.io.interchange import read_document, write_document
from perfdesk.io.store.glance import Glance
from perfdesk.io.store.store import Store
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from perfdesk.models.same import same_content
from perfdesk.models.statement import Statement

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "resources/samples"
THIS_YEAR = SAMPLES / "yunxi-commerce-2025.json"
LAST_YEAR = SAMPLES / "yunxi-commerce-2024.json"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "数据.sqlite"


@pytest.fixture
def filled(store: Path, capsys: Capture) -> Path:
    """A store with the sample of two years."""
    assert run(["import", str(THIS_YEAR), str(LAST_YEAR), "--store", str(store)]) == 0
    capsys.readouterr()
    return store


def document_at(path: Path) -> Document:
    return read_file(path).document


def documents_in(store: Path) -> list[Document]:
    with Glance(store) as glance:
        return [glance.load(outline.id) for outline in glance.outline()]


def refused(arguments: list[str], capsys: Capture) -> str:
    """Run what cannot be done; return the one sentence that says why."""
    assert run(arguments) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith("。\n")
    assert said.err.count("\n") == 1
    return said.err.strip()


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_and_names_every_command(command: str, capsys: Capture) -> None:
    assert run([command, "--help"] if command else ["--help"]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    assert said.out.startswith("用法：")
    assert not any(word in said.out for word in ("usage", "options", "positional", "show", ":\n"))
    if not command:
        assert all(f"\n  {name} " in said.out for name in COMMANDS)


def test_the_version_is_told(capsys: Capture) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("PerfDesk 0.")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("convert", "缺少 IN, OUT"),
        ("convert 甲.json", "缺少 OUT"),
        ("convert 甲.json 乙.json 丙.json", "不认识 丙.json"),
        ("convert 甲.json 乙.json --yaer 2025", "不认识 --yaer 2025"),
        ("convert 甲.json 乙.json --year 25", "--year 应为四位年份，现为“25”"),
        ("convert 甲.json 乙.json --year", "--year 后面缺少内容"),
        ("import 甲.json", "缺少 --store"),
        ("import --store 数据.sqlite", "缺少 IN"),
        ("list --store 数据.sqlite --json=1", "--json 后面不能带内容"),
        ("list --sto 数据.sqlite", "--store"),
        ("--store", "--store 后面缺少内容"),
        ("--stroe 数据.sqlite", "不认识 --stroe"),
        ("exprot 乙.json", "是否应为 export"),
        ("frobnicate", "convert、import、export、list"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_chinese_sentence(
    arguments: str, words: str, capsys: Capture
) -> None:
    sentence = refused(arguments.split(), capsys)
    assert words in sentence
    assert not any(word in sentence for word in ("argument", "required", "invalid", "expected"))


def test_files_and_another_store_may_be_named_for_the_window(tmp_path: Path) -> None:
    asked = parsed(["--store", "数据.sqlite", "甲.json", "乙.txt"])
    assert (asked.command, asked.store) == ("", Path("数据.sqlite"))
    assert asked.files == [Path("甲.json"), Path("乙.txt")]
    asked = parsed([str(tmp_path)])
    assert (asked.command, asked.store, asked.files) == ("", None, [tmp_path])


@pytest.mark.parametrize("ending", [".json", ".xlsx", ".txt"])
def test_convert_writes_what_the_ending_says(tmp_path: Path, capsys: Capture, ending: str) -> None:
    target = tmp_path / f"绩效{ending}"
    assert run(["convert", str(THIS_YEAR), str(target)]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "13 个项目，138 条指标" in said.err
    assert same_content(document_at(target), document_at(THIS_YEAR))


def test_convert_to_standard_output_writes_nothing_else_there(capsys: Capture) -> None:
    assert run(["convert", str(THIS_YEAR), "-"]) == 0
    assert capsys.readouterr().out == THIS_YEAR.read_text(encoding="utf-8")


def test_convert_takes_form_and_year_that_are_told(capsys: Capture) -> None:
    arguments = ["convert", str(THIS_YEAR), "-", "--form", "hebei-2020", "--year", "2019"]
    assert run(arguments) == 0
    document = read_document(capsys.readouterr().out)
    assert (document.form, document.year) == ("hebei-2020", 2019)


def test_convert_tells_remarks_beside_the_result(tmp_path: Path, capsys: Capture) -> None:
    source = tmp_path / "甲.json"
    source.write_text(write_document(Document(form="别县-2031")), encoding="utf-8")
    assert run(["convert", str(source), "-"]) == 0
    said = capsys.readouterr()
    assert "别县-2031" in said.err
    assert read_document(said.out).form == "别县-2031"


def test_convert_says_what_it_cannot_do_and_leaves_the_target(
    tmp_path: Path, capsys: Capture
) -> None:
    target = tmp_path / "绩效.json"
    target.write_text("旧的内容", encoding="utf-8")
    bad = tmp_path / "坏.json"
    bad.write_text("{", encoding="utf-8")
    assert "没有.json" in refused(["convert", str(tmp_path / "没有.json"), str(target)], capsys)
    assert "坏.json" in refused(["convert", str(bad), str(target)], capsys)
    assert "绩效.doc" in refused(["convert", str(THIS_YEAR), str(tmp_path / "绩效.doc")], capsys)
    wrong_form = ["convert", str(THIS_YEAR), str(target), "--form", "别县-2031"]
    assert "hebei-2024" in refused(wrong_form, capsys)
    nowhere = tmp_path / "没有的" / "绩效.json"
    assert "没有的" in refused(["convert", str(THIS_YEAR), str(nowhere)], capsys)
    assert target.read_text(encoding="utf-8") == "旧的内容"


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
    store: Path, tmp_path: Path, capsys: Capture
) -> None:
    arguments = ["import", str(tmp_path / "没有.json"), "--store", str(store)]
    assert "没有.json" in refused(arguments, capsys)
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


def test_an_empty_folder_is_named(store: Path, tmp_path: Path, capsys: Capture) -> None:
    assert "没有可以导入的文件" in refused(["import", str(tmp_path), "--store", str(store)], capsys)


def test_wildcards_may_be_left_to_the_program(store: Path, tmp_path: Path, capsys: Capture) -> None:
    pattern = str(SAMPLES / "yunxi-commerce-202?.json")
    assert run(["import", pattern, "--store", str(store)]) == 0
    assert len(documents_in(store)) == 2
    capsys.readouterr()
    assert "没有*.json" in refused(
        ["import", str(tmp_path / "没有*.json"), "--store", str(store)], capsys
    )


def test_a_store_that_a_window_has_open_is_left_alone(filled: Path, capsys: Capture) -> None:
    document = SetField("", "year", 2023).apply(document_at(THIS_YEAR))
    path = filled.with_name("前年.json")
    write_file(document, path)
    with Store.open(filled):
        assert "窗口" in refused(["import", str(path), "--store", str(filled)], capsys)
        assert run(["list", "--store", str(filled)]) == 0
    assert len(documents_in(filled)) == 2


def test_export_writes_the_document_that_is_chosen(
    filled: Path, tmp_path: Path, capsys: Capture
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
    filled: Path, capsys: Capture, chosen: list[str], words: str
) -> None:
    assert words in refused(["export", "-", "--store", str(filled), *chosen], capsys)


def test_export_of_twins_asks_to_remove_one(filled: Path, tmp_path: Path, capsys: Capture) -> None:
    changed = SetField("", "statement.overall", "另一稿").apply(document_at(THIS_YEAR))
    write_file(changed, tmp_path / "另一稿.json")
    assert run(["import", str(tmp_path / "另一稿.json"), "--store", str(filled)]) == 0
    capsys.readouterr()
    assert "删除" in refused(["export", "-", "--store", str(filled), "--year", "2025"], capsys)


def test_list_answers_scripts_in_json(filled: Path, capsys: Capture) -> None:
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
    store: Path, capsys: Capture, command: str
) -> None:
    assert store.name in refused([*command.split(), "--store", str(store)], capsys)
    assert not store.exists()
    store.write_text("别的文件", encoding="utf-8")
    assert store.name in refused([*command.split(), "--store", str(store)], capsys)
    assert store.read_text(encoding="utf-8") == "别的文件"


def process(*arguments: str) -> list[str]:
    """Return the command that starts the program as a process of its own."""
    return [sys.executable, str(ROOT / "main.py"), *arguments]


def test_a_console_of_another_encoding_breaks_nothing() -> None:
    poor = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    done = subprocess.run(
        process("convert", str(THIS_YEAR), "-"),
        env=os.environ | poor,
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == THIS_YEAR.read_text(encoding="utf-8")
    refused = subprocess.run(
        process("convert", "没有.json", "-"),
        env=os.environ | poor,
        capture_output=True,
        check=False,
    )
    assert refused.returncode == 2
    assert "没有这个文件" in refused.stderr.decode("utf-8")


def test_a_reader_that_has_gone_is_no_matter(filled: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        process("list", "--store", str(filled), "--json"),
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_an_interrupted_job_leaves_quietly(tmp_path: Path) -> None:
    source = tmp_path / "长.json"
    document = SetField("", "statement.overall", "长" * 100_000).apply(Document())
    source.write_text(write_document(document), encoding="utf-8")
    with subprocess.Popen(
        process("convert", str(source), "-"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.read(1) == b"{"
        child.send_signal(signal.SIGINT)
        _, said = child.communicate()
    assert child.returncode == 130
    assert b"Traceback" not in said


def test_nothing_heavy_is_imported_before_it_is_known_what_to_do() -> None:
    heavy = {"argparse", "pydantic", "sqlalchemy", "openpyxl", "PySide6", "platformdirs", "json"}
    program = f"import sys, perfdesk.app\nassert not {heavy!r} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True, cwd=ROOT)
