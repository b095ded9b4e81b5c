"""A Japanese name in Latin letters, proposed from its reading in kana.

Hepburn as in passports (Passport Act, Enforcement Regulations, Appendix): long vowels are written
short (Sato, Ono, Yuji). Vowels that only meet are both written: Inoue, Matsuura, Hirooka; where
they meet is told by the kana as far as kana tell it, so that a proposal is looked at by a person.
An n stays n before b, m and p, as in everything else that this program spells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import is_kana
from dialogueprep.domain.identity.spellings.readings import kana_spellings
from dialogueprep.domain.name_sorting import is_han
from dialogueprep.domain.people import Name, NameOrder

_OF_ELSEWHERE = "ゔ"
_MEETING = re.compile(
    "(?=うえ)|(?<=[のおつ])(?=うち)|(?=う[らみ]$)|(?<=[つむぬるぶぐ])(?=う)"
    "|(?<=[そのもろごぞどぼぽ])(?=お)|(?<=.[おとこほよ])(?=お)"
)
"""Between two vowels that are no long one: いのうえ is いの and うえ, ひろおか is ひろ and おか."""


def hepburn(kana: str, lexicon: Lexicon) -> str:
    """Return a family name or a given name in Latin letters.

    Nothing for what is no kana, or a sound of elsewhere: of ヴァン kana do not tell the spelling.
    """
    folded = lexicon.fold.plain(kana)
    parts = [part for part in _MEETING.split(folded) if part]
    if not parts or _OF_ELSEWHERE in folded or not all(map(is_kana, folded)):
        return ""
    return "".join(kana_spellings(part, lexicon.readings)[0] for part in parts).capitalize()


def proposed_latin(name: Name, lexicon: Lexicon) -> Name:
    """Return a name in characters only with the spelling that its reading gives.

    As it is where it has one already, or where the reading does not tell family and given name.
    """
    family, space, given = name.reading.replace("\u3000", " ").strip().partition(" ")
    written = name.latin.replace(" ", "")
    if not space or not name.native or not (is_han(written) or all(map(is_kana, written))):
        return name
    latin = hepburn(family, lexicon), hepburn(given.replace(" ", ""), lexicon)
    if not all(latin):
        return name
    return replace(name, family=latin[0], given=latin[1], order=NameOrder.FAMILY_FIRST)
