"""Names as they are said in the language that they come from, written so that letters are sounds.

Desrosiers is said derozie, Łukasiewicz ukashevich, Guimarães gimarains; who writes it in kana,
hangul or characters writes what is said. Rules are of spelling, language by language; which ones
are tried is told by where somebody is from. What is returned is small ASCII for ``sounds`` and
``spoken``: sh and zh for all such sounds, k for a hard g or c, y and w as glides.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice, product

from dialogueprep.domain.identity.reading.written import as_written

_Rule = tuple[str, str]
_MOST, _MOST_WHOLE = 12, 4  # ways to say one word, and a whole name

_FRENCH: tuple[_Rule, ...] = (
    ("ç", "s"), ("é|è|ê|ë", "e"), ("œu|oeu|œ", "eo"), ("ï", "i"), ("à|â", "a"), ("ô", "o"),
    ("û", "u"),
    ("^des(?=[rlmnvjgfb])", "de"), ("^les(?=[rlmnvjgfb])", "le"), ("th", "t"), ("ph", "f"),
    ("tch", "sh"), ("ch", "sh"),
    ("eaux?", "o"), ("(?:au|o)x$", "o"), ("au(?:lt|ld|d|t)s?$", "o"), ("au", "o"), ("o[tsp]$",
    "o"),
    ("gn", "ny"), ("gu(?=[ei])", "k"), ("ge(?=[ao])", "zh"), ("g(?=[eiy])", "zh"), ("j", "zh"),
    ("qu", "k"),
    ("c(?=[eiy])", "s"), ("(?<=[aeiou])ill(?:e$)?", "iy"), ("ill(?=[aeiou])", "iy"), ("oin",
    "uaen"), ("oi", "ua"),
    ("ou", "u"), ("iers?$", "ie"), ("ers?$|ez$|ets?$", "e"), ("eur(?=s?$)", "eor"), ("eu", "eo"),
    ("(?:ain|ein|aim|in|im|yn|un|um)(?![aeiouynmh])", "aen"), ("ien$", "iaen"),
    ("(?:an|am|en|em)(?![aeiouynm])", "aon"), ("(?:on|om)(?![aeiouynm])", "on"),
    ("(?<=[aeiou])s(?=[aeiou])", "z"), ("e?[dtpsxz]+$", ""), ("e$", ""), ("h", ""),
    ("(?<=[bcdfghjklmnprstvz])e(?=[bcdfgjklmnprstvz][aeiou])", "eu"), ("y", "i"),
)  # fmt: skip
_NORDIC: tuple[_Rule, ...] = (
    ("þ", "th"), ("ð", "d"), ("å|aa", "o"), ("ø|ö", "oe"), ("ä|æ", "ae"), ("hv", "v"),
    ("hj|gj", "y"),
    ("skj|sj|stj", "sh"), ("dj(?=[aou])|^lj", "y"), ("lj", "ly"),
    ("y(?=[bcdfghjklmnprstvz]|$)", "iu"), ("j", "y"),
    ("w", "v"), ("(?<=[aeiou])gh?(?=n)", "n"),
)  # fmt: skip
_POLISH: tuple[_Rule, ...] = (
    ("ch", "h"), ("c(?=i)|ć|cz", "sh"), ("sz|ś|s(?=i[aeou])", "sh"), ("rz|ż|ź", "zh"),
    ("dz[iźż]?", "zi"),
    ("w", "v"), ("j", "y"), ("ó", "u"), ("ą", "on"), ("ę", "en"), ("c", "ts"), ("ń", "n"),
    ("i(?=[aeou])", "y"),
    ("y(?![aeou])", "iu"),
)  # fmt: skip
_CZECH: tuple[_Rule, ...] = (
    ("ch", "h"), ("č|š|ť(?=i)", "sh"), ("ž", "zh"), ("ř", "zh"), ("ť", "t"), ("ď", "d"), ("ň",
    "n"), ("ů|ú", "u"),
    ("ě", "ye"), ("á", "a"), ("é", "e"), ("í|ý", "i"), ("c", "ts"), ("w", "v"), ("j", "y"),
    ("y(?![aeou])", "i"),
)  # fmt: skip
_SOUTH_SLAVIC: tuple[_Rule, ...] = (
    ("đ|dj|dž", "zh"), ("č|ć|š", "sh"), ("ž", "zh"), ("ic$", "ish"), ("lj(?=[aeiou])", "ry"),
    ("lj", "ri"),
    ("nj", "ny"), ("c", "ts"), ("j", "y"),
)  # fmt: skip
_HUNGARIAN: tuple[_Rule, ...] = (
    ("zs", "zh"), ("cs", "sh"), ("cz|c", "ts"), ("sz", "s"), ("s", "sh"), ("gy", "zh"), ("ly",
    "y"), ("ty", "ti"),
    ("th", "t"), ("ö|ő", "oe"), ("ü|ű", "iu"), ("á", "a"), ("é", "e"), ("ó", "o"), ("ú", "u"),
    ("í", "i"), ("j", "y"),
    ("y$", "i"),
)  # fmt: skip
_TURKIC: tuple[_Rule, ...] = (
    ("ç|ş", "sh"), ("c(?!h)", "zh"), ("ğ", ""), ("ı", "iu"), ("ö", "oe"), ("ü", "iu"), ("ə",
    "ea"), ("j", "zh"),
    ("x", "h"), ("q", "k"), ("yo[’'ʻ‘`]", "yu"), ("o[’'ʻ‘`]", "ou"), ("g[’'ʻ‘`]|gh", "k"),
    ("v(?=a$)", "w"), ("[’'ʻ‘`]", ""),
)  # fmt: skip
_GERMAN: tuple[_Rule, ...] = (
    ("tsch|sch", "sh"), ("chs", "ks"), ("ch", "h"), ("ß", "s"), ("ä(?=u)", "e"), ("ae|ä", "e"),
    ("oe|ö", "oe"),
    ("ue|ü", "iu"), ("ei|ai|ey|ay", "ai"), ("eu", "oi"), ("ie", "i"), ("th|dt", "t"), ("ph",
    "f"), ("v", "f"),
    ("w", "v"), ("tz|z", "ts"), ("qu", "kv"), ("j", "y"), ("(?<=[aeiou])h(?=[^aeiou]|$)", ""),
    ("^s(?=[tp])", "sh"),
    ("c(?=[eiy])", "ts"),
)  # fmt: skip
_DUTCH: tuple[_Rule, ...] = (
    ("sch", "sk"), ("ij", "aei"), ("ui|uy", "aoi"), ("oe", "u"), ("eu", "eo"), ("uu", "iu"),
    ("ou|au", "au"),
    ("ee", "e"), ("oo", "o"), ("aa|ae", "a"), ("ie", "i"), ("ch", "h"), ("th|dt", "t"), ("v",
    "f"), ("w", "v"),
    ("j", "y"), ("z", "s"),
)  # fmt: skip
_SPANISH: tuple[_Rule, ...] = (
    ("ñ", "ny"), ("hu(?=[ei])", "u"), ("h", ""), ("gü", "ku"), ("gu(?=[ei])", "k"),
    ("g(?=[ei])|j|x", "h"),
    ("tx|ch|tz", "s"), ("qu", "k"), ("c(?=[ei])|z", "s"), ("v", "b"), ("y(?![aeou])", "i"),
)  # fmt: skip
_PORTUGUESE: tuple[_Rule, ...] = (
    ("ães", "aens"), ("ão", "aun"), ("ões", "oins"), ("ã", "an"), ("õ", "on"), ("ç", "s"),
    ("nh", "ny"), ("lh", "ry"),
    ("gu(?=[ei])", "k"), ("qu(?=[ei])", "k"), ("g(?=[ei])|j", "zh"), ("ch|x", "sh"),
    ("c(?=[ei])", "s"),
    ("th", "t"), ("ph", "f"), ("h", ""), ("o$", "ou"), ("os$", "ous"), ("y", "i"),
)  # fmt: skip
_ITALIAN: tuple[_Rule, ...] = (
    ("gli(?=[aeou])", "ry"), ("gli", "ri"), ("gn", "ny"), ("sci(?=[aou])|sc(?=[ei])", "sh"),
    ("ch", "k"), ("gh", "k"),
    ("c(?:i(?=[aou])|(?=[ei]))", "sh"), ("g(?:i(?=[aou])|(?=[ei]))", "zh"), ("z+", "ts"),
    ("qu", "ku"), ("h", ""),
)  # fmt: skip
_ROMANIAN: tuple[_Rule, ...] = (
    ("ș|ş", "sh"), ("ț|ţ", "ts"), ("ch", "k"), ("gh", "k"), ("c(?=[ei])", "sh"), ("g(?=[ei])",
    "zh"), ("â|î", "iu"),
    ("ă", "ao"), ("j", "zh"),
)  # fmt: skip
_ENGLISH: tuple[_Rule, ...] = (
    ("'", ""), ("^kn|^gn", "n"), ("^wr", "r"), ("^x", "z"),
    ("b[ou]rough$", "boro"), ("ough$", "o"), ("augh|aw", "o"), ("ghe?(?=[tsy]|$)", ""),
    ("mbe?$", "m"), ("stle(?=[sy]?$)", "sl"), ("tch", "sh"), ("ck", "k"),
    ("ph", "f"), ("igh", "ai"), ("ew", "iu"), ("dge", "zh"), ("ch(?=[aeiouy]|$)", "sh"),
    ("ti(?=on)", "sh"),
    ("oo|ou", "ou"), ("ea", "eia"), ("ai|ay", "eia"), ("ee", "i"), ("ey$|ie$|y$", "i"),
    ("a(?=ck|[bcdfgklmnpstvz]{2}|[bdfgkmnpstvz][aiouy])", "ae"),
    ("o(?=ll|ck|[bcdfgkmnpst]{2})", "oa"), ("er(?=[aeiou])", "ear"),
    ("(?:ir|ur|er|or)(?![aeiou])", "aor"), ("eor$|our$", "oar"),
    ("a(?=[bcdfgklmnpstvz]e$)", "ae"), ("i(?=[bcdfgklmnpstvz]e$)", "ai"), ("e$", ""),
)  # fmt: skip
_ASIAN: tuple[_Rule, ...] = (
    ("ph|bh", "p"), ("th|dh", "t"), ("kh|gh", "k"), ("jh", "zh"), ("ch|sh", "sh"), ("w", "v"),
    ("aa", "a"),
    ("ee", "i"), ("oo", "u"), ("ksh", "ksh"), ("q", "k"),
)  # fmt: skip
_THAI: tuple[_Rule, ...] = (
    ("ph", "p"), ("th", "t"), ("kh", "k"), ("ch|j", "sh"), ("r(?=n)", ""), ("v", "w"),
    ("(?:[sdjz]|ch|sh)$", "t"),
    ("(?:l|r)$", "n"),
)  # fmt: skip
_BURMESE: tuple[_Rule, ...] = (
    ("ky|ch|gy|ty", "sh"), ("kh", "k"), ("hs", "s"), ("ht|th", "t"), ("hp|ph", "p"),
    ("h(?=[lmnw])", ""), ("aw", "o"), ("ay|ai|ei|e$", "ei"), ("oe", "o"), ("int$", "in"),
    ("ant$", "an"), ("unt$", "un"), ("[tk]$", ""), ("oo", "u"),
)  # fmt: skip
_SLAVIC: tuple[_Rule, ...] = (
    ("shch|sch", "sh"), ("zh", "zh"), ("kh", "h"), ("ts|tz", "ts"), ("tch|ch", "sh"),
    ("iy$|yi$|ii$|yy$|iĭ$", "i"),
    ("yu|iu", "yu"), ("ye", "e"), ("ya|ia", "ia"), ("'", ""), ("w", "v"), ("ks|x", "ks"), ("c",
    "ts"), ("y(?![aeou])", "i"),
)  # fmt: skip
_STEPPE: tuple[_Rule, ...] = (  # Mongolian, whose kh is h in kana and hangul, and f in kana as フ
    ("[’'ʻ‘`]", ""), ("yo(?=u)", "yo"), ("ö", "oe"), ("ü", "u"), ("kh", "h"), ("uu", "u"),
    ("aa", "a"), ("oo", "o"),
    ("ee", "e"), ("ii", "i"),
)  # fmt: skip

_TONGUES: Mapping[str, tuple[tuple[_Rule, ...], ...]] = {
    "french": (_FRENCH, (("au(?:lt|d|t)$", "ot"), *_FRENCH)),
    "nordic": (
        (("(?<=[rnl])d$|(?<=sta)d$|g$", ""), ("kj|tj", "sh"), *_NORDIC),
        (("kj", "ky"), ("(?<=[rnl])d$|(?<=sta)d$", ""), *_NORDIC),
        (("k(?=[iyeöä])", "sh"), ("g(?=[iyeöä])", "y"), *_NORDIC),
        (("þ", "s"), ("ð", "z"), ("kj", "ky"), ("rd$", ""), *_NORDIC),
    ),
    "polish": ((("ł", "w"), *_POLISH), (("ł", "l"), *_POLISH), (("ł", "w"), ("szcz",
    "shsi"), *_POLISH)),
    "czech": (_CZECH, (("ř", "rzh"), *_CZECH), (("ř", "r"), *_CZECH)),
    "slavonic": (_SOUTH_SLAVIC,),
    "hungarian": (_HUNGARIAN, (("gy", "gi"), *_HUNGARIAN)),
    "turkic": (_TURKIC,),
    "german": (_GERMAN, (("w(?=e)", "u"), *_GERMAN)),
    "dutch": (
        (("g", "h"), *_DUTCH), (("g", "k"), ("sch", "sh"), *_DUTCH), (("ee(?=[nlr])", "ei"),
        ("g", "h"), *_DUTCH),
    ),
    "spanish": (
        _SPANISH, (("ll|y(?=[aeou])", "zh"), *_SPANISH), (("ll", "ry"), *_SPANISH), (("ll",
        "y"), *_SPANISH),
    ),
    "portuguese": (
        _PORTUGUESE, (("t(?=i|e$)", "sh"), ("d(?=i|e$)", "zh"), ("^r|rr", "h"), *_PORTUGUESE),
        (("ães", "ais"), *_PORTUGUESE), (("ães", "anis"), *_PORTUGUESE), (("ães",
        "aes"), *_PORTUGUESE),
    ),
    "italian": (_ITALIAN,),
    "romanian": (_ROMANIAN,),
    "english": (
        _ENGLISH, (("wh", "hui"), *_ENGLISH), (("wh", "h"), *_ENGLISH),
        (("t(?=i[bcdfgklmnpst])", "sh"), *_ENGLISH),
    ),
    "asian": (_ASIAN,),
    "thai": (_THAI, (("[tdsjk]$", ""), *_THAI)),
    "burmese": (_BURMESE, _ASIAN),
    "slavic": (
        (("t(?:ye|ie|e(?=v$))", "she"), ("dy$|diy$|dii$", "zhi"), ("v(?=a$)", "w"), *_SLAVIC),
        (("v(?=a$)", "w"), ("d(?=[iey])", "d"), *_SLAVIC),
        (("g", "h"), *_SLAVIC),
    ),
    "steppe": (_STEPPE, (("kh", "fu"), *_STEPPE), (("kh", "k"), *_STEPPE), (("nkh", "nh"),
    ("u", "ou"), *_STEPPE)),
}  # fmt: skip
_OF: Mapping[str, str] = {
    "FR": "french", "CA": "english french", "BE": "dutch french",
    "CH": "german french italian", "LU": "french german",
    "MC": "french", "HT": "french", "SN": "french", "CI": "french", "NO": "nordic",
    "SE": "nordic", "DK": "nordic", "FI": "nordic", "IS": "nordic",
    "EE": "nordic", "PL": "polish", "CZ": "czech", "SK": "czech", "HR": "slavonic",
    "RS": "slavonic",
    "SI": "slavonic", "BA": "slavonic", "ME": "slavonic", "MK": "slavonic", "HU": "hungarian",
    "TR": "turkic", "AZ": "turkic", "UZ": "turkic slavic", "TM": "turkic slavic",
    "KZ": "slavic turkic",
    "KG": "slavic turkic", "RU": "slavic", "UA": "slavic", "BY": "slavic", "BG": "slavic",
    "TJ": "slavic", "GE": "slavic",
    "AM": "slavic", "DE": "german",
    "AT": "german", "LI": "german", "NL": "dutch", "ES": "spanish", "MX": "spanish",
    "AR": "spanish", "CL": "spanish",
    "CO": "spanish", "PE": "spanish", "PH": "spanish", "UY": "spanish", "EC": "spanish",
    "VE": "spanish",
    "CU": "spanish", "CR": "spanish", "PA": "spanish", "PT": "portuguese", "BR": "portuguese",
    "TL": "portuguese",
    "IT": "italian", "RO": "romanian", "MD": "romanian", "GB": "english", "IE": "english",
    "US": "english",
    "AU": "english", "NZ": "english", "ZA": "english dutch", "IN": "asian", "PK": "asian",
    "BD": "asian",
    "LK": "asian", "NP": "asian", "ID": "asian", "MY": "asian", "TH": "thai", "LA": "thai",
    "KH": "asian",
    "MM": "burmese", "MN": "steppe",
}  # fmt: skip
# What shows a language wherever somebody is from now.
_SHOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (as_written("eau|ault$|[rl]iers?$|oix?$|^des?[bcdfgjlmprs]|ç(?=[ao])"), "french"),
    (as_written("[øåæ]|(?:gaard|strand|qvist)$"), "nordic"),
    (as_written("[łśźżąę]|(?:sz|cz)|(?:wski|wicz|wska)$"), "polish"),
    (as_written("[řěů]"), "czech"),
    (as_written("[đ]|(?:ović|ević|ovic|evic)$"), "slavonic"),
    (as_written("[őű]|gyi$"), "hungarian"),
    (as_written("sch|[äöü]|(?:stein|berger|mann)$"), "german"),
    (as_written("^van |ij|(?:veen|broek|broeck|broucke)$"), "dutch"),
    (as_written("ñ|(?:ez|os)$"), "spanish"),
    (as_written("ã|õ|lh|nh"), "portuguese"),
    (as_written("gli|cci|(?:elli|ini|oni|otti)$"), "italian"),
)  # fmt: skip
_VIETNAM = "VN"


@lru_cache(maxsize=4096)
def as_said(name: str, territory: str) -> tuple[str, ...]:
    """Return how one word of a name with its diacritics may be said, in small ASCII letters.

    ``territory`` is a code. Nothing is returned for names that other modules read.
    """
    if territory == _VIETNAM:
        return ()
    word = unicodedata.normalize("NFC", name.lower()).replace("’", "'").strip()
    said = (
        _said(word, rules) for tongue in _tongues(word, territory) for rules in _TONGUES[tongue]
    )
    return tuple(dict.fromkeys(s for s in said if len(s) > 1))[:_MOST]


def _tongues(word: str, territory: str) -> Iterable[str]:
    shown = (tongue for pattern, tongue in _SHOWN if pattern.search(word))
    return dict.fromkeys((*_OF.get(territory, "").split(), *shown))


def _said(word: str, rules: tuple[_Rule, ...]) -> str:
    """Return a word with each spelling replaced by its sound, the first rule that fits it."""
    pattern = _pattern(rules)
    return _bare(pattern.sub(lambda m: rules[(m.lastindex or 1) - 1][1], word))


@lru_cache(maxsize=64)
def _pattern(rules: tuple[_Rule, ...]) -> re.Pattern[str]:
    return as_written("|".join(f"({before})" for before, _ in rules))


def _bare(word: str) -> str:
    """Return a word in ASCII letters; what has none is left out."""
    for letter, stands in (("ł", "l"), ("đ", "d"), ("ø", "o"), ("þ", "th"), ("ð", "d"), ("ß",
    "ss"), ("æ", "ae"),
        ("ı", "i"), ("ə", "e")):  # fmt: skip
        word = word.replace(letter, stands)
    plain = unicodedata.normalize("NFKD", word)
    return "".join(c for c in plain if "a" <= c <= "z")


def said_words(name: str, territory: str) -> Iterator[str]:
    """Yield how a name of one or more words is said: each word, and all of them joined."""
    words = _words(name)
    for word in words:
        yield from as_said(word, territory)
    if len(words) > 1:
        yield from _joined(words, territory)


def said_wholes(given: str, family: str, territory: str) -> Iterator[str]:
    """Yield how a whole name is said, in both orders, without a space."""
    first, last = (_joined(_words(n), territory) for n in (given, family))
    for one, other in islice(product(first, last), _MOST_WHOLE):
        yield one + other
        yield other + one


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s-]+", name) if w]


def _joined(words: Iterable[str], territory: str) -> list[str]:
    """Return how words are said one behind the other."""
    said = [as_said(word, territory) or ("",) for word in words]
    return [w for w in map("".join, islice(product(*said), _MOST)) if w]
