"""Arrival, departure and what a participant needs, as fields."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from dialogueprep.domain.dialogue import Dialogue
from dialogueprep.domain.people import Logistics
from dialogueprep.ui.widgets.fields import Field, LineField
from dialogueprep.ui.widgets.layout import column, side_by_side
from dialogueprep.ui.widgets.moment_field import MomentField
from dialogueprep.words import tr


class JourneyFields(QWidget):
    """Shows logistics; ``logistics`` returns what is written. Organisers only see it."""

    def __init__(self, dialogue: Dialogue) -> None:
        super().__init__()
        self.arrives = MomentField(dialogue.first_day - timedelta(days=1))
        self.departs = MomentField(dialogue.last_day)
        self.travel, self.lodging, self.diet = LineField(), LineField(), LineField()
        self.arrival = Field(tr("Arrives"), self.arrives, dialogue.time_zone)
        self.departure = Field(tr("Departs"), self.departs, dialogue.time_zone)
        travel = Field(tr("Travel"), self.travel)
        self.travel.setPlaceholderText(tr("flight, train, who meets them"))
        lines = (
            (self.arrival, self.departure),
            (travel, Field(tr("Lodging"), self.lodging)),
            (Field(tr("Diet and needs"), self.diet),),
        )
        whole = column(gap=12)
        for fields in lines:
            whole.addLayout(side_by_side(*((field, 1) for field in fields), gap=12))
        self.setLayout(whole)

    def show_logistics(self, it: Logistics) -> None:
        """Show logistics."""
        self.arrives.show_moment(it.arrives)
        self.departs.show_moment(it.departs)
        for field, words in (
            (self.travel, it.travel), (self.lodging, it.lodging), (self.diet, it.diet)
        ):  # fmt: skip
            field.setText(words)

    @property
    def logistics(self) -> Logistics:
        """What is written here."""
        return Logistics(
            arrives=self.arrives.moment,
            departs=self.departs.moment,
            travel=self.travel.text().strip(),
            lodging=self.lodging.text().strip(),
            diet=self.diet.text().strip(),
        )

    def complete(self) -> bool:
        """Return whether the times are understood and in order; say at the field if not."""
        bad = tr("Write a day and time such as 11-12 14:30.")
        for field, moment in ((self.arrival, self.arrives), (self.departure, self.departs)):
            good = moment.complete()
            field.say("" if good else bad, bad=not good)
            if not good:
                moment.setFocus()
                return False
        it = self.logistics
        if it.arrives and it.departs and it.departs < it.arrives:
            self.departure.say(tr("This is before the arrival."), bad=True)
            self.departs.setFocus()
            return False
        return True
