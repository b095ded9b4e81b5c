"""Reads who is told by land, field, calling, past or turn, and judges if one person is meant."""
