"""The notes on the order of hosts and delegations, said of the order as it really is.

An order is looked at in English and in the alphabet of the document's language: whether it is
alphabetical, begins elsewhere in the alphabet and goes round, or has one name in front of an
alphabetical rest. The note says the plainest that holds; any other order was chosen, and the note
says no more than that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from dialogueprep.domain import pinyin
from dialogueprep.domain.briefs.blocks import Line, composed
from dialogueprep.domain.briefs.material import Material
from dialogueprep.domain.briefs.name_order import sorting_text
from dialogueprep.domain.briefs.pen import Pen, capitalised
from dialogueprep.domain.briefs.presence import delegation_label
from dialogueprep.domain.texts import Language, Texts, language_of
from dialogueprep.words import later

Key = tuple[str, ...] | None


class Order(StrEnum):
    """What an order is; those that end in "here" are of the document's own alphabet."""

    NONE = "none"
    ALPHABETICAL = "alphabetical"
    ROTATED = "rotated"
    LED = "led"
    ALPHABETICAL_HERE = "alphabetical here"
    ROTATED_HERE = "rotated here"
    LED_HERE = "led here"
    CHOSEN = "chosen"


_PLAINEST = (Order.ALPHABETICAL, Order.ROTATED, Order.LED, Order.CHOSEN)
_HERE = {
    Order.ALPHABETICAL: Order.ALPHABETICAL_HERE,
    Order.ROTATED: Order.ROTATED_HERE,
    Order.LED: Order.LED_HERE,
}
# Translators of the messages "alphabetical order of this language": name the order that your
# language uses: pinyin, 五十音, 가나다.
_HOSTS = {
    Order.ALPHABETICAL: later("Hosts in English alphabetical order."),
    Order.ROTATED: later("Hosts in English alphabetical order, beginning with {first}."),
    Order.ALPHABETICAL_HERE: later("Hosts in the alphabetical order of this language."),
    Order.ROTATED_HERE: later(
        "Hosts in the alphabetical order of this language, beginning with {first}."
    ),
    Order.LED_HERE: later(
        "{first} first, then the hosts in the alphabetical order of this language."
    ),
    Order.CHOSEN: later("Hosts in the order that they chose."),
}
_DELEGATIONS = {
    Order.ALPHABETICAL: later("Delegations in English alphabetical order."),
    Order.ROTATED: later("Delegations in English alphabetical order, beginning with {first}."),
    Order.LED: later("{first} first, then the delegations in English alphabetical order."),
    Order.ALPHABETICAL_HERE: later("Delegations in the alphabetical order of this language."),
    Order.ROTATED_HERE: later(
        "Delegations in the alphabetical order of this language, beginning with {first}."
    ),
    Order.LED_HERE: later(
        "{first} first, then the delegations in the alphabetical order of this language."
    ),
    Order.CHOSEN: later("Delegations in the order chosen by the hosts."),
}


def host_order(material: Material, pen: Pen) -> Line:
    """Return the note on the order of the hosts, true of the real order; nothing for one."""
    hosts = material.dialogue.hosts
    first = composed(pen.write(hosts[0].names)) if hosts else ()
    return _told(_HOSTS, order_of([h.names for h in hosts], pen.language, led=False), first, pen)


def delegation_order(material: Material, pen: Pen) -> Line:
    """Return the note on the order of the delegations, true of the real order."""
    delegations = material.seated
    first = delegation_label(pen, delegations[0]) if delegations else ()
    return _told(_DELEGATIONS, order_of([d.labels for d in delegations], pen.language), first, pen)


def _told(messages: dict[Order, str], order: Order, first: Line, pen: Pen) -> Line:
    if order is Order.NONE:
        return ()
    return capitalised(pen.say(messages[order], first=first))


def order_of(names: Sequence[Texts], language: Language = "en", *, led: bool = True) -> Order:
    """Return what the order of these names is in a document of this language.

    ``led`` tells whether one may be set in front of the others, as the delegation of the place
    is; of hosts that would tell nothing. Two in reverse are not called rotated, though they are:
    nobody would learn anything from it.
    """
    if len(names) < 2:
        return Order.NONE
    english = _order([_key(name.get("en"), "en") for name in names], led)
    if language == "en":
        return english
    here = _order([_key(name.get(language), language) for name in names], led)
    return english if _PLAINEST.index(english) <= _PLAINEST.index(here) else _HERE[here]


def _order(keys: Sequence[Key], led: bool) -> Order:
    known = [key for key in keys if key is not None]
    if len(known) < len(keys):
        return Order.CHOSEN
    ordered = sorted(known)
    if known == ordered:
        return Order.ALPHABETICAL
    if len(known) < 3:
        return Order.CHOSEN
    start = ordered.index(known[0])
    if known == ordered[start:] + ordered[:start]:
        return Order.ROTATED
    return Order.LED if led and known[1:] == sorted(known[1:]) else Order.CHOSEN


def _key(name: str | None, language: Language) -> Key:
    """Return what a name is sorted by in a language, or None where that is not known."""
    return _KEYS[language](name) if name else None


def _by_pinyin(name: str) -> Key:
    if language_of(name, "zh") != "zh":
        return None
    return tuple(pinyin.usual(name))


def _by_kana(name: str) -> Key:
    reading = _READINGS.get(name, name)
    hiragana = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in reading)
    kana = all("ぁ" <= c <= "ゖ" or c == "ー" for c in hiragana)
    return (hiragana,) if kana else None


def _by_hangul(name: str) -> Key:
    return (name,) if language_of(name) == "ko" and not name[0].isascii() else None


_KEYS: dict[Language, Callable[[str], Key]] = {
    "en": lambda name: (sorting_text(name),),
    "zh": _by_pinyin,
    "ja": _by_kana,
    "ko": _by_hangul,
}
# How labels of delegations are read in Japanese, without the sounds that 五十音 leaves out.
_READINGS = {
    "中国": "ちゆうこく",
    "日本": "にほん",
    "韓国": "かんこく",
    "大韓民国": "たいかんみんこく",
    "北朝鮮": "きたちようせん",
    "米国": "へいこく",
    "豪州": "こうしゆう",
    "英国": "えいこく",
    "台湾": "たいわん",
    "東南アジア": "とうなんあしあ",
}
