"""Makes a roster of names alone, as a secretariat has them before anything else is known."""

from collections.abc import Iterable

from dialogueprep.domain.gate import Roster
from dialogueprep.domain.people import (
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon


def roster_of_names(names: Iterable[tuple[Name, str]]) -> Roster:
    """Return a roster of names with their territories; who is who is numbered from "1"."""
    people = tuple(
        Participation(
            id=ParticipationId(str(n)),
            person=Person(id=PersonId(str(n)), name=name),
            delegation=code,
            territory=code,
        )
        for n, (name, code) in enumerate(names, 1)
    )
    return Roster(participations=people, lexicon=read_lexicon())
