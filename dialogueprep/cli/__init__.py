"""The command line, and the choice between it and the window.

Exit status: 0 done; 1 a blocking exposure, or a refusal; 2 wrong usage, or trouble. The window
does not wait for what only commands need.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from io import TextIOWrapper
from typing import NoReturn

from dialogueprep.cli.opening import open_window
from dialogueprep.cli.status import DONE as DONE
from dialogueprep.cli.status import REFUSED as REFUSED
from dialogueprep.cli.status import TROUBLED as TROUBLED
from dialogueprep.domain.errors import Refused, Trouble
from dialogueprep.sentences import explain


def start() -> NoReturn:
    """Open the window when no command is given, else run the command; then exit."""
    sys.exit(run(sys.argv[1:]))


def main() -> NoReturn:
    """Be `dialogueprep`, the command of an installed wheel: as `start`."""
    start()


def window() -> NoReturn:
    """Be `dialogueprep-window`, the command of an installed wheel that opens the window."""
    sys.exit(open_window(None))


def run(arguments: Sequence[str]) -> int:
    """Run one command line, without the program's name, and return the exit status."""
    _speak_utf8()
    try:
        return _run(arguments) if arguments else open_window(None)
    except Refused as refusal:
        _say(explain(refusal))
        return REFUSED
    except Trouble as trouble:
        _say(explain(trouble))
    except Exception:
        import traceback

        _say("This is a mistake in the program, not in what you did:")
        traceback.print_exc()
    return TROUBLED


def _run(arguments: Sequence[str]) -> int:
    import click

    from dialogueprep.cli.commands import program

    try:
        return program.main(list(arguments), "dialogueprep", standalone_mode=False) or DONE
    except click.ClickException as error:
        error.show()
    except click.Abort:
        _say("Stopped.")
    return TROUBLED


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _speak_utf8() -> None:
    """Write UTF-8 whatever the console's own encoding is: names stand in four scripts."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
