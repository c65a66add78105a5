"""The command line: open the window, or do one batch job and leave.

Nothing heavy is imported before it is known what to do.
"""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from perfdesk.app.console import DONE, INTERRUPTED, NOT_DONE, answer, be_utf8, tell
from perfdesk.io.problem import Problem

if TYPE_CHECKING:  # the window needs no argparse when it is given no arguments
    from argparse import Namespace


def main() -> int:
    """Do what the command line of this process asks for; return its exit code."""
    from perfdesk import log
    from perfdesk.paths import log_dir

    be_utf8()
    log.start(log_dir())
    try:
        return run(sys.argv[1:])
    except Exception:  # noqa: BLE001 - written down and told in Chinese, as log.start arranged
        sys.excepthook(*sys.exc_info())
        return NOT_DONE


def run(arguments: Sequence[str]) -> int:
    """Do what a command line asks for; return the exit code.

    0: done; 1: done, but some files could not be read, or what was checked has errors; 2: nothing
    done, and one sentence on standard error says why. The window has its own.
    """
    try:
        code = _run(arguments)
        answer("")  # what is still on its way must arrive before this is called done
    except Problem as problem:
        tell(str(problem))
        return NOT_DONE
    except BrokenPipeError:
        # Whoever read the answer has gone: nobody to tell, and nothing to flush at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        return _open_window(None, [])
    from perfdesk.app.command_line import parsed

    try:
        asked = parsed(arguments)
    except SystemExit:  # help was asked for and given
        return DONE
    return _batch(asked) if asked.command else _open_window(asked.store, asked.files)


def _batch(asked: "Namespace") -> int:
    if asked.command == "check":
        from perfdesk.app.checking import Wish, check_file

        return check_file(Wish(asked.source, asked.form, asked.year, asked.json, asked.report))
    from perfdesk.app import batch

    if asked.command == "convert":
        return batch.convert(asked.source, asked.target, asked.form, asked.year)
    if asked.command == "import":
        return batch.bring_in(asked.sources, asked.store)
    if asked.command == "export":
        choice = batch.Choice(asked.year, asked.department, asked.project)
        return batch.export(asked.target, asked.store, choice)
    from perfdesk.app.listing import list_store

    return list_store(asked.store, as_json=asked.json)


def _open_window(store: Path | None, files: list[Path]) -> int:
    gc.disable()  # what is loaded and built for the window stays: garbage is sought once it shows
    from perfdesk.ui.app import run as run_window

    return run_window(store, files)
