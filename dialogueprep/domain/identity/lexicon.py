"""The tables that recognition rests on, as one frozen value. They are data, read once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TypeVar, cast

from dialogueprep.domain.identity.meeting_words import MeetingWords
from dialogueprep.domain.identity.reading.automaton import OnePass
from dialogueprep.domain.identity.reading.fold import KANA, Fold
from dialogueprep.domain.identity.reading.word_tree import either
from dialogueprep.domain.identity.room_words import RoomWords

Table = Mapping[str, tuple[str, ...]]
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or economy: its words by language, the label first; ``short`` before 方 or 側."""

    code: str
    region: str
    words: Table
    short: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A region or grouping; ``of`` are narrower regions, ``members`` territory codes."""

    name: str
    words: Table
    of: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Readings:
    """Customary spellings of names in Latin letters, and Japanese forms of characters.

    ``han_korean``, ``han_on`` and ``han_cantonese`` are how characters are read there;
    ``surnames`` are frequent Chinese family names.
    """

    hangul_surname: Table
    hangul_syllable: Table
    han_surname: Table
    kana: Table
    kanji: Mapping[str, str]
    dialect_surname: Table
    dialect_given: Table
    hangul_hanja: Table
    pinyin_kana: Table
    han_korean: Table
    han_on: Table
    han_cantonese: Table
    surnames: tuple[str, ...]

    @cached_property
    def hangul_by_spelling(self) -> Mapping[str, tuple[str, ...]]:
        """Korean surnames by each spelling that stands for them."""
        found: dict[str, tuple[str, ...]] = {}
        for hangul, spellings in self.hangul_surname.items():
            for spelling in spellings[:4]:
                found[spelling] = (*found.get(spelling, ()), hangul)
        return found

    @cached_property
    def hangul_by_sound(self) -> Mapping[str, tuple[str, ...]]:
        """Korean syllables of given names by each customary spelling that stands for them."""
        from dialogueprep.domain.identity.spellings.readings import hangul_by_sound

        return hangul_by_sound(self)


@dataclass(frozen=True, kw_only=True)
class Customs:
    """Words around and for names: particles, nicknames by name, names transliterated alike.

    ``clipped`` are what people make of long names of South Asia: Bala, Venkat. ``abroad`` are names
    of elsewhere as kana, hangul and characters write them, folded; ``elements`` are what names of
    a territory are made of, as Chinese writes them.
    """

    particles: frozenset[str]
    patronymic: frozenset[str]
    nicknames: Mapping[str, tuple[frozenset[str], ...]]
    transliterated: Mapping[str, tuple[frozenset[str], ...]]
    clipped: tuple[str, ...]
    abroad: Table
    elements: Mapping[str, Table]


@dataclass(frozen=True, kw_only=True)
class Vietnamese:
    """Family names in their neighbours' scripts, folded, and characters for syllables.

    ``middle`` are words before the last of a given name that nobody is called by.
    """

    family: Table
    han: Mapping[str, str]
    middle: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Common:
    """Words that are also names, folded, and what may stand around a name."""

    words: frozenset[str]
    never_alone: frozenset[str]
    opening: frozenset[str]
    han_before: frozenset[str]
    han_particles: frozenset[str]
    no_chief: frozenset[str]  # what a surname makes with a title, but is a word
    small: frozenset[str]


@dataclass(frozen=True, slots=True)
class MadeTitles:
    """Titles behind a name, folded: an office alone, or behind a rank: 副+主任."""

    ranks: tuple[str, ...]
    offices: tuple[str, ...]

    def words(self) -> Iterator[str]:
        """Yield all titles that are made of them."""
        yield from self.offices
        yield from map("".join, product(self.ranks, self.offices))


@dataclass(frozen=True, kw_only=True)
class Speech:
    """Verbs of saying by language, titles, honorifics, roles and orders of speaking, folded.

    ``announced`` are words of a turn that a programme tells, ``main`` of the one that opens it.
    """

    saying: Table
    titles: tuple[str, ...]
    public_titles: frozenset[str]
    honorifics: tuple[str, ...]
    made_titles: tuple[MadeTitles, ...]
    titles_alone: tuple[str, ...]
    roles: Table
    not_roles: tuple[str, ...]
    orders: Table
    announced: tuple[str, ...]
    main: tuple[str, ...]

    @cached_property
    def behind(self) -> re.Pattern[str]:
        """Match a title or form of address that stands behind a name without a space."""
        return re.compile(self.words_behind(lambda _: True))

    @cached_property
    def begin_behind(self) -> frozenset[str]:
        """The letters that what `behind` matches begins with."""
        made = (word for it in self.made_titles for word in (*it.ranks, *it.offices))
        return frozenset(word[0] for word in (*self.honorifics, *made))

    def words_behind(self, chosen: Callable[[str], bool]) -> str:
        """Return a pattern for the titles and forms of address with letters that are chosen.

        The longest is matched where several fit: 参事官, and no 参事.
        """
        ranks = {word for it in self.made_titles for word in it.ranks if chosen(word[0])}
        posts = {word for it in self.made_titles for word in it.offices if chosen(word[0])}
        called = [word for word in self.honorifics if chosen(word[0])]
        posts |= {word for word in called if len(word) > 1 and not KANA.search(word)}
        return f"(?:{either(sorted(ranks))})?(?:{either(sorted(posts))})|{either(called)}"


@dataclass(frozen=True, slots=True)
class KindOfBody:
    """What an institution is, folded: in Latin letters, in Chinese and Japanese, in Korean."""

    latin: frozenset[str]
    characters: tuple[str, ...]
    hangul: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeighbourWords:
    """How names of institutions are written in their neighbours' languages; folded.

    ``alike`` are words that stand for each other, ``ordinary`` those that are no proper name,
    ``generic`` what stands before one in names of elsewhere: Stiftung, Fundación; ``fields`` are
    words of two characters for what public offices deal in: 海缆, 資源.
    """

    alike: tuple[tuple[str, ...], ...]
    kinds: tuple[KindOfBody, ...]
    ordinary: frozenset[str]
    generic: frozenset[str]
    fields: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Institutions:
    """Patterns that show an institution as a source of views, or as something else.

    By language, ``acts`` match what an institution does as such, ``mind`` what only somebody
    with a view does or is; ``beside`` are pairs of patterns, folded, for what stands right before
    and right behind one: "party en" where it is one of the parties, "free en" where it is none.
    """

    source_before: re.Pattern[str]
    source_after: re.Pattern[str]
    source_strong: re.Pattern[str]
    matter_before: re.Pattern[str]
    matter_after: re.Pattern[str]
    acts: Mapping[str, re.Pattern[str]]
    mind: Mapping[str, re.Pattern[str]]
    words: frozenset[str]
    common_acronyms: frozenset[str]
    neighbours: NeighbourWords
    beside: Mapping[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one word of a descriptor says: a predicate, a determiner, a link or a head."""

    kind: str  # territory region sector broad gender; determiner after link head pronoun
    value: str
    extra: str = ""  # for a head: its gender, or "present" if it names somebody at the table


@dataclass(frozen=True, kw_only=True, repr=False)
class Lexicon:
    """All tables; ``pieces`` maps folded words to what they say in a descriptor.

    ``read_meeting`` reads the words of a meeting, which nothing needs before an officer is told of.
    """

    fold: Fold
    readings: Readings
    customs: Customs
    vietnamese: Vietnamese
    common: Common
    speech: Speech
    institutions: Institutions
    room: RoomWords
    read_meeting: Callable[[], MeetingWords]
    territories: Mapping[str, Territory]
    regions: Mapping[str, Region]
    pieces: Mapping[str, tuple[Piece, ...]]

    def __repr__(self) -> str:
        return f"Lexicon({len(self.pieces)} words)"

    @cached_property
    def _kept(self) -> dict[str, object]:
        return {}

    @cached_property
    def meeting(self) -> MeetingWords:
        """The words of a meeting itself, read when they are first asked for."""
        return self.read_meeting()

    @cached_property
    def in_one_pass(self) -> OnePass:
        """What looks for all words of these tables in a text at once."""
        return OnePass()

    def kept(self, name: str, make: Callable[[], Made]) -> Made:
        """Return what is worked out once from these tables: patterns and the like."""
        known = self._kept.get(name)
        if known is None:
            known = self._kept.setdefault(name, make())
        return cast("Made", known)

    def is_common(self, folded: str) -> bool:
        """Return whether a folded word is also an ordinary word."""
        return folded in self.common.words

    def members(self, region: str) -> frozenset[str]:
        """Return the codes of the territories in a region or grouping."""
        known = self.regions.get(region)
        if known is None:
            return frozenset()
        own = {t.code for t in self.territories.values() if t.region == region}
        narrower = {code for name in known.of for code in self.members(name)}
        return frozenset({*own, *known.members, *narrower})

    def place(self, code: str, language: str) -> str:
        """Return the usual name of a territory or region in a language, or the code itself."""
        known = self.territories.get(code) or self.regions.get(code)
        return known.words[language][0] if known else code
