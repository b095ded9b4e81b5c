"""Finds names from elsewhere that stand apart, in the scripts in which they have no one spelling.

In brackets, at the head of a note, at the end of what is said of one person only, or before a word
that only somebody's doing has: （ホーカンソン）, - 할로웰, 비용 우려, 持保留意见的是韦登巴赫.
What stands so is often a place or a thing, so more of the sound has to agree than before a title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.reading.fold import HANGUL, Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean, ordinary, places
from dialogueprep.domain.identity.spellings.sounding_names import Sounding
from dialogueprep.domain.identity.spellings.sounds import TRANSLITERATING
from dialogueprep.domain.identity.spellings.spoken import Sound, of_written
from dialogueprep.domain.identity.spellings.spoken_names import SpokenNames

_LISTS = word_lists("named", "sounding_apart")

# Characters that spell names from elsewhere and are seldom anything else, beside the usual ones.
_MORE = (
    "颂猜诗厄范凡撒热捷冈刚圣若玻采彻俄盖格圭赖赛莎泽佐娃卓兹茨柯蕾婷妮娅莱琪甘宾滨祖贾鲍宋差巴武"
    "别魏怀廖哲居于申廉培佩日屈荣许瑙木胡嘎麦芙佳昌罕慕纽素冯叻贴真末杭"
    "卜摩茹汪逊芝兆那狄慈蔡柴瓜耳孟梯霞黎雄邱"
)
CHARACTERS = as_written(f"[{TRANSLITERATING}{_MORE}]{{2,12}}")
_DOTS = as_written("[・＝=゠ 　-]")
_SHORT, _LONG = 4, 5  # kana of a name that needs a frame, and of one that hardly does
_SOME, _MANY = 3, 4  # consonants of each
_HEAD = r"(?:^|\n)[ \t]*(?:[>*•·・–—-]+[ \t]*)?$"
_OPENS = as_written(_HEAD)
# Japanese: what is behind a name that heads a note, is in brackets or ends a clause.
_BEHIND_HEAD = as_written(r"、(?=[^\n]{2})|[ 　](?=[^\n]{2})|[:：]")
_ONE_IS = as_written(r"(?:[のたいるな](?:の|人|方|側)は|役は|担当は|慎重派は|は、)$")
_IS = as_written(r"(?:である|だった|だけ|のみ|だ|でした|です|くらい|ぐらい)(?:$|[。、\nだで])")
_OF_A_PERSON = as_written(
    "より(?:は|も)?(?=指摘|意見|質問|提案|発言|異論|懸念|説明|報告|補足|問題提起|紹介|要望|依頼|"
    "反論|連絡)|"
    f"に(?:{_LISTS['asked_of']})|"
    "を(?:説得|紹介|推薦|指名|囲|名指し)|との(?:やり取り|応酬|立ち話|面談|雑談)|"
    f"の(?:{_LISTS['things_of']})"
)
_NO_PERSON = as_written(
    "[一-龠々](?<![氏先様前])|で(?!は?(?:ある|す))|へ(?!の(?:質問|反論|回答|謝意|お礼))|行き|まで|産|製|号"
)
_HAN = as_written("[一-龠々]")
# Korean: a note's head before a comma, which is looked for first, brackets, "who objected was".
_COMMA_KO = as_written(r", (?<=[가-힣][가-힣], )(?=\S)")
_HEAD_KO = as_written(r"[ \t]*(?:[>*•·–—-]+[ \t]*)?([가-힣]{3,8}(?: [가-힣]{2,6})?), ")
_KOREAN = (
    as_written(r"\(([가-힣]{3,8}(?: [가-힣]{2,6})?)\)"),
    as_written(
        r"(?:사람은|분은|쪽은|것은|이는|건|론은|담당은|역은|인물은) ([가-힣]{3,8}?)"
        r"(?:이었다|였[다고음]|이?었음|이다|다[.]|뿐|이?라고|입니다|[ ,.]|$)"
    ),
)
# What only somebody does, or both of two do, and the word before it.
_DEED_KO = as_written(
    r"[이가와과](?: (?<=[이가] )(?:맡|빠|끼어들|나서|손을|고개를|자리를|거들|받아|되물|일어|웃)|"
    r"(?<=[와과])(?= [가-힣]{2,8}?[은는] [^.\n]*(?:평행선|엇갈|맞서)))"
)
_WORD_KO = as_written("(?<![가-힣])[가-힣]{3,8}$")
# Chinese: what stands before and behind such a name where nobody but a person is meant.
_LED = as_written(f"(?:{_LISTS['led']})$")
_BY = as_written("(?:由|归)$")
_DONE_BY = as_written("作|做|负责|起草|小结|总结|主持|汇报|介绍|牵头|执笔|整理|补充|回答|宣读|带")
_BESIDE = as_written("[和与跟同及、]$")
_BOTH = as_written("(?:都|均|也|则|两人|二人|各)")
_ENDS = as_written(
    "$|[。,.;:!?)\n ]|[都也又还再却把将对向给在说讲提问要想没不并一两就先后最来去和与]"
)
_BRACKETS = as_written("[(]$")
_SHORTEST = 3


@lru_cache(maxsize=1)
def characters_in(text: str) -> tuple[re.Match[str], ...]:
    """Return the runs of such characters in a text; those of the last text are kept."""
    return tuple(CHARACTERS.finditer(text))


def _heads_in_korean(text: str) -> Iterator[tuple[int, int]]:
    """Yield words that head a note before a comma."""
    for comma in _COMMA_KO.finditer(text):
        head = _HEAD_KO.match(text, text.rfind("\n", 0, comma.start()) + 1, comma.end())
        if head and head.end() == comma.end():
            yield head.span(1)


class SoundingApart:
    """Names of a roster that stand apart in katakana, hangul or characters."""

    def __init__(self, spoken: SpokenNames, lexicon: Lexicon) -> None:
        self._spoken = spoken
        self._lexicon = lexicon

    def find(self, folded: Folded, katakana: Iterable[re.Match[str]]) -> Iterator[Sounding]:
        """Yield such names, as places in the original; ``katakana`` are its words in it."""
        yield from self._in_katakana(folded.original, katakana)
        yield from self._in_hangul(folded.original)
        yield from self._in_characters(folded, characters_in(folded.text))

    def _in_katakana(self, text: str, runs: Iterable[re.Match[str]]) -> Iterator[Sounding]:
        """Yield names among the words in katakana of a text."""
        for run in runs:
            written = _DOTS.sub("", run.group())
            if len(written) < _SHORT or not self._stands(text, run, written):
                continue
            if who := self._whose(written, _SOME):
                yield run.start(), run.end(), who

    def _stands(self, text: str, run: re.Match[str], written: str) -> bool:
        """Return whether a word in katakana stands as somebody, or is long and no place is told."""
        start, end = run.span()
        if _OF_A_PERSON.match(text, end):
            return True
        before = text[max(0, start - 8) : start]
        if before[-1:] in ("(", "（") and text[end : end + 1] in (")", "）"):
            return True
        if _OPENS.search(before) and _BEHIND_HEAD.match(text, end):
            return True
        if _ONE_IS.search(before) and _IS.match(text, end):
            return True
        if len(written) < _LONG or _HAN.match(before[-1:]) or _NO_PERSON.match(text, end):
            return False
        return self._strength(written) >= _MANY

    def _in_hangul(self, text: str) -> Iterator[Sounding]:
        """Yield names among the words in hangul of a text."""
        if not HANGUL.search(text):
            return
        found = [*_heads_in_korean(text)]
        found += (it.span(1) for pattern in _KOREAN for it in pattern.finditer(text))
        for deed in _DEED_KO.finditer(text):
            if word := _WORD_KO.search(text, max(0, deed.start() - 9), deed.start()):
                found.append(word.span())
        for start, end in found:
            if who := self._whose(text[start:end].replace(" ", ""), _SOME):
                yield start, end, who

    def _in_characters(self, folded: Folded, runs: Iterable[re.Match[str]]) -> Iterator[Sounding]:
        """Yield names among runs of characters that Chinese spells names from elsewhere with."""
        text = folded.text
        for run in runs:
            start = run.start()
            before = text[max(0, start - 4) : start]
            led, by = _LED.search(before), _BY.search(before)
            beside, bracket = _BESIDE.search(before), _BRACKETS.search(before)
            if not (led or by or beside or bracket):
                continue
            for end in range(run.end(), start + _SHORTEST - 1, -1):
                behind = text[end : end + 2]
                stands = (led and self._may_end(text[start:end], behind)) or (
                    by and _DONE_BY.match(behind)
                )
                stands = stands or (beside and _BOTH.match(behind))
                stands = stands or (bracket and behind[:1] == ")")
                who = self._whose(text[start:end], _SOME) if stands else ()
                if who:
                    yield *folded.span(start, end), who
                    break

    def _may_end(self, written: str, behind: str) -> bool:
        """Return whether a name may end before this; a long one may before any word."""
        return bool(_ENDS.match(behind)) or self._strength(written) >= _MANY

    def _whose(self, written: str, least: int) -> tuple[int, ...]:
        """Return whose name a word surely sounds like, if it has so many consonants."""
        word = self._lexicon.fold.plain(written)
        if self._strength(written) < least or word in ordinary() or word in places():
            return ()
        if is_plain_korean(word):
            return ()
        level, who = self._spoken.whose(word, titled=False, told=True)
        return who if level is Level.BLOCK else ()

    def _strength(self, written: str) -> int:
        word = self._lexicon.fold.plain(written)
        return max((_consonants(sounds) for sounds in of_written(word)), default=0)


def _consonants(sounds: tuple[Sound, ...]) -> int:
    """Return how many consonants a word has, the weak ones too."""
    return sum("V" not in sound for sound in sounds)
