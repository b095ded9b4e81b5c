"""How fast the gate searches: ``python tests/benchmarks/gate_speed.py``.

Sixty invented people of all naming cultures; a long text in four languages, a note of 2,000
characters examined as after a key, a finding beside what left about it before, and the making of
the search for 60 and 500 people. Times are of the processor, the best of several runs. As in the
window, Python looks for objects that only hold each other between the runs and not in them.
"""

from __future__ import annotations

import gc
import itertools
import platform
import random
import sys
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from dialogueprep.domain.gate import About, Roster, examine_wording
from dialogueprep.domain.identity.described.description import Description
from dialogueprep.domain.identity.search import Search
from dialogueprep.domain.identity.told import Rendering, Told
from dialogueprep.domain.people import (
    Affiliation,
    Attendee,
    Gender,
    Name,
    NameOrder,
    Participation,
    ParticipationId,
    Person,
    PersonId,
    Role,
    Sector,
)
from dialogueprep.exchange.lexicon_reader import read_lexicon

PEOPLE = 60
NOTE = 2_000
FINDING = 600
LONG = 1_000_000
NAMES: dict[str, tuple[str, str]] = {
    "CN": (
        "Wei:卫 Tong:佟 Lian:练 Qu:瞿 Mu:穆 Shu:舒",
        "Haoran:浩然 Yunqi:云琪 Zhen:臻 Lixue:丽雪",
    ),
    "JP": ("Aizawa:相沢 Kuwano:桑野 Onizuka:鬼塚 Segawa:瀬川", "Harumi:晴美 Kōta:康太 Rei:玲"),
    "KR": ("Seok:석 Maeng:맹 Ok:옥 Pyo:표 Gil:길", "Ha-neul:하늘 Jun-seo:준서 Ye-rin:예린"),
    "VN": ("Lương Đinh Trịnh", "Quang_Huy Thu_Trang Gia_Hân"),
    "SG": ("Foo:符 Seow:萧 Toh:卓", "Hui_Min:慧敏 Kok_Leong:国良"),
    "ID": ("Wirawan Kusnadi Tjahjono", "Bayu Ratna Agung"),
    "TH": ("Suwannarat Chaisombat", "Pimchanok Thanawat"),
    "RU": ("Belozerov Kuleshova", "Arkady Yevgenia"),
    "DE": ("von_Hellwarth Krämer-Lott", "Sigrid Joachim"),
    "US": ("Larkspur Whitcombe Young Long", "Edward Susan Grace"),
}
SENTENCES = (
    "Several participants argued that the telephone line should be tested every quarter. ",
    "The first session turned to trade in medical goods, and the discussion was long and frank. ",
    "A participant from Japan said that data on ports were shared late; another disagreed. ",
    "Young researchers may be invited, and the Ministry of Harbour Affairs hosted the dinner. ",
    "与会者认为，三国应当在公共卫生和供应链方面加强合作，高水平的对话十分重要。",
    "参加者は、災害時の連絡体制について定期的に訓練を行うべきだと述べた。森林の保全も議論された。",
    "참가자들은 저출생과 고령화에 대한 공동 연구가 필요하다고 지적했다. 계속 논의한다. ",
    "Dr Belozerov objected, and 浩然 kept to the text. ",
)


def invented(count: int) -> tuple[Participation, ...]:
    """Return as many invented people, each name put together from the table."""
    chance = random.Random(7)
    territories = itertools.islice(itertools.cycle(NAMES), count)
    return tuple(_person(n, t, chance) for n, t in enumerate(territories))


def _person(number: int, territory: str, chance: random.Random) -> Participation:
    families, givens = NAMES[territory]
    family, _, family_native = chance.choice(families.split()).replace("_", " ").partition(":")
    given, _, given_native = chance.choice(givens.split()).replace("_", " ").partition(":")
    eastern = territory in ("CN", "JP", "KR", "VN", "SG")
    name = Name(
        family=family, given=given, native=family_native + given_native, title="Dr",
        order=NameOrder.FAMILY_FIRST if eastern else NameOrder.GIVEN_FIRST,
    )  # fmt: skip
    return Participation(
        id=ParticipationId(str(number)),
        person=Person(id=PersonId(str(number)), name=name, gender=Gender.WOMAN),
        delegation=territory, territory=territory,
        region=read_lexicon().territories[territory].region,
        sector=list(Sector)[number % len(Sector)],
        affiliation=Affiliation(name=f"{family} Institute {number}", acronym=f"IX{number}A"),
    )  # fmt: skip


def roster_of(people: tuple[Participation, ...]) -> Roster:
    """Return these people in one room, the first of them as its chair."""
    room = tuple(
        Attendee(who=p, roles=frozenset({Role.CHAIR} if n == 0 else ()))
        for n, p in enumerate(people)
    )
    return Roster(participations=people, lexicon=read_lexicon(), attendance={"D1": room})


def best(action: Callable[[], object], runs: int = 5) -> float:
    """Return the shortest time of the processor that an action took, in seconds."""
    times = []
    for _ in range(runs):
        gc.collect()
        gc.disable()
        begun = time.process_time()
        action()
        times.append(time.process_time() - begun)
        gc.enable()
    return min(times)


def text_of(length: int) -> str:
    """Return an invented text of this length in four languages, in paragraphs."""
    chance = random.Random(3)
    paragraphs = ("".join(chance.choices(SENTENCES, k=12)) for _ in range(length // 400))
    return "\n\n".join(paragraphs)[:length]


def _library(length: int) -> str:
    """Return the texts of the shipped library, over and over."""
    topics = Path(__file__).parent.parent.parent / "data" / "library" / "topics"
    text = "\n\n".join(p.read_text("utf-8") for p in sorted(topics.glob("*.toml")))
    return (text * (length // len(text) + 1))[:length]


def _report(what: str, text: str, search: Search) -> None:
    taken = best(lambda: search.examine(text), 3)
    found, speed = len(search.examine(text)), len(text) / taken / 1e6
    print(f"{what}: {speed:.2f} million characters a second ({found} found)")


def _beside() -> float:
    """Return the ms for a finding as after a key, beside what six documents told of it."""
    roster = roster_of(invented(PEOPLE))
    told = zip(list(NAMES)[:6], itertools.cycle(Sector), strict=False)
    elsewhere = tuple(
        Rendering(f"{n}", frozenset({Told(Description(territory=t)), Told(Description(sector=s))}))
        for n, (t, s) in enumerate(told)
    )
    said = " A business participant agreed; an academic from Singapore did not; many did."
    text = (text_of(FINDING) + said)[-FINDING:]
    about = About(("D1",), elsewhere=elsewhere)
    return 1000 * best(lambda: examine_wording(text, roster, about), 50)


def made(people: tuple[Participation, ...]) -> Search:
    """Return the search for these people with all that it needs."""
    search = Search(roster_of(people))
    deque(search.building(), maxlen=0)
    return search


def main() -> None:
    """Measure and print."""
    begun = time.process_time()
    read_lexicon()
    print(f"reading the tables: {1000 * (time.process_time() - begun):.0f} ms")
    for count in (PEOPLE, 500):
        people = invented(count)
        taken = best(lambda them=people: made(them), 3)
        print(f"search for {count} people: {1000 * taken:.0f} ms, {made(people).forms} forms")
    search = made(invented(PEOPLE))
    note = text_of(NOTE)
    _report("the library's own wording", _library(LONG), search)
    _report("a text that describes or names somebody in most sentences", text_of(LONG), search)
    print(
        f"a note of {len(note)} characters: {1000 * best(lambda: search.examine(note), 50):.2f} ms"
    )
    print(f"a finding of {FINDING} characters beside six documents: {_beside():.2f} ms")
    turns = range(1_000_000)
    print(f"an empty loop: {1000 * best(lambda: [None for _ in turns]):.0f} ns a turn")
    print(f"{platform.processor() or platform.machine()}, Python {platform.python_version()}")


if __name__ == "__main__":
    main()
