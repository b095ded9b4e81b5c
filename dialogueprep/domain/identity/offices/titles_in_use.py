"""Tells whether a title stands for somebody: noted, led by an article, pointed at, once held."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.in_the_room_east import PAST_KO
from dialogueprep.domain.identity.described.land_of_a_side import VIEW
from dialogueprep.domain.identity.described.pointed_deeds import told_chinese, told_japanese
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.stances import (
    is_marked_as_heard,
    is_short_of_a_verb,
    takes_a_stance,
)

_LISTS = word_lists("offices", "titles_in_use")

_ARTICLE = re.compile(r"(?<![a-z])(?:the|our) (?:retired |former )?$")
_ONE_OF_THEM = re.compile(r"(?<![a-z])(?:an?|one|another) $")
_NOTE_OPENS = re.compile(r"(?:^|[\n;.:] ?)$")
_ONE = re.compile(r"(?<![a-z])an? $")  # a former minister: only one of those present is
# The point was the minister's; not: the minister's office is on the third floor.
_OWNS = re.compile(f"'s(?:(?=[,.;:]|$)| ({_LISTS['owns']})(?![a-z]))")
_IS = re.compile("(?:was|were|is|are|not) $")
# Somebody told by a post that was held: 当过部长的那位, 大臣を務めた方, 장관을 지낸 분.
_HELD_BEFORE = re.compile(
    "(?:当过|做过|任过|担任过|干过|曾任|曾当过?|曾做过|出任过|退下来的)(?:[一两]任)?$"
)
_HELD_AFTER = re.compile(
    "的(?:那[位个]|[这一某][位名]|与会者|参会者|同事|代表)|"
    f"(?:{_LISTS['held_after']})(?:方|参加者|出席者|委员|人(?=が))(?=[はがもの、])|"
    "(?:[을를] (?:지낸|지냈던|역임한|맡았던|했던|거친)| 출신(?:의|인)?|[이]?었던|였던) "
    "(?:분|참석자|참가자|위원|사람(?=이))(?=[은는이가도의])"
)
# A former post with who is told by it: 元大使の参加者, 전직 대사인 한 참가자.
_ONCE_EAST = re.compile("元|前|전 |전직|퇴역|예비역|退役|退任")
_WHO_WAS = re.compile(
    "(?:の|である|だった)(?:参加者|出席者|委员|方)(?=[はがもの、])|"
    "(?:인|이었던|였던|이던)? ?(?:한 |어느 |그 )?(?:참석자|참가자|분|위원)(?=[은는이가도의])"
)
# Who is said to bear a title: 부국장이라는 여성 참석자, 부장급 인사 한 분.
_BEARS_KO = re.compile(
    "(?:이?라는|(?:으?로) (?:일한다는|있다는|일하는)| 직함을 가진) (?:여성 |남성 )?"
    "(?:참석자|참가자|분|위원|인사)(?=[은는이가도의])|"
    "급 (?:인사|참석자) 한 (?:분|명)(?=[은는이가도,])"
)
# What somebody at the table still has to do for an answer: will check with his ministry.
_HAS_TO_ASK = re.compile(
    f" (?:(?:{_LISTS['will_have_to']})(?: have to| need to)? (?:first )?"
    f"(?:ask (?:at home|back|(?:his|her|the) (?:{_LISTS['asked_at_home']}))|"
    f"{_LISTS['will_check']})|"
    "(?:cannot|can't|could not|couldn't) (?:say|answer|commit|agree|tell|promise)(?![a-z]))"
)
_BEEN = re.compile(
    r"(?<![a-z])(?:(?:who|that) (?:had |has |'d )?(?:once |formerly |previously |long )?(?:been|"
    r"served as|worked as|was once|was formerly)|having (?:once |long |formerly |previously )?"
    r"(?:been|served as|worked as))(?: once)? (?:an? |the |(?:her|his|their) country's )?$|"
    f"(?:{_LISTS['apposed']}), (?:an? )?(?:formerly|once|previously|sometime|one-time) (?:an? )?$"
)
# Said of somebody just mentioned: one participant, a commodore, doubted it.
_APPOSED = re.compile(f"(?<![a-z])(?:{_LISTS['apposed']}), $")
# Before somebody at the table who is answered, left out, or whose words these are.
_MET = re.compile(rf"""(?:(?:{_LISTS["met"]})|(?:participant|speaker|speak|[\"”'’.]),?) ?\(?$""")
_ONE_EAST = re.compile("(?:[一有某]位|一名|ある|一人の|한|어느) ?$")
_EAST_OPENS = re.compile(
    rf"""(?:^|[,.、。;:!?"'「『“(\n|]|{_LISTS["east_opens"]}) ?(?:据|其中)?"""
    "(?:(?:在[座场席]|与会|参会|出席|到会|席上|会上|我们|咱们|我方)的?)?"
    "(?:那位|这位|该位?|[一有某两二]位|一名|另一[位名]|"
    "(?:(?:出席|参加|同席|发言)した|出席の|参加の|我々の|われわれの|我が)?"
    "(?:その|あの|ある|[一1ひと]+[人り名]の|お一人の|别の|もう一人の|"
    "(?<!前)例の|件の|くだんの|先ほどの|さっきの|当の)?|"
    "(?:참석한 |참가한 |발언한 )?(?:그 |한 |어느 |다른 )?)$"
)
# What leads over to who speaks: 最後に課長が, 費用を問われた室長は, 끝으로 과장이, 只有处长不同意.
_LED_TO = re.compile(
    "(?:点|案|件|问题|意见|指摘|提案|质问|悬念|要望|话|议论|论点|话题|考え)[はをも]$|"
    "(?:점|안|문제|의견|지적|제안|질문|우려|말|쟁점|생각|이야기)[은을도] $|"
    "(?<![はがも])[にてらば]$|(?:问わ|闻か|寻ねら|求めら|促さ)れた$|发言した$|もっとも$|"
    "(?:[에로자서고나]|지만|그러나|또한|이어|한) $|"
    "[那这]家[\u4e00-\u9fff]{2,3}的$|(?:只有|唯有|仅有|的疑问|针对|发言的|后由)$"
)
_SOME = re.compile("(?:^|[,。;:\n])(?:也|还|另)?有(?:一[位名])?$")  # 有处长认为太晚
_SAY = re.compile("(?:认为|表示|提出|指出|主张|建议|担心|反对|质疑|问|说|补充|强调|坦言)(?!的|过)")
_ONE_OF_EAST = re.compile(
    "の(?:お?一人)(?=[はがもか、])|(?: 중)? 한 (?:명|분|사람)(?=[은는이가도의])"
)

# A post that was held, as notes tell it: ret. commodore, an ex-undersecretary.
_ONCE = re.compile(
    r"(?<![a-z])(?:(?:the|our|an?|one) )?"
    r"(?:(?:retired|former|ret\.?|retd\.?|one-time|erstwhile) |ex[- ])$"
)
_REMARK = re.compile(" ?(?::|->|→)")
_DASHED = re.compile(" ?(?::|->|→|-|–) ")
# It took a former minister to say so, 口火を切ったのは元大臣であり.
# That division chief read out figures, 例の室長が数字を読み上げた: before any deed.
_THAT_EAST = re.compile(
    "(?:(?:^|[,.。;:!?(\n]|但是?|而|不过|随后|最后|接着|会上) ?[那这]位|"
    "[那这]家[\u4e00-\u9fff]{2,3}的|(?:^|[,.。;:!?(\n]|但是?|而|不过) ?(?:我们|咱们)的|"
    "(?:^|[、。;:!?(\n] ?)(?:あの|(?<!前)例の|件の|くだんの|先ほどの|さっきの|当の))$"
)
_CLEFT = re.compile(
    "(?:^|[.;:,] |and |but )it (?:took|was|fell to|was left to|needed|would take) $|"
    "(?:是|のは|것은|이는) ?$"
)
# What a title begins, of several or of a thing: 记者会, 次官級, 대사급, 기자회견.
_OTHER_WORD = re.compile(_LISTS["other_word"])
_NO_REMARK = re.compile(" ?(?:tb[cda]|n/a|vacant|see|http|www|room|seat|name|none)(?![a-z])")
# How notes end what a post's holder says: 課長補佐は速報値NG, 事務局長、ホットラインが先と.
_NOTED_EAST = re.compile(
    "(?:[はもが、,] ?|[은는이가도,] |,)[^。.;]{1,30}(?:ng|不可|优先|が先|[^、のこあひ]と|さない|"
    "らない|なし|불가|먼저|우선|부터|시기상조|이견|반대|찬성)(?=$|[。.])|"
    "(?:又|再|还|也|就|只)?(?:提|催)(?![名供要议案求])[^,。;]{1,10}(?=$|[。.])"
)
_OF_MEETING = re.compile(
    f" (?:{_LISTS['of_meeting_here']})(?= [a-z]+(?:ed|t|d|s|"
    "w|ke) |[,.;]| [a-z]+ed[.,;])|"
    f" (?:to|of|for) (?:the|this|our) (?:{_LISTS['of_meeting_parts']})(?![a-z])"
)
# What somebody with a title said, and how the room took it: 副处长的数据受到质疑.
_TAKEN_UP = re.compile(
    f"的(?:{_LISTS['taken_up_zh']})(?:(?:也|却|则|并|当场|立即|很快)?(?:受到?|引[起来发]|遭到?|"
    "被|没有?人?|无人|"
    "未|得到|获得?|让人|令人|使人|不被)|[^,。]{0,3}(?:质疑|赞同|支持|反对|争议|笑声|共鸣))|"
    f"の(?:{_LISTS['taken_up_ja']})"
    f"(?:に|には|にも|は|が|を)、?[^。、]{{0,12}}(?:{_LISTS['taken_up_as_ja']})|"
    "의 (?:말|수치|의견|발언|지적|제안|질문|주장|견해|생각|우려|예|이야기|안|설명|대답|비유)"
    "(?:에|에는|에도|은|는|이|가|을|를)? ?[^.,]{0,12}"
    "(?:의문|이견|찬성|찬동|동의|반대|웃음|비판|지지|공감|반론|질문|"
    "받아들|맞장구|끄덕)"
)
_EACH_OF_THEM_KO = re.compile("모든 $")
_TAKES_UP = re.compile(
    "(?:同意|赞同|赞成|支持|反对|附和|回应|引用|质疑|认同|采纳|呼应|驳斥|响应)了?$"
)
_WORDS_ZH = re.compile(f"的(?:{_LISTS['words_zh']})")


_POST_BEFORE = re.compile("(?:[官长员司授使师任任臣]|[관장원사]) ?[,、·] ?$")
_ATTENDED = re.compile(
    "(?:等|ら|など|及び|以及)?[^。.]{0,8}?(?:出席|参加|列席|同席|陪同|到场|到会|临席|随行)|"
    "(?: 등)?[이가은는도] [^.]{0,12}?(?:참석|참가|배석|동석|참여)"
)


def is_told(folded: Folded, hit: re.Match[str]) -> bool:
    """Return whether a title without an article is somebody's: "ex-colonel: …", "cto not keen"."""
    after = folded.text[hit.end() : hit.end() + 60]
    if hit.start(1) > hit.start():  # a retired colonel, ex-minister
        return True
    if _BEEN.search(folded.text[max(0, hit.start() - 50) : hit.start()]):
        return True
    opens = _NOTE_OPENS.search(folded.text[max(0, hit.start() - 4) : hit.start()])
    return bool(opens) and (is_short_of_a_verb(after) or is_marked_as_heard(after))


def led(folded: Folded, start: int, end: int, title: str) -> str:
    """Return the article and the words for a post once held that lead to a title, or ""."""
    article = _ARTICLE.search(folded.text[max(0, start - 16) : start])
    if title.startswith(("former ", "retired ")) and not folded.text.startswith(" of ", end):
        article = article or _ONE.search(folded.text[max(0, start - 16) : start])
    if title.isascii():
        article = article or _ONCE.search(folded.text[max(0, start - 24) : start])
        article = article or _ONE_OF_THEM.search(folded.text[max(0, start - 9) : start])
    return article.group() if article else ""


def is_any(folded: Folded, start: int) -> bool:
    """Return whether a word for one stands right before an English title: a counsellor."""
    return bool(_ONE_OF_THEM.search(folded.text[max(0, start - 9) : start]))


def is_noted(folded: Folded, start: int, end: int) -> bool:
    """Return whether a note begins with a title and its remark: "undersecretary: not yet".

    A list of participants has a name with a capital behind the colon.
    """
    after = folded.text[end : end + 60]
    remark = _REMARK.match(after)
    if was_held(folded, start) and _DASHED.match(after):
        return True
    if not _NOTE_OPENS.search(folded.text[max(0, start - 4) : start]):
        return False
    if remark:
        if _NO_REMARK.match(after, remark.end()):
            return False
        return folded.written(end + remark.end(), end + remark.end() + 2).strip()[:1].islower()
    return is_short_of_a_verb(after) or takes_a_stance(after) or is_marked_as_heard(after)


def is_other(folded: Folded, start: int, end: int) -> bool:
    """Return whether a longer word begins so, or posts are listed that were there, as in news.

    记者会, 大使館; 次官、局長、課長が出席した. Who came and put a view is at the table.
    """
    if _OTHER_WORD.match(folded.text, end):
        return True
    listed = _POST_BEFORE.search(folded.text[max(0, start - 5) : start])
    came = listed and _ATTENDED.match(folded.text, end)
    return bool(came) and not VIEW.search(folded.text, end, sentence(folded, end)[1])


def was_held(folded: Folded, start: int) -> bool:
    """Return whether a word for a post once held stands before a title."""
    return bool(_ONCE.search(folded.text[max(0, start - 24) : start]))


def is_noted_east(folded: Folded, end: int) -> bool:
    """Return whether a note ends as what somebody said does, behind a title."""
    return bool(_NOTED_EAST.match(folded.text[end : sentence(folded, end)[1]]))


def behind(folded: Folded, end: int) -> int:
    """Return where a title ends with what it is of: the adviser to the dialogue, 課長の一人."""
    of_meeting = _OF_MEETING.match(folded.text, end) or _ONE_OF_EAST.match(folded.text, end)
    return of_meeting.end() if of_meeting else end


def opens_east(folded: Folded, start: int, end: int) -> bool:
    """Return whether a title in characters, kana or hangul opens a clause, or is what was told."""
    near = folded.text[max(0, start - 6) : start]
    if _SOME.search(near):
        return bool(_SAY.match(folded.text, end))
    return bool(_EAST_OPENS.search(near) or _CLEFT.search(near) or _LED_TO.search(near))


def is_each_of_them(folded: Folded, start: int, end: int) -> bool:
    """Return whether a Korean title is of each holder of a post: 모든 국장에게는 대리가 있다."""
    if not _EACH_OF_THEM_KO.search(folded.text, max(0, start - 4), start):
        return False
    return not PAST_KO.search(folded.text, end, sentence(folded, start)[1])


def is_taken_up(folded: Folded, start: int, end: int) -> bool:
    """Return whether the room took up what somebody with an eastern title said."""
    text = folded.text
    if _TAKEN_UP.match(text, end):
        return True
    led_to = _TAKES_UP.search(text, max(0, start - 4), start)
    return bool(led_to and _WORDS_ZH.match(text, end))


_CALLED_SO = frozenset({"记者", "研究员", "기자", "연구원"})
_ANY_OF_THEM = re.compile(
    "(?:[一某另][位名个]|ある|一人の|(?<![가-힣])(?:한|어느|다른) )[^,、。;:.这那]{0,12}$|"
    f"(?:{_LISTS['any_of_them']})[的の]? ?$"
)


def is_one_east(folded: Folded, start: int) -> bool:
    """Return whether a word for one stands before a title: 一位部长, ある大使."""
    return bool(_ONE_EAST.search(folded.text[max(0, start - 4) : start]))


def is_any_of_a_calling_east(folded: Folded, start: int, title: str) -> bool:
    """Return whether a title is what all of a calling are called, and any of them may be meant.

    一位女记者, シンクタンクの研究員, 한 신문사 기자: counted as a description.
    """
    if title not in _CALLED_SO:
        return False
    return bool(_ANY_OF_THEM.search(folded.text[max(0, start - 18) : start]))


def held(folded: Folded, start: int, end: int) -> tuple[int, int] | None:
    """Return the span of somebody told by a post that was held: 当过部长的那位, 大臣を務めた方."""
    once = _ONCE_EAST.search(folded.text[max(0, start - 3) : start + 3])
    if once and (who := _WHO_WAS.match(folded.text, end)):
        return start, who.end()
    if bears := _BEARS_KO.match(folded.text, end):
        return start, bears.end()
    before = _HELD_BEFORE.search(folded.text[max(0, start - 8) : start])
    after = _HELD_AFTER.match(folded.text, end)
    if not after or (after.group().startswith("的") and not before):
        return None
    return start - (len(before.group()) if before else 0), after.end()


def is_pointed_at(folded: Folded, start: int, end: int) -> bool | None:
    """Return whether a title points at somebody by what stands around it; None if it is not told.

    It took a former minister to say so; the point was the minister's, not mine. The minister's
    office is a place.
    """
    if owns := _OWNS.match(folded.text, end):
        return bool(owns[1] is None and _IS.search(folded.text[max(0, start - 6) : start]))
    if folded.text[start].isascii() and _HAS_TO_ASK.match(folded.text, end):
        return True
    if _is_seen_to_act(folded, start, end):
        return True
    before = folded.text[max(0, start - 50) : start]
    if (
        folded.text[start].isascii()
        and _MET.search(before)
        and folded.text[end : end + 4] != " of "
    ):
        return True
    if _APPOSED.search(before) and folded.text[end : end + 1] in (",", ".", ";"):
        return True
    return True if _CLEFT.search(before) or _BEEN.search(before) else None


def _is_seen_to_act(folded: Folded, start: int, end: int) -> bool:
    """Return whether somebody pointed at by a title did something: 那位处长没有让步."""
    text = folded.text
    if text[start].isascii() or not (
        that := _THAT_EAST.search(text, max(0, start - 8), start)
        or _THAT_EAST.search(text[start:end])
    ):
        return False
    if that[0][-1] in "位的":
        return told_chinese(text, end)
    return told_japanese(text, end, sentence(folded, end)[1])
