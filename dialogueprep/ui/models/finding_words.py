"""The words for what is shown of a finding: support, what to check, what is asked before release.

What a reader of documents sees is said elsewhere; these words are for the window.
"""

from __future__ import annotations

from dialogueprep.domain.finding_lint import Lint, LintCode
from dialogueprep.domain.notes import Column, Relation, Support
from dialogueprep.domain.release_questions import ReleaseQuestion
from dialogueprep.words import later, ntr, tr

SUPPORT_WORDS = {
    Support.ONE_VIEW: later("one view"),
    Support.SOME: later("some"),
    Support.SEVERAL: later("several"),
    Support.MANY: later("many"),
    Support.WIDELY_HELD: later("widely held"),
}
SUPPORT_MEANS = {
    Support.ONE_VIEW: later("a single view"),
    Support.SOME: later("a few, same side"),
    Support.SEVERAL: later("from more than one delegation"),
    Support.MANY: later("most who spoke"),
    Support.WIDELY_HELD: later("no one spoke against"),
}
COLUMN_SECONDS = {
    Column.CONVERGENT: later("Views met"),
    Column.EMERGING: later("Gaining ground"),
    Column.DIVERGENT: later("Views parted"),
    Column.UNRESOLVED: later("Left open"),
}
QUESTION_WORDS = {
    ReleaseQuestion.ONE_SOURCE: later("Could only one person or ministry have known or said this?"),
    ReleaseQuestion.OWN_PHRASE: later("Is it a phrase from somebody’s article or speech?"),
    ReleaseQuestion.ACCEPTED: later("Would all whom the words cover accept them?"),
    ReleaseQuestion.PUBLIC: later("What of it is public already?"),
}
RELATION_WORDS = {
    Relation.NEW: later("New to the library"),
    Relation.SUPPORTS: later("Supports"),
    Relation.REVISES: later("Revises"),
}


def support_number(support: Support | None) -> int:
    """Return 1 to 5, or 0 where nothing is said."""
    return list(Support).index(support) + 1 if support else 0


def lint_words(lint: Lint) -> str:  # one sentence for each code
    """Return what there is to check, in a few words."""
    facts = lint.facts
    match lint.code:
        case LintCode.STRONG_WORD:
            return _rests_on(str(facts["word"]), int(str(facts["n"])))
        case LintCode.BEYOND_SUPPORT:
            support = tr(SUPPORT_WORDS[Support(str(facts["support"]))])
            return tr("“{word}” is more than “{support}”", word=facts["word"], support=support)
        case LintCode.MIXED_STRENGTH:
            return tr("“{strong}” and “{weak}” in one finding", **facts)
        case LintCode.CONSENSUS:
            return tr("“{word}” may not stand in a chair’s summary", word=facts["word"])
        case LintCode.NO_NOTES:
            return tr("no notes behind it")
        case LintCode.NO_SUPPORT:
            return tr("support is not set")


def _rests_on(word: str, n: int) -> str:
    if n == 0:
        return tr("no note carries “{word}”", word=word)
    return ntr("“{word}” rests on {n} note", "“{word}” rests on {n} notes", n, word=word)


def open_words(left: int, doubts: int) -> str:
    """Return how many questions before release are open, or answered with a doubt."""
    if doubts:
        return ntr("{n} doubt before release", "{n} doubts before release", doubts)
    if left:
        return ntr("{n} question before release is open", "{n} questions before release are open",
                   left)  # fmt: skip
    return tr("answered before release")
