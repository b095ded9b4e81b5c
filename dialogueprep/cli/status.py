"""What a command tells the shell."""

DONE, REFUSED, TROUBLED = 0, 1, 2
"""Done; a blocking exposure, or a refusal; wrong usage, or trouble."""
