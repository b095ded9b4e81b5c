"""What a person said about two entries that seemed alike: a variant, or not the same."""

from __future__ import annotations

from collections.abc import Iterable

from dialogueprep.domain.collection import Decision, Verdict
from dialogueprep.store import rows
from dialogueprep.store.rows import Readable
from dialogueprep.store.step import Step, new_id

VARIANT, NOT_THE_SAME = Verdict.VARIANT, Verdict.NOT_THE_SAME
_OF = "(one = ? AND other = ?)"


def decisions(store: Readable) -> tuple[Decision, ...]:
    """Return all that was decided, variants first."""
    found = rows.select(store, "pairs", order="verdict DESC, one, other")
    return tuple(Decision(r["one"], r["other"], Verdict(r["verdict"])) for r in found)


def settled(store: Readable) -> frozenset[frozenset[str]]:
    """Return the pairs on which a person has decided."""
    return frozenset(frozenset((r["one"], r["other"])) for r in rows.select(store, "pairs"))


def variants(store: Readable) -> dict[str, frozenset[str]]:
    """Return for each entry that has any the entries that say the same in another source.

    Variants of variants are variants: several sources that come to one idea show convergence.
    """
    groups: dict[str, set[str]] = {}
    for row in rows.select(store, "pairs", "verdict = ?", [VARIANT]):
        joined = groups.get(row["one"], {row["one"]}) | groups.get(row["other"], {row["other"]})
        for entry in joined:
            groups[entry] = joined
    return {entry: frozenset(group - {entry}) for entry, group in groups.items()}


def put(step: Step, one: str, other: str, verdict: Verdict) -> None:
    """Write what two entries are to each other; an earlier word on them is replaced."""
    forget(step, one, other)
    first, second = sorted((one, other))
    row = {"id": new_id(), "one": first, "other": second, "verdict": verdict.value}
    rows.insert(step, "pairs", row)


def forget(step: Step, one: str, other: str) -> None:
    """Leave it open again what two entries are to each other."""
    both = [one, other, other, one]
    for row in list(rows.select(step, "pairs", f"{_OF} OR {_OF}", both)):
        rows.delete(step, "pairs", row["id"])


def move(step: Step, gone: str, kept: str) -> None:
    """Let what was said about one entry be said of another, into which it was merged."""
    found = list(rows.select(step, "pairs", "one = ? OR other = ?", [gone, gone]))
    said = {kept: ""} | {_other(r["one"], r["other"], kept): "" for r in _of(step, kept)}
    for row in found:
        rows.delete(step, "pairs", row["id"])
        other = _other(row["one"], row["other"], gone)
        if other not in said:
            put(step, kept, other, Verdict(row["verdict"]))


def _of(step: Step, entry: str) -> Iterable[rows.Row]:
    return rows.select(step, "pairs", "one = ? OR other = ?", [entry, entry])


def _other(one: str, other: str, entry: str) -> str:
    return other if one == entry else one


_POINTING = {
    "topic": (("items", "topic"), ("recommendations", "topic")),
    "recommendation": (
        ("notes", "recommendation"),
        ("findings", "recommendation"),
        ("proposals", "recommendation"),
    ),
}


def point_elsewhere(step: Step, kind: str, gone: str, kept: str) -> None:
    """Let all that points at a topic or recommendation point at another one.

    The kept one stands on the table of an item once. Refused "dialogue-closed" where items,
    notes or findings that point at it are frozen.
    """
    for table, column in _POINTING[kind]:
        for row in list(rows.select(step, table, f"{column} = ?", [gone])):
            rows.update(step, table, row["id"], {column: kept})
    if kind != "recommendation":
        return
    on_table = list(rows.select(step, "item_recommendations", "recommendation = ?", [gone]))
    for row in on_table:
        both = [row["item"], kept]
        if next(
            rows.select(step, "item_recommendations", "item = ? AND recommendation = ?", both), None
        ):
            rows.delete(step, "item_recommendations", row["id"])
        else:
            rows.update(step, "item_recommendations", row["id"], {"recommendation": kept})
