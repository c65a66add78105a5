"""An exception that nobody expected: a log line, one sentence in the status bar, and on it goes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BODY = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from perfdesk import log
from perfdesk.ui import app
from perfdesk.ui.frame.main_window import MainWindow

def window():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))

def fail():
    raise ZeroDivisionError("of the inner works")

def look():
    print(window().status.currentMessage())
    print(window().isVisible())
    window().close()

def begin():
    QTimer.singleShot(1000, lambda: {how})
    QTimer.singleShot(2000, look)

QTimer.singleShot(0, begin)  # before there is an application, timers have no length
log.start(Path(sys.argv[1]))
sys.exit(app.run(Path(sys.argv[2]), []))
"""


@pytest.mark.parametrize("how", ["fail()", "threading.Thread(target=fail).start()"])
def test_the_window_tells_of_a_surprise_and_lives_on(how: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BODY.format(how=how), tmp_path / "log", tmp_path / "store.sqlite"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    said, visible = done.stdout.splitlines()
    file = tmp_path / "log" / "perfdesk.log"
    assert said == (
        f"程序遇到意外，刚才的操作可能没有完成；如再次出现，请把日志文件“{file}”交给技术人员。"
    )
    assert visible == "True"
    assert done.returncode == 0
    assert "of the inner works" in file.read_text(encoding="utf-8")
    assert "of the inner works" not in said + done.stderr
