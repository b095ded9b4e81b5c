"""What the rapporteur asks of a finding before it leaves: judgements that no search can make."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.notes import Finding, FindingId, Note


class ReleaseQuestion(StrEnum):
    """The questions, in the order in which they are asked."""

    ONE_SOURCE = "one source"
    OWN_PHRASE = "own phrase"
    ACCEPTED = "accepted"
    PUBLIC = "public"

    @property
    def is_open_ended(self) -> bool:
        """Whether it is answered in words; the others with yes or no."""
        return self is ReleaseQuestion.PUBLIC


YES, NO = "yes", "no"
Answers = Mapping[ReleaseQuestion, str]
_GOOD = {
    ReleaseQuestion.ONE_SOURCE: NO,
    ReleaseQuestion.OWN_PHRASE: NO,
    ReleaseQuestion.ACCEPTED: YES,
}


def are_asked(behind: Sequence[Note]) -> bool:
    """Return whether a finding that rests on these notes needs answers.

    Only one that rests wholly on what was said on the record needs none.
    """
    return not behind or any(note.terms is not Terms.ON_RECORD for note in behind)


def left_open(answers: Answers) -> tuple[ReleaseQuestion, ...]:
    """Return the questions without an answer."""
    return tuple(each for each in ReleaseQuestion if not answers.get(each))


def doubts(answers: Answers) -> tuple[ReleaseQuestion, ...]:
    """Return the questions whose answer says that the wording is not ready to leave."""
    return tuple(q for q, good in _GOOD.items() if answers.get(q) and answers[q] != good)


def unsettled(
    findings: Iterable[Finding],
    notes: Iterable[Note],
    answers: Mapping[FindingId, Answers],
    rested: Collection[FindingId] = (),
) -> tuple[FindingId, ...]:
    """Return the findings with a question that is open, or whose answers advise against it.

    Those that ``rested`` on notes that were destroyed are asked whatever they rest on now.
    """
    known = {note.id: note for note in notes}

    def asks(finding: Finding) -> bool:
        given = answers.get(finding.id, {})
        behind = [known[n] for n in finding.notes if n in known]
        asked = finding.id in rested or are_asked(behind)
        return asked and bool(left_open(given) or doubts(given))

    return tuple(finding.id for finding in findings if asks(finding))
