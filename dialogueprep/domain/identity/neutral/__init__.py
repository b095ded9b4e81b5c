"""Puts neutral words in the place of what identifies."""
