"""What a preview of destroying says, row by row."""

from __future__ import annotations

from dialogueprep.domain.destroying import What
from dialogueprep.store.alone import Alone
from dialogueprep.store.purging import Preview
from dialogueprep.words import listed, ntr, sentences, tr

Rows = tuple[tuple[str, str], ...]


def reach(found: Preview, what: What) -> Rows:
    """Return where an act would reach, and how."""
    return (
        (tr("This workspace"), tr("Rows overwritten, the file written anew, out of the index")),
        (tr("Undo"), _undo(found.undo)),
        (
            tr("Copies on this computer"),
            ntr("{n} copy rewritten", "{n} copies rewritten", found.copies),
        ),
        (tr("Copies at the second place"), _second(found.copies_at_second)),
        (tr("Kits"), _kits(found)),
        *(((tr("Shared folder"), _shared()),) if found.in_team else ()),
    )


def along(n: int) -> str:
    """Return what the choice is called by which people go too."""
    return ntr(
        "Remove also {n} person who is in no other dialogue",
        "Remove also {n} people who are in no other dialogue",
        n,
    )


def says_of_going() -> str:
    """Return what that choice does."""
    return tr(
        "They go from the directory with contacts, remarks and other spellings, as thoroughly as "
        "the dialogue. In older copies they go from other dialogues too. This cannot be undone."
    )


def says_of_staying(found: Alone) -> str:
    """Return how many people of the dialogue stay in any case, and why."""
    if not found.staying:
        return tr("Nobody takes part in this dialogue.")
    return ntr(
        "{n} person stays: in another dialogue, or referred to elsewhere",
        "{n} people stay: in another dialogue, or referred to elsewhere",
        found.staying,
    )


def stays(what: What, *, people: bool = True) -> str:
    """Return in a sentence what stays, and what this cannot reach; ``people``: all of them do."""
    kept = (
        tr("Agenda, participants, findings and the register of releases stay. Of the notes behind "
           "a finding it keeps how many there were, at which item and under which terms.")
        if what is What.NOTES
        else tr("The library keeps what came home from this dialogue, with its name as the "
                "source, and on which days its entries were used.")
    )  # fmt: skip
    all_people = tr("People stay in the directory.")
    beyond = tr(
        "Copies made by hand, kits that others have and documents that were released are beyond "
        "reach."
    )
    named = tr("What texts of other dialogues say of people stays.")
    of_people = all_people if people else named
    return sentences(("" if what is What.NOTES else of_people, kept, beyond))


def _undo(depth: int) -> str:
    if not depth:
        return tr("There is nothing to undo")
    return ntr(
        "Emptied: {n} step can no longer be undone",
        "Emptied: {n} steps can no longer be undone",
        depth,
    )


def _second(copies: int | None) -> str:
    if copies is None:
        return tr("No second place")
    if copies < 0:
        return tr("Not here now; it is done when the place is back")
    return ntr("{n} copy rewritten", "{n} copies rewritten", copies)


def _kits(found: Preview) -> str:
    if not found.kits:
        return tr("None holds it")
    there = [kit.path.name for kit in found.kits if kit.lies_there]
    away = sum(not kit.lies_there and kit.is_away for kit in found.kits)
    gone = len(found.kits) - len(there) - away
    lost = ntr("{n} is not where it was put", "{n} are not where they were put", gone)
    deleted = tr("Deleted: {names}", names=listed(there))
    waits = ntr("{n} not reached, tried again at each opening",
                "{n} not reached, tried again at each opening", away)  # fmt: skip
    told = ((deleted, there), (lost, gone), (waits, away))
    return "; ".join(words for words, any_such in told if any_such)


def _shared() -> str:
    return tr("The team on a folder is left; this computer’s files there are deleted")
