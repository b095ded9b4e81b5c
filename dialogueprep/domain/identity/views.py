"""Tells that somebody holds a view: who does is no bank of a river and no text."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("identity", "views")

# Somebody objects, asks or doubts, in folded Chinese, Japanese or Korean, or is put before a colon.
VIEW = re.compile(f"{_LISTS['anywhere']}|[:→]")
