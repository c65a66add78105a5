"""Moving the year in a text on: the budget year it speaks of, not the years of its sources."""

import re

_QUOTED = re.compile(r"《[^《》]*》|[〔\[［(（【](?:20\d\d)(?:年)?[〕\]］)）】]")


def year_moved(text: str, old: int, new: int) -> str:
    """Return a text that spoke of the year `old` as it is said of `new`.

    Titles in 《》 and the years of document numbers, 〔2024〕, stay: they name what was issued.
    Other years stay too, as they are history or plans of their own. A year 0, which is none,
    changes nothing.
    """
    if not old or not new or old == new or str(old) not in text:
        return text
    pattern = re.compile(
        rf"(?<![\d.,])({old})(?=\s*年|\s*[-./]\s*\d|\s*[-—–~～至到]\s*20\d\d)|^({old})(?!\d)"
    )
    parts: list[str] = []
    at = 0
    for quoted in _QUOTED.finditer(text):
        parts += [pattern.sub(str(new), text[at : quoted.start()]), quoted[0]]
        at = quoted.end()
    parts.append(pattern.sub(str(new), text[at:]))
    return "".join(parts)
