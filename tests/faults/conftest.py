"""What is cut off uses what the tests of the store and of old workspaces have made."""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
sys.path += [str(TESTS / name) for name in ("store", "workspaces")]
