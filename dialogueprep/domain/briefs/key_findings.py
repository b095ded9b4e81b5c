"""Key findings: the public text, from the opening formula to the disclaimers."""

from __future__ import annotations

from dialogueprep.domain.briefs import frame, quotations, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Line,
    Notice,
    Paragraph,
    Product,
)
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.language_forms import (
    joined,
    quoted,
    quoted_list,
)
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material, sessions
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.briefs.presence import capacity, headcount_sentence
from dialogueprep.domain.dialogue import Terms
from dialogueprep.domain.texts import Language


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the key findings: opening formula, findings, recommendations, disclaimers."""
    pen = Pen(language)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.KEY_FINDINGS, pen, material, held=True),
        Paragraph(opening(material, pen)),
        *_body(material, pen, audience),
        Notice((*sentences.rule_lines(material, pen), _disclaimers(pen))),
    )
    return frame.framed(Product.KEY_FINDINGS, audience, pen, material, *blocks)


def opening(material: Material, pen: Pen) -> Line:
    """Return the opening formula: who held what, when and where, with whom, under which rule."""
    parts = (
        _held(material, pen),
        headcount_sentence(material, pen),
        capacity(material, pen, held=True),
        _terms(material, pen),
        _topics(material, pen),
        pen.say("The key findings follow.") if material.findings else (),
    )
    return one_after_the_other(parts, pen.language)


def _held(material: Material, pen: Pen) -> Line:
    dialogue = material.dialogue
    facts: dict[str, Line | str | int] = {
        "hosts": capitalised(_hosts(material, pen)),
        "title": quoted(pen.write(material.titles), pen.language),
        "occasion": _occasion(material, pen),
    }
    if not dialogue.hosts:
        return capitalised(pen.say("{title} was held {occasion}.", **facts))
    if material.series is None or dialogue.round is None:
        return pen.say("{hosts} held the meeting {title} {occasion}.", **facts)
    facts |= {"series": pen.write(material.series.names), "round": dialogue.round}
    return pen.say("{hosts} held round {round} of the {series}, {title}, {occasion}.", **facts)


def _occasion(material: Material, pen: Pen) -> Line:
    when = pen.text(sentences.dates(material, pen))
    place = pen.write(material.dialogue.place)
    return pen.say("{when} in {place}", when=when, place=place) if place else when


def _hosts(material: Material, pen: Pen) -> Line:
    return joined([frame.host(host, pen) for host in material.dialogue.hosts], pen.language)


def _terms(material: Material, pen: Pen) -> Line:
    if not sentences.under_rule(material):
        return pen.say("The meeting was on the record.")
    if sentences.partly_on_record(material):
        return pen.say("The meeting was held in part under the Chatham House Rule.")
    return pen.say("The meeting was held under the Chatham House Rule.")


def _topics(material: Material, pen: Pen) -> Line:
    slots = [slot for group in sessions(material.timed) for slot in group]
    open_ = [s.item for s in slots if s.item.terms is not Terms.NO_NOTES and s.item.titles]
    titles = [pen.write(item.titles) for item in open_]
    if not titles:
        return ()
    return pen.say("The discussion covered {topics}.", topics=quoted_list(titles, pen.language))


def _body(material: Material, pen: Pen, audience: Audience) -> tuple[Block, ...]:
    found = [finding for finding in material.findings if finding.texts]
    return frame.laid_out(
        Section(pen.say("Findings"), frame.findings(material, pen, found)),
        Section(pen.say("Recommendations"), frame.recommendations(pen, material.proposals)),
        Section(pen.say("Next steps"), frame.steps(pen.lines(material.dialogue.next_steps))),
        quotations.section(material, pen, audience),
    )


def _disclaimers(pen: Pen) -> Line:
    return pen.say(
        "These findings are the rapporteur’s reading. They were not agreed by the participants, "
        "the hosts or their funders, and support by a funder is no endorsement."
    )
