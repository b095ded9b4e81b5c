"""Tells a Korean surname before a title from the word that it is too: 전 박사, 이 교수."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.people import Participation

_OPENS_A_CLAUSE = (". ", ", ", ": ", "- ", "? ", "! ", "\n")
_NEVER_FORMER = ("박사", "씨")
_GOES_ON_AS_ONE = re.compile(r"(?:[은는이가도의]|께서|에게|한테|께)(?![가-힣])| ?[:,]|$|\n")


def is_no_former(title: str, hit: Hit, who: Participation, folded: Folded) -> bool:
    """Return whether 전 before a title is the surname: a doctor is no former one.

    So it is before one's own title at the head of a clause, where no body is named before.
    """
    title = title.strip()
    behind = folded.text.find(title, hit.end) + len(title)
    if not _GOES_ON_AS_ONE.match(folded.text, behind):
        return False
    before = folded.text[max(0, hit.start - 2) : hit.start]
    opens = not hit.start or before.endswith(_OPENS_A_CLAUSE)
    own = bool(title) and who.person.name.honorific.endswith(title.removesuffix("님"))
    return title.removesuffix("님") in _NEVER_FORMER or (own and opens)


def spoken_of_before(title: str, hit: Hit, folded: Folded) -> bool:
    """Return whether a title was written before, so that "this professor" points back."""
    return title.strip() in folded.text[max(0, hit.start - 300) : hit.start]
