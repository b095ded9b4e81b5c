"""What the program says no to, and what goes wrong around it.

A ``Refused`` is a rule of the domain; a ``Trouble`` comes from the surroundings (a full
disk, a damaged file). Both carry a code and facts, never a sentence: `sentences.explain`
turns them into one. Anything else that is raised is a mistake in the program.
"""


class Explained(Exception):
    """A code and the facts that its sentence needs; facts are shown to the user."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class Refused(Explained):
    """A rule of the domain forbids this; nothing has been changed."""


class Trouble(Explained):
    """The surroundings failed; what was on disk before is still there."""

    rescued = False
    """Whether what could not be written waits in the emergency journal."""


class Cancelled(Exception):
    """The user asked a running piece of work to stop."""
