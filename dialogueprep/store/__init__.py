"""The workspace on disk: the only package that speaks SQL."""

from dialogueprep.store import driver as driver  # registered before sqlite_utils looks for one
