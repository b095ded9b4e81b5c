"""Finds participants' institutions, and judges whether they stand as the source of a view."""
