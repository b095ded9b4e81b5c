"""Participants' initials where they stand for a person: "JN argued", "(JN)", "JN: we agree"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.people import Participation
from dialogueprep.words import later

_LISTS = word_lists("named", "initials")

BY_INITIALS = later("These may be a participant’s initials.")

_CAPITALS = as_written(
    r"([A-Z](?<![A-Za-z0-9À-ɏ].)"
    r"(?:\.?-?(?:(?<=\.) ?(?:[a-z]{1,3}\. ?){1,2})?|v[adnot]?[den]?|d[aeiou]?|\. )"
    r"[A-Z]\.?-?[A-Z]?\.?)(?![A-Za-z0-9À-ɏ])"
)
_TITLES = ("Mr", "Ms", "Mrs", "Mme", "Dr", "Prof", "Professor", "Sir", "Amb", "Ambassador", "Pak",
    "Ibu", "Khun", "Senator")  # fmt: skip
_LETTER = r"\.? ([A-WYZ])(?:\.(?! [A-Z])|(?=[ ,;:'’)]))(?![\w.-])"
_TITLED = as_written(f"(?:{'|'.join(_TITLES)}){_LETTER}")
_HEAD = re.compile(r" ?[:：]|(?: ?[–—]| -) ")
# What is behind initials in eastern notes: T.K.、予備ケーブル, T.K.さん, T.K. 박사.
_HEAD_EAST = re.compile("$|[、，,]? ?[ぁ-ヺ一-龠](?<![のをへやな])|[은는이가도]? [가-힣]")
_ADDRESSED = re.compile("[ ]?(?:さん|氏(?!名)|先生|教授|博士|女士|씨|님|교수|박사|소장|대표|국장)")
_DOES = re.compile(  # R.T. does the first draft, Q.B. second
    f" (?:{_LISTS['does']})(?![a-z])"
)
_TASKED = re.compile(  # H.K. to send slides, at the head of a line
    f" (?:to|will|shall) (?:{_LISTS['tasked']})(?![a-z])"
)
_OWNS_VIEW = re.compile("['’]s? ")
_ACTION = re.compile(
    rf"(?:^|\n)[^\w\n]*(?:{_LISTS['action']})(?: [0-9]+)?: ?"
    r"(?:[^\s,:]{1,12}(?:, | and | & |/)){0,4}$",
    re.IGNORECASE,
)
# Who wrote, took or corrected something: signed F.O.L., minutes by L.R., 署名F.O.L.
_SIGNED = as_written(
    f"(?:(?:^|[ (])(?:(?:signed|initial(?:l)?ed|(?:{_LISTS['signed']}) by|"
    f"(?:{_LISTS['signed_things']}) (?:[a-z]+ ){{0,4}}(?:by|from|of))|"
    "(?:agreed|regards|thanks|yours),)|署名[:：]?|签名[:：]?|簽名[:：]?|서명[:：]?) ?"
    r"(?:[A-Z][\w.]{1,6} (?:and|&) )?$",
    re.IGNORECASE,
)
_MORE = as_written(r"(?:,|/| and| &) ?[A-Z]|[ ]to [a-z]|[ ]?(?:$|[.;(])")
# Two letters that head a remark and are nobody's: NB, PS.
_USUAL = frozenset(_LISTS.words("usual_letters"))
_ONLY_INITIALS = as_written(r"(?:[A-Z]\. ?){2,3}|[A-Z]{2,3}")  # T.K. Rao, called T.K.
_WORD = re.compile(r"[^\W\d_]+")


class InitialsSearch:
    """The initials of a roster's people."""

    def __init__(self, participations: tuple[Participation, ...], lexicon: Lexicon) -> None:
        self._people = participations
        self._lexicon = lexicon
        self._cues = cues_of(lexicon)

    def find(self, folded: Folded) -> list[Found]:
        """Return initials that speak, or stand alone in brackets or at the head of a remark."""
        found = [*self._titled(folded)]
        for hit in _CAPITALS.finditer(folded.original):
            letters = re.sub("[^A-Z]", "", hit.group(1))
            written = re.sub("[^A-Za-z]", "", hit.group(1))
            people = self._known.get(written if written in self._particled else letters)
            people = people or (self._stopped.get(letters) if hit.group(1)[-1] == "." else None)
            if written != letters and "." not in hit.group(1) and written not in self._particled:
                continue
            level = self._level(folded.original, hit, letters) if people else None
            if people and level:
                found.append(self._found(folded, hit.span(1), people, level))
        return found

    def _titled(self, folded: Folded) -> Iterator[Found]:
        """Yield a title with one letter for a name: Dr B., Sir P."""
        text = folded.original
        for hit in _TITLED.finditer(text):
            who = self._letters.get(hit[1])
            if who and not text[max(0, hit.start() - 1) : hit.start()].isalnum():
                yield self._found(folded, (hit.start(), hit.end(1)), who, Level.BLOCK)

    @cached_property
    def _letters(self) -> dict[str, tuple[int, ...]]:
        """Whose family or given name begins with a letter."""
        found: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(self._people):
            name = participation.person.name
            for letter in {self._lexicon.fold.plain(w)[:1] for w in (name.family, name.given)}:
                found[letter.upper()] = (*found.get(letter.upper(), ()), who)
        return found

    def _level(self, text: str, hit: re.Match[str], letters: str) -> Level | None:
        """Return how surely initials stand for somebody: at the head of a line, or speaking."""
        start, end = hit.span(1)
        before, after = text[max(0, start - 2) : start], text[end : end + 60]
        if before[-1:] in ("(", "[", "（") and after[:1] in (")", "]", "）"):
            return Level.WARN
        opens = not before.strip() or before.endswith(("\n", ". ", "; ")) or before in ("- ", "• ")
        tasked = hit.group(1).count(".") > 1 and _TASKED.match(after)
        if opens and (tasked or _HEAD.match(after)):
            return Level.WARN if letters in _USUAL else Level.BLOCK
        stopped = hit.group(1).count(".") > 1 and letters not in _USUAL
        if stopped and ((opens and _HEAD_EAST.match(after)) or _ADDRESSED.match(after)):
            return Level.BLOCK
        line = text[max(0, start - 60) : start]
        if _ACTION.search(line) and _MORE.match(after) and letters not in _USUAL:
            return Level.BLOCK
        if _SIGNED.search(line):
            sure = "." in hit.group(1) or not hit.group(1).isupper() or len(letters) > 2
            return Level.BLOCK if sure and letters not in _USUAL else Level.WARN
        return self._speaking(hit.group(1), after.lower())

    def _speaking(self, written: str, after: str) -> Level | None:
        """Return how surely initials speak; with full stops they are hardly an institution's."""
        stopped = written.endswith(".") and written.count(".") > 1
        if self._cues.surely_saying.match(after):
            return Level.BLOCK if stopped else Level.WARN
        room = self._cues.lexicon.room
        if stopped and room.past.match(after, 1):
            return Level.BLOCK
        if stopped and written.count(".") == len(re.sub("[^A-Z]", "", written)):
            does = Level.BLOCK if len(re.sub("[^A-Z]", "", written)) > 2 else Level.WARN
            return does if _DOES.match(after) else None
        owned = _OWNS_VIEW.match(after)
        return Level.WARN if owned and room.view["en"].match(after, owned.end()) else None

    @cached_property
    def _known(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(self._people):
            for letters in _initials_of(participation, self._lexicon):
                if letters not in self._ordinary:
                    found[letters] = (*found.get(letters, ()), who)
            if letters := _with_particles(participation, self._lexicon):
                found[letters] = (*found.get(letters, ()), who)
        return found

    @cached_property
    def _stopped(self) -> dict[str, tuple[int, ...]]:
        """Whose initials are letters of a place from which nobody is, known with full stops."""
        here = {c for p in self._people for c in (p.territory, p.delegation) if c}
        places = {w for t in self._lexicon.territories.values() for w in t.words["en"]}
        found: dict[str, tuple[int, ...]] = {}
        for who, participation in enumerate(self._people):
            for letters in _initials_of(participation, self._lexicon):
                dotted = ".".join(letters) + "."
                if letters in places and letters not in here and dotted not in places:
                    found[letters] = (*found.get(letters, ()), who)
        return found

    @cached_property
    def _particled(self) -> frozenset[str]:
        """Initials with the small letters of particles among them: MvdP."""
        return frozenset(letters for letters in self._known if not letters.isupper())

    @cached_property
    def _ordinary(self) -> frozenset[str]:
        """Abbreviations of things that everybody speaks of, and of places where people are from."""
        places = (w.replace(".", "") for t in self._lexicon.territories.values()
                  for w in t.words["en"])  # fmt: skip
        here = (c for p in self._people for c in (p.territory, p.delegation) if c)
        codes = (*here, *(w for w in places if w.isupper()))
        return self._lexicon.institutions.common_acronyms | frozenset(codes)

    @staticmethod
    def _found(
        folded: Folded, span: tuple[int, int], people: tuple[int, ...], level: Level
    ) -> Found:
        start, end = (bisect_left(folded.starts, at) for at in span)
        return Found(
            start=start,
            end=end,
            level=level,
            kind=ExposureKind.NAME,
            why=BY_INITIALS,
            who=people,
        )


def _initials_of(who: Participation, lexicon: Lexicon) -> frozenset[str]:
    name = who.person.name
    given = [w[0] for w in _WORD.findall(lexicon.fold.plain(name.given))]
    family = [w[0] for w in _WORD.findall(lexicon.fold.plain(name.family))]
    if not given or not family:
        return frozenset()
    if _ONLY_INITIALS.fullmatch(name.given):
        return frozenset({"".join(given).upper(), "".join((*given, *family))[:3].upper()})
    makers = ([given[0], family[-1]], [family[0], given[0]], [*given, *family], [*family, *given])
    made = ("".join(m).upper() for m in makers)
    return frozenset(m for m in made if 1 < len(m) < 4 and m.isascii())


def _with_particles(who: Participation, lexicon: Lexicon) -> str:
    """Return initials with those of the particles of a family name in small letters, if any."""
    name = who.person.name
    family = _WORD.findall(lexicon.fold.plain(name.family))
    given = _WORD.findall(lexicon.fold.plain(name.given))
    small = [w for w in family[:-1] if w in lexicon.customs.particles]
    if not small or not given or not name.given.isascii():
        return ""
    return given[0][0].upper() + "".join(w[0] for w in small) + family[-1][0].upper()
