"""People as vCards: versions 2.1, 3.0 and 4.0, several in a file; pictures and sounds left out.

The lines follow RFC 2426 and RFC 6350; those of 2.1 are in quoted-printable and may name a
charset of their own, so that the file is taken apart before its letters are read.
"""

from __future__ import annotations

import binascii
import codecs
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from dialogueprep.domain.errors import Trouble
from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.domain.newcomers import Told
from dialogueprep.exchange.atomic import Tick, quiet
from dialogueprep.exchange.people_encoding import Guess, Sure, guess_encoding
from dialogueprep.exchange.people_signs import tidied
from dialogueprep.exchange.people_table import BREATH, MOST_ROWS, Line, Sheet, too_many

FIELDS = (
    "name_latin", "family", "given", "name_native", "family_native", "given_native",
    "name_kana", "title", "aliases", "affiliation",
    "affiliation_native", "position", "email", "phone", "country", "gender", "languages", "remarks",
)  # fmt: skip
"""The fields that a card may fill, in the order of the columns."""
NAMED = frozenset({"name_latin", "name_native", "family"})
_LEFT_OUT = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_LONGEST = 20_000
_MOST_LINES = 3_000_000
_MOST_PROPERTIES = 1_000  # of a card
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_SEPARATED = re.compile(r"(?<!\\);")


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    options: dict[str, str]
    value: str


@dataclass
class _Card:
    fields: dict[str, str] = field(default_factory=dict[str, str])
    pictures: int = 0
    properties: int = 0
    is_group: bool = False

    def put(self, name: str, value: str) -> None:
        value = tidied(" ".join(value.split())) if name != "remarks" else value.strip()
        if value and not self.fields.get(name):
            self.fields[name] = value

    def also(self, name: str, value: str) -> None:
        """Add to what stands there, for the fields that hold a list."""
        if value.strip():
            held = self.fields.get(name, "")
            self.fields[name] = f"{held}; {value.strip()}" if held else value.strip()


def is_vcard(data: bytes) -> bool:
    """Return whether a file begins as a vCard does, in whatever encoding."""
    return b"BEGIN:VCARD" in data[:400].replace(b"\0", b"").lstrip().upper()[:40]


def sheet_of_vcards(
    data: bytes, name: str, encoding: str | None = None, tick: Tick = quiet
) -> tuple[Sheet, Guess]:
    """Return the cards of a file, one a row, and the encoding of what names none itself.

    The number of a row is that of the card. Raises Trouble "people-too-many", or
    "people-line-too-long" for a property that no card of a person holds.
    """
    if data.upper().count(b"BEGIN:VCARD") > MOST_ROWS or data.count(b"\n") > _MOST_LINES:
        raise too_many(name)
    guess = guess_encoding(_without_pictures(data))
    guess = Guess(encoding, Sure.MARKED) if encoding else guess
    text = data.decode(guess.encoding, "surrogateescape" if _keeps(guess.encoding) else "replace")
    rows: list[Line] = []
    pictures = unended = groups = 0
    for card, ended in _cards(text, guess.encoding, name):
        if card.is_group or not (ended or NAMED.intersection(card.fields)):
            groups += card.is_group
            continue
        unended += not ended
        pictures += card.pictures
        rows.append(Line(len(rows) + 1, tuple(card.fields.get(f, "") for f in FIELDS)))
        if len(rows) % BREATH == 0:
            tick(len(rows), 2 * MOST_ROWS)
    told = [Told("people-pictures-left-out", {"n": pictures})] if pictures else []
    told += [Told("people-cards-of-groups", {"n": groups})] if groups else []
    told += [Told("people-card-unended", {"n": unended})] if unended else []
    return Sheet("", (Line(0, FIELDS), *rows), tuple(told)), guess


def _keeps(encoding: str) -> bool:
    """Return whether bytes that are not of the encoding can be kept for later."""
    return encoding not in ("utf-16", "utf-32", "utf-16-le", "utf-16-be")


def _without_pictures(data: bytes) -> bytes:
    """Return the first cards as they are guessed from: quoted-printable is ASCII anyway."""
    return b"\n".join(
        line
        for line in data[:400_000].splitlines()
        if not re.fullmatch(rb"\s*[A-Za-z0-9+/=]{60,}", line)
    )


def _cards(text: str, encoding: str, name: str) -> Iterator[tuple[_Card, bool]]:
    """Yield the cards, and whether each has an end."""
    card: _Card | None = None
    for line in _unfolded(text):
        upper = line[:14].strip().upper()
        if upper.startswith("BEGIN:VCARD"):
            if card is not None:
                yield card, False
            card = _Card()
        elif upper.startswith("END:VCARD"):
            if card is not None:
                yield card, True
            card = None
        elif card is not None and ":" in line:
            _take(card, _property(line, encoding), name)
    if card is not None:
        yield card, False


def _unfolded(text: str) -> Iterator[str]:
    """Yield whole lines: folded ones, and those of quoted-printable that end with =."""
    held: list[str] = []
    soft = False
    for line in text.splitlines():
        if held and (soft or line[:1] in (" ", "\t")):
            held.append(line if soft else line[1:])
        else:
            if held:
                yield "".join(held)
            held = [line]
        quoted = "QUOTED-PRINTABLE" in held[0][:200].upper()
        soft = quoted and held[-1].endswith("=")
        if soft:
            held[-1] = held[-1][:-1]
    if held:
        yield "".join(held)


def _property(line: str, encoding: str) -> _Property:
    head, _, value = _parted(line)
    words = head.split(";")
    options: dict[str, str] = {}
    for word in words[1:]:
        key, equals, said = word.partition("=")
        if equals:
            options[key.upper()] = said.strip('"')
        else:
            options["ENCODING" if key.upper() in ("QUOTED-PRINTABLE", "BASE64") else "TYPE"] = key
    name = words[0].rpartition(".")[2].upper()
    return _Property(name, options, _decoded(value, options, encoding))


def _parted(line: str) -> tuple[str, str, str]:
    """Return what stands before and after the first colon outside quotation marks."""
    inside = False
    for n, char in enumerate(line):
        if char == '"':
            inside = not inside
        elif char == ":" and not inside:
            return line[:n], ":", line[n + 1 :]
    return line.partition(":")


def _decoded(value: str, options: dict[str, str], encoding: str) -> str:
    known = _text_encoding(options.get("CHARSET", ""))
    if options.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        data = binascii.a2b_qp(value.encode(encoding, "surrogateescape"))
        read = known or guess_encoding(data).encoding
        return data.decode(read, "replace")
    if known and _keeps(encoding) and known != codecs.lookup(encoding).name:
        try:
            return value.encode(encoding, "surrogateescape").decode(known)
        except (UnicodeError, LookupError):
            return value
    return value.encode("utf-8", "replace").decode("utf-8")


def _text_encoding(charset: str) -> str:
    """Return the name of an encoding of texts, "" for what is none or not known."""
    try:
        "".encode(charset or "utf-8")
        return codecs.lookup(charset).name if charset else ""
    except (LookupError, ValueError):
        return ""


def _take(card: _Card, it: _Property, name: str) -> None:
    """Put what a property says into its field; those of no use to a roster are left out."""
    card.properties += 1
    if card.properties > _MOST_PROPERTIES:
        raise Trouble("people-line-too-long", name=name)
    if it.name in _LEFT_OUT:
        card.pictures += it.name in ("PHOTO", "LOGO")
        return
    if len(it.value) > _LONGEST:
        raise Trouble("people-line-too-long", name=name)
    if it.name in _SIMPLE:
        card.put(_SIMPLE[it.name], _plain(it.value))
    elif it.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND"):
        card.is_group = it.value.strip().lower() in ("org", "group", "location", "application")
    elif it.name in _TAKEN:
        _TAKEN[it.name](card, it.value)
    elif it.name.startswith("X-PHONETIC-"):
        _take_phonetic(card, it)


def _take_whole_name(card: _Card, value: str) -> None:
    whole = _plain(value)
    held = card.fields.get("name_native", "")
    if " " in held and held.replace(" ", "") == whole:
        family, _, given = held.partition(" ")
        card.fields |= {"name_native": whole, "family_native": family, "given_native": given}
    card.put("name_native" if _eastern(whole) else "name_latin", whole)


def _take_organisation(card: _Card, value: str) -> None:
    org = ", ".join(p for p in (_plain(p) for p in _SEPARATED.split(value)) if p)
    card.put("affiliation_native" if _eastern(org) else "affiliation", org)


def _take_country(card: _Card, value: str) -> None:
    """Take the country of an address; the rest of it is nobody's business here."""
    card.put("country", (list(map(_plain, _SEPARATED.split(value))) + [""] * 7)[6])


_SIMPLE = {"TITLE": "position", "EMAIL": "email", "NOTE": "remarks"}


def _take_name(card: _Card, value: str) -> None:
    parts = [_plain(p).replace(",", " ") for p in _SEPARATED.split(value)] + [""] * 5
    family, given, more, before, _after = parts[:5]
    if _eastern(family + given):
        whole = card.fields.get("name_native", "")
        if whole.replace(" ", "") == f"{family}{given}".replace(" ", "") and " " not in whole:
            card.put("family_native", family)
            card.put("given_native", given)
        else:
            card.fields["name_native"] = f"{family} {given}".strip()  # parted, as FN may not be
    else:
        card.put("family", family or given)
        card.put("given", f"{given} {more}" if family else "")
    card.put("title", before)


def _take_number(card: _Card, value: str) -> None:
    """Take a number; those of version 4.0 are addresses that begin with "tel:"."""
    card.put("phone", re.sub(r"(?i)^tel:|;.*", "", _plain(value)))


_TAKEN: dict[str, Callable[[_Card, str], None]] = {
    "N": _take_name,
    "FN": _take_whole_name,
    "TEL": _take_number,
    "ORG": _take_organisation,
    "ADR": _take_country,
    "NICKNAME": lambda card, value: card.also("aliases", _plain(value).replace(",", ";")),
    "LANG": lambda card, value: card.also("languages", _plain(value)),
    "GENDER": lambda card, value: card.put("gender", _plain(value)[:1]),
}


def _take_phonetic(card: _Card, it: _Property) -> None:
    """Take the kana of both parts; the family name stands first whatever comes first."""
    held = card.fields.get("name_kana", "")
    kana = _plain(it.value).strip()
    first = it.name.endswith("LAST-NAME")
    card.fields["name_kana"] = f"{kana} {held}".strip() if first else f"{held} {kana}".strip()


def _eastern(words: str) -> bool:
    return any(is_east_asian(c) for c in words)


def _plain(value: str) -> str:
    """Return a value without its escapes."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] in "nN" else m[1], value).strip()
