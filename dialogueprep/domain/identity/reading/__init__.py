"""Reads text before anything is looked for: folding, lines, words, where to try a pattern."""
