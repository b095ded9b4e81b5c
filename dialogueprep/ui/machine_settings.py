"""What belongs to this machine and not to a workspace: a small JSON file.

Theme, language, text size, idle minutes, the last workspace, and where splitters stand.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from dialogueprep import paths

_NAME = "settings.json"


@dataclass
class MachineSettings:
    """The settings; ``save`` writes them, an unwritable folder costs only the memory of them."""

    scheme: str = "system"
    language: str = "en"
    text_size: float = 1.0
    idle_minutes: int = 15
    last_workspace: str = ""
    papers_folder: str = ""
    open_dialogues: dict[str, str] = field(default_factory=dict)
    kept_places: list[str] = field(default_factory=list)
    positions: dict[str, list[int]] = field(default_factory=dict)
    window: list[int] = field(default_factory=list)
    folder: Path = field(default_factory=paths.settings)

    @classmethod
    def load(cls, folder: Path | None = None) -> MachineSettings:
        """Return the settings in a folder; what is missing or unreadable takes its default."""
        where = folder or paths.settings()
        settings = cls(folder=where)
        for name, value in _read(where / _NAME).items():
            default = getattr(settings, name, None)
            if name != "folder" and default is not None and _like(value, default):
                setattr(settings, name, value)
        return settings

    def save(self) -> None:
        """Write the settings."""
        kept = {f.name: asdict(self)[f.name] for f in fields(self) if f.name != "folder"}
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside = self.folder / f"{_NAME}.part"
            beside.write_text(json.dumps(kept, indent=1), encoding="utf-8")
            beside.replace(self.folder / _NAME)

    def keep_position(self, name: str, sizes: list[int]) -> None:
        """Keep where a splitter stands; written with the next ``save``."""
        self.positions[name] = list(sizes)


def _read(path: Path) -> dict[str, Any]:
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return read if isinstance(read, dict) else {}


def _like(value: object, default: object) -> bool:
    if isinstance(default, float):
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, type(default)) and not isinstance(value, bool)
