"""Finds titles, positions and roles at the meeting that stand without a name."""
