"""A pack that is released again: what is other than in the last one, from the register."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Brief
from dialogueprep.domain.briefs.reissue import Digests, digests, marked, only_changed
from dialogueprep.domain.errors import Refused
from dialogueprep.store.documents import Release

IN_EVIDENCE = "sections"


def as_reissue(brief: Brief, earlier: Iterable[Release], *, changes_only: bool = False) -> Brief:
    """Return a pack marked with what is other than in the latest of the ``earlier`` releases.

    With ``changes_only`` it holds only that. Refused: "pack-not-released" when nothing was
    released that it could be compared with, and "pack-unchanged" when all words are the same.
    """
    whole = replace(brief, sections=digests(brief))
    known = [release for release in earlier if IN_EVIDENCE in release.evidence]
    if not known:
        if changes_only:
            raise Refused("pack-not-released")
        return whole
    before = max(known, key=lambda release: release.number)
    made = marked(whole, _digests_in(before), before.number)
    if not changes_only:
        return made
    if not made.changed:
        raise Refused("pack-unchanged", number=before.number)
    return only_changed(made, before.number)


def _digests_in(release: Release) -> Digests:
    return tuple((key, words) for key, words in release.evidence[IN_EVIDENCE])


def kept_of(brief: Brief) -> dict[str, list[list[str]]]:
    """Return the digests of a pack's sections as they are kept in the evidence of its release."""
    return {IN_EVIDENCE: [list(pair) for pair in brief.sections]} if brief.sections else {}
