"""The programme: days, items, questions, and the roles that the organiser announces."""

from __future__ import annotations

from itertools import groupby

from dialogueprep.domain import wording
from dialogueprep.domain.briefs import changes, frame, item_terms, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Heading,
    Line,
    Notice,
    Paragraph,
    Product,
    Run,
    Stress,
    Table,
    Why,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.language_forms import between, bracketed, joined, span, weekday
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.briefs.name_order import name_line, ordered
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.briefs.presence import capacity
from dialogueprep.domain.dialogue import AgendaItem, ItemKind
from dialogueprep.domain.people import Participation, ParticipationId, Role
from dialogueprep.domain.texts import Language
from dialogueprep.domain.timetable import Slot

ANNOUNCED = (Role.CHAIR, Role.MODERATOR, Role.PRESENTER, Role.DISCUSSANT, Role.RAPPORTEUR)
_QUIET_KINDS = frozenset({ItemKind.BREAK, ItemKind.MEAL, ItemKind.LOGISTICS})


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the programme: title, hosts and the Rule, then a table for each day."""
    pen = Pen(language)
    rule = sentences.rule_lines(material, pen, held=False)
    notice = tuple(line for line in (*rule, capacity(material, pen, held=False)) if line)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.PROGRAMME, pen, material, held=False),
        Notice((*notice, *item_terms.meanings(material, pen))),
        *days(material, pen, audience),
        *_changes(material, pen, audience),
    )
    return frame.framed(Product.PROGRAMME, audience, pen, material, *blocks)


def days(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    """Return a table for each day, with the roles that this audience may read."""
    if not material.slots:
        return (Paragraph(pen.say("The programme is being prepared."), quiet=True),)
    blocks: list[Block] = [Paragraph(pen.say("All times are local."), quiet=True)]
    labels = numbers(material.timed)
    entries = _Entries(material, pen, audience, labels)
    for day, slots in groupby(material.timed, key=lambda slot: slot.day):
        on = pen.text(weekday(material.dialogue.day(day), pen.language))
        heading = pen.say("Day {number}: {date}", number=day + 1, date=on)
        blocks += [Heading("", heading, 1), _table(pen, heading, entries, list(slots))]
    return tuple(blocks)


def _changes(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    """What is different since the edition that readers hold already."""
    if material.since is None:
        return ()
    entries = _Entries(material, pen, audience, {})
    return changes.blocks(material.since, pen, entries.name)


def _table(pen: Pen, heading: Line, entries: _Entries, slots: list[Slot]) -> Table:
    rows = tuple((_time(pen, slot), entries.of(slot.item)) for slot in slots)
    head = (pen.say("Time"), pen.say("Item"))
    return Table(head, rows, (0.17, 0.83), (), plain(heading))


def _time(pen: Pen, slot: Slot) -> Line:
    stress = Stress.QUIET if slot.item.kind in _QUIET_KINDS else Stress.PLAIN
    return stressed(pen.text(span(slot.start, slot.end, pen.language)), stress)


class _Entries:
    """Writes the cell of an item: title, titles in other languages, questions, roles."""

    def __init__(
        self, material: Material, pen: Pen, audience: Audience, labels: dict[str, str]
    ) -> None:
        self._material = material
        self._pen = pen
        self._labels = labels
        self._listed = {p.id: p for p in material.listed(audience)}

    def of(self, item: AgendaItem) -> Line:
        """Return the cell; its lines are parted by line feeds."""
        if item.kind in _QUIET_KINDS:
            where = bracketed(self._pen.write(item.places), self._pen.language)
            return stressed((*self._pen.write(item.titles, origin=item.id), *where), Stress.QUIET)
        terms = item_terms.terms_line(item, self._material, self._pen)
        lines = [self._title(item), self._other_titles(item), terms, self._groups(item)]
        lines += [
            _question(self._pen.write(q.texts, origin=item.id), self._pen) for q in item.questions
        ]
        lines += self._roles(item)
        return between([line for line in lines if line], "\n", self._pen.language)

    def _title(self, item: AgendaItem) -> Line:
        title = self._pen.write(item.titles, origin=item.id)
        label = self._labels.get(item.id)
        if label is not None:
            title = self._pen.say("Session {number}. {title}", number=label, title=title)
        room = stressed(bracketed(self._pen.write(item.places), self._pen.language), Stress.QUIET)
        return (*stressed(title, Stress.STRONG), *room)

    def _other_titles(self, item: AgendaItem) -> Line:
        if item.id not in self._labels:
            return ()
        others = item.titles.others(self._pen.language)
        runs: list[Line] = [(Run(t.wording, t.language, stress=Stress.QUIET),) for t in others]
        return between(runs, " / ", self._pen.language)

    def _groups(self, item: AgendaItem) -> Line:
        """Which groups report back at an item, as their titles with their numbers."""
        groups = [self._group(slot) for slot in self._material.reported_at(item)]
        if not groups:
            return ()
        named = joined(groups, self._pen.language)
        return stressed(self._pen.say("Reports from: {groups}", groups=named), Stress.QUIET)

    def _group(self, slot: Slot) -> Line:
        label, title = self._labels.get(slot.item.id), self._pen.write(slot.item.titles)
        return (*self._pen.text(f"{label} "), *title) if label else title

    def _roles(self, item: AgendaItem) -> list[Line]:
        held = self._material.roles_at(item)
        lines: list[Line] = []
        for role in ANNOUNCED:
            people = [
                p for id_, p in self._listed.items() if id_ in held and role in held[id_].roles
            ]
            if people:
                lines.append(self._role(role, people))
        return lines

    def _shown(self, participation: ParticipationId) -> bool:
        return participation in self._listed

    def name(self, participation: ParticipationId) -> Line:
        """Return the name of somebody who agreed to be listed; nothing for others."""
        who = self._listed.get(participation)
        return self._name(who) if who else ()

    def _role(self, role: Role, people: list[Participation]) -> Line:
        label = stressed(self._pen.say(wording.role(role, several=len(people) > 1)), Stress.QUIET)
        names = joined([self._name(p) for p in self._in_order(people)], self._pen.language)
        return self._pen.say("{role}: {names}", role=label, names=names)

    def _in_order(self, people: list[Participation]) -> list[Participation]:
        codes = [d.code for d in self._material.dialogue.delegations]
        by_name = ordered(people, self._pen.language, self._material.naming)
        return sorted(
            by_name, key=lambda p: codes.index(p.delegation) if p.delegation in codes else 99
        )

    def _name(self, who: Participation) -> Line:
        delegation = self._material.delegation(who.delegation)
        label = self._pen.write(delegation.labels) if delegation else ()
        return (
            *name_line(who, self._pen, Why.ROLE, capitals=self._material.naming.capitals),
            *bracketed(label, self._pen.language),
        )


def _question(line: Line, pen: Pen) -> Line:
    return (*pen.text("• "), *line) if line else ()
