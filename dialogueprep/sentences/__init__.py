"""The sentence for each code of a refusal, a trouble, an observation or a reason.

A sentence says what happened, what is safe, and what to do. Its facts are named in braces.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from dialogueprep import words
from dialogueprep.domain.errors import Explained
from dialogueprep.domain.texts import Texts
from dialogueprep.sentences.observed import CHECKS, LIKENESS, SUGGESTED, WHOLE_CHECKS
from dialogueprep.sentences.of_files import OF_FILES
from dialogueprep.sentences.of_invitations import OF_INVITATIONS
from dialogueprep.sentences.of_kits import OF_KITS
from dialogueprep.sentences.of_life import OF_LIFE
from dialogueprep.sentences.of_people_files import OF_PEOPLE_FILES, TOLD_OF_PEOPLE
from dialogueprep.sentences.of_roles import CHOSEN, LEFT_OPEN, OF_ROLES, ROLE_CHECKS, ROLE_REMEDIES
from dialogueprep.sentences.of_rounds import OF_ROUNDS
from dialogueprep.sentences.of_rules import OF_RULES
from dialogueprep.sentences.of_teams import OF_TEAMS
from dialogueprep.sentences.of_texts import OF_TEXTS
from dialogueprep.sentences.of_the_system import OF_THE_SYSTEM
from dialogueprep.sentences.of_the_workspace import OF_THE_WORKSPACE
from dialogueprep.sentences.of_versions import OF_VERSIONS
from dialogueprep.words import language, tr

SENTENCES: dict[str, str] = {
    **OF_FILES,
    **OF_THE_WORKSPACE,
    **OF_RULES,
    **OF_ROLES,
    **OF_INVITATIONS,
    **OF_VERSIONS,
    **OF_TEXTS,
    **OF_ROUNDS,
    **OF_PEOPLE_FILES,
    **OF_KITS,
    **OF_LIFE,
    **OF_TEAMS,
}


def suggested_because(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for one reason why a topic is suggested."""
    from dialogueprep.domain import wording  # not needed to start

    shown: dict[str, object] = {}
    for name, fact in facts.items():
        if isinstance(fact, date):
            shown[name] = fact.strftime("%Y-%m")
        else:
            shown[name] = tr(wording.of(fact)) if isinstance(fact, StrEnum) else fact
    return tr(SUGGESTED[code], **shown)


def alike_because(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for why two entries seem to say the same.

    Tags among the facts are given as they are to be shown.
    """
    said = {k: words.listed(map(str, v)) for k, v in facts.items() if isinstance(v, tuple)}
    signs = words.listed(said.get(k, "") for k in ("tags", "terms", "names", "numbers"))
    return tr(LIKENESS[code], **{**facts, **said, "signs": signs})


def observed(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for a check of the agenda; titles in the window's language."""
    shown = {k: _shown(v) for k, v in facts.items()}
    return tr(CHECKS.get(code) or WHOLE_CHECKS.get(code) or ROLE_CHECKS[code], **shown)


def settled_by(code: str, facts: Mapping[str, object]) -> str:
    """Return the words of a way to settle something about roles."""
    return tr(ROLE_REMEDIES[code], **facts)


def chosen_because(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for why somebody is suggested for a role, or why nobody is."""
    return tr(CHOSEN.get(code) or LEFT_OPEN[code], **facts)


def _shown(fact: object) -> object:
    if not isinstance(fact, Texts):
        return fact
    known: dict[str, str] = {t.language: t.wording for t in fact.entries}
    return known.get(language()) or next(iter(known.values()), "")


def explain(error: Explained) -> str:
    """Return the sentence for an error, in the window's language."""
    sentence = SENTENCES.get(error.code)
    if not sentence:
        return f"{error.code} {error.facts or ''}".strip()
    facts = {**error.facts}
    if (reason := str(facts.get("reason", ""))) in OF_THE_SYSTEM:
        facts["reason"] = tr(reason)
    return tr(sentence, **facts)


def told(code: str, facts: Mapping[str, object]) -> str:
    """Return the sentence for something that is told of a list of people or of one of its rows.

    A column is given as its label; several names as a tuple.
    """
    shown = {k: words.listed(map(str, v)) if isinstance(v, tuple) else v for k, v in facts.items()}
    if "column" in shown:
        shown["column"] = tr(str(shown["column"]))
    return tr(TOLD_OF_PEOPLE[code], **shown)
