import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from perfdesk.io.interchange import write_document
from perfdesk.models.change import SetField
from perfdesk.models.document import Document
from tests.app.jobs import ROOT, THIS_YEAR


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
    done = subprocess.run(
        process("convert", "没有.json", "-"),
        env=os.environ | poor,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "没有这个文件" in done.stderr.decode("utf-8")


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


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_ctrl_c_ends_the_window(own_home: Path) -> None:
    with subprocess.Popen(process(), stderr=subprocess.PIPE) as child:
        while child.poll() is None and not (own_home / "perfdesk.sqlite").exists():
            pass
        child.send_signal(signal.SIGINT)
        _, said = child.communicate()
    assert child.returncode == -signal.SIGINT
    assert b"Traceback" not in said
