from pathlib import Path

import pytest

from perfdesk.app import run
from perfdesk.app.command_line import COMMANDS, parsed
from tests.app.jobs import Capture, Refused


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_chinese_and_names_every_command(
    command: str, capsys: Capture, refused: Refused
) -> None:
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
        ("check 甲.json --json=1", "--json 后面不能带内容"),
        ("import 甲.json", "缺少 --store"),
        ("import --store 数据.sqlite", "缺少 IN"),
        ("list --store 数据.sqlite --json=1", "--json 后面不能带内容"),
        ("list --sto 数据.sqlite", "--store"),
        ("--store", "--store 后面缺少内容"),
        ("--stroe 数据.sqlite", "不认识 --stroe"),
        ("exprot 乙.json", "是否应为 export"),
        ("frobnicate", "convert、check、import、export、list"),
    ],
)
def test_a_wrong_command_line_is_told_in_one_chinese_sentence(
    arguments: str, words: str, refused: Refused
) -> None:
    sentence = refused(arguments.split())
    assert words in sentence
    assert not any(word in sentence for word in ("argument", "required", "invalid", "expected"))


def test_files_and_another_store_may_be_named_for_the_window(tmp_path: Path) -> None:
    asked = parsed(["--store", "数据.sqlite", "甲.json", "乙.txt"])
    assert (asked.command, asked.store) == ("", Path("数据.sqlite"))
    assert asked.files == [Path("甲.json"), Path("乙.txt")]
    asked = parsed([str(tmp_path)])
    assert (asked.command, asked.store, asked.files) == ("", None, [tmp_path])
