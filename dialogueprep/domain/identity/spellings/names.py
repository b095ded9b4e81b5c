"""The plain forms of a person's name: what somebody may have typed for it.

A name is searched by its parts, folded: a family part beside a given part is the full name,
in either order, with a space, a comma, a hyphen or nothing between. So the forms that are
searched are the combinations of the parts; ``plain_forms`` lists those worth showing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import (
    is_east_asian,
    is_han,
    is_hangul,
    is_kana,
    letters_apart,
)
from dialogueprep.domain.identity.spellings import vietnamese
from dialogueprep.domain.identity.spellings.customs import (
    Pieces,
    alike,
    clipped,
    old_and_new,
    pieces_of,
    short_particles,
    with_initials,
    without_particles,
)
from dialogueprep.domain.identity.spellings.cyrillic import cyrillic_of, is_cyrillic, latin_of
from dialogueprep.domain.identity.spellings.elements import in_elements
from dialogueprep.domain.identity.spellings.name_parts import (
    Habit,
    Part,
    Spelling,
    alone,
    joined_forms,
    runs,
    turns,
    with_diacritics,
    worked_out,
)
from dialogueprep.domain.identity.spellings.native_names import native_spellings
from dialogueprep.domain.people import FormState, Name, NameOrder, Person

__all__ = ["Part", "Spelling", "plain_forms", "spellings", "switched_off"]

_FAMILIES = 3  # spellings of a family name that are shown with each given name
_EAST = frozenset({"CN", "TW", "HK", "MO", "JP", "KR", "KP"})
_CYRILLIC = frozenset({"RU", "UA", "BY", "KZ", "KG", "UZ", "TJ", "TM", "MN", "BG", "RS"})
_CLIP = 3  # letters of what is clipped that may be another word
_CLIPPING = frozenset({"IN", "LK", "NP", "BD", "MY", "SG"})
_MALAY = frozenset({"ID", "MY", "SG", "BN"})
_THAI = frozenset({"TH", "LA"})
_OF_A_FATHER = re.compile("(?<=[a-z]{3})(?:giin|iin|yn)$|(?<=[а-яөү]{3})(?:гиин|иин|ын)$")
_DOTS = re.compile(r"[·・•‧．=＝]+")


def spellings(person: Person, lexicon: Lexicon, territory: str = "") -> tuple[Spelling, ...]:
    """Return every spelling by which the parts of a person's name are searched.

    ``territory`` is a code; it decides how characters of Chinese origin are read.
    """
    found: dict[tuple[str, Part], Spelling] = {}
    for spelling in _all(person, lexicon, territory):
        one = len(spelling.text) == 1 and spelling.part is not Part.FAMILY
        if not spelling.text or (one and not (is_east_asian(spelling.text) and spelling.sure)):
            continue
        known = found.get((spelling.text, spelling.part))
        if known is None or (spelling.alone, spelling.sure) > (known.alone, known.sure):
            found[spelling.text, spelling.part] = spelling
    return tuple(found.values())


def switched_off(person: Person, lexicon: Lexicon) -> frozenset[str]:
    """Return the forms that the user switched off, loose and in each order of their words."""
    off = (f.form for f in person.forms if f.state is FormState.OFF)
    return frozenset(t for form in off for t in turns(lexicon.fold.plain(form)))


def plain_forms(person: Person, lexicon: Lexicon, territory: str = "") -> tuple[str, ...]:
    """Return the full forms worth showing to the user, the usual ones first, in small letters

    as they are compared; forms that the user switched off are among them.
    """
    return tuple(dict.fromkeys(form for form, _ in full_forms(person, lexicon, territory)))


def full_forms(
    person: Person, lexicon: Lexicon, territory: str = ""
) -> Iterator[tuple[str, Habit]]:
    """Yield the full forms worth showing, each with the habit that it comes from."""
    known = [s for s in _all(person, lexicon, territory) if s.text]
    wholes = [s for s in known if s.part is Part.WHOLE and not _is_laid_out(s.text)]
    yield from ((s.text, s.habit) for s in wholes if s.habit is not Habit.EMAIL)
    families: dict[tuple[str, Habit], dict[str, None]] = {}
    for family in (s for s in known if s.part is Part.FAMILY):
        families.setdefault((_script(family.text), family.habit), {})[family.text] = None
    for given in known:
        own = given.habit is Habit.NATIVE and is_han(given.text[0])  # shown as a whole
        if given.part is Part.GIVEN and given.habit is not Habit.PIECE and not own:
            for text in _beside(given, families):
                yield _full(text, given.text, person.name.order, given.habit), given.habit
    yield from ((s.text, s.habit) for s in wholes if s.habit is Habit.EMAIL)


def _is_laid_out(text: str) -> bool:
    """Return whether this is a name as a page sets it: over two lines, or its letters apart."""
    return "\n" in text or letters_apart(text)


def _beside(given: Spelling, families: Mapping[tuple[str, Habit], Iterable[str]]) -> list[str]:
    """Return the family names that go with a given name: of its habit, else as typed."""
    script = _script(given.text)
    usual = families.get((script, given.habit)) or families.get((script, Habit.TYPED), ())
    return [*usual][:_FAMILIES]


def _full(family: str, given: str, order: NameOrder, habit: Habit) -> str:
    if is_kana(family[0]):
        return f"{family}・{given}"
    if is_east_asian(family[0]):
        foreign = habit is Habit.SOUND and len(family) > 1 and len(given) > 1
        return f"{family} {given}" if foreign else family + given
    return f"{family} {given}" if order is NameOrder.FAMILY_FIRST else f"{given} {family}"


def _script(text: str) -> str:
    if all(is_kana(c) for c in text):
        return "kana"
    if all(is_hangul(c) for c in text):
        return "hangul"
    if is_cyrillic(text):
        return "Cyrillic"
    if is_east_asian(text[0]):
        return "east asian"
    return "Latin" if text[0] < "\u0370" else f"block {ord(text[0]) >> 7}"


def _all(person: Person, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    name = person.name
    yield from _typed(name, lexicon, territory)
    yield from native_spellings(name, lexicon, territory)
    if territory == vietnamese.TERRITORY:
        yield from vietnamese.family_abroad(name, lexicon)
    yield from in_elements(name, lexicon, territory)
    for form in person.forms:
        if form.state is FormState.ADDED:
            yield from _added(form.form, name, lexicon, territory)
    yield from _addressed(name, lexicon)
    if "@" in person.email:
        yield from _email(lexicon.fold.plain(person.email), lexicon)


def _email(folded: str, lexicon: Lexicon) -> Iterator[Spelling]:
    yield Spelling(folded, Part.WHOLE, habit=Habit.EMAIL)
    local = folded.partition("@")[0]
    if len(local) > 5 and not lexicon.is_common(local) and re.search("[a-z][0-9]|[._-]", local):
        yield Spelling(local, Part.WHOLE, habit=Habit.EMAIL)


def _addressed(name: Name, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield the usual address: whole if the family name is in it ("Ashina-sensei")."""
    folded, family = lexicon.fold.plain(name.address), lexicon.fold.plain(name.family)
    if family and family != folded and re.search(rf"\b{re.escape(family)}\b", folded):
        yield Spelling(folded, Part.WHOLE)
    else:
        yield from _whole_or_given(folded)


def _whole_or_given(folded: str) -> Iterator[Spelling]:
    if " " in folded or (folded and is_east_asian(folded[0]) and len(folded) > 2):
        yield Spelling(folded, Part.WHOLE)
    elif folded:
        yield Spelling(folded, Part.GIVEN)


def _added(form: str, name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield a form that the user added; parted by a dot it is given and family name.

    A name in Chinese characters is also read as the person's own would be.
    """
    pieces = [lexicon.fold.plain(p) for p in _DOTS.split(form) if p.strip()]
    if len(pieces) > 1 and is_east_asian(pieces[0][0]):
        yield Spelling("".join(pieces), Part.WHOLE)
        yield Spelling(pieces[0], Part.GIVEN, habit=Habit.PIECE)
        yield Spelling(pieces[-1], Part.FAMILY, habit=Habit.PIECE)
        return
    yield from _whole_or_given(lexicon.fold.plain(form))
    yield from _beside_family(lexicon.fold.plain(form), lexicon.fold.plain(name.family), lexicon)
    if territory in _EAST and len(form.strip()) > 1 and name.native != form:
        other = Name(family="", native=form.strip(), reading=name.reading)
        yield from native_spellings(other, lexicon, territory)


def _beside_family(folded: str, family: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Yield what stands beside the family name in an added form: Bernard of Bernard Ng, Bernie."""
    known = lexicon.customs.nicknames
    words, own = folded.split(), family.split()
    rest = [word for word in words if word not in own]
    if folded.isascii() and 0 < len(rest) < len(words):
        yield Spelling(" ".join(rest), Part.GIVEN)
        yield from (Spelling(w, Part.GIVEN, habit=Habit.PIECE) for w in rest if len(w) > 2)
        nicknames = (o for w in rest for o in alike(w, known.get(w, ())))
        yield from (Spelling(o, Part.GIVEN, len(o) > 2, habit=Habit.NICKNAME) for o in nicknames)


def _typed(name: Name, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    fold = lexicon.fold.plain
    families = [fold(w) for w in with_diacritics(name.family)] or [""]
    givens = [fold(w) for w in with_diacritics(name.given)] or [""]
    pairs = [*((f, givens[0]) for f in families), *((families[0], g) for g in givens[1:])]
    for family, given in dict.fromkeys(pairs):
        pieces = pieces_of(family, given, lexicon)
        yield from _personal(pieces, lexicon, territory)
        yield from _family(pieces, lexicon)
        yield from _by_custom(pieces, lexicon, territory)
        if territory == "MN":
            yield from _father(pieces)
    folded = pieces_of(families[0], givens[0], lexicon)
    if territory in _CYRILLIC or is_cyrillic(name.native):
        yield from _transliterated(folded, lexicon, native=is_cyrillic(name.native))


def _personal(pieces: Pieces, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    words, whole = pieces.personal, " ".join(pieces.personal)
    if pieces.initials:
        yield from (Spelling(f, Part.WHOLE) for f in with_initials(pieces.initials, whole))
    if not pieces.family and not pieces.initials:
        part = Part.WHOLE if len(words) > 1 else Part.FAMILY
        yield from (Spelling(f, part) for f in joined_forms(whole))
    else:
        yield from (Spelling(f, Part.GIVEN) for f in joined_forms(whole))
        if "." in whole:
            yield Spelling(whole.replace(".", ""), Part.GIVEN)
    if len(words) > 1:
        yield from _pieces_of_given(words, lexicon, territory)
        yield from _with_maria(words)


def _with_maria(words: tuple[str, ...]) -> Iterator[Spelling]:
    """Yield a Maria with another name drawn together: Maricarmen of María del Carmen."""
    if words[0] == "maria" and len(words[-1]) > 2:
        for form in joined_forms(f"mari {words[-1]}"):
            yield Spelling(form, Part.GIVEN, habit=Habit.NICKNAME)


def _pieces_of_given(
    words: tuple[str, ...], lexicon: Lexicon, territory: str
) -> Iterator[Spelling]:
    """Yield the words of a given name that people use alone, and runs of them."""
    for run in runs(words):
        yield Spelling(run, Part.GIVEN, habit=Habit.PIECE)
        if "-" in run:
            yield from (Spelling(f, Part.GIVEN, habit=Habit.PIECE) for f in joined_forms(run)[1:])
    for place, word in enumerate(words):
        first = place < len(words) - 1
        inside = first and (
            word in lexicon.vietnamese.middle
            if territory == "VN"
            else word in lexicon.customs.particles
        )
        usual = len(word) > 2 or (territory == "VN" and not inside)
        part = Part.MIDDLE if inside or not usual else Part.GIVEN
        for form in joined_forms(word):
            yield Spelling(form, part, habit=Habit.PIECE)


def _family(pieces: Pieces, lexicon: Lexicon) -> Iterator[Spelling]:
    family = " ".join(pieces.family)
    if not family:
        return
    sure = not pieces.father
    yield from (Spelling(f, Part.FAMILY, sure, sure) for f in joined_forms(family))
    particles, rest = without_particles(pieces.family, lexicon)
    if particles:
        yield from (Spelling(f, Part.FAMILY, habit=Habit.PIECE) for f in joined_forms(rest))
        yield from (
            Spelling(f, Part.FAMILY, habit=Habit.PIECE) for f in short_particles(particles, rest)
        )
        yield Spelling(f"{rest}, {' '.join(pieces.personal)} {particles}", Part.WHOLE)
    if rest[1:2] == "'" and len(rest) > 6:  # O'Shaughnessy
        yield Spelling(rest[2:], Part.FAMILY, habit=Habit.PIECE)
    halves = [p for p in re.split(r"[- ]+", rest) if p]
    if len(halves) > 1:
        yield from (Spelling(p, Part.FAMILY, habit=Habit.PIECE) for p in halves if len(p) > 3)
        if particles:  # Dela Cruz of dela Cruz-Santos
            yield Spelling(f"{particles} {halves[0]}", Part.FAMILY, habit=Habit.PIECE)
    if "-" in rest and len(halves) == 2 and len(halves[0]) > 2:  # Rousseau-T.
        yield Spelling(f"{halves[0]}-{halves[1][0]}", Part.FAMILY, habit=Habit.PIECE)


def _father(pieces: Pieces) -> Iterator[Spelling]:
    """Yield a Mongolian father's name without its ending: Batbayar of Batbayaryn Solongo."""
    for word in pieces.family:
        if (bare := _OF_A_FATHER.sub("", word)) != word:
            yield Spelling(bare, Part.FAMILY, alone=False, sure=False, habit=Habit.PIECE)


def _by_custom(pieces: Pieces, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield nicknames, and other spellings of names that come from Arabic or are old ones."""
    if territory not in _EAST:
        yield from _nicknames(pieces, lexicon)
    yield from _clips(pieces, lexicon, territory)
    single = not pieces.family and len(pieces.personal) == 1
    for word in pieces.personal:
        part = Part.FAMILY if single else Part.GIVEN
        for form in _respelled(word, lexicon, territory):
            yield Spelling(form, part, habit=Habit.ROMANISED)
    for word in pieces.family:
        for form in _respelled(word, lexicon, territory):
            yield Spelling(form, Part.FAMILY, not pieces.father, habit=Habit.ROMANISED)
    if pieces.personal[:1] == ("maria",) and len(pieces.personal) > 1:
        for short in ("ma", "m."):
            yield Spelling(" ".join((short, *pieces.personal[1:])), Part.GIVEN, habit=Habit.PIECE)


def _clips(pieces: Pieces, lexicon: Lexicon, territory: str) -> Iterator[Spelling]:
    """Yield what people make of long names of South Asia: Venkat of Venkataraghavan."""
    words = (*pieces.personal, *pieces.family) if territory in _CLIPPING else ()
    for short in (s for word in words for s in clipped(word, lexicon.customs.clipped)):
        yield Spelling(short, Part.GIVEN, len(short) > _CLIP, habit=Habit.NICKNAME)


def _nicknames(pieces: Pieces, lexicon: Lexicon) -> Iterator[Spelling]:
    for word in {w for part in pieces.personal for w in (part, part.split("-")[0])}:
        for other in alike(word, lexicon.customs.nicknames.get(word, ())):
            yield Spelling(other, Part.GIVEN, len(other) > 2, habit=Habit.NICKNAME)


def _respelled(word: str, lexicon: Lexicon, territory: str) -> list[str]:
    """Return other spellings of an Arabic or Slavic name, and of an Indonesian one."""
    forms = list(alike(word, lexicon.customs.transliterated.get(word, ())))
    if territory in _THAI and word[0] in "vw":  # Vichai, Wichai
        forms.append({"v": "w", "w": "v"}[word[0]] + word[1:])
    return forms + [f for f in old_and_new(word) if f != word and territory in _MALAY]


def _transliterated(pieces: Pieces, lexicon: Lexicon, *, native: bool) -> Iterator[Spelling]:
    """Yield other habits of transliterating a name typed in Latin letters, and its Cyrillic."""
    for words, part in ((pieces.personal, Part.GIVEN), (pieces.family, Part.FAMILY)):
        for word in words:
            back = cyrillic_of(word)
            if not back:
                continue
            if not native:
                yield Spelling(back, part, alone(back, lexicon), habit=Habit.SOUND)
            yield from worked_out(latin_of(back), part, Habit.ROMANISED, lexicon)
