"""What the limits of rules are called where an office sets its own."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from perfdesk.paths import resource_dir


@lru_cache
def limit_names() -> Mapping[str, Mapping[str, str]]:
    """Return the Chinese names of limits by rule id and name; those left out are not offered."""
    path = resource_dir() / "rules" / "limit_names.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
