"""Makes `resources/pinyin/readings.txt` anew: `python -m devtools.readings`."""

import os
import sys
from collections import defaultdict

from perfdesk.paths import resource_dir

_ABOUT = """\
# How Chinese characters are read: a syllable, small and without its tone, ü as v, and the
# characters of which it is the first reading. Made by devtools/readings.py from pypinyin 0.55.0,
# whose licence lies beside it.
"""


def main() -> int:
    """Write the table."""
    os.environ["PYPINYIN_NO_PHRASES"] = "yes"
    from pypinyin import Style, pinyin
    from pypinyin.pinyin_dict import pinyin_dict

    characters = defaultdict(list)
    for character in map(chr, sorted(pinyin_dict)):
        ((first,),) = pinyin(character, style=Style.NORMAL)
        characters[first].append(character)
    lines = (f"{reading} {''.join(characters[reading])}\n" for reading in sorted(characters))
    target = resource_dir() / "pinyin" / "readings.txt"
    target.parent.mkdir(exist_ok=True)
    target.write_text(_ABOUT + "".join(lines), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
