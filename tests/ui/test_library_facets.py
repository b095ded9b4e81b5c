from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dialogueprep.domain.dialogue import (
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    ItemId,
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
from dialogueprep.ui.models.library_facets import (
    HERE,
    NEVER,
    EntryRow,
    Facets,
    Frame,
    Use,
    in_order,
    showing,
    sift,
    why_not,
)

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


USE = Use(DialogueId("d"), ItemId("i"), "R4", "Round 4", "Item", 0, 75)


@st.composite
def libraries(draw: st.DrawFn) -> list[EntryRow]:
    rows = []
    for number in range(draw(st.integers(0, 12))):
        formats = tuple(draw(st.lists(st.sampled_from(FORMATS), unique=True)))
        dimension = draw(st.sampled_from(list(Dimension)))
        it = topic(number, draw(step), draw(step), formats=formats, dimension=dimension)
        used = draw(st.booleans())
        title = it.titles.best("en")
        rows.append(EntryRow(it, title, "", (USE,) if used else (), used and draw(st.booleans())))
    return rows


facets = st.builds(
    Facets,
    formats=st.frozensets(st.sampled_from(FORMATS), max_size=2),
    dimensions=st.frozensets(st.sampled_from(list(Dimension)), max_size=2),
    uses=st.frozensets(st.sampled_from([NEVER, HERE]), max_size=2),
    frame=st.one_of(st.none(), st.builds(Frame.between, cells, cells)),
    query=st.sampled_from(["", "x"]),
    found=st.frozensets(st.sampled_from([TopicId(str(n)) for n in range(12)]), max_size=8),
)


@settings(deadline=None, max_examples=80)
@given(libraries(), facets)
def test_the_cells_within_the_frame_add_up_to_the_list(rows: list[EntryRow], asked: Facets) -> None:
    sifted = sift(rows, asked)
    within = (n for cell, n in sifted.cells.items() if not asked.frame or asked.frame.holds(cell))
    unrated = 0 if asked.frame else sifted.unrated
    assert sum(within) + unrated == len(sifted.rows)


@settings(deadline=None, max_examples=80)
@given(libraries(), facets)
def test_a_count_says_how_many_rows_ticking_that_value_alone_gives(
    rows: list[EntryRow], asked: Facets
) -> None:
    sifted = sift(rows, asked)
    for format_ in FORMATS:
        alone = sift(rows, replace(asked, formats=frozenset({format_})))
        assert len(alone.rows) == sifted.formats.get(format_, 0)
    for value in (NEVER, HERE):
        alone = sift(rows, replace(asked, uses=frozenset({value})))
        assert len(alone.rows) == sifted.uses.get(value, 0)


@settings(deadline=None, max_examples=80)
@given(libraries(), facets)
def test_clearing_what_excludes_most_brings_back_as_many_as_said(
    rows: list[EntryRow], asked: Facets
) -> None:
    sifted = sift(rows, asked)
    if group := sifted.excludes_most:
        cleared = sift(rows, asked.without(group))
        assert len(cleared.rows) == len(sifted.rows) + sifted.excluded[group]
        assert sifted.excluded[group] == max(sifted.excluded.values())


def test_a_topic_rated_on_one_scale_counts_as_unrated() -> None:
    row = EntryRow(topic(1, 3, None), "Topic", "")
    assert row.cell is None
    assert sift([row], Facets()).unrated == 1


def test_least_used_and_most_operable_come_first_when_asked() -> None:
    used = EntryRow(topic(1, 1, 5), "B", "", (USE,))
    unused = EntryRow(topic(2, 1, 2), "A", "")
    assert in_order([used, unused], "use") == (unused, used)
    assert in_order([unused, used], "operability") == (used, unused)
    assert in_order([used, unused], "title") == (unused, used)


def test_the_second_line_is_the_wording_that_holds_the_query() -> None:
    titles = Texts.of(en="Ports", zh="港口", ko="항만")
    row = EntryRow(replace(topic(1, 1, 1), titles=titles), "Ports", "港口")
    assert showing([row], "항만")[0].second == "항만"
    assert showing([row], "port")[0].second == "港口"


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
