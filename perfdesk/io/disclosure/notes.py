"""What the reader has to say about a file, like remarks brought together into one."""

from dataclasses import dataclass, field

from perfdesk.io.reading import Remark

_MOST_LINES = 4
_LONGEST_QUOTE = 24


@dataclass(slots=True)
class _Group:
    lines: list[int] = field(default_factory=list)
    quote: str = ""


@dataclass(slots=True)
class Notes:
    """Collects remarks; those of one sentence become one remark that names all its lines."""

    _groups: dict[str, _Group] = field(default_factory=dict)
    _fixed: list[tuple[int, Remark]] = field(default_factory=list)

    def add(self, line: int, sentence: str, quote: str = "") -> None:
        """Note a sentence about a line; `{}` in it stands for the words quoted from there."""
        group = self._groups.setdefault(sentence, _Group(quote=quote))
        if line not in group.lines[-1:]:
            group.lines.append(line)

    def add_place(self, line: int, place: str, sentence: str) -> None:
        """Note a sentence with a place of its own; `line` only says where it comes in order."""
        self._fixed.append((line, Remark(place, sentence)))

    def remarks(self) -> tuple[Remark, ...]:
        """Return all remarks in the order of the file."""
        found = [
            (group.lines[0], Remark(_place(group.lines), _sentence(sentence, group)))
            for sentence, group in self._groups.items()
        ]
        return tuple(remark for _, remark in sorted(self._fixed + found, key=lambda each: each[0]))


def span(first: int, last: int) -> str:
    """Return what a place of several lines is called: 第12–95行."""
    return f"第{first}行" if first == last else f"第{first}–{last}行"


def quoted(text: str) -> str:
    """Return the beginning of a text in quotation marks, on one line."""
    short = " ".join(text.split())
    return f"“{short if len(short) <= _LONGEST_QUOTE else short[:_LONGEST_QUOTE] + '…'}”"


def _place(lines: list[int]) -> str:
    named = "、".join(map(str, lines[:_MOST_LINES]))
    if lines == [0]:
        return ""
    return f"第{named}行" + (f"等{len(lines)}处" if len(lines) > _MOST_LINES else "")


def _sentence(sentence: str, group: _Group) -> str:
    several = "等" if len(group.lines) > 1 else ""
    return sentence.replace("{}", quoted(group.quote) + several)
