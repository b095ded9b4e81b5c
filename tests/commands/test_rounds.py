from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogueprep.commands import agenda as agenda_commands
from dialogueprep.commands import dialogues as dialogue_commands
from dialogueprep.commands import rounds as commands
from dialogueprep.commands import scheduling
from dialogueprep.domain.dialogue import Dialogue, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.next_round import (
    NextRound,
    beginning_with,
    came,
    duties,
    next_host,
    next_names,
)
from dialogueprep.domain.people import Role, Standing
from dialogueprep.domain.texts import Texts
from dialogueprep.store import agenda, dialogues, findings, notes, people, targets, tray
from dialogueprep.store.workspace import Store


def wish(store: Store, last: Dialogue) -> NextRound:
    """Return what the dialog proposes: all topics stay, all who came are invited."""
    items = agenda.of_dialogue(store, last.id)
    everybody = people.participations(store, last.id)
    invited = tuple(p.id for p in everybody if came(p))
    there = people.attendances(store, last.id)
    return NextRound(
        names=next_names(last, 5),
        place=Texts.of(en="Jeju"),
        first_day=date(2027, 4, 7),
        round=5,
        first_host=next_host(last),
        topics=frozenset(i.id for i in items if i.topic),
        invited=invited,
        duties=duties(last, items, everybody, there, invited),
    )


def test_the_structure_stays_and_what_was_said_does_not(store: Store, sample: Dialogue) -> None:
    before = [i for i in agenda.of_dialogue(store, sample.id) if not i.aside]
    new = commands.begin_next(store, sample.id, wish(store, sample))
    it, after = dialogues.read(store, new), agenda.of_dialogue(store, new)
    assert [(i.kind, i.titles, i.day, i.lane, i.minutes, i.anchor, i.topic) for i in after] == [
        (i.kind, i.titles, i.day, i.lane, i.minutes, i.anchor, i.topic) for i in before
    ]
    assert [[q.texts for q in i.questions] for i in after] == [
        [q.texts for q in i.questions] for i in before
    ]
    assert not {i.id for i in after} & {i.id for i in before}
    assert not any(i.closed or i.terms_now or i.actual_minutes or i.places for i in after)
    assert not notes.of_dialogue(store, new)
    assert not findings.of_dialogue(store, new)
    assert (it.series, it.round, it.phase, it.first_day, it.days, it.sample) == (
        sample.series, 5, Phase.PREPARING, date(2027, 4, 7), sample.days, False,
    )  # fmt: skip
    assert it.hours == sample.hours


def test_hosts_and_chairs_pass_on_in_their_order(store: Store, sample: Dialogue) -> None:
    wanted = wish(store, sample)
    new = commands.begin_next(store, sample.id, wanted)
    names = [h.names for h in sample.hosts]
    assert [h.names for h in dialogues.read(store, new).hosts] == [*names[1:], names[0]]
    codes = ["CN", "JP", "KR", "ASEAN"]
    assert {d.code for d in sample.delegations} - set(codes) == {"OBS", "SEC"}
    held = {p.id: p.delegation for p in people.participations(store, sample.id)}
    assert wanted.duties
    for duty in wanted.duties:
        assert codes.index(duty.turn) == (codes.index(held[duty.held]) + 1) % len(codes)
    now = {p.id: p for p in people.participations(store, new)}
    leading = {
        (now[a.participation].delegation, role)
        for a in people.attendances(store, new)
        for role in a.roles
    }
    assert leading == {(d.turn, d.role) for d in wanted.duties if d.who}
    assert {role for _code, role in leading} <= {Role.CHAIR, Role.MODERATOR}


def test_who_is_invited_again_is_on_the_long_list_without_dates_or_seat(
    store: Store, sample: Dialogue
) -> None:
    wanted = wish(store, sample)
    new = commands.begin_next(store, sample.id, replace(wanted, invited=wanted.invited[:4]))
    there = people.participations(store, new)
    assert len(there) == 4
    assert {p.standing for p in there} == {Standing.LONG_LIST}
    assert not any(p.seat or p.photo or p.invitation.invited for p in there)
    before = {p.person.id: p for p in people.participations(store, sample.id)}
    assert all(before[p.person.id].affiliation == p.affiliation for p in there)


def test_an_item_whose_topic_stays_behind_waits_for_another(store: Store, sample: Dialogue) -> None:
    new = commands.begin_next(store, sample.id, replace(wish(store, sample), topics=frozenset()))
    items = agenda.of_dialogue(store, new)
    assert not any(i.topic or i.recommendations for i in items)
    waits = [i for i in items if i.kind.numbered]
    assert waits
    assert {i.titles.get("zh") for i in waits} <= {"讨论", "分组", "分组讨论", "报告", "发言"}


def test_what_was_chosen_away_is_not_kept_and_lengths_can_be_those_held(
    store: Store, sample: Dialogue
) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.topic)
    agenda_commands.change_item(store, replace(item, actual_minutes=item.minutes + 11))
    wanted = replace(
        wish(store, sample), questions=False, targets=False, lengths_as_held=True, terms=False
    )
    new = commands.begin_next(store, sample.id, wanted)
    items = agenda.of_dialogue(store, new)
    assert not any(i.questions for i in items)
    assert {i.minutes for i in items if i.topic == item.topic} == {item.minutes + 15}
    assert targets.of_dialogue(store, new) == ()


def test_the_tray_of_the_series_comes_along(store: Store, sample: Dialogue) -> None:
    item = next(i for i in agenda.of_dialogue(store, sample.id) if i.topic)
    scheduling.set_aside(store, [item.id], for_series=True)
    new = commands.begin_next(store, sample.id, wish(store, sample))
    assert [i.id for i in tray.of_series(store, dialogues.read(store, new))] == [item.id]


def test_a_round_undoes_as_one_step(store: Store, sample: Dialogue) -> None:
    commands.begin_next(store, sample.id, wish(store, sample))
    store.undo()
    assert [d.id for d in dialogues.every(store)] == [sample.id]


@pytest.mark.parametrize("phase", [Phase.DRAFTING, Phase.CLOSED])
def test_a_dialogue_in_no_series_begins_one(store: Store, sample: Dialogue, phase: Phase) -> None:
    commands.put_into_series(store, sample.id, None, None)
    dialogue_commands.move_to(store, dialogues.read(store, sample.id), phase)
    last = dialogues.read(store, sample.id)
    new = commands.begin_next(store, last.id, wish(store, last), Texts.of(en="Island Talks"))
    one, other = dialogues.read(store, new), dialogues.read(store, sample.id)
    assert one.series == other.series
    assert "Island Talks" in [s.names.get("en") for s in dialogues.series(store)]


def test_names_carry_the_next_number_and_lose_the_place(sample: Dialogue) -> None:
    names = next_names(sample, 5)
    assert [names.get(each) for each in ("en", "zh", "ja", "ko")] == [
        "Round 5", "第五轮", "第5回", "제5차",
    ]  # fmt: skip
    assert beginning_with("abc", "b") == ("b", "c", "a")


def test_a_series_is_made_renamed_and_left(store: Store, sample: Dialogue) -> None:
    made = commands.make_series(store, Texts.of(en="Island Talks"), sample.id)
    assert dialogues.read(store, sample.id).series == made
    (it,) = (s for s in dialogues.series(store) if s.id == made)
    commands.rename_series(store, replace(it, names=Texts.of(en="Harbour Talks")))
    commands.put_into_series(store, sample.id, None, 4)
    assert dialogues.read(store, sample.id).round is None
    with pytest.raises(Refused, match="series-needs-name"):
        commands.make_series(store, Texts())


def test_a_topic_of_an_earlier_round_comes_back_where_an_item_waits(
    store: Store, sample: Dialogue
) -> None:
    fifth = commands.begin_next(store, sample.id, replace(wish(store, sample), topics=frozenset()))
    last = dialogues.read(store, fifth)
    earlier = commands.earlier_topics(store, last)
    assert set(earlier) == {i.topic for i in agenda.of_dialogue(store, sample.id) if i.topic}
    wanted = replace(wish(store, last), earlier=tuple(earlier)[:2])
    items = agenda.of_dialogue(store, commands.begin_next(store, fifth, wanted))
    assert {i.topic for i in items if i.topic} == set(tuple(earlier)[:2])
    assert len(items) == len(agenda.of_dialogue(store, fifth))
