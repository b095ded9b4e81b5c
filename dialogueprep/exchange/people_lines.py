"""People pasted as lines of words: ``Prof. SHEN Yuheng (沈昱衡), Institute of Ports, China``."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.fold import is_east_asian
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.people_signs import tidied
from dialogueprep.exchange.people_table import Line, Sheet
from dialogueprep.exchange.people_words import name_words

FIELDS = ("name_latin", "position", "affiliation", "country", "email")
_BULLET = re.compile(r"^\s*(?:[-*•·‣▪◦○●]|\(?\d{1,3}[.)、．]|\d{1,3}\s(?=\D))\s*")
_PIECE = re.compile(r"[,，、;；]\s*|\s+[–—]\s+|\s{3,}")
_MAIL = re.compile(r"<?\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*>?")
_INSTITUTION = re.compile(
    r"univers|institut|cent(?:er|re)|council|ministry|academy|foundation|school|college|associat|"
    r"compan|corporat|bank|agency|embassy|secretariat|forum|laborator|office|department|news|"
    r"大学|大學|研究(?![员員生])|学院|中心|协会|協会|基金|外交部|公司|社$|省|部$|연구|대학|재단|협회|외교부|센터|신문",
    re.IGNORECASE,
)


def sheet_of_lines(text: str) -> Sheet:
    """Return people pasted line by line, under heads; empty lines are left out."""
    lines = [Line(0, FIELDS)]
    for number, raw in enumerate(text.splitlines(), 1):
        if line := _BULLET.sub("", tidied(raw)).strip():
            lines.append(Line(number, _cells(line)))
    return Sheet("", tuple(lines))


_POSITION = re.compile(
    r"professor|fellow|director|president|\bchair|\bdean\b|researcher|lecturer|ambassador|secretary|"
    r"minister|counsell?or|officer|analyst|scholar|"
    r"(?:教授|研究员|研究員|主任|院长|院長|所长|所長|会长|会長|理事|部长|部長|司长|处长|局长|局長|課長|参事官|"
    r"大使|秘书长|讲师|講師|助教|フェロー|교수|연구위원|선임연구원|소장|원장|실장|국장|과장|대사|서기관|"
    r"센터장|본부장|이사장|회장)$",
    re.IGNORECASE,
)


def is_position(words: str) -> bool:
    """Return whether words name somebody's position, by a word such as "professor" in them."""
    return bool(_POSITION.search(words))


def is_institution(words: str) -> bool:
    """Return whether words name an institution, by a word such as "university" in them."""
    return bool(_INSTITUTION.search(words))


def _cells(line: str) -> tuple[str, ...]:
    mail = _MAIL.search(line)
    bare = _MAIL.sub("", line).strip(" ,;") if mail else line
    pieces = [p.strip() for p in _PIECE.split(bare) if p.strip()]
    name, rest = _name_and_rest(pieces)
    country, rest = _country(rest)
    position = [p for p in rest[:1] if len(rest) > 1 and not _INSTITUTION.search(p)]
    affiliation = ", ".join(rest[len(position) :])
    return name, " ".join(position), affiliation, country, mail[1] if mail else ""


def _name_and_rest(pieces: list[str]) -> tuple[str, list[str]]:
    """Return the name and what follows; a degree behind a comma belongs to the name, as does a
    given name behind a family name ("Shen, Yuheng, Institute of Ports")."""
    if not pieces:
        return "", []
    name, rest = pieces[0], pieces[1:]
    degrees = name_words().affixes.degrees
    while rest and rest[0].casefold() in degrees:
        rest = rest[1:]
    single = " " not in name and not any(is_east_asian(c) for c in name)
    if single and len(rest) > 1 and " " not in rest[0] and not _INSTITUTION.search(rest[0]):
        return f"{name}, {rest[0]}", rest[1:]
    return name, rest


def _country(rest: list[str]) -> tuple[str, list[str]]:
    """Return a territory named last, or in brackets behind the institution."""
    if not rest:
        return "", rest
    lexicon = read_lexicon()
    last = rest[-1]
    behind = re.search(r"[(（]([^()（）]+)[)）]$", last)
    word = behind[1] if behind else last
    known = lexicon.pieces.get(lexicon.fold.plain(word), ())
    if not any(p.kind in ("territory", "region") for p in known):
        return "", rest
    return word, [*rest[:-1], last[: behind.start()].strip()] if behind else rest[:-1]
