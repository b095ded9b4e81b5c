"""What a user can do with templates of agendas."""

from __future__ import annotations

from dataclasses import replace

from dialogueprep.commands.agenda import use_template
from dialogueprep.commands.copies import IMPORT, copy_before
from dialogueprep.domain import wording
from dialogueprep.domain.beside import as_held
from dialogueprep.domain.dialogue import DialogueId, ItemKind, Phase
from dialogueprep.domain.errors import Refused
from dialogueprep.domain.templates import AgendaTemplate, Kept, template_of
from dialogueprep.domain.texts import LANGUAGES, Texts
from dialogueprep.store import agenda, agenda_templates, dialogues
from dialogueprep.store.step import new_id
from dialogueprep.store.workspace import Store
from dialogueprep.words import of, tr

PAGE = "agenda"


def save(store: Store, dialogue: DialogueId, titles: Texts, kept: Kept) -> str:
    """Keep the agenda of a dialogue as a template; return its id.

    Refused "template-needs-name", "template-name-taken", "template-without-items".
    """
    whole, items = dialogues.read(store, dialogue), as_held(agenda.of_dialogue(store, dialogue))
    return _keep(store, _mine(store, template_of(whole, items, titles, kept, words_of_kinds())))


def take_in(store: Store, template: AgendaTemplate) -> str:
    """Keep a template of a file, after a copy; return its id. Refused as `save`."""
    mine = _mine(store, template)
    copy_before(store, IMPORT)
    return _keep(store, mine)


def _mine(store: Store, template: AgendaTemplate) -> AgendaTemplate:
    if not template.items:
        raise Refused("template-without-items")
    mine = replace(template, id=new_id())
    _refuse_name(store, mine)
    return mine


def _keep(store: Store, mine: AgendaTemplate) -> str:
    with store.step(tr("Save the agenda as a template"), page=PAGE) as step:
        agenda_templates.put(step, mine)
    return mine.id


def rename(store: Store, template: AgendaTemplate, titles: Texts) -> None:
    """Give a template other names. Refused "template-needs-name", "template-name-taken"."""
    mine = replace(template, titles=titles)
    _refuse_name(store, mine)
    with store.step(tr("Rename the template"), page=PAGE) as step:
        agenda_templates.put(step, mine)


def remove(store: Store, template: str) -> None:
    """Remove a template; agendas made from it stay."""
    with store.step(tr("Remove the template"), page=PAGE) as step:
        agenda_templates.delete(step, template)


def use(store: Store, dialogue: DialogueId, template: AgendaTemplate) -> int:
    """Put a template on the first days that have nothing after them; return their first.

    On an empty agenda that is the first day; else the dialogue grows by days.
    Refused "dialogue-closed".
    """
    whole = dialogues.read(store, dialogue)
    if whole.phase is Phase.CLOSED:
        raise Refused("dialogue-closed")
    first = first_free_day(store, dialogue)
    use_template(
        store, whole, template.items_for(dialogue, new_id, first), template.hours_from(first)
    )
    return first


def has_been_held(store: Store, dialogue: DialogueId) -> bool:
    """Return whether it is known of any item of an agenda how long it took."""
    return any(i.actual_minutes is not None for i in agenda.of_dialogue(store, dialogue))


def first_free_day(store: Store, dialogue: DialogueId) -> int:
    """Return the first day, counted from 0, from which on nothing is planned."""
    planned = (i.day for i in agenda.of_dialogue(store, dialogue) if not i.aside)
    return 1 + max(planned, default=-1)


def words_of_kinds() -> dict[ItemKind, Texts]:
    """Return what each kind of item is called in the languages of documents."""
    return {
        kind: Texts.of({each: of(each)(wording.of(kind)) for each in LANGUAGES})
        for kind in ItemKind
    }


def _refuse_name(store: Store, template: AgendaTemplate) -> None:
    if not template.titles:
        raise Refused("template-needs-name")
    names = {t.wording.casefold() for t in template.titles.entries}
    for other in agenda_templates.every(store):
        same = [t.wording for t in other.titles.entries if t.wording.casefold() in names]
        if other.id != template.id and same:
            raise Refused("template-name-taken", name=same[0])
