"""People pasted as lines of words: ``Prof. SHEN Yuheng (沈昱衡), Institute of Ports, China``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dialogueprep.domain.identity.reading.fold import is_east_asian
from dialogueprep.exchange.lexicon_reader import read_lexicon
from dialogueprep.exchange.people_signs import in_one_line, tidied
from dialogueprep.exchange.people_table import Line, Sheet
from dialogueprep.exchange.people_words import name_words

FIELDS = ("name_latin", "position", "affiliation", "country", "email")
_BULLET = re.compile(r"^\s*(?:[-*•·‣▪◦○●]|\(?\d{1,3}[.)、．]|\d{1,3}\s(?=\D))\s*")
_APART = re.compile(r"\s*(?:[,，、;；\n|｜/／]|\s[-–—]\s|(?<=[^\x00-\x7f])[ \u3000]+)\s*")
_PIECE = re.compile(r"[,，、;；]\s*|\s+[–—]\s+|\s{3,}")
_MARKED = re.compile(r"[,;] |[，、；]|\s[–—-]\s")
_MAIL = re.compile(r"<?\s*([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*>?")
_INSTITUTION = re.compile(
    r"univers|institut|cent(?:er|re)|council|ministry|academy|foundation|school|college|associat|"
    r"compan|corporat|bank|agency|embassy|secretariat|forum|laborator|office|department|news|"
    r"大学|大學|研究(?![员員生])|学院|中心|协会|協会|基金|外交部|公司|社$|省|部$|연구|대학|재단|협회|외교부|센터|신문",
    re.IGNORECASE,
)


def reads_as_lines(lines: Sequence[str]) -> bool:
    """Return whether most lines are a person each: a name, a mark, and an institution behind it."""
    said = [line for line in lines if line.strip()]
    held = [bool(_MARKED.search(line)) and is_institution(line) for line in said]
    return len(said) > 1 and sum(held) * 10 >= len(said) * 6


def sheet_of_lines(text: str) -> Sheet:
    """Return people pasted line by line, under heads; empty lines are left out."""
    lines = [Line(0, FIELDS)]
    for number, raw in enumerate(text.splitlines(), 1):
        if line := _BULLET.sub("", tidied(raw)).strip():
            lines.append(Line(number, _cells(line)))
    return Sheet("", tuple(lines))


_BEHIND = re.compile(
    r"(?<=[院所学大心部会社司局省室关团처부원소교사회청])(?:副|准|首席|高级|资深|客座|名誉|特任|主任|上席|主席|研究|选任|선임|수석|책임)*"
    r"(?:教授|研究员|研究員|主任|院长|院長|所长|所長|会长|会長|理事|部长|部長|司长|处长|局长|局長|課長|参事官|大使|"
    r"秘书长|讲师|講師|助教|フェロー)$"
)
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
    if not position and affiliation:
        affiliation, said = parted_affiliation(affiliation)
        position = [said]
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


def parted_affiliation(cell: str) -> tuple[str, str]:
    """Return institution and position of a cell that holds both, where words tell them apart."""
    pieces = [p for p in _APART.split(cell) if p]
    if len(pieces) == 1 and (behind := _BEHIND.search(cell)) and behind.start() > 1:
        return cell[: behind.start()].strip(), behind[0]
    held = [is_position(p) for p in pieces]
    if not any(held) and any(map(is_institution, pieces)):
        held = [not is_institution(p) for p in pieces]
    if all(held) or not any(held):
        return in_one_line(cell), ""
    if held[0]:
        cut = held.index(False)
        return _joined(pieces[cut:]), _joined(pieces[:cut])
    cut = held.index(True)
    return _joined(pieces[:cut]), _joined(pieces[cut:])


def _joined(pieces: list[str]) -> str:
    eastern = bool(pieces) and is_east_asian(pieces[0][0])
    return (" " if eastern else ", ").join(pieces)
