"""How fast the participants page is with many: ``python tests/benchmarks/roster_page.py``.

500 people, 5 days, 200 items in four lanes; each person is down for one lane of each day.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dialogueprep.domain.dialogue import (
    AgendaItem,
    Delegation,
    DelegationId,
    Dialogue,
    DialogueId,
    ItemId,
    ItemKind,
)
from dialogueprep.domain.people import (
    Attendance,
    Gender,
    Name,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
)
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, people, workspace
from dialogueprep.store.keys import Key
from dialogueprep.store.step import new_id

SIDES = ("CN", "JP", "KR", "ASEAN", "EU")
PEOPLE, DAYS, ITEMS = 500, 5, 200


def fill(store: workspace.Store) -> DialogueId:
    """Put a large dialogue into a workspace."""
    chance = random.Random(4)
    it = Dialogue(
        id=DialogueId(new_id()), names=Texts.of(en="Large"), titles=Texts(), place=Texts(),
        first_day=date(2026, 11, 9), days=DAYS,
        delegations=tuple(
            Delegation(id=DelegationId(new_id()), code=c, labels=Texts.of(en=c)) for c in SIDES
        ),
    )  # fmt: skip
    with store.step("Fill") as step:
        dialogues.put(step, it)
        items = [_item(it.id, n) for n in range(ITEMS)]
        for item in items:
            agenda.put(step, item)
        for number in range(PEOPLE):
            _put(step, it.id, number, items, chance)
    return it.id


def _item(dialogue: DialogueId, number: int) -> AgendaItem:
    per_day = ITEMS // DAYS
    day, lane = number // per_day, number % 4 + 1 if number % per_day >= 4 else 0
    return AgendaItem(
        id=ItemId(new_id()), dialogue=dialogue, kind=ItemKind.DISCUSSION,
        titles=Texts.of(en=f"Item {number}"), day=day, minutes=45, lane=lane,
    )  # fmt: skip


def _put(step, dialogue, number: int, items: list[AgendaItem], chance: random.Random) -> None:
    who = Person(
        id=PersonId(new_id()), name=Name(family=f"Family{number}", given="Given", native="某某"),
        gender=chance.choice(list(Gender)),
    )  # fmt: skip
    people.put_person(step, who)
    part = Participation(
        id=ParticipationId(new_id()), person=who, delegation=SIDES[number % 5],
        sector=chance.choice(list(Sector)),
    )  # fmt: skip
    people.put_participation(step, dialogue, part)
    lane = chance.randint(1, 4)
    for item in items:
        if item.lane in (0, lane):
            roles = (
                frozenset({chance.choice(list(Role))}) if chance.random() < 0.03 else frozenset()
            )
            there = Attendance(participation=part.id, item=item.id, roles=roles)
            people.put_attendance(step, there)


def took(words: str, act: Callable[[], object], times: int = 5) -> None:
    """Print the median of several runs in milliseconds of the processor."""
    found = []
    for _ in range(times):
        began = time.process_time()
        act()
        found.append((time.process_time() - began) * 1000)
    print(f"{words:44} {sorted(found)[times // 2]:8.1f} ms   first {found[0]:8.1f}")


def main() -> None:
    """Measure opening the page, a key, a refresh and a search."""
    from dialogueprep.ui.machine_settings import MachineSettings
    from dialogueprep.ui.pages.participants import ParticipantsPage
    from dialogueprep.ui.session import Session
    from dialogueprep.ui.theme import Theme

    application = QApplication(sys.argv[:1])
    application.setApplicationName("roster page")
    Theme().apply("light", "en", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        store = workspace.create(Path(folder) / "w", Key.raw(b"k" * 32), "Large")
        dialogue = fill(store)
        session = Session(store, MachineSettings(folder=Path(folder) / "settings"))
        session.choose(dialogue)
        took("read the attendances", lambda: people.attendances(store, dialogue))
        pages: list[ParticipantsPage] = []

        def opened() -> ParticipantsPage:
            for old in pages:
                shiboken6.delete(old)
            pages.clear()
            page = ParticipantsPage(session)
            page.resize(1240, 760)
            page.show()
            page.repaint()
            pages.append(page)
            return page

        took("open the page", opened, 3)
        page = opened()
        took("refresh the page", page.refresh)
        page.roster.setFocus()

        def key(which: Qt.Key) -> Callable[[], None]:
            def press() -> None:
                QTest.keyClick(page.roster.items, which)
                page.repaint()

            return press

        took("an arrow down", key(Qt.Key.Key_Down), 21)
        took("an arrow to the right", key(Qt.Key.Key_Right), 21)
        took("a role by its letter", key(Qt.Key.Key_D), 5)
        took("presence by Space", key(Qt.Key.Key_Space), 5)
        took("count for the navigation", lambda: ParticipantsPage.count(session), 3)
        session.close()


if __name__ == "__main__":
    main()
