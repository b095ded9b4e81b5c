"""The run sheet of the organisers: each day minute by minute, who does what, and what to cut."""

from __future__ import annotations

from itertools import groupby

from dialogueprep.domain import wording
from dialogueprep.domain.before_start import POINTS
from dialogueprep.domain.briefs import duties, frame, late_cuts, sentences
from dialogueprep.domain.briefs.blocks import (
    Audience,
    Block,
    Brief,
    Bullets,
    Facts,
    Line,
    Notice,
    PageBreak,
    Paragraph,
    Product,
    Stress,
    Table,
    Why,
    plain,
    stressed,
)
from dialogueprep.domain.briefs.cues import Cues
from dialogueprep.domain.briefs.frame import Section
from dialogueprep.domain.briefs.item_terms import marked
from dialogueprep.domain.briefs.language_forms import (
    between,
    bracketed,
    clock,
    joined,
    listing,
    short_day,
    span,
    weekday,
)
from dialogueprep.domain.briefs.language_forms import sentences as one_after_the_other
from dialogueprep.domain.briefs.material import Material, numbers
from dialogueprep.domain.briefs.name_order import name_line
from dialogueprep.domain.briefs.pen import Pen, capitalised, language_name
from dialogueprep.domain.briefs.presence import headcount
from dialogueprep.domain.dialogue import AgendaItem, ItemKind, Terms
from dialogueprep.domain.people import Capacity, Participation, Role
from dialogueprep.domain.texts import LANGUAGES, Language
from dialogueprep.domain.timetable import DaySummary, Slot, Timetable, starts

_PAUSES = frozenset({ItemKind.BREAK, ItemKind.MEAL, ItemKind.LOGISTICS})
_BOX = "□"


def compose(material: Material, language: Language, audience: Audience) -> Brief:
    """Return the run sheet: what is looked after before, the days, cuts, and contacts."""
    pen = Pen(language)
    blocks = (
        *frame.hosts(material, pen),
        frame.title(Product.RUN_SHEET, pen, material, held=False),
        Notice(_notice(material, pen)),
        Facts(_facts(material, pen)),
        PageBreak(),
        *frame.laid_out(pen.language, *_sections(material, pen)),
    )
    return frame.framed(Product.RUN_SHEET, audience, pen, material, *blocks)


def _notice(material: Material, pen: Pen) -> tuple[Line, ...]:
    kept = pen.say(
        "For the organisers only. This sheet names people and tells how to reach them: it is not "
        "handed out, does not lie in the room, and is destroyed after the meeting."
    )
    return (kept, *sentences.rule_lines(material, pen, held=False))


def _facts(material: Material, pen: Pen) -> tuple[tuple[Line, Line], ...]:
    zone = pen.say("Local times ({zone})", zone=_zone(material, pen))
    rows = (
        (pen.say("Times"), zone),
        (pen.say("Sessions"), sentences.session_count(material, pen)),
        (pen.say("Expected"), _expected(material, pen)),
        (pen.say("Interpreters"), _interpreters(material, pen)),
    )
    return tuple((label, value) for label, value in rows if value)


def _zone(material: Material, pen: Pen) -> Line:
    """Return how far the clock is from UTC, with the day on which that changes."""
    zones = material.inside.zones
    if not zones:
        return pen.text(material.dialogue.time_zone)
    first, *later = (
        pen.say(
            "{zone} from {time}",
            zone=zone, time=short_day(material.dialogue.day(day), pen.language),
        ) if day else pen.text(zone)
        for day, zone in zones
    )  # fmt: skip
    return listing([first, *later], pen.language) if later else first


def _expected(material: Material, pen: Pen) -> Line:
    """Return how many are to be seated and fed: those at the table, observers, staff."""
    count = headcount(material, pen)
    staff = sum(p.capacity is Capacity.STAFF for p in material.attending)
    observers = sum(p.capacity is Capacity.OBSERVER for p in material.attending)
    table = len(material.attending) - staff - observers
    parts = (
        pen.say("at the table: {n}", n=table) if table else (),
        pen.say("observers: {n}", n=observers) if observers else (),
        pen.say("staff: {n}", n=staff) if staff else (),
    )
    exact = capitalised(listing(parts, pen.language))
    return between([p for p in (capitalised(count), exact) if p], "\n", pen.language)


def _interpreters(material: Material, pen: Pen) -> Line:
    people = [p for p in material.attending if Role.INTERPRETER in duties.roles_of(p, material)]
    named = [_interpreter(p, material, pen) for p in duties.in_order(people, material, pen)]
    return between(named, "\n", pen.language)


def _interpreter(who: Participation, material: Material, pen: Pen) -> Line:
    """Return the name with those languages of documents that the person speaks."""
    spoken = [language_name(x, pen) for x in LANGUAGES if x in who.person.languages]
    name = name_line(who, pen, Why.ROLE, capitals=material.naming.capitals)
    return (*name, *bracketed(listing(spoken, pen.language), pen.language))


def _sections(material: Material, pen: Pen) -> list[Section]:
    return [
        _before(material, pen),
        *_days(material, pen),
        Section(pen.say("If a day runs late"), late_cuts.blocks(material, pen)),
        Section(pen.say("Set aside"), _aside(material, pen)),
        Section(pen.say("Duties and contacts"), duties.contacts(material, pen)),
    ]


# before the first item --------------------------------------------------------------------------


def _before(material: Material, pen: Pen) -> Section:
    machines = [pen.say(point.words) for point in POINTS.values()]
    return Section(
        pen.say("Before the first item"),
        parts=(
            Section(pen.say("The room"), (_checklist(_room_points(material, pen), pen),)),
            Section(pen.say("The rapporteurs’ machines"), (_checklist(machines, pen), PageBreak())),
        ),
    )


def _checklist(points: list[Line], pen: Pen) -> Table:
    rows = tuple((pen.text(_BOX), point) for point in points)
    return Table(((), ()), rows, (0.05, 0.95), (), pen.tell("Points to tick off."))


def _room_points(material: Material, pen: Pen) -> list[Line]:
    rooms = _rooms(material, pen)
    people = len(material.attending)
    plates = sum(p.capacity is not Capacity.STAFF for p in material.attending)
    named = joined(rooms, pen.language)
    points = [
        pen.say("These rooms are open and set up: {rooms}", rooms=named) if rooms else (),
        pen.say("Name plates for {n} people", n=plates) if plates else (),
        pen.say("Sign-in sheet for {n} people", n=people) if people else (),
        pen.say("Programme and participant list at each place"),
        pen.say("The text of the Rule for the chair") if sentences.under_rule(material) else (),
        pen.say("Booths and receivers are tested") if _interpreters(material, pen) else (),
        pen.say("No microphone records or streams"),
        pen.say("Cards that say how many minutes are left"),
    ]
    return [point for point in points if point]


def _rooms(material: Material, pen: Pen) -> list[Line]:
    rooms = {plain(line): line for i in material.items if (line := pen.write(i.places))}
    return list(rooms.values())


# the days ---------------------------------------------------------------------------------------


def _days(material: Material, pen: Pen) -> list[Section]:
    timetable = starts([s.item for s in material.slots], material.dialogue.hours)
    figures = {d.day: d for d in timetable.days}
    found: list[tuple[Line, Paragraph]] = []
    tables: list[Table] = []
    for day, group in groupby(material.timed, key=lambda slot: slot.day):
        on = pen.text(weekday(material.dialogue.day(day), pen.language))
        heading = pen.say("Day {number}: {date}", number=day + 1, date=on)
        found.append((heading, Paragraph(_figures(figures[day], pen), quiet=True)))
        tables.append(_table(list(group), material, pen, timetable, plain(heading)))
    days = zip(found, frame.filled(*tables), strict=True)
    return [Section(heading, (told, it, PageBreak())) for (heading, told), it in days]


def _figures(day: DaySummary, pen: Pen) -> Line:
    """Return when a day will end if everything takes its time, and what its minutes go to."""
    end, limit = clock(day.end), day.limit
    parts = [pen.say("Begins at {start}, predicted end {end}.", start=clock(day.start), end=end)]
    if limit is not None:
        words = "It must end by {limit}." if day.end <= limit else (
            "It must end by {limit}: that is too late.")  # fmt: skip
        parts.append(pen.say(words, limit=clock(limit)))
    parts.append(
        pen.say(
            "Talk {talk} min, of which discussion {discussion}; breaks {pauses}; meals {meals}; "
            "free {slack}.",
            talk=day.talk, discussion=day.discussion, pauses=day.pauses, meals=day.meals,
            slack=day.slack,
        )
    )  # fmt: skip
    return one_after_the_other(parts, pen.language)


def _table(
    slots: list[Slot], material: Material, pen: Pen, timetable: Timetable, summary: str
) -> Table:
    cues, labels = Cues(material, pen, timetable), numbers(material.timed)
    rows = tuple(
        (
            _time(slot, pen),
            _item(slot, material, pen, labels),
            between(cues.of(slot), "\n", pen.language),
        )
        for slot in slots
    )
    head = (pen.say("Time"), pen.say("Item and people"), pen.say("Cues"))
    return Table(head, rows, (0.17, 0.51, 0.32), (), summary)


def _time(slot: Slot, pen: Pen) -> Line:
    length = pen.say("{n} min", n=slot.end - slot.start)
    fixed = pen.say("fixed start") if slot.item.anchor is not None else ()
    lines = [pen.text(span(slot.start, slot.end, pen.language))]
    lines += [stressed(each, Stress.QUIET) for each in (length, fixed) if each]
    return between(lines, "\n", pen.language)


def _item(slot: Slot, material: Material, pen: Pen, labels: dict[str, str]) -> Line:
    item = slot.item
    room = stressed(bracketed(pen.write(item.places), pen.language), Stress.QUIET)
    if item.kind in _PAUSES:
        return (*pen.write(item.titles, origin=item.id), *room)
    label, title = labels.get(item.id), pen.write(item.titles, origin=item.id)
    if label is not None:
        title = pen.say("Session {number}. {title}", number=label, title=title)
    lines = [(*stressed(title, Stress.STRONG), *room), _terms(item, pen)]
    lines += duties.role_lines(item, material, pen)
    return between([line for line in lines if line], "\n", pen.language)


def _terms(item: AgendaItem, pen: Pen) -> Line:
    if item.terms is Terms.NO_NOTES:
        return pen.say(wording.of(item.terms))
    return marked(item.terms, pen)


def _aside(material: Material, pen: Pen) -> tuple[Block, ...]:
    lines = [
        (*pen.write(i.titles), *bracketed(pen.say("{n} min", n=i.takes), pen.language))
        for i in material.inside.aside
    ]
    return (Bullets(tuple(lines)),) if lines else ()
