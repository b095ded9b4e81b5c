"""Qt is imported without reading the source of every module that follows."""

from __future__ import annotations

import subprocess
import sys

READS_SOURCES = """
import sys
from dialogueprep.ui import features
features.leave_out()
import inspect
def told(module):
    sys.exit(f"the source of {module} was read")
inspect.getsource = told
from PySide6.QtWidgets import QWidget
import dialogueprep.ui.painting
assert QWidget.setVisible
"""


def test_no_source_is_read_when_modules_follow_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", READS_SOURCES], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
