"""What is different between two editions of an agenda, as rows, and who is affected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dialogueprep.domain.briefs.blocks import Line, plain
from dialogueprep.domain.briefs.changes import date_of, dates_line, told
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.editions import Affected, Comparison, Difference, Edition, compare
from dialogueprep.domain.people import Participation, ParticipationId
from dialogueprep.domain.texts import Language
from dialogueprep.ui import dates, theme
from dialogueprep.words import clauses, later, listed, ntr, tr

_LOOKS = {
    Difference.NEW: ("plus", later("New")),
    Difference.REMOVED: ("x", later("Taken out")),
    Difference.MOVED: ("arrow-up-down", later("Moved")),
    Difference.SHIFTED: ("clock", later("Another time")),
    Difference.LENGTH: ("timer", later("Another length")),
    Difference.ROLES: ("users", later("Roles")),
}
_OTHER = ("pen-line", later("Changed"))


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as the window shows it; ``day`` heads the first change of a day."""

    id: str
    item: str
    icon: str
    kind: str
    time: str
    title: str
    said: str
    day: str = ""

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.day, self.kind, self.title, self.time, self.said))


@dataclass(frozen=True, slots=True)
class AffectedRow:
    """Somebody whom changes concern, with the items."""

    id: str
    name: str
    delegation: str
    items: str

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        return clauses((self.name, self.delegation, self.items))

    @property
    def line(self) -> str:
        """The row in the list that is copied."""
        return f"{self.name} ({self.delegation}): {self.items}"


People = Mapping[ParticipationId, Participation]


def version_name(edition: Edition) -> str:
    """Return "Version 2, 28 Oct 2026", or "As it stands now"."""
    if not edition.number or edition.on is None:
        return tr("As it stands now")
    return tr("Version {n}, {date}", n=edition.number, date=dates.day(edition.on))


def standing(last: Edition | None, now: Edition) -> str:
    """Return what is said in the page's head: which version is out, and how much changed."""
    if last is None or last.on is None:
        return tr("Not circulated yet") if now.entries else ""
    n = compare(last, now).count
    facts = {"number": last.number, "date": dates.day(last.on)}
    if not n:
        return tr("Version {number} circulated {date}, no change since", **facts)
    return ntr(
        "Version {number} circulated {date}, {n} change since",
        "Version {number} circulated {date}, {n} changes since",
        n,
        **facts,
    )


def change_rows(comparison: Comparison, people: People) -> list[ChangeRow]:
    """Return the changes in the order of the agenda, by day."""
    pen = Pen(theme.window_language())
    rows: list[ChangeRow] = []
    if dates_ := plain(dates_line(comparison, pen)):
        head = ("dates", "", "calendar-range", tr("Dates"))
        rows.append(ChangeRow(*head, "", tr("The whole meeting"), dates_))
    last = -1
    for each in told(comparison, pen, lambda who: _name(people, who, pen)):
        first = each.changes[0]
        icon, kind = _LOOKS.get(first.what[0], _OTHER)
        day = date_of(comparison.after, each.day)
        row = ChangeRow(
            id=f"{first.entry.id} {first.what[0]}",
            item=first.entry.id if first.after else "",
            icon=icon,
            kind=tr(kind),
            time=plain(each.time),
            title=plain(each.title),
            said=" ".join(plain(line) for line in each.said),
            day=dates.long_day(day) if each.day != last else "",
        )
        rows.append(row)
        last = each.day
    return rows


def affected_rows(comparison: Comparison, people: People) -> list[AffectedRow]:
    """Return whom the changes concern, those with the most first; nobody who is gone."""
    language = theme.window_language()
    return [
        AffectedRow(
            id=each.participation,
            name=people[each.participation].person.name.listed,
            delegation=people[each.participation].delegation,
            items=_items(each, language),
        )
        for each in comparison.affected
        if each.participation in people
    ]


def text_of(rows: list[ChangeRow]) -> str:
    """Return the changes as plain text, for a letter."""
    lines: list[str] = []
    for row in rows:
        lines += ["", row.day] if row.day else []
        lines.append("  ".join(filter(None, (row.time, row.title))) + f": {row.said}")
    return "\n".join(lines).strip()


def _name(people: People, who: ParticipationId, pen: Pen) -> Line:
    return pen.text(people[who].person.name.listed) if who in people else ()


def _items(affected: Affected, language: Language) -> str:
    if not affected.changes:
        return tr("The dates")
    leading = affected.leading
    titles = listed(c.entry.titles.best(language) for c in leading)
    rest = len(affected.changes) - len(leading)
    there = ntr("present at {n} item", "present at {n} items", rest) if rest else ""
    roles = tr("a role at {titles}", titles=titles) if titles else ""
    return clauses((roles, there))
