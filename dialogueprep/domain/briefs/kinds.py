"""Which documents there are, and whom they are for."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Whom a document is for; fixed by its product."""

    ORGANISERS = "organisers"
    PARTICIPANTS = "participants"
    OBSERVERS = "observers"
    CHAIR = "chair"
    PUBLIC = "public"


class Product(StrEnum):
    """The documents that the program makes; the value names the file."""

    PROGRAMME = "programme"
    CONCEPT_NOTE = "concept-note"
    PARTICIPANT_LIST = "participant-list"
    BRIEFING_PACK = "briefing-pack"
    MEETING_BRIEF = "meeting-brief"
    KEY_FINDINGS = "key-findings"
    CHAIRS_SUMMARY = "chairs-summary"
    PRESS_LINE = "press-line"
    DEBRIEF_MEMO = "debrief-memo"
    RUN_SHEET = "run-sheet"
    SECRETARIAT_RECORD = "secretariat-record"
