"""Measures, prints the table, and leaves with 1 where a goal is missed."""

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import bench
from bench.at_work import at_work
from bench.excel import excel
from bench.figure import Figure
from bench.judging import judging
from bench.keystrokes import keystrokes
from bench.outline import outline
from bench.reading import reading
from bench.screen import screen
from bench.setting import Setting, environment
from bench.start import memory, start
from bench.suggesting import suggesting
from bench.table import table

MEASURES: dict[str, Callable[[Setting], Iterator[Figure]]] = {
    "start": start,
    "memory": memory,
    "work": at_work,
    "rules": judging,
    "read": reading,
    "list": outline,
    "excel": excel,
    "suggest": suggesting,
    "keys": keystrokes,
}


def main() -> int:
    """Measure what the command line asks for."""
    asked = _asked()
    chosen = [each for name, each in MEASURES.items() if asked.only in name]
    with tempfile.TemporaryDirectory(prefix="perfdesk-bench-") as folder:
        path = Path(folder)
        with screen(environment(path)) as (drawn_on, variables):
            print(f"{platform.platform()}, {os.cpu_count()} processors, Qt on {drawn_on}")
            setting = Setting(path, variables, asked.quick)
            figures = [figure for measure in chosen for figure in measure(setting)]
    print(table(figures))
    return 0 if all(figure.holds for figure in figures) else 1


def _asked() -> argparse.Namespace:
    description, _, rest = (bench.__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(
        prog="bench",
        description=description,
        epilog=rest,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--quick", action="store_true", help="measure less often and with less")
    parser.add_argument("--only", default="", metavar="NAME", choices=["", *MEASURES])
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
