"""The order and the form of names in lists, in each document language.

English: alphabet by family name; Chinese: pinyin; Japanese: 五十音 by reading; Korean: 가나다.
Who has no name in that script follows by the Latin spelling, and the list says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dialogueprep.domain.briefs.blocks import Line, Named, Run, Why
from dialogueprep.domain.briefs.language_forms import bracketed, sentences
from dialogueprep.domain.briefs.pen import Pen
from dialogueprep.domain.name_sorting import (
    Naming,
    Sorting,
    has_reading,
    in_order,
    is_han,
    is_kana,
    sorting_text,
)
from dialogueprep.domain.people import Name, Participation
from dialogueprep.domain.texts import Language, language_of
from dialogueprep.words import later

_PLAIN_ADDRESS = frozenset({"氏", "先生", "女士", "さん", "様", "씨", "님"})
_USUAL = Naming()


def ordered(
    people: Iterable[Participation], language: Language, naming: Naming = _USUAL
) -> list[Participation]:
    """Return the people in the order of names of this document language."""
    return in_order(people, naming.order(language).sorting, language, naming.strokes)


def order_sentence(people: Iterable[Participation], pen: Pen, naming: Naming = _USUAL) -> Line:
    """Return the sentence that says in which order the names stand, true of these people."""
    order, listed = naming.order(pen.language), tuple(people)
    missing = [p for p in listed if not has_reading(p, order.sorting, naming.strokes)]
    if order == _USUAL.order(pen.language):
        return _usual_sentence(pen, all_in_script=not missing)
    if len(missing) == len(listed):
        order, missing = replace(order, sorting=Sorting.ALPHABET), []
    by = pen.say(ORDERS[order.sorting])
    said = pen.say(_GROUPED if order.grouped else _TOGETHER, by=by)
    return sentences((said, pen.say(_FOLLOWING[order.sorting])), pen.language) if missing else said


def _usual_sentence(pen: Pen, *, all_in_script: bool) -> Line:
    if all_in_script:
        # Translators: name the order of your language: pinyin, 五十音, 가나다.
        return pen.say("Within each group, names are in English alphabetical order of family name.")
    # Translators: as above, for a list where some have no name in the script of your language.
    return pen.say(
        "Within each group, names are in English alphabetical order of family name, those without "
        "a name in this script by Latin spelling."
    )


_GROUPED = later("Within each group, names are in the order of {by}.")
_TOGETHER = later("Names are in the order of {by}.")
# Translators: these stand in "Names are in the order of {by}."
ORDERS = {
    Sorting.ALPHABET: later("family name in the English alphabet"),
    Sorting.PINYIN: later("Hanyu Pinyin"),
    Sorting.STROKES: later("strokes of the family name in Chinese characters"),
    Sorting.KANA: later("the Japanese syllabary (gojuon)"),
    Sorting.HANGUL: later("the Korean alphabet"),
    Sorting.INSTITUTION: later("institution"),
}
_BY_SPELLING = later("Names not written in Chinese characters follow by Latin spelling.")
_FOLLOWING = {
    Sorting.ALPHABET: "",
    Sorting.PINYIN: _BY_SPELLING,
    Sorting.STROKES: _BY_SPELLING,
    Sorting.KANA: later("Names without a reading in kana follow by Latin spelling."),
    Sorting.HANGUL: later("Names not written in Hangul follow by Latin spelling."),
    Sorting.INSTITUTION: later("Those without an institution follow."),
}


def name_line(who: Participation, pen: Pen, why: Why, *, capitals: bool = True) -> Line:
    """Return the name as this document writes it, without title or second script."""
    return (_named(who, why, native=native_first(who, pen.language), capitals=capitals),)


def full_name_line(who: Participation, pen: Pen, why: Why, *, capitals: bool = True) -> Line:
    """Return the name with the title before or after it and with its other script beside."""
    name = who.person.name
    native = native_first(who, pen.language)
    line: Line = (_named(who, why, native=native, capitals=capitals),)
    if pen.language != "en":
        line = (*line, *_title_after(who, pen, native=native))
    elif not native and name.title:
        line = (Run(f"{name.title} ", "en", composed=True), *line)
    beside = (
        (_named(who, why, native=not native, capitals=capitals),)
        if _has_second_script(name)
        else ()
    )
    return (*line, *bracketed(beside, pen.language))


def _title_after(who: Participation, pen: Pen, *, native: bool) -> Line:
    """Return the title that follows a name: as its own language has it, and for the names of all
    others what the document's language says for the English one."""
    name = who.person.name
    if native and name.honorific and native_language(who) == pen.language:
        own = () if name.honorific in _PLAIN_ADDRESS else pen.text(name.honorific)
    else:
        message = _TITLES.get(name.title.casefold().rstrip("."))
        own = pen.say(message) if message else ()
    return (*pen.text(" "), *own) if own else ()


_TITLES = {
    "professor": later("Professor"),
    "prof": later("Professor"),
    "dr": later("Dr"),
    "ambassador": later("Ambassador"),
    "amb": later("Ambassador"),
}


def _has_second_script(name: Name) -> bool:
    return bool(name.native and name.latin) and sorting_text(name.native) != sorting_text(
        name.latin
    )


def native_language(who: Participation) -> Language:
    """Return the language of a native name; Han alone is Japanese where the data say so."""
    name = who.person.name
    japanese = who.territory == "JP" or who.delegation == "JP" or is_kana(name.reading)
    return language_of(name.native, "ja" if japanese else "zh")


def _named(who: Participation, why: Why, *, native: bool, capitals: bool) -> Named:
    name = who.person.name
    if native:
        return Named(name.native, native_language(who), who.person.id, why)
    return Named(name.listed if capitals else name.latin, "en", who.person.id, why)


def native_first(who: Participation, language: Language) -> bool:
    """Return whether a document in this language writes the name in its own script first."""
    name = who.person.name
    if not name.native or language == "en":
        return bool(name.native and not name.latin)
    han_for_han = language in ("zh", "ja") and is_han(name.native)
    return han_for_han or native_language(who) == language
