"""What is written down: a small log file for whoever helps the clerk, and the word to her.

Log lines are English and name places, not contents: what a clerk typed stays in her store.
"""

import contextlib
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

FILE_NAME = "perfdesk.log"
FILE_BYTES = 512 * 1024

_log = logging.getLogger(__name__)


def start(folder: Path) -> None:
    """Write the program's log in `folder`, and catch every exception that nobody else caught.

    Lines from INFO on go to the file, from WARNING on to standard error as well, there without
    tracebacks. Nothing is opened before the first line; a folder that cannot be written costs
    the file, never the program.
    """
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    root.addHandler(_TurningFile(folder / FILE_NAME))
    if sys.stderr is not None:  # pythonw has none
        console = logging.StreamHandler(sys.stderr)
        console.setLevel(logging.WARNING)
        console.setFormatter(_OneLine())
        root.addHandler(console)
    _uncaught.file = folder / FILE_NAME
    sys.excepthook = _uncaught.report
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable


def tell_trouble_with(show: Callable[[str], None] | None) -> None:
    """Have `show` tell the user of an uncaught exception, in one Chinese sentence.

    It is called in the thread that failed, once for each place that fails. Without it the
    sentence goes to standard error.
    """
    _uncaught.show = show


class _Uncaught:
    """What to do with an exception that reached the top."""

    def __init__(self) -> None:
        self.file: Path | None = None
        self.show: Callable[[str], None] | None = None
        self._places: set[tuple[str, int]] = set()

    def report(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if self._seen(trace):  # a paint event fails again with every frame
            _log.error("again: %s", kind.__name__)
            return
        _log.critical("uncaught", exc_info=(kind, error, trace))
        self._tell(
            "程序遇到意外，刚才的操作可能没有完成；"
            f"如再次出现，请把日志文件“{self.file}”交给技术人员。"
        )

    def _seen(self, trace: TracebackType | None) -> bool:
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = (trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else ("", 0)
        seen = place in self._places
        self._places.add(place)
        return seen

    def _tell(self, sentence: str) -> None:
        if self.show is not None:
            try:
                self.show(sentence)
            except Exception:  # noqa: BLE001 - the last resort must not fail in its turn
                _log.critical("could not show the sentence to the user", exc_info=True)
            else:
                return
        if sys.stderr is not None:
            print(sentence, file=sys.stderr)  # noqa: T201 - nobody else can tell the user


_uncaught = _Uncaught()


def _uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    _uncaught.report(args.exc_type, args.exc_value, args.exc_traceback)


def _unraisable(args: "UnraisableHookArgs") -> None:
    info = (args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    _log.error("ignored in %r", args.object, exc_info=info)


class _TurningFile(logging.Handler):
    """A file opened for each line, so that it may turn over while another PerfDesk writes it.

    Once it is full it becomes `….old`, in place of the one before.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        """Append one line."""
        try:
            line = self.format(record)
        except Exception:  # noqa: BLE001 - a badly worded log line must not stop the clerk's work
            self.handleError(record)
            return
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8", errors="backslashreplace") as file:
                file.write(line + "\n")
                full = file.tell() >= FILE_BYTES
            if full:
                self._path.replace(self._path.with_name(self._path.name + ".old"))


class _OneLine(logging.Formatter):
    """Level, logger and message; the traceback stays in the file."""

    def format(self, record: logging.LogRecord) -> str:
        """The line for standard error."""
        return f"{record.levelname} {record.name}: {record.getMessage()}"
