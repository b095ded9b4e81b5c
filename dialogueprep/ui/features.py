"""Qt, imported without its search for modules that want other names of its methods."""

from __future__ import annotations

import sys
from importlib import import_module

_FEATURES, _SEARCH = "shibokensupport.feature", "_mod_uses_pyside"


def leave_out() -> None:
    """Let PySide6 no longer read the source of each module that is imported.

    It does so to see whether a module may switch to `snake_case` names (`from __feature__ import
    ...`). Nothing here does, and the search takes a fifteenth of the start. Where PySide6 is built
    in another way it goes on searching.
    """
    import_module("PySide6.QtCore")  # brings the search with it
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _SEARCH):
        setattr(features, _SEARCH, _wants_no_other_names)


def _wants_no_other_names(_module: object) -> bool:
    return False
