"""Judges whether a name in Chinese characters, kana or Hangul stands as a person."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.cues import (
    HANGUL_PARTICLE,
    MAYBE,
    SPEAKING,
    TITLED,
    Cues,
    name_found,
)
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese
from dialogueprep.domain.identity.exposure import Level
from dialogueprep.domain.identity.found import Found, sentence
from dialogueprep.domain.identity.named.korean_words_too import (
    DEGREE,
    POINTS_BACK,
    WORDS_IN_BYEON,
    does_alone,
    is_local_office,
    is_no_former,
    spoken_of_before,
)
from dialogueprep.domain.identity.named.late_deeds import is_late_deed, opens_clause
from dialogueprep.domain.identity.named.led_to import is_led_to
from dialogueprep.domain.identity.named.not_the_person import title_behind
from dialogueprep.domain.identity.named.opening_deeds import tells_a_deed
from dialogueprep.domain.identity.named.people_east import EastPeople
from dialogueprep.domain.identity.named.stances_east import EastNotes, may_open
from dialogueprep.domain.identity.named.words_that_open import opens_as_a_word
from dialogueprep.domain.identity.reading.boundaries import is_katakana
from dialogueprep.domain.identity.reading.fold import KANA, Folded, is_han, is_kana
from dialogueprep.domain.identity.reading.han_words import is_word
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.spellings.matcher import Hit
from dialogueprep.domain.identity.spellings.names import Part
from dialogueprep.domain.identity.spellings.nobodys_words import ordinary
from dialogueprep.domain.people import Participation

_LISTS = word_lists("named", "standing_east")

_SUBJECT = re.compile(
    "[はがも]|から(?:の|[^、。]{0,10}(?=が|を))|によれば|によると"
    "|の(?:提案|指摘|意见|发言|说明|见解|报告)"
)
# 一位林姓与会者, 林姓の参加者
_SURNAMED = re.compile(
    "姓的?(?:与会|参会|发言|学者|教授|专家|官员|代表|人士|研究员|记者|同事|女|男)|姓の"
)
_OTHERS = re.compile("(?:ら|たち)(?=[のはがも、]|に(?:よ|对)|から)")
_RUBY = re.compile(r"[(][ぁ-ゖー・ ]{1,12}[)]|[(][a-z' -]{1,16}[)]")  # how it is read: 沈(しん)
_KOREA = frozenset({"KR", "KP"})
_GIVEN_AND_TITLE = tuple(
    re.compile(
        f"(?:(?![的了是在和与或不着过])[\u4e00-\u9fff]){{{n}}}(?:{_LISTS['given_and_title']})"
    )
    for n in (1, 2)
)
# 高要求是必要的; what 高 required has no such word behind it.
_QUALITY = re.compile(
    "[高严新老旧](?:要求|支持|希望|期望|反对|建议|主张|提议)(?:[率度值的是也多少]|并不)"
)
# 松原:坡道是关键; (松原); "一票通行" - 松原
_APART = tuple(
    (re.compile(before), re.compile(after))
    for before, after in (
        (r"(?:^|[\n。;!?]) ?$", " ?:"),
        (r"[(]$", r"[)]"),
        ('[-」”"] ?$', "$|[\n。]"),
    )
)
# Only somebody has one: no goods and no heading (泉：同意).
_STANCE_BEHIND = re.compile(" ?: ?(?:没意见|不?同意|反对|赞成|保留|慎重|怀疑|异论)")
_OFFICE_BEFORE = re.compile(
    "(?:(?:上席|主任|首席|高级|资深|副|助理|客座|特聘)?(?:研究员|教授|博士|[处司局部室课所院]长|总监|总裁|大使|"
    "参事官?|审议官))$"
)
_BEFORE_APART, _BEHIND_APART = "、请由据让听", " :)、。\n"  # "" is in it: the end
_ASKED = re.compile("(?:^|[,、。;: ])(?:请|由|据|让|听)$")
_DEAR = re.compile("(?:さん|ちゃん|くん|君)(?:[はがもにのへをと、]|から|より)")
_SURE_KANA = 3  # kana of a name that is hardly a word
# What somebody is called: a word of one or more characters, told by its last.
_BEARER = re.compile("[\u4e00-\u9fff]{0,4}[长员士者官师家手人役系授任事监将佐尉卿兵氏样]")
_DOUBLE = 2  # characters of a double surname: 老欧阳
_UNCLEAR = "이그저한전양각"  # these are words as well: 이 대표 is this representative
_WORDS_TOO = "고여하마신정방안민문주상공구왕"  # and these, for who is not Korean
_PLACE = re.compile(_LISTS["place"])
_ROAD = re.compile("(?:路|大街|大道|大桥|小学|中学|码头|公园)(?![的都也又还说提要想])")
_FAMILIAR_DEED = re.compile(
    f"[^,。;、的]{{0,3}}(?:了|过|没有|不同意|不赞成)|{_LISTS['familiar_deed']}|外[都,]|"
    "[讲说提问写]的"
)
_LED_TO = re.compile(
    "(?:会[后上中前]|[昨今明前当]天|[上下]午|[随最]后|据|对|由|向|和|与|只有|除|在|请|让|听|跟|问|是)$"
)
_SIDES = frozenset("北南西东中米英独法佛露日韩上下前后内外今本他声光国军海町村")
_IS_THERE = "有无"
_ONESELF = "余预仆"
_COUNTED = re.compile("[一两二三四五几数这那各]位$")  # 两位何老师
_CLAUSE = re.compile(r"(?:^|[\s,.:;!?。、「『“(（])$")


class EastStanding:
    """Judges names without letter case; most East Asian surnames are also words."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._people = EastPeople(cues)
        self._notes = EastNotes(cues.lexicon.fold)

    def judge(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        """Return a name in Chinese characters or kana if it may stand as this participant."""
        word = folded.text[hit.start : hit.end]
        if is_kana(word[0]) and not hit.sure and not is_katakana(folded, hit.start):
            return None
        before = folded.text[max(0, hit.start - 1) : hit.start]
        if before == "位" and _COUNTED.search(folded.text, max(0, hit.start - 3), hit.start):
            before = ""
        if is_han(before) and is_led_to(folded.text, hit.start, word, self._cues.lexicon):
            before = ""
        ruby = _RUBY.match(folded.text, hit.end)
        told = ruby.end() if ruby else hit.end
        after = folded.text[told : told + 12]
        own = self._cues.own_honorific(who, after)
        honorific = title_behind(folded, hit.start, self._cues.honorific.match(after), own)
        short = len(word) == 1 and hit.part is Part.GIVEN
        if word in self._cues.lexicon.common.never_alone or (short and not _DEAR.match(after)):
            return None
        if honorific and not self._is_no_chief(word + honorific.group(), folded, hit):
            before = "" if self._is_at_their_own(hit, who, folded) else before
            ends = told + honorific.end()
            behind = folded.text[ends : ends + 12]
            return self._addressed(hit, before, (word, behind), ends - hit.end)
        road = is_han(word[0]) and len(word) > 1 and _ROAD.match(after)
        shown = None if road else self._shown(hit, who, folded, after)
        if shown := shown or self._after_an_office(hit, folded, word, after):
            return shown
        short = road or (not is_han(word[0]) and len(word) < 3)
        if short or self._follows_han(before) or self._goes_on(word, after):
            return None
        return self._bare(hit, folded, word, after)

    def _after_an_office(self, hit: Hit, folded: Folded, word: str, after: str) -> Found | None:
        """Return a name of two characters or more with the office before it: 教授桑原."""
        led = _OFFICE_BEFORE.search(folded.text, max(0, hit.start - 6), hit.start)
        if not led or len(word) < 2 or not is_han(word[0]) or not hit.sure:
            return None
        if hit.part is Part.MIDDLE or self._cues.lexicon.is_common(word):
            return None
        if self._goes_on(word, after):
            return None
        return name_found(hit, Level.BLOCK, TITLED, (led.start(), hit.end))

    def _is_at_their_own(self, hit: Hit, who: Participation, folded: Folded) -> bool:
        """Return whether the institution of who is meant ends here: 洛棠大学高教授."""
        plain = self._cues.lexicon.fold.plain
        last = folded.text[max(0, hit.start - 1) : hit.start]
        own = who.affiliation.spelled if last and is_han(last) else ()
        return any(folded.text.endswith(plain(name), 0, hit.start) for name in own if name)

    def _heads_a_note(self, hit: Hit, folded: Folded, word: str) -> bool:
        """Return whether a name heads a note, and a stance or a sign follows it."""
        if hit.start and not may_open(folded.text[hit.start - 1]):
            return False
        first, last = sentence(folded, hit.start)
        before, behind = folded.text[first : hit.start].lstrip(), folded.text[hit.end : last]
        if is_han(word[0]) and self._notes.is_listed(before, behind):
            return True
        if not self._may_head(hit, folded, word, behind):
            return False
        kana = bool(KANA.search(before[-40:] + behind[:60]))
        return self._notes.heads(word, before, behind, kana=kana)

    def _may_head(self, hit: Hit, folded: Folded, word: str, behind: str) -> bool:
        """Return whether a name is one by itself, no word, and no part of the word behind."""
        lexicon, kana = self._cues.lexicon, is_kana(word[0])
        long = kana and len(word) > _SURE_KANA
        if not (hit.sure or long) or hit.part is Part.MIDDLE or lexicon.is_common(word):
            return False
        if is_han(word[0]) and behind and lexicon.is_common(word[-1] + behind[0]):
            return False
        if len(word) < 2 and (kana or hit.part is not Part.FAMILY):
            return False
        return not kana or (len(word) > 2 and is_katakana(folded, hit.start))

    def _is_no_chief(self, word: str, folded: Folded, hit: Hit) -> bool:
        """Return whether a surname with what may be a title is a word: 何处, 高工, or a degree."""
        degree = DEGREE.match(folded.text, hit.end)
        return bool(degree) or word in self._cues.lexicon.common.no_chief

    def _goes_on(self, word: str, after: str) -> bool:
        """Return whether the last character belongs to the next word: 服|部门."""
        if len(word) < 2:
            return False
        two = word[-1] + after[:1]
        place = not is_kana(word[0]) and bool(_PLACE.match(after))
        there = word[0] in _IS_THERE and is_word(two) and not KANA.search(after)  # 有|马队
        return place or there or self._cues.lexicon.is_common(two)

    def _bare(self, hit: Hit, folded: Folded, word: str, after: str) -> Found | None:
        """Return a name without a form of address, where it is the subject of saying."""
        common = self._cues.lexicon.is_common(word)
        clause = bool(_CLAUSE.search(folded.text[max(0, hit.start - 1) : hit.start]))
        says = self._cues.han_saying.match(after)
        says = None if _QUALITY.match(folded.text, hit.start) else says
        if says and not common and (len(word) > 1 or clause):
            return name_found(hit, Level.BLOCK, SPEAKING)
        opens = common and opens_as_a_word(hit, folded, self._cues)
        if opens or (clause and tells_a_deed(hit, folded, self._cues, common=common)):
            return name_found(hit, Level.BLOCK, SPEAKING)
        if not common and self._acts(hit, folded, word):
            return name_found(hit, Level.BLOCK, SPEAKING)
        clause = clause or opens_clause(hit, folded)
        if _SUBJECT.match(after) and (len(word) > 1 or (clause and word not in _ONESELF)):
            return self._subject(hit, folded, common, word)
        if len(word) < 2 or common or hit.part is Part.GIVEN or is_kana(word[0]):
            return None
        return None if self._is_compound(hit, folded) else name_found(hit, Level.WARN, MAYBE)

    @staticmethod
    def _is_compound(hit: Hit, folded: Folded) -> bool:
        """Return whether a Japanese word goes on behind a name without a particle: 葉山委員会."""
        _, last = sentence(folded, hit.start)
        behind = folded.text[hit.end : last][:6]
        if not behind or not is_han(behind[0]) or _BEARER.match(behind):
            return False
        return bool(KANA.search(folded.text, hit.end, last))

    def _acts(self, hit: Hit, folded: Folded, word: str) -> bool:
        """Return whether a name stands as somebody in the room: of characters, or of katakana.

        Katakana of three and more, that is no loan word, need not be spelled as the roster has it.
        """
        if len(word) < 2 or hit.part not in (Part.FAMILY, Part.GIVEN):
            return False
        if is_han(word[0]):
            return hit.sure and self._people.stands(folded, hit.start, hit.end)
        long = len(word) >= _SURE_KANA and is_katakana(folded, hit.start)
        if not long or word in ordinary() or not opens_clause(hit, folded):
            return False
        return self._people.stands(folded, hit.start, hit.end)

    def _shown(self, hit: Hit, who: Participation, folded: Folded, after: str) -> Found | None:
        """Return a name that is shown to be one by a word beside it, or by standing apart."""
        if self._heads_a_note(hit, folded, folded.text[hit.start : hit.end]):
            return name_found(hit, Level.BLOCK, SPEAKING)
        if others := self._and_others(hit, folded, after):
            return name_found(hit, Level.BLOCK, SPEAKING, (hit.start, hit.end + others))
        span = self._by_surname(hit, folded, after) or self._of_unknown_characters(hit, who, folded)
        if span:
            return name_found(hit, Level.BLOCK, TITLED, span)
        apart = self._stands_apart(hit, folded, folded.text[hit.start : hit.end])
        return name_found(hit, apart, SPEAKING) if apart else None

    def _and_others(self, hit: Hit, folded: Folded, after: str) -> int:
        """Return how long the word is that makes a name that of a group: 星野らの推計."""
        word = folded.text[hit.start : hit.end]
        others = _OTHERS.match(after)
        sure = hit.sure and len(word) > 1 and is_han(word[0]) and hit.part is not Part.MIDDLE
        return others.end() if others and sure and not self._cues.lexicon.is_common(word) else 0

    def _stands_apart(self, hit: Hit, folded: Folded, word: str) -> Level | None:
        """Return the level of a name before a colon, in brackets, behind a dash or "please"."""
        text = folded.text
        near = text[hit.start - 1 : hit.start] in _BEFORE_APART and hit.start > 0
        if not near and text[hit.end : hit.end + 1] not in _BEHIND_APART:
            return None
        if not hit.sure or not is_han(word[0]):
            return None
        before, after = folded.text[max(0, hit.start - 3) : hit.start], text[hit.end : hit.end + 2]
        if not any(b.search(before) and a.match(after) for b, a in _APART):
            given = hit.part is Part.GIVEN and not self._cues.lexicon.is_common(word)
            listed = bool(_CLAUSE.search(before[-1:])) and after.startswith("、")
            listed = listed or before.endswith("、")
            return Level.BLOCK if given and (listed or _ASKED.search(before)) else None
        plain = len(word) > 1 and not self._cues.lexicon.is_common(word)
        plain = plain or bool(_STANCE_BEHIND.match(text, hit.end))
        return Level.BLOCK if plain else Level.WARN

    def _by_surname(self, hit: Hit, folded: Folded, after: str) -> tuple[int, int] | None:
        """Return the span of a surname that is said to be one, or stands after 小 or 老."""
        if after[:1] == "姓" and _SURNAMED.match(after) and is_han(folded.text[hit.start]):
            return hit.start, hit.end + 1
        return (hit.start - 1, hit.end) if self._familiar(hit, folded, after) else None

    def _of_unknown_characters(
        self, hit: Hit, who: Participation, folded: Folded
    ) -> tuple[int, int] | None:
        """Return the span of a Korean surname with a given name and a title: 任彩彬博士.

        Which characters a Korean given name has is often not known.
        """
        if hit.sure or hit.end - hit.start > 1 or who.territory not in _KOREA:
            return None
        one = len(who.person.name.native.replace(" ", "")) == _DOUBLE
        given = _GIVEN_AND_TITLE[0 if one else 1].match(folded.text, hit.end)
        opens = not self._follows_han(folded.text[max(0, hit.start - 1) : hit.start])
        return (hit.start, given.end()) if given and opens else None

    def _familiar(self, hit: Hit, folded: Folded, after: str) -> bool:
        """Return whether a Chinese surname stands after 小 or 老 and speaks: 小孟说."""
        double = hit.end - hit.start == _DOUBLE and hit.part is Part.FAMILY
        if hit.end - hit.start > 1 and not double:
            return False
        if folded.text[max(0, hit.start - 1) : hit.start] not in "小老":
            return False
        led = folded.text[max(0, hit.start - 4) : hit.start - 1]
        opens = hit.start < 2 or bool(_CLAUSE.search(led[-1:]) or _LED_TO.search(led))
        if not opens or hit.start < 1:
            return False
        called = folded.text[hit.start - 1 : hit.end]
        heads = hit.start == 1 and after[:1] == ":" and not self._cues.lexicon.is_common(called)
        deed = _FAMILIAR_DEED.match(after) if hit.sure else None
        deed = deed or self._cues.han_saying.match(after)
        return heads or bool(deed) or (double and told_chinese(folded.text, hit.end))

    def _addressed(
        self, hit: Hit, before: str, around: tuple[str, str], length: int
    ) -> Found | None:
        """Return a name with its form of address; a word of two characters needs to speak."""
        word, behind = around
        span = (hit.start, hit.end + length)
        if is_kana(word[0]) or not self._follows_han(before):
            common = hit.part is Part.WHOLE and self._cues.lexicon.is_common(word)
            speaks = self._cues.han_saying.match(behind) or re.match("[はがも]|によ", behind)
            level = Level.WARN if common and not speaks else Level.BLOCK
            return name_found(hit, level, TITLED, span)
        if len(word) == 1 or before in self._cues.lexicon.common.han_before:
            return None
        return name_found(hit, Level.WARN, MAYBE, span)

    def _follows_han(self, before: str) -> bool:
        if not before or not is_han(before):
            return False
        return before not in self._cues.lexicon.common.han_particles

    def _subject(self, hit: Hit, folded: Folded, common: bool, word: str) -> Found | None:
        _, end = sentence(folded, hit.start)
        says = self._cues.anywhere_saying.search(folded.text, hit.end, end)
        if folded.text.startswith("から", hit.end):
            says = says or re.search("指摘|意见|发言|质问|提案|说明", folded.text[hit.end : end])
        if common and says and self._speaks_itself(hit, folded, word, says.start()):
            return name_found(hit, Level.BLOCK, SPEAKING)
        if is_late_deed(hit, folded) and (says or word not in _SIDES):
            return name_found(hit, Level.BLOCK, SPEAKING)
        if is_kana(word[0]) or common:
            told = says or (hit.sure and len(word) > _SURE_KANA and opens_clause(hit, folded))
            return name_found(hit, Level.WARN, MAYBE) if told and not common else None
        if hit.part is Part.GIVEN and not says:
            return None
        return name_found(hit, Level.BLOCK if says else Level.WARN, SPEAKING if says else MAYBE)

    @staticmethod
    def _speaks_itself(hit: Hit, folded: Folded, word: str, says: int) -> bool:
        """Return whether a name of one character is what speaks: 関が述べた, as no barrier does."""
        alone = len(word) == 1 and is_han(word) and word not in _SIDES
        return alone and not re.search("[はが]", folded.text[hit.end + 1 : says])

    def judge_hangul(self, hit: Hit, who: Participation, folded: Folded) -> Found | None:
        """Return a name in Hangul if it may stand as this participant."""
        word = folded.text[hit.start : hit.end]
        if is_local_office(hit, folded):
            return None
        after = folded.text[hit.end : hit.end + 12]
        own = self._cues.own_honorific(who, after.lstrip())
        honorific = title_behind(folded, hit.start, self._cues.honorific.match(after), own)
        called = word + honorific.group() if honorific else ""
        if called and (called in WORDS_IN_BYEON or self._is_no_chief(called, folded, hit)):
            return None  # 위원장
        if honorific:
            skipped = len(after) - len(after.lstrip()) if honorific.string != after else 0
            words = _UNCLEAR if hit.sure else _UNCLEAR + _WORDS_TOO
            unclear = word in words and after[:1] == " "
            if word in POINTS_BACK and hit.sure:
                unclear = unclear and spoken_of_before(honorific.group(), hit, folded)
            if unclear and word == "전":
                unclear = not is_no_former(honorific.group(), hit, who, folded)
            level = Level.WARN if unclear and len(word) == 1 else Level.BLOCK
            return name_found(hit, level, TITLED, (hit.start, hit.end + skipped + honorific.end()))
        if len(word) > 1 and self._heads_a_note(hit, folded, word):
            return name_found(hit, Level.BLOCK, SPEAKING)
        return self._bare_hangul(hit, folded, word, after)

    def _bare_hangul(self, hit: Hit, folded: Folded, word: str, after: str) -> Found | None:
        """Return a name in Hangul without a form of address, by its particle and what is told."""
        particle = re.match(f"(?:{HANGUL_PARTICLE})(?=[^가-힣]|$)", after)
        if len(word) < 2 or not particle:
            return None
        if self._cues.lexicon.is_common(word):
            return name_found(hit, Level.BLOCK, SPEAKING) if does_alone(hit, folded) else None
        _, end = sentence(folded, hit.start)
        says = particle.group() in "은는이가" and self._cues.anywhere_saying.search(
            folded.text, hit.end, end
        )
        says = says or (hit.sure and self._people.stands(folded, hit.start, hit.end))
        return name_found(hit, Level.BLOCK if says else Level.WARN, SPEAKING if says else MAYBE)
