"""Finds titles and positions that stand without a name, where few in the room hold them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from dialogueprep.domain.identity.automaton import Automaton
from dialogueprep.domain.identity.boundaries import whole_word
from dialogueprep.domain.identity.cues import cues_of
from dialogueprep.domain.identity.description import Description
from dialogueprep.domain.identity.exposure import ExposureKind, Level
from dialogueprep.domain.identity.fold import Folded, is_hangul
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.in_the_room import InTheRoom
from dialogueprep.domain.identity.phrases import Phrase
from dialogueprep.domain.identity.places_before import PlacesBefore
from dialogueprep.domain.identity.reworded_positions import Rewording
from dialogueprep.domain.identity.roster import Roster
from dialogueprep.domain.identity.short_titles import SHORT, WORDS_TOO, shortened
from dialogueprep.domain.identity.stances import (
    is_marked_as_heard,
    is_short_of_a_verb,
    takes_a_stance,
)
from dialogueprep.domain.identity.translated_titles import TranslatedTitles
from dialogueprep.domain.identity.windows import Opened, WindowedGroup
from dialogueprep.domain.people import Attendee, Participation
from dialogueprep.words import later

TITLE_ALONE = later("Only {k} of those present hold this title.")

_ARTICLE = re.compile(r"(?<![a-z])(?:the|our) (?:retired |former )?$")
_NOTE_OPENS = re.compile(r"(?:^|[\n;.:] ?)$")
_ONE = re.compile(r"(?<![a-z])an? $")  # a former minister: only one of those present is
_ONE_EAST = re.compile("(?:[一有某]位|一名|ある|一人の|한|어느) ?$")
_EAST_OPENS = re.compile(
    "(?:^|[,.、。;:!?\"'「『“(\n|]|会上|会后|随后|但|但是|而|不过|然而|接着|最后|首先|"
    "これに|次に|また) ?(?:那位|这位|该位?|[一有某]位|一名|"
    "その|あの|ある|一人の|그 |한 |어느 )?$"
)

# A post that was held, as notes tell it: ret. commodore, an ex-undersecretary.
_ONCE = re.compile(
    r"(?<![a-z])(?:(?:the|our|an?|one) )?"
    r"(?:(?:retired|former|ret\.?|retd\.?|one-time|erstwhile) |ex[- ])$"
)
_REMARK = re.compile(" ?(?::|->|→)")
_DASHED = re.compile(" ?(?::|->|→|-|–) ")
# It took a former minister to say so, 口火を切ったのは元大臣であり.
_CLEFT = re.compile(
    "(?:^|[.;:,] |and |but )it (?:took|was|fell to|was left to|needed|would take) $|"
    "(?:是|のは|것은|이는) ?$"
)
# What a title begins, of several or of a thing: 记者会, 次官級, 대사급, 기자회견.
_OTHER_WORD = re.compile(
    "会(?![把将要同反])|级|馆|证|席(?!间)|室|团|协会|节|站|公邸|职(?!员)|급|관저|회견|회의|실|단|증|직"
)
_NO_REMARK = re.compile(" ?(?:tb[cda]|n/a|vacant|see|http|www|room|seat|name|none)(?![a-z])")
# How notes end what a post's holder says: 課長補佐は速報値NG, 事務局長、ホットラインが先と.
_NOTED_EAST = re.compile(
    "(?:[はもが、,] ?|[은는이가도,] |,)[^。.;]{1,30}(?:ng|不可|优先|が先|[^、のこあひ]と|さない|"
    "らない|なし|불가|먼저|우선|부터|시기상조|이견|반대|찬성)(?=$|[。.])|"
    "(?:又|再|还|也|就|只)?(?:提|催)(?![名供要议案求])[^,。;]{1,10}(?=$|[。.])"
)
_OF_MEETING = re.compile(
    r" (?:to|of|for) (?:the|this|our) (?:dialogue|meeting|chairs?|group|process|organi[sz]ers?|"
    r"panel|session|secretariat|hosts?|round|workshop|conference|drafters?|drafting group)(?![a-z])"
)
_POST_BEFORE = re.compile("(?:[官长员司授使师任任臣]|[관장원사]) ?[,、·] ?$")
_ATTENDED = re.compile(
    "(?:等|ら|など|及び|以及)?[^。.]{0,8}?(?:出席|参加|列席|同席|陪同|到场|到会|临席|随行)|"
    "(?: 등)?[이가은는도] [^.]{0,12}?(?:참석|참가|배석|동석|참여)"
)
_WORD_OF_A_POST = 6  # letters of an English title that is one word

# Words for an office that somebody held once, which belong to the title: 退役大佐, 전직 장관.
_RETIRED = re.compile(
    r" ?\((?:ret\.?|retired|former|emeritus)\)$|^(?:former|retired|ex|late) |^ex-|"
    "^(?:退役|退任|卸任|前任?|元|原)(?=..)|^(?:예비역|퇴역|전직|전) "
)
_RETIRED_EAST = (
    "退役", "退任", "退休", "卸任", "前", "元", "原", "离任", "退伍", "退役的", "退休的", "卸任的",
    "离任的", "退役した", "退任した", "引退した", "退官した", "前任",
)  # fmt: skip
_RETIRED_KOREAN = (
    "예비역 ", "퇴역 ", "전직 ", "전 ", "은퇴한 ", "퇴역한 ", "퇴임한 ", "물러난 ", "예편한 ",
    "전임 ", "예비역", "퇴역", "은퇴 ", "퇴직 ",
)  # fmt: skip

_ALONE = "alone"
Rooms = tuple[tuple[Attendee, ...], ...]


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
            noted = hit[1] != "general" and _is_noted(folded, hit.start(1), hit.end())
            led = hit.group().startswith(("the ", "our "))
            if not led and not noted and not _is_told(folded, hit):
                continue
            if noted or self._points(folded, hit.start(), hit.end()):
                counted = (self._roster.counting.counted(room) for room in rooms)
                bearing = ([a for a in room if self._bears(a, hit[1])] for room in counted)
                yield from self._found(hit.span(), _fewest(bearing))

    @cached_property
    def _patterns(self) -> WindowedGroup:
        lexicon = self._roster.lexicon
        titles = "|".join(re.escape(t) for t in lexicon.speech.titles_alone)
        former = "(?:retired |former |ex-|ex |old |late )"
        once = r"(?:retired |former |ex-|ex |ret\. |ret |retd\. |retd |one-time |erstwhile )"
        former = "(?:retired |former |ex-|ex |old |late )"
        led = (f"(?:the|our) {former}?", f"an? {once}", f"one {once}", once, "")
        patterns = [rf"{words}({titles})(?! of)(?![a-z-])" for words in led]
        return lexicon.kept(
            "titles", lambda: WindowedGroup({_ALONE: Opened(patterns)}, lexicon.in_one_pass)
        )

    def _bears(self, attendee: Attendee, title: str) -> bool:
        who = attendee.who
        words = self._fold(f"{who.person.name.title} | {who.affiliation.position}")
        known = title in self._told(who)
        return known or re.search(rf"(?<![a-z]){re.escape(title)}(?![a-z])", words) is not None

    def _own(self, folded: Folded, rooms: Rooms) -> Iterator[Found]:
        """Yield the roster's own titles and positions, and what says the same elsewhere."""
        for start, end, title in self._words.find(folded.text):
            latin = folded.text[start].isascii()
            place = None if latin else self._before.find(folded, start)
            span = self._span(folded, start if place is None else place[0], start, end, title)
            if span is None:
                continue
            of = Description(territory=place[1] if place else None)
            bearing = ([a for a in room if self._holds(a, title, of)] for room in rooms)
            yield from self._found(span, _fewest(bearing))

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
        if not whole_word(folded, start, end) or _OTHER_WORD.match(folded.text, end):
            return None
        if _is_listed(folded, start, end):
            return None
        english = folded.text[start].isascii()
        end += title in SHORT and folded.text[end : end + 1] == "."
        if of_meeting := _OF_MEETING.match(folded.text, end):
            end = of_meeting.end()
        noted = _is_noted(folded, start, end) if english else _is_noted_east(folded, end)
        if title in WORDS_TOO and not noted and not _was(folded, start):
            return None
        if place < start:
            return (place, end) if noted or self._points(folded, place, end) else None
        begins = start - len(_led(folded, start, end, title))
        other = english and title in self._reworded and title not in self._said
        if (_says_where(title) and not other) or (english and noted):
            return begins, end
        if english:
            stands = begins < start and not _next_is_capital(folded, end)
        else:
            near = folded.text[max(0, start - 6) : start]
            stands = _EAST_OPENS.search(near) or _CLEFT.search(near)
        return (begins, end) if stands and (noted or self._points(folded, begins, end)) else None

    def _points(self, folded: Folded, start: int, end: int) -> bool:
        """Return whether a title speaks of somebody in the room, as a description would."""
        if _CLEFT.search(folded.text[max(0, start - 24) : start]):
            return True
        article = folded.text[start].isascii()
        one = not article and _ONE_EAST.search(folded.text[max(0, start - 4) : start])
        determiners = frozenset({"the"} if article else {"one"} if one else ())
        phrase = Phrase(start, end, start, determiners=determiners)
        return self._room.level(phrase, Description(), folded) is Level.BLOCK

    @cached_property
    def _words(self) -> Automaton[str]:
        known = {t for who in self._roster.participations for t in self._told(who)}
        several = {t: t for t in known if len(t) > 1 and (not t.isascii() or " " in t)}
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
            title = _RETIRED.sub("", held)
            if title and title not in room.addresses:
                yield title
                others = set(self._reword.of(title))
                self._said |= {title, held}
                self._reworded |= others
                yield from others
                alike = *room.titles.get(title, ()), *self._translated.of(title)
                yield from alike
                yield from (s for t in (title, *alike) for s in shortened(t))
                if title != held:
                    yield from (held, *(r + t for t in (title, *alike) for r in _retired(t)))

    def _found(self, span: tuple[int, int], holders: list[Attendee]) -> Iterator[Found]:
        if 0 < len(holders) < self._roster.k:
            yield Found(
                start=span[0],
                end=span[1],
                level=Level.BLOCK,
                kind=ExposureKind.TITLE,
                why=TITLE_ALONE,
                who=tuple(self._places[a.who.id] for a in holders if a.who.id in self._places),
                k=len(holders),
            )


def _is_told(folded: Folded, hit: re.Match[str]) -> bool:
    """Return whether a title without an article is somebody's: "ex-colonel: …", "cto not keen"."""
    after = folded.text[hit.end() : hit.end() + 60]
    if hit.start(1) > hit.start():  # a retired colonel, ex-minister
        return True
    opens = _NOTE_OPENS.search(folded.text[max(0, hit.start() - 4) : hit.start()])
    return bool(opens) and (is_short_of_a_verb(after) or is_marked_as_heard(after))


def _led(folded: Folded, start: int, end: int, title: str) -> str:
    """Return the article and the words for a post once held that lead to a title, or ""."""
    article = _ARTICLE.search(folded.text[max(0, start - 16) : start])
    if title.startswith(("former ", "retired ")) and not folded.text.startswith(" of ", end):
        article = article or _ONE.search(folded.text[max(0, start - 16) : start])
    if title.isascii():
        article = article or _ONCE.search(folded.text[max(0, start - 24) : start])
    return article.group() if article else ""


def _is_noted(folded: Folded, start: int, end: int) -> bool:
    """Return whether a note begins with a title and its remark: "undersecretary: not yet".

    A list of participants has a name with a capital behind the colon.
    """
    after = folded.text[end : end + 60]
    remark = _REMARK.match(after)
    if _was(folded, start) and _DASHED.match(after):
        return True
    if not _NOTE_OPENS.search(folded.text[max(0, start - 4) : start]):
        return False
    if remark:
        if _NO_REMARK.match(after, remark.end()):
            return False
        return folded.written(end + remark.end(), end + remark.end() + 2).strip()[:1].islower()
    return is_short_of_a_verb(after) or takes_a_stance(after) or is_marked_as_heard(after)


def _is_listed(folded: Folded, start: int, end: int) -> bool:
    """Return whether posts are listed that were there, as in news: 次官、局長、課長が出席した."""
    listed = _POST_BEFORE.search(folded.text[max(0, start - 5) : start])
    return bool(listed) and bool(_ATTENDED.match(folded.text, end))


def _was(folded: Folded, start: int) -> bool:
    """Return whether a word for a post once held stands before a title."""
    return bool(_ONCE.search(folded.text[max(0, start - 24) : start]))


def _is_noted_east(folded: Folded, end: int) -> bool:
    """Return whether a note ends as what somebody said does, behind a title."""
    return bool(_NOTED_EAST.match(folded.text[end : sentence(folded, end)[1]]))


def _retired(title: str) -> tuple[str, ...]:
    """Return the words that show before a title that it is no longer held."""
    if title.isascii():
        return ("former ", "retired ")
    return _RETIRED_KOREAN if is_hangul(title[0]) else _RETIRED_EAST


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
