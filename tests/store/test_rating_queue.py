"""What is unrated or expired is found, topics and recommendations alike."""

from __future__ import annotations

from datetime import date

from dialogueprep.domain.library import (
    Axis,
    Dimension,
    Rating,
    RatingId,
    Recommendation,
    RecommendationId,
    Topic,
    TopicId,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import library, rating_queue
from dialogueprep.store.workspace import Store

TODAY = date(2026, 11, 3)


def rating(entry: str, axis: Axis, until: date | None = None, view: str | None = None) -> Rating:
    return Rating(
        id=RatingId(f"{entry}{axis}{view}"), axis=axis, value=2, reason="So.", rater="",
        rated=date(2025, 1, 1), review_by=until, delegation=view,
    )  # fmt: skip


def topic(name: str, *ratings: Rating) -> Topic:
    return Topic(
        id=TopicId(name), titles=Texts.of(en=name), dimension=Dimension.ECONOMIC, ratings=ratings
    )


def test_entries_that_lack_an_axis_or_are_past_their_review_wait(store: Store) -> None:
    whole = [rating("whole", axis) for axis in Axis]
    half = rating("half", Axis.SENSITIVITY, TODAY)
    late = [rating("late", Axis.SENSITIVITY, date(2026, 1, 1), "JP"),
            rating("late", Axis.OPERABILITY, date(2027, 1, 1))]  # fmt: skip
    it = Recommendation(
        id=RecommendationId("it"), topic=TopicId("whole"), titles=Texts.of(en="It"),
        texts=Texts(), dimension=Dimension.ECONOMIC,
    )  # fmt: skip
    with store.step("Fill") as step:
        for each in (topic("whole", *whole), topic("half", half), topic("late", *late)):
            library.put_topic(step, each)
        library.put_recommendation(step, it)
    assert rating_queue.unrated(store, 9) == ("half", "it")
    assert rating_queue.unrated(store, 1) == ("half",)
    assert rating_queue.expired(store, TODAY, 9) == ("late", "half")
    assert rating_queue.expired(store, date(2025, 12, 31), 9) == ()
    assert [e.id for e in rating_queue.entries(store, ("it", "gone", "half"))] == ["it", "half"]
