"""How the documents of a dialogue look beyond the house style: paper, logos, a template of Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialogueprep.domain.briefs.blocks import Missing, Paper, Picture, Template
from dialogueprep.domain.dialogue import HostId


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The choices of a dialogue, and the template of its workspace.

    ``logos`` are shown once every host has one: hosts have equal weight.
    """

    paper: Paper = Paper.A4
    missing: Missing = Missing.REFUSE
    logos: Mapping[HostId, Picture] = field(default_factory=dict[HostId, Picture])
    template: Template | None = None
