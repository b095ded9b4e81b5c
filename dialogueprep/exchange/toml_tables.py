"""Shipped data files in TOML: opened, and their tables turned into values of the domain."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.texts import LANGUAGES, Texts

Table = Mapping[str, Any]
Value = TypeVar("Value")


@contextmanager
def reading(path: Path, code: str = "sample-file-unreadable") -> Generator[Table]:
    """Open a data file and give its content; what is wrong with it becomes a Trouble.

    Raises Trouble(code, file, reason), also for what the block that uses the content finds
    wrong: a missing key, a wrong word, a name that leads nowhere.
    """
    try:
        yield tomllib.loads(path.read_text(encoding="utf-8"))
    except KeyError as error:
        raise Trouble(code, file=path.name, reason=f"{error.args[0]} is missing") from error
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise Trouble(code, file=path.name, reason=str(error)) from error


def texts(table: Table) -> Texts:
    """Return the wordings that stand in a table under their languages, the first as original."""
    return Texts.of({k: v.strip() for k, v in table.items() if k in LANGUAGES})


def texts_of(table: Table, field: str) -> Texts:
    """Return the texts of a field; none if the table has no such field."""
    return texts(table.get(field, {}))


def maybe(kind: Callable[[str], Value], word: str | None) -> Value | None:
    """Return the value of a closed list for its word; None for no word."""
    return None if word is None else kind(word)


def minutes_of(clock: str | None) -> int | None:
    """Return a time of day as minutes after midnight: "12:30" is 750; None for no time."""
    if clock is None:
        return None
    hours, colon, minutes = clock.partition(":")
    if not (colon and hours.isdecimal() and minutes.isdecimal()):
        raise ValueError(f"{clock!r} is not a time of day like '12:30'")
    return int(hours) * 60 + int(minutes)
