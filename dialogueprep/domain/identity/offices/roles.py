"""Finds roles held by few at an item, titles and positions without a name, orders of speaking."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.published_reports import (
    is_a_speech_held,
    is_no_ones_role,
)
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.offices.bare_roles import (
    SHORT,
    SHORT_IN_TEXT,
    is_of_several,
    presents,
)
from dialogueprep.domain.identity.offices.bare_roles import tells_a_view as tells_bare
from dialogueprep.domain.identity.offices.held import (
    MAIN,
    OBSERVER,
    PRESENTER,
    Held,
    holding_each,
    holds,
    presenting,
)
from dialogueprep.domain.identity.offices.numbered_heads import numbered_heads, numbers_in
from dialogueprep.domain.identity.offices.observers import observes
from dialogueprep.domain.identity.offices.offices_in_general import is_in_general
from dialogueprep.domain.identity.offices.offices_once_held import is_of_anyone
from dialogueprep.domain.identity.offices.one_of_several import OneOfSeveral
from dialogueprep.domain.identity.offices.one_of_two import is_a_thing
from dialogueprep.domain.identity.offices.one_on_a_list import is_of_a_list
from dialogueprep.domain.identity.offices.only_meeting import is_given, is_of_the_meeting
from dialogueprep.domain.identity.offices.own_clause import own_clause, ran_the_meeting
from dialogueprep.domain.identity.offices.placed_roles import PlacedRoles
from dialogueprep.domain.identity.offices.procedural import is_asked_only, is_procedural
from dialogueprep.domain.identity.offices.proposals import Proposals
from dialogueprep.domain.identity.offices.running_east import is_given_the_floor
from dialogueprep.domain.identity.offices.speeches import is_only_a_speech
from dialogueprep.domain.identity.offices.titles import TitleSearch
from dialogueprep.domain.identity.offices.turns import (
    is_called,
    is_only_planned,
    tells_a_view,
    ties_for_sure,
)
from dialogueprep.domain.identity.reading.automaton import Words
from dialogueprep.domain.identity.reading.fold import Folded, is_han, is_hangul
from dialogueprep.domain.identity.reading.windows import Opened, Windowed, WindowedGroup
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.published import PublicKind
from dialogueprep.words import later

_LISTS = word_lists("offices", "roles")

ROLE = later("A role held by {k} at this item.")
ORDER = later("The order of speaking can identify a speaker.")
KEYNOTE = later("Who gave the main speech is known from the programme.")
PUBLIC_ORDER = later("What is public already tells who had this turn.")
NUMBERED = later("A number or letter for a speaker lets remarks be put together.")
SAME = later("This ties two remarks to one person.")
LIFE = later("What is told of somebody’s life can identify a speaker.")
SINGLED = later("This singles out one of those present.")

# Why an order of speaking is marked, and how far around its words a pattern reaches.
_REASONS = {
    "en": (ORDER, 100),
    "east": (ORDER, 24),
    "same": (SAME, 60),
    "numbered": (NUMBERED, 20),
    "singled": (SINGLED, 70),
    "told": (LIFE, 60),
}
_TURNS = frozenset({"en", "east"})
_SPEECH = re.compile(
    f" (?:{_LISTS['speech_given']}|(?:{_LISTS['speech_went']}) (?:at|"
    "for|in|from|until|published|given|recorded|postponed|moved|cancelled|[0-9]+|"
    "[a-z]+ (?:minute|"
    "hour)s?))(?![a-z])"
)
"""What follows a keynote that is the speech: when it is, or what was recorded of it."""
_RUNNING = frozenset({"chair", "moderator", "rapporteur", "staff"})
_OFFICERS = frozenset({"chair", "moderator", "rapporteur", "staff", OBSERVER})
_KIND = f"(?:(?:{_LISTS['kind_of_meeting']})(?:'s)? |(?:{_LISTS['kind_of_officer']}) )*"
_ELSEWHERE = (
    f"(?! of (?!the (?:{_LISTS['elsewhere_meeting']})))"
    "(?!s?'s? (?:summary|statement|role|guide|manual|notes? for))(?![a-z-])"
    f"(?! (?:{_LISTS['elsewhere_things']})(?![a-z]))"
)
_BARE = re.compile("[a-z][a-z-]+(?: taker)?")  # a role without an article
_SIGNED = re.compile(" ?[:,]| ?(?:->|→)|[则也却本]")
_BODY_BEFORE = re.compile(
    f"(?:{_LISTS['body_before']})$|(?:위원회|이사회|의회|협회|국회|기구|총회|연맹|연합|학회|재단|"
    "법원) ?$"
)
_EACH_BEFORE = re.compile("(?:每一?|各)[位名个]?(?:の)?$")
_AS_WHO = re.compile(  # 議長として、遅れを惜しむ
    "として[、,](?!.{0,12}(?:选|指名|任命|务め))|으?로서(?:는|도)? (?!.{0,12}(?:선출|임명|추천|맡))"
)


class RoleSearch:
    """Roles and orders of speaking in a roster's texts."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._speech = roster.lexicon.speech
        self._cues = cues_of(roster.lexicon)
        self._titles = TitleSearch(roster)
        self._placed = PlacedRoles(roster, holds)
        several = roster.lexicon, self._cues
        self._several = roster.lexicon.kept("one of several", lambda: OneOfSeveral(*several))
        self._proposals = roster.lexicon.kept("proposals", lambda: Proposals(roster.lexicon))
        self._numbers = numbers_in(roster.lexicon)
        nobody: Held = {name: () for name in (*self._speech.roles, MAIN)}
        self._last_held: tuple[Rooms, Held]
        self._last_held = (), nobody

    def find(self, folded: Folded, rooms: Rooms) -> list[Found]:
        """Return roles and titles held by fewer than k, and orders of speaking, in a text."""
        return [
            *self._roles_and_orders(folded, rooms),
            *self._of_a_place(folded, rooms),
            *self._numbered_heads(folded),
            *self._one_of_several(folded, rooms),
            *self._keynotes(folded, rooms),
            *self._titles.find(folded, rooms),
        ]

    def _roles_and_orders(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        held = self._held(rooms)
        few = {n for n, holders in held.items() if 0 < len(holders) < max(self._roster.k, 2)}
        if MAIN in few:
            few = few - {MAIN} | {PRESENTER}
        for name, hit in self._patterns.find(folded.text, few | _REASONS.keys()):
            found = self._order_met if name in _REASONS else self._role_met
            yield from found(folded, name, hit, held)

    def _one_of_several(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        for span, presented in self._several.find(folded):
            who = self._held(rooms)[PRESENTER] if presented else ()
            if 0 < len(who) < max(self._roster.k, 2):
                yield self._found(span, ExposureKind.ROLE, ROLE, who)
            else:
                yield self._found(span, ExposureKind.ORDER, ORDER, ())

    def _role_met(
        self, folded: Folded, name: str, hit: re.Match[str], held: Held
    ) -> Iterator[Found]:
        if not self._names_role(folded, *hit.span()) or not self._is_met(name, folded, hit.span()):
            return
        who = held[name] if name != PRESENTER else presenting(hit.group(), held)
        least = is_of_several(hit.group()) and not self._puts_a_view(folded, *hit.span())
        if len(who) > least and len(who) < max(self._roster.k, 2):
            yield self._found(hit.span(), ExposureKind.ROLE, ROLE, who)

    def _order_met(self, folded: Folded, name: str, hit: re.Match[str], _: Held) -> Iterator[Found]:
        if _says_something_else(folded, name, hit) or self._is_run(name, folded, hit.span()):
            return
        turn = name in _TURNS
        known = name == "singled" or (turn and self._is_public(hit.group()))
        known = known or (name == "same" and ties_for_sure(hit.group()))
        told = turn and tells_a_view(folded, *hit.span(), self._cues)
        why = PUBLIC_ORDER if known and turn else _REASONS[name][0]
        yield self._found(hit.span(), ExposureKind.ORDER, why, (), grave=known or told)

    def _numbered_heads(self, folded: Folded) -> Iterator[Found]:
        for span in numbered_heads(folded, self._numbers):
            yield self._found(span, ExposureKind.ORDER, _REASONS["numbered"][0], ())

    def _of_a_place(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        for start, end, name, holders in self._placed.find(folded, rooms):
            span = start, end
            not_one = folded.text[end:].lstrip().startswith(self._speech.not_roles)
            latin = folded.text[start].isascii()
            if (latin or not not_one) and self._is_met(name, folded, span):
                yield self._found(span, ExposureKind.ROLE, ROLE, holders)

    def _held(self, rooms: Rooms) -> Held:
        """Return who holds each role; what was found for the last rooms is kept."""
        known, held = self._last_held
        if len(known) != len(rooms) or any(a is not b for a, b in zip(known, rooms, strict=True)):
            held = holding_each((*self._speech.roles, MAIN), rooms)
            self._last_held = rooms, held
        return held

    def _is_met(self, name: str, folded: Folded, at: tuple[int, int]) -> bool:
        """Return whether somebody is told of, not an office as such or how a meeting is run."""
        if name in _RUNNING and self._is_of_the_office(folded, at):
            return False
        own = own_clause(folded, *at) if name in _RUNNING else None
        folded, at = own or (folded, at)
        proposed = self._proposals.is_of_substance(folded, *at) if name in _RUNNING else None
        if proposed is not None:
            return proposed
        if (own or name not in _RUNNING) and self._is_of_the_office(folded, at):
            return False
        if not self._is_told_of(name, folded, at):
            return False
        words, silent = self._roster.lexicon.meeting, name in (PRESENTER, OBSERVER)
        return not is_of_the_meeting(words, folded, *at, silent=silent)

    def _is_run(self, name: str, folded: Folded, at: tuple[int, int]) -> bool:
        """Return whether a turn is only given or planned."""
        planned = is_called(folded, *at) or is_only_planned(folded, at[1])
        if planned or is_only_a_speech(folded, *at):
            return True
        words = self._roster.lexicon.meeting
        return name in _TURNS and is_given(words, folded, *at)

    def _is_of_the_office(self, folded: Folded, at: tuple[int, int]) -> bool:
        """Return whether an office as such is told of, or who only gets the floor."""
        past = self._roster.lexicon.room.past
        general = is_in_general(folded, *at, past) or is_no_ones_role(folded, *at)
        return general or is_given_the_floor(folded.text, *at)

    def _is_told_of(self, name: str, folded: Folded, at: tuple[int, int]) -> bool:
        word = folded.text[at[0] : at[1]]
        speech = word.endswith("keynote") and _SPEECH.match(folded.text, at[1])
        if speech or word == "observers" or is_only_a_speech(folded, *at):  # of anything
            return False
        if word == "主持" and not self._cues.han_saying.match(folded.text, at[1]):
            return bool(_SIGNED.match(folded.text, at[1]))
        if name == "observer" and not word.isascii():  # else it is what a list calls somebody
            return observes(folded.text, *at)
        if _BARE.fullmatch(word):
            presented = name == PRESENTER and presents(folded.text[at[1] :])
            return presented or self._puts_a_view(folded, *at)
        run = is_asked_only if name == PRESENTER else ran_the_meeting
        return name not in (*_OFFICERS, PRESENTER) or not run(folded, *at)

    def _puts_a_view(self, folded: Folded, *at: int) -> bool:
        """Return whether a view of who is told by a role stands behind it, in English."""
        saying, mind = self._cues.saying, self._roster.lexicon.institutions.mind["en"]
        after = folded.text[at[1] : sentence(folded, at[0])[1]]
        if not tells_bare(after, saying, mind) or ran_the_meeting(folded, *at):
            return False
        return not is_of_the_meeting(self._roster.lexicon.meeting, folded, *at)

    def _is_public(self, words: str) -> bool:
        """Return whether it is published who had the turn that these words are of."""
        public = self._roster.public
        if PublicKind.PROGRAMME in public:
            return any(word in words for word in self._speech.announced)
        return PublicKind.KEYNOTE in public and any(word in words for word in self._speech.main)

    def _keynotes(self, folded: Folded, rooms: Rooms) -> list[Found]:
        """Return who gave the main speech, also where the roster does not tell who did."""
        return [
            self._found((start, end), ExposureKind.ROLE, KEYNOTE, self._held(rooms)[MAIN])
            for start, end, _ in self._keynote_words.find(folded.text)
            if self._names_role(folded, start, end)
        ]

    @cached_property
    def _keynote_words(self) -> Words[bool]:
        lexicon = self._roster.lexicon
        words = dict.fromkeys(lexicon.room.keynote, True)
        return lexicon.kept("keynote", lambda: lexicon.in_one_pass.add(words))

    def _names_role(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether an East Asian word is the role, not part of a longer word."""
        first = folded.text[start]
        if first.isascii():
            return True
        before = folded.text[max(0, start - 5) : start]
        after = folded.text[end : end + 5]
        speaks = self._sums_up(before, after) or _AS_WHO.match(folded.text, end)
        if not speaks and after.lstrip().startswith(self._speech.not_roles):
            return False
        if folded.text[end - 1] == "人" and re.match("选(?!择)", after):
            return False  # 主讲人选
        if is_hangul(first):
            return not (before and is_hangul(before[-1])) and not _BODY_BEFORE.search(before)
        if _BODY_BEFORE.search(before) or _EACH_BEFORE.search(before):
            return False
        known = before[-1:] in self._roster.lexicon.common.han_particles
        joined = re.search(
            f"(?:{_LISTS['joined']})$",
            before,
        )
        return not before or not is_han(before[-1]) or known or bool(joined)

    @staticmethod
    def _sums_up(before: str, after: str) -> bool:
        """Return whether 总结 behind a role is its verb: 主席总结说, 由主持人总结."""
        if re.match("(?:总结|总括)(?:说|道|了|时|指|称|し)", after):
            return True
        return before.endswith(("由", "请")) and bool(re.match("总结(?:[,.。，;；]|$)", after))

    def building(self) -> Iterator[None]:
        """Make the patterns in steps; they are of the lexicon and not of the roster."""
        for name in (*self._speech.roles, *self._speech.orders):
            yield
            pattern = self._windowed(name)
            if isinstance(pattern, Opened):
                yield from pattern.building()
        yield
        _ = self._patterns, self._keynote_words
        yield from self._titles.building()

    @cached_property
    def _patterns(self) -> WindowedGroup:
        names = (*self._speech.roles, *self._speech.orders)
        lexicon = self._roster.lexicon
        return lexicon.kept(
            "roles",
            lambda: WindowedGroup({n: self._windowed(n) for n in names}, lexicon.in_one_pass),
        )

    def _windowed(self, name: str) -> Windowed | Opened:
        words = self._speech.roles.get(name)
        return self._roster.lexicon.kept(
            f"role {name}", lambda: self._role(name, words) if words else self._order(name)
        )

    def _role(self, name: str, words: tuple[str, ...]) -> Windowed:
        pattern = self._pattern((*words, *SHORT.get(name, ())))
        return Windowed(pattern, (*words, *SHORT_IN_TEXT.get(name, ())))

    def _order(self, kind: str) -> Opened:
        return Opened(self._speech.orders[kind], _REASONS[kind][1])

    def _pattern(self, words: tuple[str, ...]) -> re.Pattern[str]:
        longest = sorted(words, key=len, reverse=True)
        plain = (w for w in longest if w.isascii())
        latin = "|".join(re.escape(w) + ("" if w.endswith("chair") else "s?") for w in plain)
        hangul = "|".join(re.escape(w) for w in longest if is_hangul(w[0]))
        east = "|".join(re.escape(w) for w in longest if not w.isascii() and not is_hangul(w[0]))
        parts = [
            f"(?<![a-z])(?:{_LISTS['parts']}) {_KIND}(?:{latin}){_ELSEWHERE}",
            rf"(?<![a-z])(?:as|from|by|to) (?:{latin})(?=[,.;)])",
            r"(?<![a-z])(?:(?:agree[sd]?|side[sd]?|argue[sd]?|disagree[sd]?) (?:with|w/)|acc\.? to|"
            r"according to|"
            rf"as per|per|echoing|unlike|even) (?:{latin})(?![a-z'-])",
            rf"(?<![a-z])(?:as|like) (?:{latin}) (?:said|says|put it|noted|argued|joked|warned)"
            rf"(?![a-z])|(?<![a-z])(?:{latin})(?:'s)? hat (?:off|aside)(?![a-z])",
            rf"(?:(?<=^)|(?<=[.!?:;] )|(?<=\n))(?:{latin})(?=,? [a-z(+]| ?[:=→-])",
            rf"(?:{hangul})(?=$|[^가-힣]|[은는이가을를의도과와에께]|께서|[님분측]|으로|로서|인 |였|"
            "조차|마저|뿐|으?로 (?:온|앉은|나온) (?:분|이|사람|참석자)[은는이가])"
            if hangul
            else "(?!)",
            rf"(?:{east})" if east else "(?!)",
        ]
        return re.compile("|".join(parts))

    def _found(
        self,
        span: tuple[int, int],
        kind: ExposureKind,
        why: str,
        holders: tuple[str, ...],
        *,
        grave: bool = False,
    ) -> Found:
        return Found(
            start=span[0],
            end=span[1],
            level=Level.WARN if kind is ExposureKind.ORDER and not grave else Level.BLOCK,
            kind=kind,
            why=why,
            who=tuple(self._places[h] for h in holders if h in self._places),
            k=len(holders) if holders else None,
        )

    @cached_property
    def _places(self) -> dict[str, int]:
        return {str(p.id): i for i, p in enumerate(self._roster.participations)}


def _says_something_else(folded: Folded, name: str, hit: re.Match[str]) -> bool:
    """Return whether words of an order are an article, of a list, or tell how it is run."""
    if name in _TURNS and is_a_speech_held(folded, *hit.span()):
        return True
    if name == "numbered":
        written = folded.written(hit.end() - 1, hit.end())
        return hit.group().endswith(" a") and written == "a"  # an article: each participant a copy
    if name == "singled":
        return is_procedural(folded, *hit.span())
    if name == "told" and is_of_anyone(folded.text, hit.start()):
        return True
    if name != "same":
        return False
    return is_of_a_list(folded, *hit.span()) or is_a_thing(folded.text, *hit.span())
