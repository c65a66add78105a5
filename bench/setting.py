"""Where and how thoroughly is measured: what every measurement is handed."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bench.workspace import fill_large, fill_sample

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Setting:
    """A temporary folder, the environment with a screen, and whether there is little time."""

    folder: Path
    environment: Mapping[str, str]
    quick: bool = False
    printed: list[str] = field(default_factory=list)

    def rounds(self, many: int) -> int:
        """Return how often to measure what is measured `many` times when there is time."""
        return max(3, many // 4) if self.quick else many

    @cached_property
    def sample_store(self) -> Path:
        """A store with the two sample documents, left while a project was shown."""
        path = self.folder / "sample.sqlite"
        fill_sample(path)
        self.probe("leave", path)
        return path

    @cached_property
    def large_store(self) -> Path:
        """A store with 10,000 projects, left while a project was shown."""
        path = self.folder / "large.sqlite"
        fill_large(path)
        self.probe("leave", path)
        return path

    def probe(self, name: str, *arguments: object) -> dict[str, Any]:
        """Run a program of `bench.probes` in a process of its own and return what it measured.

        `since_birth` is added: milliseconds from the start of the process to its `at`.
        """
        program = ROOT / "bench" / "probes" / f"{name}.py"
        command = [sys.executable, str(program), *map(str, arguments)]
        began = time.monotonic()
        done = subprocess.run(
            command, env=self.environment, cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"{name} failed:\n{done.stderr}")
        answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        if "at" in answer:
            answer["since_birth"] = (answer["at"] - began) * 1000
        return answer


def environment(folder: Path) -> dict[str, str]:
    """Return the variables for the processes: a home of their own, compiled modules kept."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PERFDESK_HOME": str(folder / "home"),
        "PYTHONPATH": str(ROOT),
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
