"""The spellings of a name: by script, by habit, by neighbours and by ear, and their search."""
