"""Where things are: what is shipped with the program, and where a user's work is kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def _shipped(folder: str) -> Path:
    """Return a shipped folder, in an installed wheel or in a checkout."""
    installed = _PACKAGE / "_shipped" / folder
    return installed if installed.is_dir() else _PACKAGE.parent / folder


def resources() -> Path:
    """The folder of icons, themes, fonts, catalogues and the Word base document."""
    return _shipped("resources")


def data() -> Path:
    """The folder of the seed library, the lexicon, the sample and the agenda templates."""
    return _shipped("data")


def workspaces() -> Path:
    """The folder in which workspaces are kept unless the user chooses another."""
    return Path(platformdirs.user_data_dir("DialoguePrep", appauthor=False))


def settings() -> Path:
    """The folder of this machine's settings: theme, language, text size."""
    return Path(platformdirs.user_config_dir("DialoguePrep", appauthor=False))


def log() -> Path:
    """The folder of the log, which holds no content of any workspace."""
    return Path(platformdirs.user_log_dir("DialoguePrep", appauthor=False))


def rescue() -> Path:
    """The folder of the emergency journals, for what cannot be written to its workspace."""
    return Path(platformdirs.user_state_dir("DialoguePrep", appauthor=False)) / "rescue"
