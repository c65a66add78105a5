"""The window's habits between two starts: places, sizes, zoom, appearance."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

SYSTEM, LIGHT, DARK = "system", "light", "dark"
_SMALLEST, _LARGEST = 0.5, 3.0


class Settings:
    """Reads and writes one small file; a missing or damaged one means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """`system`, `light` or `dark`."""
        value = str(self._file.value("appearance", SYSTEM))
        return value if value in (LIGHT, DARK) else SYSTEM

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._file.setValue("appearance", value)

    @property
    def zoom(self) -> float:
        """How large the pages are; 1.0 is the size the system asks for."""
        try:
            value = float(str(self._file.value("zoom", 1.0)))
        except ValueError:
            return 1.0
        return min(max(value, _SMALLEST), _LARGEST)

    @zoom.setter
    def zoom(self, value: float) -> None:
        self._file.setValue("zoom", value)

    @property
    def suggests(self) -> bool:
        """Whether indicators are suggested while one types."""
        return str(self._file.value("suggests", "true")) != "false"

    @suggests.setter
    def suggests(self, value: bool) -> None:
        self._file.setValue("suggests", "true" if value else "false")

    @property
    def enter_goes_right(self) -> bool:
        """Whether Enter goes on to the cell at the right, not to the one below."""
        return str(self._file.value("enter_goes_right", "false")) == "true"

    @enter_goes_right.setter
    def enter_goes_right(self, value: bool) -> None:
        self._file.setValue("enter_goes_right", "true" if value else "false")

    def state(self, name: str) -> QByteArray:
        """Return a widget's remembered state, empty where there is none."""
        value = self._file.value(f"state/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_state(self, name: str, value: QByteArray) -> None:
        """Remember a widget's state."""
        self._file.setValue(f"state/{name}", value)

    def numbers(self, name: str) -> list[int]:
        """Return a remembered list of numbers (column widths), empty where there is none."""
        text = str(self._file.value(f"numbers/{name}", ""))
        parts = text.split()
        return [int(part) for part in parts] if all(part.isdigit() for part in parts) else []

    def set_numbers(self, name: str, values: Sequence[int]) -> None:
        """Remember a list of numbers."""
        self._file.setValue(f"numbers/{name}", " ".join(map(str, values)))

    def texts(self, name: str) -> list[str]:
        """Return a remembered list of texts without line breaks, empty where there is none."""
        return str(self._file.value(f"texts/{name}", "")).splitlines()

    def set_texts(self, name: str, values: Sequence[str]) -> None:
        """Remember a list of texts without line breaks."""
        self._file.setValue(f"texts/{name}", "\n".join(values))

    def write(self) -> None:
        """Put everything on disk now."""
        self._file.sync()
