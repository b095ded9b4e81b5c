"""Qt, imported without its search for modules that want other names of its methods."""

from __future__ import annotations

import sys

from PySide6 import QtCore as QtCore  # brings the search with it

_FEATURES, _SEARCH = "shibokensupport.feature", "_mod_uses_pyside"


def leave_out() -> None:
    """Let PySide6 no longer read the source of each module that is imported.

    It does so to see whether a module may switch to `snake_case` names (`from __feature__ import
    ...`). Nothing here does, and the search takes a fifteenth of the start. Where PySide6 is built
    in another way it goes on searching.
    """
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _SEARCH):
        setattr(features, _SEARCH, _wants_no_other_names)


def _wants_no_other_names(_module: object) -> bool:
    return False
