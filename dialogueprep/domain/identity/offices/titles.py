"""Finds titles and positions that stand without a name, where few in the room hold them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.described.any_of_a_calling import is_calling, is_rule_of_all
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.described.in_the_room import InTheRoom
from dialogueprep.domain.identity.described.met_east import (
    is_met_chinese,
    is_met_japanese,
    is_met_korean,
)
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.told_in_texts import is_title_in_a_text
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.offices.places_before import PlacesBefore
from dialogueprep.domain.identity.offices.reworded_positions import Rewording
from dialogueprep.domain.identity.offices.short_titles import (
    RETIRED,
    SHORT,
    WORDS_TOO,
    below_or_other,
    hyphened,
    is_a_post,
    is_a_rank,
    post_alone,
    retired,
    shortened,
)
from dialogueprep.domain.identity.offices.titles_in_use import (
    behind,
    held,
    is_any,
    is_any_of_a_calling_east,
    is_each_of_them,
    is_noted,
    is_noted_east,
    is_one_east,
    is_other,
    is_pointed_at,
    is_taken_up,
    is_told,
    led,
    opens_east,
    was_held,
)
from dialogueprep.domain.identity.offices.titles_of_several import told_of_several
from dialogueprep.domain.identity.offices.translated_titles import TranslatedTitles
from dialogueprep.domain.identity.reading.automaton import Automaton
from dialogueprep.domain.identity.reading.boundaries import whole_word
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul, is_kana
from dialogueprep.domain.identity.reading.windows import Opened, WindowedGroup
from dialogueprep.domain.identity.roster import Rooms, Roster
from dialogueprep.domain.people import Attendee, Participation, Sector
from dialogueprep.words import later

TITLE_ALONE = later("Too few of those present hold this title: {k}.")

_WORD_OF_A_POST = 6  # letters of an English title that is one word

_ALONE, _PAIR = "alone", 2
_ACADEMIC = f"sector:{Sector.ACADEMIA}"
_INDEFINITE = ("a ", "an ", "one ", "another ")


class TitleSearch:
    """The titles and positions of a roster's people."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._fold = roster.lexicon.fold.plain
        self._room = InTheRoom(cues_of(roster.lexicon), roster.lexicon.room)
        self._places = {p.id: i for i, p in enumerate(roster.participations)}
        self._reword = Rewording(self._fold)
        lexicon = roster.lexicon
        self._translated = lexicon.kept("ranks", lambda: TranslatedTitles(self._fold))
        self._before = lexicon.kept("places before", lambda: PlacesBefore(lexicon))
        self._reworded: set[str] = set()
        self._said: set[str] = set()  # as the roster has it

    def find(self, folded: Folded, rooms: Rooms) -> list[Found]:
        """Return the titles and positions in a text that fewer than k hold."""
        return [*self._alone(folded, rooms), *self._own(folded, rooms)]

    def building(self) -> Iterator[None]:
        """Make in a step what is otherwise made when it is first needed."""
        yield
        _ = self._patterns

    def _alone(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        """Yield English titles of one word, behind an article."""
        for _, hit in self._patterns.find(folded.text, (_ALONE,)):
            if _next_is_capital(folded, hit.end()):
                continue
            noted = hit[1] != "general" and is_noted(folded, hit.start(1), hit.end())
            any_one = is_any(folded, hit.start(1)) and self._describes(hit[1], english=True)
            if any_one and not is_pointed_at(folded, *hit.span()):
                continue
            article = hit.group().startswith(("the ", "our ", "both "))
            if not article and not noted and not is_told(folded, hit):
                continue
            if noted or self._points(folded, hit.start(), behind(folded, hit.end())):
                counted = (self._roster.counting.counted(room) for room in rooms)
                both = hit.group().startswith("both ")
                bearing = (self._bearing(room, hit[1], both=both) for room in counted)
                yield from self._found(hit.span(), _fewest(bearing), 1 + both)

    @cached_property
    def _patterns(self) -> WindowedGroup:
        lexicon = self._roster.lexicon
        titles = "|".join(re.escape(t) for t in lexicon.speech.titles_alone)
        former = "(?:retired |former |ex-|ex |old |late )"
        once = r"(?:retired |former |ex-|ex |ret\. |ret |retd\. |retd |one-time |erstwhile )"
        led = (
            f"(?:the|our) {former}?",
            f"an? (?:{once})?",
            f"one (?:{once})?",
            once,
            "another ",
            "",
        )
        patterns = [rf"{words}({titles})(?! of)(?![a-z-])" for words in led]
        both = "(?:both(?: the| our)?|the two|our two) "
        patterns.append(rf"{both}({titles})s(?! (?:of|in|at|from|named) )(?![a-z-])")
        return lexicon.kept(
            "titles", lambda: WindowedGroup({_ALONE: Opened(patterns)}, lexicon.in_one_pass)
        )

    def _bearing(self, room: Iterable[Attendee], title: str, *, both: bool) -> list[Attendee]:
        """Return who bears an English title; a deputy director does where no director is.

        ``both`` prefers the two who have no longer title, if there are two.
        """
        loose = [a for a in room if self._bears(a, title)]
        exact = [a for a in loose if title in self._told(a.who)]
        if both and len(exact) == _PAIR:
            return exact
        below = below_or_other(title)
        words = (
            self._fold(f"{a.who.person.name.title} | {a.who.affiliation.position}") for a in loose
        )
        strict = [a for a, told in zip(loose, words, strict=True) if below.search(told)]
        return strict or ([] if title == "general" else loose)

    def _bears(self, attendee: Attendee, title: str) -> bool:
        who = attendee.who
        words = self._fold(f"{who.person.name.title} | {who.affiliation.position}")
        known = title in self._told(who)
        return known or re.search(rf"(?<![a-z]){re.escape(title)}(?![a-z])", words) is not None

    def _own(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        """Yield the roster's own titles and positions, and what says the same elsewhere."""
        for start, end, title in self._words.find(folded.text):
            several = told_of_several(folded, start, end)
            if several and len(all_of := self._all_of(rooms, title)) == several[2]:
                yield from self._found(several[:2], all_of, several[2])
                continue
            latin = folded.text[start].isascii()
            place = None if latin else self._before.find(folded, start)
            span = self._span(folded, start if place is None else place[0], start, end, title)
            if span is None:
                continue
            of = Description(territory=place[1] if place else None)
            bearing = (self._holders(room, title, of) for room in rooms)
            yield from self._found(span, _fewest(bearing))

    def _holders(self, room: Iterable[Attendee], title: str, of: Description) -> list[Attendee]:
        """Return who holds a title; a post in characters is whoever's roster has those."""
        held = [a for a in room if self._holds(a, title, of)]
        if len(held) < _PAIR:
            return held
        if title.isascii():
            return [a for a in held if not self._is_called_otherwise(a.who, title)] or held
        if not is_a_post(title):
            return held
        return [a for a in held if title in self._written(a.who)] or held

    def _is_called_otherwise(self, who: Participation, title: str) -> bool:
        """Return whether somebody has another English title of several words, written out."""
        own = [it for it in self._written(who) if it.isascii() and " " in it]
        return " " in title and bool(own) and title not in own and not any("." in it for it in own)

    def _holds(self, attendee: Attendee, title: str, of: Description) -> bool:
        held = title in self._told(attendee.who) or (
            title in self._single and self._bears(attendee, title)
        )
        return held and of.fits(attendee.who, self._roster.lexicon)

    def _span(
        self, folded: Folded, place: int, start: int, end: int, title: str
    ) -> tuple[int, int] | None:
        """Return the span of a title that stands for a person, else None.

        ``place`` is where the place that it is of begins, or ``start``.
        """
        if not whole_word(folded, start, end) or is_other(folded, start, end):
            return None
        if is_title_in_a_text(folded, min(place, start), end):
            return None
        english = folded.text[start].isascii()
        end += title in SHORT and folded.text[end : end + 1] == "."
        end = behind(folded, end)
        noted = is_noted(folded, start, end) if english else is_noted_east(folded, end)
        if title in WORDS_TOO and not noted and not was_held(folded, start):
            return None
        if place < start:
            return (place, end) if noted or self._points(folded, place, end) else None
        return held(folded, start, end) or self._stands(folded, start, end, title, noted=noted)

    def _stands(
        self, folded: Folded, start: int, end: int, title: str, *, noted: bool
    ) -> tuple[int, int] | None:
        """Return the span of a title, of no place, with what leads to it; None if it is of nobody.

        ``noted`` if a remark follows it.
        """
        english = folded.text[start].isascii()
        calling = not english and is_calling(title)
        if calling and is_rule_of_all(folded, start, end):
            return None
        if (is_any if english else is_one_east)(folded, start) and self._describes(
            title, english=english
        ):
            return None  # 한 교수, a lecturer: any of academia, counted as a description
        if not english and is_any_of_a_calling_east(folded, start, title):
            return None
        begins = start - len(led(folded, start, end, title))
        if is_each_of_them(folded, start, end):
            return None
        other = english and title in self._reworded and title not in self._said
        says_where = _says_where(title) and not other and not calling
        if says_where or (english and noted):
            return begins, end
        if english:
            stands = begins < start and not _next_is_capital(folded, end)
        else:
            stands = opens_east(folded, start, end)
            noted = noted or self._is_met(folded, start, end)
        return (
            (begins, end)
            if (stands or noted) and (noted or self._points(folded, begins, end))
            else None
        )

    def _is_met(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether somebody with an eastern title is spoken to, weighed or left out."""
        if is_taken_up(folded, start, end):
            return True
        first, last = sentence(folded, start)
        before, after = folded.text[max(first, start - 16) : start], folded.text[end:last]
        if is_hangul(folded.text[start]):
            return is_met_korean(before, after)
        if any(is_kana(c) for c in before + after):
            return is_met_japanese(before, after)
        return is_met_chinese(before, after, self._roster.lexicon.room.view["zh"])

    def _describes(self, title: str, *, english: bool) -> bool:
        """Return whether a title is a word for people of a sector, in the East of universities."""
        pieces = self._roster.lexicon.pieces.get(title, ())
        told = {p.value for p in pieces if p.kind == "head" and p.value}
        return (bool(told) and not is_a_rank(title)) if english else _ACADEMIC in told

    def _points(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a title speaks of somebody in the room, as a description would."""
        pointed = is_pointed_at(folded, start, end)
        if pointed is not None:
            return pointed
        article = folded.text[start].isascii()
        one = not article and is_one_east(folded, start)
        one = one or folded.text.startswith(_INDEFINITE, start)
        determiners = frozenset({"one"} if one else {"the"} if article else ())
        phrase = Phrase(start, end, start, determiners=determiners)
        return self._room.level(phrase, Description(), folded) is Level.BLOCK

    @cached_property
    def _words(self) -> Automaton[str]:
        known = {t for who in self._roster.participations for t in self._told(who)}
        several = {t: t for t in known if len(t) > 1 and (not t.isascii() or {" ", "-"} & set(t))}
        clipped = {t: t for t in known & SHORT.keys()}
        return Automaton(several | clipped | {t: t for t in self._single})

    @cached_property
    def _single(self) -> frozenset[str]:
        """English titles of one word that are on this roster alone: commodore."""
        known = {t for who in self._roster.participations for t in self._told(who)}
        others = self._roster.lexicon.speech.titles_alone
        return frozenset(
            t for t in known if t.isalpha() and t.isascii() and len(t) >= _WORD_OF_A_POST
        ) - frozenset(others)

    def _written(self, who: Participation) -> frozenset[str]:
        """Return somebody's titles as the roster has them, and the posts in them."""
        place, name = who.affiliation, who.person.name
        others = (t.wording for t in place.positions.entries)
        titles = map(self._fold, (place.position, *others, name.title, name.honorific))
        plain = [RETIRED.sub("", it) for it in titles]
        return frozenset(plain) | {post_alone(it) for it in plain}

    def _told(self, who: Participation) -> frozenset[str]:
        known = self._known.get(who.id)
        if known is None:
            known = self._known[who.id] = frozenset(self._titles_of(who))
        return known

    @cached_property
    def _called(self) -> dict[str, str]:
        """The roles at the meeting that are none of the program's, by who holds them: adviser."""
        rooms = self._roster.attendance.values()
        return {str(a.who.id): a.called for room in rooms for a in room if a.called}

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    def _titles_of(self, who: Participation) -> Iterator[str]:
        place, name, room = who.affiliation, who.person.name, self._roster.lexicon.room
        called = self._called.get(who.id, "")
        told = (place.position, *(t.wording for t in place.positions.entries), called)
        for wording in (*told, name.title, name.honorific):
            held = self._fold(wording).removeprefix("the ")
            title = RETIRED.sub("", held)
            if title and title not in room.addresses:
                yield title
                others = {*self._reword.of(title), *filter(None, (post_alone(title),))}
                self._said |= {title, held}
                self._reworded |= others
                yield from others
                alike = *room.titles.get(title, ()), *self._translated.of(title)
                alike += tuple(it for said in (title, *alike) for it in hyphened(said))
                if not title.isascii():
                    alike += tuple(post for it in alike if (post := post_alone(it)))
                yield from alike
                yield from (s for t in (title, *alike) for s in shortened(t))
                if title != held:
                    yield from (held, *(r + t for t in (title, *alike) for r in retired(t)))

    def _all_of(self, rooms: Rooms, title: str) -> list[Attendee]:
        """Return who holds a title in the room where the fewest do."""
        held = ([a for a in room if self._holds(a, title, Description())] for room in rooms)
        return _fewest(held)

    def _found(
        self, span: tuple[int, int], holders: list[Attendee], told: int = 1
    ) -> Iterator[Found]:
        """Yield a title that fewer than k hold, or no more than are told of together."""
        if 0 < len(holders) < max(self._roster.k, told + 1):
            yield Found(
                start=span[0],
                end=span[1],
                level=Level.BLOCK,
                kind=ExposureKind.TITLE,
                why=TITLE_ALONE,
                who=tuple(self._places[a.who.id] for a in holders if a.who.id in self._places),
                k=len(holders),
            )


def _says_where(title: str) -> bool:
    """Return whether a position says where it is held, or is a word that few bear."""
    if title.isascii():
        return bool(re.search(" (?:of|for|at|in) ", title))
    return len(title) > 6


def _next_is_capital(folded: Folded, end: int) -> bool:
    following = folded.text[end : end + 2]
    return len(following) == 2 and folded.original[folded.starts[end + 1]].isupper()


def _fewest(sets: Iterator[list[Attendee]]) -> list[Attendee]:
    """Return the holders in the room where the fewest, but some, hold it."""
    none: list[Attendee] = []
    return min((s for s in sets if s), key=len, default=none)
