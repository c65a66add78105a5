"""The keys as the help tells them, by task."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from perfdesk.paths import resource_dir

_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class KeyLine:
    """One line of the list: keys as they are spelled there, and what they do for a task."""

    task: str
    keys: tuple[str, ...]
    does: str

    def has(self, words: str) -> bool:
        """Whether a search for a key or for what it does finds this line."""
        wanted = words.lower().split()
        said = f"{self.task} {_BETWEEN.join(self.keys)} {self.does}".lower()
        return all(each in said for each in wanted)


def read_keys() -> tuple[KeyLine, ...]:
    """Return the lines of `resources/help/keys.md`, in its order."""
    page = (resource_dir() / "help" / "keys.md").read_text(encoding="utf-8")
    lines: list[KeyLine] = []
    task = ""
    for line in page.splitlines():
        if line.startswith("## "):
            task = line.removeprefix("## ").strip()
        elif line.startswith("| ") and not line.startswith("| 按键"):
            keys, does = (cell.strip() for cell in line.strip("|").split("|"))
            lines.append(KeyLine(task, tuple(keys.split(_BETWEEN)), does))
    return tuple(lines)


def tasks(lines: Sequence[KeyLine]) -> list[tuple[str, list[KeyLine]]]:
    """Return the lines by task, both in their order."""
    found: dict[str, list[KeyLine]] = {}
    for line in lines:
        found.setdefault(line.task, []).append(line)
    return list(found.items())


def keys_html(lines: Sequence[KeyLine]) -> str:
    """Return the lines as a page to print: a table for each task."""
    parts = ["<h2>快捷键一览</h2>"]
    for task, own in tasks(lines):
        rows = "".join(
            f'<tr><td width="38%">{escape(_BETWEEN.join(line.keys))}</td>'
            f"<td>{escape(line.does)}</td></tr>"
            for line in own
        )
        parts.append(
            f'<h4>{escape(task)}</h4><table width="100%" border="1" cellspacing="0" '
            f'cellpadding="3" style="border-collapse:collapse">{rows}</table>'
        )
    return "".join(parts)
