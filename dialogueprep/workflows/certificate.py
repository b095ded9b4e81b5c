"""The certificate of what was destroyed, in the words of the window, and as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from dialogueprep.domain.certificate import Certificate, Section
from dialogueprep.domain.destroying import Act, What
from dialogueprep.domain.texts import Language
from dialogueprep.store import purging
from dialogueprep.store.workspace import Store
from dialogueprep.words import language, later, ntr, sentences, tr

KINDS: Mapping[str, str] = {
    "notes": later("Notes"),
    "conflicts": later("Versions that waited to be decided on"),
    "finding_notes": later("Links from findings to notes"),
    "items": later("Agenda items"),
    "item_questions": later("Guiding questions"),
    "participations": later("Participants"),
    "persons": later("People in the directory"),
    "findings": later("Findings"),
    "proposals": later("Recommendations of the round"),
    "statements": later("Statements"),
    "follow_ups": later("Follow-ups"),
    "agenda_versions": later("Circulated agendas"),
    "drafts": later("Drafts of documents"),
    "circulations": later("Circulated drafts"),
    "decisions": later("Decisions on passages"),
    "releases": later("Entries in the register of releases"),
    "published": later("Entries on what is public"),
    "past_uses": later("Uses of library entries: name of the dialogue, day, minutes, outcome"),
    "texts": later("Texts in all languages"),
}
"""What the rows of a table are called; of others only the number is told."""
_OTHERS = "others"
_ALONG = frozenset({"dialogues", "series"})


def counts(found: Mapping[str, int]) -> tuple[tuple[str, str], ...]:
    """Return how many of what, in words; kinds without a name of their own stand together."""
    named = [(tr(words), str(found[table])) for table, words in KINDS.items() if found.get(table)]
    rest = sum(n for table, n in found.items() if table not in KINDS and table not in _ALONG)
    return (*named, (tr("Other entries"), str(rest))) if rest else tuple(named)


def certificate_of(store: Store, act: Act) -> Certificate:
    """Return the page about an act, as things stand now at the second place."""
    notes = act.target.what is What.NOTES
    return Certificate(
        title=tr("Certificate of destruction"),
        said=_said(act),
        sections=(
            Section(tr("Which"), tuple(_which(act))),
            Section(tr("Destroyed"), counts(act.destroyed) or ((tr("Notes"), "0"),)),
            Section(tr("Where it is gone"), tuple(_where(store, act))),
            Section(
                tr("Kept of the dialogue")
                if notes
                else tr("Kept in the library and in the directory"),
                counts(act.kept) or ((tr("Nothing"), "0"),),
            ),
        ),
        limits=_limits(act),
    )


def _limits(act: Act) -> str:
    said = tr(
        "This page cannot speak for copies that were made by hand, for kits that were handed "
        "to others, or for documents that were released or printed."
    )
    team = tr(
        "Nor can it speak for what others of the team took in before, or for older files that the "
        "program which keeps the shared folder in step has put aside."
    )
    people = tr(
        "Nor can it speak for what texts of other dialogues say of people who were removed, or for "
        "kits of other dialogues that they once were in."
    )
    of_people = people if act.target.people else ""
    return sentences((said, team if act.reached.team else "", of_people))


def check_line(it: Certificate) -> str:
    """Return the line at the foot, from which a changed page can be told."""
    return tr("Check of these words (SHA-256): {check}", check=it.check)


def save(store: Store, act: Act, target: Path) -> None:
    """Write the page as a PDF, read back before it takes its place. Raises Trouble."""
    from dialogueprep.exchange.certificate_sheet import write_certificate

    it = certificate_of(store, act)
    write_certificate(it, check_line(it), cast("Language", language()), target)


def file_name(act: Act) -> str:
    """Return a name for the file that does not tell what the dialogue is about."""
    return tr("certificate-{day}-{reference}", day=act.on.isoformat(), reference=act.id[:8])


def _said(act: Act) -> str:
    if act.target.what is What.NOTES:
        return tr(
            "The raw notes of a dialogue were destroyed. What the page says was counted where it "
            "was done; no word of the notes stands in it."
        )
    if act.name:
        return tr(
            "A whole dialogue was destroyed. What the page says was counted where it was done; "
            "besides its name, no word of the dialogue stands in it."
        )
    return tr(
        "A whole dialogue was destroyed. What the page says was counted where it was done; no word "
        "of the dialogue stands in it."
    )


def _which(act: Act) -> Iterator[tuple[str, str]]:
    yield tr("Dialogue"), act.name or tr("Not named here")
    yield tr("Reference of the dialogue"), act.target.dialogue[:8]
    yield tr("Reference of this act"), act.id[:8]
    yield tr("Day"), act.on.isoformat()
    yield tr("Program"), f"DialoguePrep {act.program}"


def _where(store: Store, act: Act) -> Iterator[tuple[str, str]]:
    it = act.reached
    yield tr("Workspace"), tr("Rows deleted and overwritten, the file written anew")
    yield tr("Search index"), tr("Not in it any more")
    yield tr("Undo"), tr("Emptied")
    yield (
        tr("Emergency journal"),
        tr("Not in it any more") if it.journal else tr("Not reached; tried again at each opening"),
    )
    yield tr("Copies on this computer"), _copies(act)
    yield tr("Copies at the second place"), _second(store, act)
    yield tr("Kits"), _kits(act)
    if it.team:
        left = tr("Not reached; tried again at each opening")
        gone = tr("This installation’s files deleted")
        yield tr("Shared folder"), left if it.shared_left else gone


def _copies(act: Act) -> str:
    it = act.reached
    done = ntr("{n} copy rewritten", "{n} copies rewritten", it.copies)
    if not it.missed:
        return done
    return tr("{done}; {missed}", done=done, missed=_not_reached(len(it.missed)))


def _not_reached(n: int) -> str:
    return ntr("{n} not reached, tried again at each opening",
               "{n} not reached, tried again at each opening", n)  # fmt: skip


def _second(store: Store, act: Act) -> str:
    if not act.reached.second:
        return tr("There was no second place")
    match purging.at_second(store, act):
        case purging.Second.OWED:
            return tr("Still to be done: the place was away. It is done when the place is back")
        case purging.Second.LEFT:
            return tr("Not reached: the place was given up before it was back")
        case _:
            return tr("Copies there rewritten")


def _kits(act: Act) -> str:
    it = act.reached
    said = [
        ntr("{n} deleted", "{n} deleted", it.kits_deleted),
        ntr("{n} not where it was put any more", "{n} not where they were put any more",
            it.kits_gone),
        ntr("{n} could not be deleted", "{n} could not be deleted", it.kits_left),
        _not_reached(it.kits_away),
    ]  # fmt: skip
    counted = (it.kits_deleted, it.kits_gone, it.kits_left, it.kits_away)
    told = [words for words, n in zip(said, counted, strict=True) if n]
    return "; ".join(told) or tr("None was made")
