"""Sentences that documents generate from the data: the Rule, sessions, circulation.

What they say is true of the data, or they are left out.
"""

from __future__ import annotations

from dialogueprep.domain.briefs.blocks import Audience, Line, Stress, stressed
from dialogueprep.domain.briefs.language_forms import day, during, number, round_number, sentences
from dialogueprep.domain.briefs.material import Material, Version, sessions
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.briefs.presence import capacity
from dialogueprep.domain.dialogue import Terms
from dialogueprep.words import later


def under_rule(material: Material) -> bool:
    """Return whether any part of the meeting is held under the Rule or stricter terms.

    So is a meeting whose agenda is not made yet: nobody has said that it is on the record.
    """
    return not material.spoken or any(
        i.terms_in_force is not Terms.ON_RECORD for i in material.spoken
    )


def partly_on_record(material: Material) -> bool:
    """Return whether some parts of a meeting under the Rule are on the record."""
    return under_rule(material) and any(i.terms is Terms.ON_RECORD for i in material.spoken)


def rule_lines(material: Material, pen: Pen, *, held: bool) -> tuple[Line, ...]:
    """Return the notice of the Rule: the official sentence in English, elsewhere a description.

    The English wording is the one last refined in 2002; no translation of it is official.
    ``held`` puts what was on the record in the past, for a meeting that is over.
    """
    if not under_rule(material):
        return (pen.say(_WAS_OPEN if held else _IS_OPEN),)
    lead = stressed(pen.say("Chatham House Rule."), Stress.STRONG)
    # Translators: describe the Rule in your own words and say that it is no official text.
    rule = pen.say(
        "When a meeting, or part thereof, is held under the Chatham House Rule, participants are "
        "free to use the information received, but neither the identity nor the affiliation of "
        "the speaker(s), nor that of any other participant, may be revealed."
    )
    notice = sentences([lead, rule], pen.language)
    if not partly_on_record(material):
        return (notice,)
    return (notice, pen.say(_PARTS_WERE if held else _PARTS_ARE))


_WAS_OPEN = later("This meeting was on the record.")
_IS_OPEN = later("This meeting is on the record.")
_PARTS_WERE = later("Parts of this meeting were on the record.")
_PARTS_ARE = later("Parts of this meeting are on the record.")


def capacity_and_authorship(material: Material, pen: Pen) -> Line:
    """Return in which capacity people took part, and whose reading the brief is."""
    authorship = pen.say(
        "This brief is the rapporteur’s reading. It was not agreed by the participants, the "
        "hosts or their funders."
    )
    return sentences([capacity(material, pen, held=True), authorship], pen.language)


def classification(material: Material, audience: Audience, pen: Pen) -> Line:
    """Return the line at the top left of each page: for whom, and under which rule."""
    rule = under_rule(material)
    if audience is Audience.PUBLIC:
        return pen.say("Public. Chatham House Rule") if rule else pen.say("Public. On the record")
    if audience is Audience.ORGANISERS:
        return pen.say("For organisers only")
    under, open_ = _READERS.get(audience, _READERS[Audience.PARTICIPANTS])
    return pen.say(under if rule else open_)


_READERS = {
    Audience.PARTICIPANTS: (
        later("For participants. Chatham House Rule"),
        later("For participants. On the record"),
    ),
    Audience.OBSERVERS: (
        later("For observers. Chatham House Rule"),
        later("For observers. On the record"),
    ),
    Audience.CHAIR: (
        later("For the chair. Chatham House Rule"),
        later("For the chair. On the record"),
    ),
}
"""Who reads a document, under the Rule and on the record."""


def circulation(audience: Audience, pen: Pen) -> Line:
    """Return who may have the document, and what may be done with it."""
    if audience is Audience.PUBLIC:
        return pen.say("May be circulated and quoted as a document.")
    if audience is Audience.ORGANISERS:
        return pen.say("Organisers only.")
    if audience is Audience.OBSERVERS:
        return pen.say("Observers only. Do not cite, quote or hand on.")
    if audience is Audience.CHAIR:
        return pen.say("For the chair’s own use. Not to be handed out.")
    return pen.say("Participants only. Do not cite or quote before release.")


def version(stamp: Version | None, pen: Pen) -> Line:
    """Return the line at the top right of each page: "Draft 3 of ..., replaces draft 2"."""
    if stamp is None:
        return ()
    facts: dict[str, str | int] = {
        "number": stamp.number,
        "date": day(stamp.on, pen.language),
        "old": stamp.replaces or 0,
    }
    if stamp.final:
        words = _FINAL
    elif stamp.until is not None:
        facts["until"] = day(stamp.until, pen.language)
        words = _FOR_COMMENT
    elif not stamp.number:
        words = _AFTER if stamp.replaces else _DRAFT
    elif stamp.draft:
        words = _NEXT_DRAFT if stamp.replaces else _FIRST_DRAFT
    else:
        words = _NEXT_VERSION if stamp.replaces else _FIRST_VERSION
    return pen.say(words, **facts)


_DRAFT = later("Draft of {date}")
_AFTER = later("Draft of {date}, after version {old}")
_FIRST_DRAFT = later("Draft {number} of {date}")
_NEXT_DRAFT = later("Draft {number} of {date}, replaces draft {old}")
_FOR_COMMENT = later("Draft {number} of {date}, for comment until {until}")
_FINAL = later("Final version of {date}")
_FIRST_VERSION = later("Version {number} of {date}")
_NEXT_VERSION = later("Version {number} of {date}, replaces version {old}")


def occasion(material: Material, pen: Pen, *, held: bool) -> Line:
    """Return the line of round, series, place and dates; ``held`` when the meeting is over."""
    dialogue = material.dialogue
    when = capitalised(_when_and_where(material, pen, held=held))
    if material.series is None or dialogue.round is None:
        return when
    return pen.say(
        "Round {round} of the {series}, {occasion}",
        round=round_number(dialogue.round, pen.language),
        series=pen.write(material.series.names),
        occasion=_when_and_where(material, pen, held=held),
    )


def _when_and_where(material: Material, pen: Pen, *, held: bool) -> Line:
    dialogue = material.dialogue
    place, when = pen.write(dialogue.place), pen.text(dates(material, pen))
    if not place:
        return pen.say("held {when}", when=when) if held else when
    if held:
        return pen.say("held in {place} {when}", place=place, when=when)
    return pen.say("in {place} {when}", place=place, when=when)


def dates(material: Material, pen: Pen) -> str:
    """Return the days of the meeting as they stand inside a sentence."""
    return during(material.dialogue.first_day, material.dialogue.last_day, pen.language)


def session_count(material: Material, pen: Pen) -> Line:
    """Return "Six sessions in two days, one of them in parallel groups", or nothing."""
    groups = sessions(material.timed)
    if not groups:
        return ()
    days = len({group[0].day for group in groups})
    parallel = sum(len(group) > 1 for group in groups)
    return capitalised(_with_parallel(_sessions_in_days(len(groups), days, pen), parallel, pen))


def _sessions_in_days(count: int, days: int, pen: Pen) -> Line:
    sessions_ = pen.say("one session")
    if count > 1:
        sessions_ = pen.say("{count} sessions", count=number(count, pen.language))
    if days == 1:
        return pen.say("{sessions} in one day", sessions=sessions_)
    return pen.say("{sessions} in {days} days", sessions=sessions_, days=number(days, pen.language))


def _with_parallel(line: Line, parallel: int, pen: Pen) -> Line:
    if not parallel:
        return line
    if parallel == 1:
        return pen.say("{sessions}, one of them in parallel groups", sessions=line)
    count = number(parallel, pen.language)
    return pen.say("{sessions}, {count} of them in parallel groups", sessions=line, count=count)
