from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import (
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    Phase,
)
from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Format,
    Rating,
    RatingId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store.library_listing import EXPIRED, UNRATED
from dialogueprep.store.marks import Marks, bits_of
from dialogueprep.ui.models.library_facets import (
    HERE,
    NEVER,
    EntryRow,
    Facets,
    Frame,
    why_not,
)
from dialogueprep.ui.models.library_sifting import Sifted, sift

FORMATS = [Format("China-Japan-ROK"), Format("US-Japan-ROK"), Format("ASEAN+3")]
step = st.one_of(st.none(), st.integers(1, 5))
cells = st.tuples(st.integers(1, 5), st.integers(1, 5))


def topic(number: int, sensitivity: int | None, operability: int | None, **more: object) -> Topic:
    given_ = ((Axis.SENSITIVITY, sensitivity), (Axis.OPERABILITY, operability))
    ratings = tuple(
        Rating(
            id=RatingId(f"{number}{axis}"), axis=axis, value=value, reason="r", rater="x",
            rated=date(2026, 1, 1),
        )
        for axis, value in given_
        if value
    )  # fmt: skip
    facts: dict[str, object] = {"dimension": Dimension.ECONOMIC, "formats": (FORMATS[0],)}
    return Topic(
        id=TopicId(str(number)),
        titles=Texts.of(en=f"Topic {number}", zh=f"议题{number}"),
        ratings=ratings,
        **{**facts, **more},  # type: ignore[arg-type]
    )


DIALOGUE = DialogueId("d")
GROUPS = ("search", "frame", "format", "dimension", "use", "tag", "source", "rating")
TAGS, SOURCES, VIEWS = ("t1", "t2"), ("s1", "s2"), (EXPIRED, UNRATED)


@dataclass(frozen=True)
class Had:
    """What one topic has, as the bit sets are to say it."""

    cell: tuple[int, int] | None
    formats: frozenset[str]
    dimension: Dimension
    uses: frozenset[str]
    tags: frozenset[str]
    sources: frozenset[str]
    expired: bool
    found: bool

    def passes(self, group: str, asked: Facets) -> bool:
        """Return whether a group lets the topic through: the rule, without bit sets."""
        ratings = {UNRATED} if self.cell is None else set()
        ratings |= {EXPIRED} if self.expired else set()
        had = {
            "format": (asked.formats, self.formats),
            "dimension": (asked.dimensions, {self.dimension}),
            "use": (asked.uses, self.uses),
            "tag": (asked.tags, self.tags),
            "source": (asked.sources, self.sources),
            "rating": (asked.ratings, ratings),
        }
        if group == "search":
            return not asked.query or self.found
        if group == "frame":
            return asked.frame is None or (self.cell is not None and asked.frame.holds(self.cell))
        wanted, mine = had[group]
        return not wanted or bool(wanted & mine)


def some(values: Sequence[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(values), max_size=2)


topics = st.builds(
    Had,
    cell=st.one_of(st.none(), cells),
    formats=some(FORMATS),
    dimension=st.sampled_from(list(Dimension)),
    uses=st.sampled_from([frozenset({NEVER}), frozenset({HERE}), frozenset()]),
    tags=some(TAGS),
    sources=some(SOURCES),
    expired=st.booleans(),
    found=st.booleans(),
)
libraries = st.lists(topics, max_size=12)
facets = st.builds(
    Facets,
    formats=some(FORMATS),
    dimensions=st.frozensets(st.sampled_from(list(Dimension)), max_size=2),
    uses=some([NEVER, HERE]),
    tags=some(TAGS),
    sources=some(SOURCES),
    ratings=some(VIEWS),
    frame=st.one_of(st.none(), st.builds(Frame.between, cells, cells)),
    query=st.sampled_from(["", "x"]),
)


def marks_of(library: Sequence[Had]) -> Marks:
    marks, size = Marks(), len(library)
    marks.there = bits_of(range(size), size)
    for at, had in enumerate(library):
        of = {
            "cell": {had.cell} - {None},
            "format": had.formats,
            "dimension": {had.dimension},
            "tag": had.tags,
            "source": had.sources,
            "rating": ({UNRATED} if had.cell is None else set())
            | ({EXPIRED} if had.expired else set()),
            "used": {DIALOGUE} if HERE in had.uses else set() if had.uses else {"another"},
        }
        for group, values in of.items():
            marks.put(group, {value: [at] for value in values}, size)
    return marks


def sifted(library: Sequence[Had], asked: Facets) -> Sifted:
    found = bits_of((at for at, had in enumerate(library) if had.found), len(library))
    return sift(marks_of(library), asked, DIALOGUE, found)


@settings(deadline=None, max_examples=120)
@given(libraries, facets)
def test_what_passes_all_groups_is_listed(library: list[Had], asked: Facets) -> None:
    there = sifted(library, asked).there
    for at, had in enumerate(library):
        assert bool(there >> at & 1) is all(had.passes(group, asked) for group in GROUPS)


@settings(deadline=None, max_examples=80)
@given(libraries, facets)
def test_the_cells_within_the_frame_add_up_to_the_list(library: list[Had], asked: Facets) -> None:
    found = sifted(library, asked)
    within = (n for cell, n in found.cells.items() if not asked.frame or asked.frame.holds(cell))
    unrated = 0 if asked.frame else found.unrated
    assert sum(within) + unrated == len(found)


@settings(deadline=None, max_examples=80)
@given(libraries, facets)
def test_a_count_says_how_many_are_listed_if_that_value_alone_is_ticked(
    library: list[Had], asked: Facets
) -> None:
    found = sifted(library, asked)
    for group, name, values in (
        ("format", "formats", FORMATS),
        ("use", "uses", (NEVER, HERE)),
        ("tag", "tags", TAGS),
        ("source", "sources", SOURCES),
        ("rating", "ratings", VIEWS),
    ):
        for value, n in found.counts(group, values).items():
            assert len(sifted(library, replace(asked, **{name: frozenset({value})}))) == n


@settings(deadline=None, max_examples=80)
@given(libraries, facets)
def test_clearing_what_excludes_most_brings_back_as_many_as_said(
    library: list[Had], asked: Facets
) -> None:
    found = sifted(library, asked)
    if group := found.excludes_most:
        cleared = sifted(library, asked.without(group))
        assert len(cleared) == len(found) + found.excluded[group]
        assert found.excluded[group] == max(found.excluded.values())


def test_every_group_can_be_cleared() -> None:
    asked = Facets(
        formats=frozenset(FORMATS), dimensions=frozenset(Dimension), uses=frozenset({NEVER}),
        tags=frozenset(TAGS), sources=frozenset(SOURCES), ratings=frozenset(VIEWS),
        frame=Frame.between((1, 1), (2, 2)), query="x", meant="x",
    )  # fmt: skip
    for group in GROUPS:
        assert asked.without(group) != asked
        asked = asked.without(group)
    assert asked == Facets()


def test_a_topic_rated_on_one_scale_counts_as_unrated() -> None:
    assert EntryRow(TopicId("1"), "Topic", (), 3, 0).cell is None
    assert EntryRow(TopicId("1"), "Topic", (), 3, 1).cell == (3, 1)


def test_the_second_line_is_the_wording_that_holds_the_query() -> None:
    row = EntryRow(TopicId("1"), "Ports", ("港口", "항만"))
    assert row.second_for(("항만",)) == "항만"
    assert row.second_for(("port",)) == "港口"
    assert row.second_for(()) == "港口"


def dialogue(**more: object) -> Dialogue:
    codes = ("CN", "JP", "KR")
    table = tuple(Delegation(id=DelegationId(c), code=c, labels=Texts.of(en=c)) for c in codes)
    return Dialogue(
        id=DialogueId("d"), names=Texts(), titles=Texts(), place=Texts(),
        first_day=date(2026, 10, 15), delegations=table, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def test_why_a_topic_is_not_offered_is_said_in_one_sentence() -> None:
    asked = {
        "Open a dialogue": (topic(1, 1, 1), None),
        "closed": (topic(1, 1, 1), dialogue(phase=Phase.CLOSED)),
        "Not rated": (topic(1, 1, None), dialogue()),
        "ceiling of 2": (topic(1, 3, 3), dialogue()),
        "no format": (topic(1, 1, 1, formats=()), dialogue()),
        "leave out": (topic(1, 1, 1, formats=(Format("US-Japan-ROK"),)), dialogue()),
    }
    for words, (it, of) in asked.items():
        assert words in why_not(it, of)
    assert not why_not(topic(1, 2, 1), dialogue())


@settings(deadline=None, max_examples=60)
@given(step, step, st.lists(st.sampled_from(FORMATS), unique=True), st.integers(1, 5))
def test_a_reason_is_given_exactly_when_a_topic_is_not_offered(
    sensitivity: int | None, operability: int | None, formats: list[Format], ceiling: int
) -> None:
    it = topic(1, sensitivity, operability, formats=tuple(formats))
    of = dialogue(ceiling=ceiling)
    assert bool(why_not(it, of)) is not it.offered(of.ceiling, of.table)
