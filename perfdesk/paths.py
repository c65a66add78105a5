"""Where things are: what travels with the program, and what belongs to its user."""

import os
from pathlib import Path

NAME = "PerfDesk"
HOME_VARIABLE = "PERFDESK_HOME"


def resource_dir() -> Path:
    """The folder of forms, templates, icons and samples, in an installed wheel or a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def default_store_path() -> Path:
    """The store that opens when nobody names another: in the user's documents, not made here."""
    home = _chosen_home()
    if home is None:
        from platformdirs import user_documents_path

        home = user_documents_path() / NAME
    return home / "perfdesk.sqlite"


def own_forms_dir() -> Path:
    """The folder, beside the store, of forms that the user adds to the shipped ones."""
    return default_store_path().parent / "forms"


def own_words_dir() -> Path:
    """The folder, beside the store, of words that the user adds to the shipped tables."""
    return default_store_path().parent / "words"


def own_library_dir() -> Path:
    """The folder, beside the store, of indicators that the user adds to the shipped library."""
    return default_store_path().parent / "library"


def settings_dir() -> Path:
    """The folder of window layout and other habits, not made here."""
    home = _chosen_home()
    if home is not None:
        return home / "settings"
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False)


def log_dir() -> Path:
    """The folder of the log files, not made here."""
    home = _chosen_home()
    if home is not None:
        return home / "log"
    from platformdirs import user_log_path

    return user_log_path(NAME, appauthor=False)


def _chosen_home() -> Path | None:
    """One folder for everything of the user's, when the environment names one (a USB stick)."""
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).absolute() if home else None
