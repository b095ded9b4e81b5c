"""Reads data/lexicon once and hands it to the domain as one frozen Lexicon."""

from __future__ import annotations

import re
import tomllib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dialogueprep import paths
from dialogueprep.domain.identity.lexicon import (
    Common,
    Customs,
    Lexicon,
    MadeTitles,
    Piece,
    Readings,
    Region,
    Speech,
    Table,
    Territory,
    Vietnamese,
)
from dialogueprep.domain.identity.reading.fold import Fold
from dialogueprep.exchange.institutions_reader import reading_institutions
from dialogueprep.exchange.meeting_words_reader import meeting_words_in
from dialogueprep.exchange.room_words_reader import reading_room_words

_LANGUAGES = ("en", "zh", "ja", "ko")
_FILES = (
    "territories",
    "readings",
    "spellings",
    "vietnamese",
    "descriptors",
    "speech",
    "institutions",
    "parties",
    "common",
    "standing",
)
_SUBJECTS = ("concepts", "policy", "terms")
_Raw = Mapping[str, Any]


_read: dict[Path, Lexicon] = {}


def read_lexicon(folder: Path | None = None) -> Lexicon:
    """Return the shipped lexicon, or the one in this folder; read once per run."""
    where = folder or paths.data() / "lexicon"
    if where not in _read:
        deque(reading(folder), maxlen=0)
    return _read[where]


def reading(folder: Path | None = None) -> Iterator[None]:
    """Read the lexicon in steps of some milliseconds; `read_lexicon` returns it then at once.

    Whoever needs it earlier just asks for it.
    """
    where = folder or paths.data() / "lexicon"
    steps = _reading(where)
    while where not in _read:
        known = next(steps)
        if known:
            _read.setdefault(where, known)
        yield


def _reading(where: Path) -> Iterator[Lexicon | None]:
    """Yield nothing after each step, and the lexicon at last."""
    raw: dict[str, _Raw] = {}
    for name in _FILES:
        raw[name] = tomllib.loads((where / f"{name}.toml").read_text("utf-8"))
        yield
    read = _han_readings((where / "han_readings.txt").read_text("utf-8"))
    yield
    readings = _readings(raw["readings"], raw["spellings"], read)
    fold = Fold(readings.kanji)
    territories = {
        code: _territory(code, row) for code, row in raw["territories"]["territory"].items()
    }
    regions = {name: _region(name, row) for name, row in raw["territories"]["region"].items()}
    made: dict[str, Any] = {}
    for part, make in _parts(raw, fold, territories, regions).items():
        made[part] = make()
        yield
    fields = _field_words(where, fold)
    yield
    institutions = yield from reading_institutions(
        {**raw["institutions"], "beside": raw["parties"]}, fold, fields
    )
    room = yield from reading_room_words(raw["standing"], fold)
    yield Lexicon(
        fold=fold,
        readings=readings,
        institutions=institutions,
        room=room,
        read_meeting=lambda: meeting_words_in(where / "meeting.toml", fold),
        territories=territories,
        regions=regions,
        **made,
    )


def _parts(
    raw: Mapping[str, _Raw],
    fold: Fold,
    territories: Mapping[str, Territory],
    regions: Mapping[str, Region],
) -> dict[str, Callable[[], object]]:
    """Return how the parts are made that take one step each."""
    return {
        "customs": lambda: _customs(raw["spellings"], fold),
        "vietnamese": lambda: _vietnamese(raw["vietnamese"], fold),
        "common": lambda: _common(raw["common"], fold),
        "speech": lambda: _speech(raw["speech"], fold),
        "pieces": lambda: _pieces(
            raw["descriptors"], raw["standing"]["trade"], territories, regions, fold
        ),
    }


def _table(raw: _Raw) -> Table:
    return {key: tuple(words) for key, words in raw.items()}


def _han_readings(written: str) -> dict[str, Table]:
    """Return how characters are read, by "ko", "on" and "yue"; the usual reading first."""
    found: dict[str, dict[str, tuple[str, ...]]] = {"ko": {}, "on": {}, "yue": {}}
    for line in written.splitlines():
        kind, _, rest = line.partition("\t")
        reading, tab, characters = rest.partition("\t")
        if tab:
            known = found[kind]
            known.update({c: (*known.get(c, ()), reading) for c in characters})
    return dict(found)


def _readings(raw: _Raw, custom: _Raw, read: Mapping[str, Table]) -> Readings:
    return Readings(
        hangul_surname=_table(raw["hangul_surname"]),
        hangul_syllable=_table(raw["hangul_syllable"]),
        han_surname=_table(raw["han_surname"]),
        kana=_table(raw["kana"]),
        kanji=dict(raw["kanji"]),
        dialect_surname={c: tuple(w.split()) for c, w in custom["dialect_surname"].items()},
        dialect_given={c: tuple(w.split()) for c, w in custom["dialect_given"].items()},
        hangul_hanja=_hanja(custom["hangul_hanja"]),
        pinyin_kana=_pinyin_kana(custom["pinyin_kana"]),
        han_korean=read["ko"],
        han_on=read["on"],
        han_cantonese=read["yue"],
        surnames=tuple(custom["surnames"]["frequent"].split()),
    )


def _hanja(raw: _Raw) -> Table:
    return {k: (h,) if len(k) > 1 else tuple(h) for k, h in raw.items()}


def _pinyin_kana(raw: _Raw) -> Table:
    """Return kana, as hiragana, by syllable of pinyin."""
    found: dict[str, tuple[str, ...]] = {}
    for initial, row in raw.items():
        words = row.split()
        for final, kana in zip(words[::2], words[1::2], strict=True):
            found[initial + final] = tuple(_hiragana(k) for k in kana.split("|"))
    return found


def _hiragana(kana: str) -> str:
    return "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in kana)


def _customs(raw: _Raw, fold: Fold) -> Customs:
    return Customs(
        particles=frozenset(raw["particles"]["words"].split()),
        patronymic=frozenset(raw["particles"]["patronymic"].split()),
        nicknames=_groups(raw["nicknames"]["groups"], fold),
        transliterated=_groups(raw["nicknames"]["transliterated"], fold),
        clipped=tuple(raw["nicknames"]["clipped"].split()),
        abroad={name: _folded(row.split(), fold) for name, row in raw["abroad"].items()},
        elements={
            code: {one: _folded(row.split(), fold) for one, row in table.items()}
            for code, table in raw["elements"].items()
        },
    )


def _vietnamese(raw: _Raw, fold: Fold) -> Vietnamese:
    families = {name: _folded(row.split(), fold) for name, row in raw["family"].items()}
    return Vietnamese(
        family=families,
        han={sound: fold.plain(row) for sound, row in raw["han"].items()},
        middle=frozenset(raw["middle"]["words"].split()),
    )


def _groups(lines: Iterable[str], fold: Fold) -> Mapping[str, tuple[frozenset[str], ...]]:
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for line in lines:
        group = frozenset(fold.plain(line).split())
        found.update({word: (*found.get(word, ()), group) for word in group})
    return found


def _territory(code: str, row: _Raw) -> Territory:
    words = {language: tuple(row[language]) for language in _LANGUAGES}
    return Territory(code, row["region"], words, tuple(row["short"]))


def _region(name: str, row: _Raw) -> Region:
    words = {language: tuple(row[language]) for language in _LANGUAGES}
    return Region(name, words, tuple(row.get("of", ())), tuple(row.get("members", ())))


def _folded(words: Iterable[str], fold: Fold) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold.plain(word) for word in words))


def _common(raw: _Raw, fold: Fold) -> Common:
    words = " ".join((raw["latin"], raw["han"], raw["hangul"])).split()
    return Common(
        words=frozenset(_folded(words, fold)),
        never_alone=frozenset(raw["never_alone"].split()),
        opening=frozenset(raw["opening"].split()),
        han_before=frozenset(_folded(raw["han_before"].split(), fold)),
        han_particles=frozenset(_folded(raw["han_particles"].split(), fold)),
        no_chief=frozenset(_folded(raw["no_chief"].split(), fold)),
        small=frozenset(raw["small"].split()),
    )


def _speech(raw: _Raw, fold: Fold) -> Speech:
    saying = {language: _folded(raw["saying"][language], fold) for language in _LANGUAGES}
    saying["weak"] = tuple(raw["saying"]["weak"])
    saying["other"] = _folded(raw["saying"]["other"], fold)
    title = raw["title"]
    roles = {role: _folded(words, fold) for role, words in raw["role"].items() if role != "other"}
    return Speech(
        saying=saying,
        titles=_longest_first(_folded((*title["before"], *title["public"]), fold)),
        public_titles=frozenset(_folded(title["public"], fold)),
        honorifics=_longest_first(_folded(title["after"], fold)),
        made_titles=tuple(_made(table, fold) for table in title["made"]),
        titles_alone=_longest_first(_folded(title["alone"], fold)),
        roles=roles,
        not_roles=_folded(raw["role"]["other"], fold),
        orders=_orders(raw["order"], raw["lists"], fold),
        announced=_folded(raw["announced"]["words"], fold),
        main=_folded(raw["announced"]["main"], fold),
    )


def _made(table: _Raw, fold: Fold) -> MadeTitles:
    return MadeTitles(
        ranks=_folded(table["ranks"].split(), fold),
        offices=_folded(table["offices"].split(), fold),
    )


_NAME_OF_A_LIST = re.compile(r"\{([a-z_]+)\}")


def _orders(raw: _Raw, lists: Mapping[str, Iterable[str]], fold: Fold) -> Table:
    """Return the patterns, with the words of a list where they have its name in braces."""
    words = {name: "|".join(of) for name, of in lists.items()}

    def whole(pattern: str) -> str:
        return _NAME_OF_A_LIST.sub(lambda found: words.get(found[1], found[0]), pattern)

    return {kind: tuple(fold(whole(p)).text for p in ps) for kind, ps in raw.items()}


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=len, reverse=True))


def _field_words(where: Path, fold: Fold) -> frozenset[str]:
    """Return the words of two characters that the library's tables of subjects hold."""
    written = "".join((where / f"{name}.toml").read_text("utf-8") for name in _SUBJECTS)
    words = re.findall("(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2}(?![\u4e00-\u9fff])", written)
    return frozenset(fold(", ".join(words)).text.split(", "))


def _pieces(
    raw: _Raw,
    trades: Iterable[_Raw],
    territories: Mapping[str, Territory],
    regions: Mapping[str, Region],
    fold: Fold,
) -> dict[str, tuple[Piece, ...]]:
    found: dict[str, tuple[Piece, ...]] = {}
    for word, piece in (*_places(territories, regions), *_descriptor_words(raw)):
        for folded in _with_plural(fold.plain(word), piece):
            known = found.get(folded, ())
            if piece not in known:
                found[folded] = (*known, piece)
    for word, piece in _callings(trades):
        for folded in _with_plural(fold.plain(word), piece):
            if piece.kind == "sector" and piece not in found.get(folded, ()):
                found[folded] = (*found.get(folded, ()), piece)
            found.setdefault(folded, (piece,))
    return found


# What callings of a company end like (an insurance executive), and its line of work in characters.
_OF_A_FIRM = ("executive", "manager", "owner", "高管", "代表", "人士", "役員", "幹部", "関係者")
_OF_A_FIRM_KO = ("임원", "인사", "대표")
_LINES = ("业", "界", "行业", "公司", "企业", "業", "業界", "会社", "업", "업계", "회사", "업체")
_BODIES = ("团体", "组织", "団体", "단체", "工会", "労組", "노조")


def _callings(trades: Iterable[_Raw]) -> Iterable[tuple[str, Piece]]:
    """Yield callings as heads, of a sector where they can be of one only, and lines of work."""
    for row in trades:
        sector = row["sectors"][0] if len(row.get("sectors", ())) == 1 else ""
        firm = f"sector:{sector}" if sector == "business" else ""
        of_one = f"sector:{sector}" if sector in ("legislature", "civil society") else ""
        for word in row["words"]:
            yield (
                word,
                Piece(
                    "head", firm if firm and word.endswith(_OF_A_FIRM + _OF_A_FIRM_KO) else of_one
                ),
            )
        ends = {"business": _LINES, "civil society": _BODIES}.get(sector, ())
        lines = (it for it in row.get("fields", ()) if ends and it.endswith(ends))
        yield from ((it, Piece("sector", sector)) for it in lines)


def _places(
    territories: Mapping[str, Territory], regions: Mapping[str, Region]
) -> Iterable[tuple[str, Piece]]:
    for code, territory in territories.items():
        for words in territory.words.values():
            yield from ((word, Piece("territory", code)) for word in words)
        yield from ((word, Piece("short", code)) for word in territory.short)
    for name, region in regions.items():
        for words in region.words.values():
            yield from ((word, Piece("region", name)) for word in words)


def _descriptor_words(raw: _Raw) -> Iterable[tuple[str, Piece]]:
    for kind in ("determiner", "sector", "broad", "gender", "after", "pronoun"):
        for value, words in raw[kind].items():
            yield from ((word, Piece(kind, value)) for word in words)
    yield from ((word, Piece("link", "")) for word in raw["link"]["words"])
    head = raw["head"]
    yield from ((word, Piece("head", "", "present")) for word in head["participant"]["words"])
    for value, words in head["person"].items():
        gender = value if value in ("woman", "man") else ""
        yield from ((word, Piece("head", "", gender)) for word in words)
    for kind in ("sector", "broad"):
        for value, words in head[kind].items():
            yield from ((word, Piece("head", f"{kind}:{value}", _gender(word))) for word in words)


def _gender(word: str) -> str:
    """Return the gender that a calling tells: businesswoman, newspaperman."""
    return next((it for it in ("woman", "man") if word.endswith(it) and word != it), "")


_PLURAL = ("sh", "ch", "s", "x")
_OF_A_PEOPLE = re.compile(
    "(?:an|man|[^h]ino|ina|stani|epali|deshi|raeli|briton|lander|konger|swede|dane|finn|pole|"
    "turk|scot|"
    "thai|khmer|kazakh|uzbek)$"
)
_NO_MEN = ("german", "roman", "ottoman", "norman")
_IRREGULAR = {"person": "persons", "man": "men", "woman": "women"}


def _with_plural(folded: str, piece: Piece) -> tuple[str, ...]:
    """Return a word and, for an English head noun or demonym, its plural."""
    people = piece.kind in ("territory", "region") and _OF_A_PEOPLE.search(folded)
    countable = piece.kind == "head" or people
    if not countable or not folded.isascii() or not folded[-1:].isalpha():
        return (folded,)
    for one, many in _IRREGULAR.items():
        if folded.endswith(one) and not folded.endswith(_NO_MEN):
            return (folded, folded.removesuffix(one) + many)
    if folded.endswith("y") and folded[-2:-1] not in "aeiou":
        return (folded, folded[:-1] + "ies")
    return (folded, folded + ("es" if folded.endswith(_PLURAL) else "s"))
