"""What the program remembers between runs, in its own settings file."""

from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

_MOST_RECENT = 10


class Settings:
    """Recent files, the last file, layout and zoom."""

    def __init__(self, path: Path | None = None) -> None:
        chosen = path or platformdirs.user_config_path("roundtable-planner") / "settings.ini"
        self._store = QSettings(str(chosen), QSettings.Format.IniFormat)

    def recent_files(self) -> tuple[Path, ...]:
        """Newest first."""
        return tuple(Path(text) for text in self._texts("files/recent"))

    def add_recent(self, path: Path) -> None:
        """Put a file first among the recent ones, and make it the last file."""
        newest = str(path.resolve())
        others = [text for text in self._texts("files/recent") if text != newest]
        self._store.setValue("files/recent", [newest, *others][:_MOST_RECENT])
        self._store.setValue("files/last", newest)

    def last_file(self) -> Path | None:
        """The file that was open when the program was last used, if it is still there."""
        text = str(self._store.value("files/last", ""))
        return Path(text) if text and Path(text).is_file() else None

    def forget_last_file(self) -> None:
        self._store.remove("files/last")

    def layout(self, name: str) -> QByteArray:
        value = self._store.value(f"layout/{name}", QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"layout/{name}", state)

    def zoom(self) -> float:
        """Pixels a minute; 0 to fit."""
        try:
            return float(str(self._store.value("timetable/zoom", "0")))
        except ValueError:
            return 0.0

    def keep_zoom(self, px_per_minute: float) -> None:
        self._store.setValue("timetable/zoom", str(px_per_minute))

    def heat(self) -> bool:
        """Whether the timetable is tinted by hardship."""
        return str(self._store.value("timetable/heat", "")) == "on"

    def keep_heat(self, on: bool) -> None:
        self._store.setValue("timetable/heat", "on" if on else "off")

    def own_name(self) -> str:
        """Whose name stands under what the person accepts."""
        return str(self._store.value("person/name", ""))

    def keep_own_name(self, name: str) -> None:
        self._store.setValue("person/name", name)

    def word_template(self) -> Path | None:
        """The organization's own Word template, whether it is still there or not; None for the program's."""
        text = str(self._store.value("papers/word-template", ""))
        return Path(text) if text else None

    def keep_word_template(self, path: Path | None) -> None:
        self._store.setValue("papers/word-template", "" if path is None else str(path))

    def _texts(self, key: str) -> list[str]:
        value = self._store.value(key, [])
        if isinstance(value, str):
            return [value]
        return [str(item) for item in value] if isinstance(value, list) else []
