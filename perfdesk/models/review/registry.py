"""All rules that there are: those in the files of `perfdesk.models.rules`."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from perfdesk.models import rules
from perfdesk.models.review.rule import RULES, Rule


@cache
def all_rules() -> Mapping[str, Rule]:
    """Return every rule by its id, in the order of the ids."""
    for module in iter_modules(rules.__path__):
        import_module(f"{rules.__name__}.{module.name}")
    return dict(sorted(RULES.items()))
