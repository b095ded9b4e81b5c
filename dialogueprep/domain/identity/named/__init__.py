"""Finds who is named, and judges whether a word that may be a name stands for a person."""
