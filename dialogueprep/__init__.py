"""Offline preparation, notes and documents for Track 1.5 and Track 2 dialogues."""

__version__ = "0.1.0"
