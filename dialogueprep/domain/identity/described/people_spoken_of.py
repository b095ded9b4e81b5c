"""Tells that people described are spoken of, and are nobody at the table.

Members of a parliament at their work, those whom a speaker describes ("the volunteers who had
read the gauges"), a post that one person fills ("staffed by a single officer"), what people of a
kind are said to do ("that journalists read only headlines"), who wrote of it elsewhere.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.people_in_general import is_general
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.described.published_reports import is_of_a_report
from dialogueprep.domain.identity.described.told_in_texts import is_told_in_a_text
from dialogueprep.domain.identity.described.works_elsewhere import is_of_a_work
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.views import VIEW
from dialogueprep.domain.people import Sector

_LISTS = word_lists("described", "people_spoken_of")

_BARE = frozenset({"several"})
_LEGISLATES_EN = re.compile(
    "(?:,? [a-z]+ly)? (?:(?:will|would|have|had|are to|may|can|must|did|do|are|were) )?(?:not )?"
    f"(?:(?:due|expected|likely|set) to )?(?:{_LISTS['legislates_en']}|"
    "(?:asked|called|pressed|pushed) for (?:a|an|the|new|stricter|"
    f"tougher) (?:[a-z]+ )?(?:{_LISTS['legislated_en']})s?|"
    "introduced (?:a|the|two) (?:[a-z]+ )?bills?)(?![a-z])"
)
_LEGISLATES_EAST = re.compile(
    "(?:们)?(?![^,。;]{0,14}[问说称认主张指建质反赞])[^,。;、ぁ-ゖ가-힣]{0,14}(?:表决|投票|审议|"
    "通过|批准|"
    "否决|立法)|"
    "(?:たち|ら)?[はがも](?![^。]{0,30}(?:と(?:述|言|指|主)|反对|赞成|寻ね|"
    "问うた))[^。]{0,18}(?:采决|可决|"
    "否决|批准|审议|立法|制定)|"
    "(?:들)?[은는이가도] (?![^.]{0,30}(?:물었|말했|[다자라냐]고|반대|찬성|"
    "지적))[^.]{0,18}(?:표결|통과|의결|"
    "비준|심의|입법|제정)"
)
# Whom a speaker describes, with what they had done: praised the journalists who had found it.
_TOLD_OF = re.compile(
    f"(?<![a-z])(?:{_LISTS['told_of']}|(?:told|spoke|tells|speaks|"
    f"complained) (?:[a-z]+ ){{0,2}}(?:of|about)|{_LISTS['referred_to']}) $"
)
_WHO_DID = re.compile(r",? (?:who|whose) (?!(?:is|are|was|were) (?:present|here|in the room))")
_THAT = re.compile(r"[a-z]{3,} $")  # said that journalists: no journalists that are pointed at
# So many are needed for a post, whoever they are: run for years by a single engineer.
_BY_A_SINGLE = re.compile(r"(?<![a-z])([a-z]+)(?: [a-z]+){0,5} by $")
_VIEWED = frozenset(_LISTS.words("viewed"))
# What people of a kind do at all times, in the words of somebody else.
_OF_ANOTHER_JA = re.compile("[はが][、,]$")
_AS_A_RULE_JA = re.compile(
    "(?:たち|ら)?[はがも](?![^。]{0,30}(?:反对|赞成|不满|慎重|"
    "难色))[^。「」]{1,40}?(?<![ただ])(?:ものだ)?と"
    "(?:は?(?:述べ|言|指摘|话|说明|语|付け加え|答え|叹))"
)
_OF_ANOTHER_KO = re.compile("[은는이가] $")
_AS_A_RULE_KO = re.compile(
    "[은는이가도] (?![^.]{0,30}(?:반대|찬성|불만|신중|"
    "난색))[^.]{1,40}?(?<![았었했였됐랐렸겼왔갔녔졌췄켰])"
    "다고 (?:했|하였|말|답|지적|설명|덧붙|꼬집|털어)"
)
# Who wrote or reported of it elsewhere: wrote about it in May.
_PUBLISHED = re.compile(
    f" (?:[a-z]+ )?(?:{_LISTS['published']})(?! in the (?:"
    "meeting|room|session))[^.;]{0,50} "
    f"(?:in (?:{_LISTS['published_month']}|(?:early|late|mid-?)[ -][a-z]+)|"
    f"last (?:{_LISTS['published_time']})|(?:two|three|four|five|some|several|many|a few)"
    " (?:years|months|weeks) "
    "ago|years ago)[.]?$"
)
_REPORTED_BEFORE = re.compile("(?:据报道?|报道称|据悉|据传|传闻|听说)[,，]?$")
_REPORTED_BEHIND = re.compile(
    "[^。.]{0,40}(?:报じられ|报道され|传えられ|보도되|보도됐|보도했|알려졌)"
)


# What people of a kind come for, and how long they serve: 台湾の記者が取材に来る予定, 官员换得很勤.
_VISITS = re.compile(
    "(?:们)?(?:换得|任期|更换|流动|(?:去年|前年|每年|上个?月|近年|当年)?[^,。;]{0,3}来(?:采访|"
    "参观|考察|调研))|"
    "(?:方|たち|ら)?[、はがも]?[^。]{0,14}(?:取材|见学|视察|访问)に?[^。]{0,4}(?:来|"
    "预定|申し)|"
    "[이가] (?:쓴|펴낸|지은|엮은|남긴) (?:회고록|자서전|책|소설|저서|수기|시집|일기|편지)"
    "[이가은는을를]|"
    "(?:들)?(?: ?[0-9한두세네]+ ?(?:명|분|사람))?[이가은는도]? [^.]{0,12}(?:취재|견학|시찰|"
    "방문)[을를]? ?"
    "(?:신청|할 예정|올 예정|왔|온다|하러)"
)


# People of a kind, for whom something is to be done: 小規模事業者の声を聞く, 중소 어업인을 위한
# 지원; and how far before them it is told that they are small.
_LED = 6
_OF_A_KIND = re.compile("(?:小规模|中小|零细|小微|个体)(?:な|の)?事?$|(?:소규모|중소|영세) ?$")
_CARED_FOR = re.compile(
    "(?:们|たち|ら|들)?(?:(?:の|的|의) ?(?:声を?(?:闻|听|反映|拾|す)|声音(?:应|要|需|也)|"
    "목소리[를도] ?(?:듣|들|반영|담))|への(?:支援|配虑|补助)|向けの?(?:支援|补助|说明会)|"
    "[을를] 위한 (?:지원|보조|설명회))"
)


# What is for people of a kind, or is told of them: the Korean nurse training scheme.
_MATTER_OF = re.compile(
    f"'? (?:(?:{_LISTS['matter_of']}) )?(?:{_LISTS['matter_schemes']})"
    "(?![a-z]| (?:the|an?|two|three|out|at|that) )"
)


def is_spoken_of(phrase: Phrase, folded: Folded) -> bool:
    """Return whether a description is of nobody at the table, but of people spoken of."""
    text = folded.text
    latin = text[phrase.head].isascii()
    if phrase.description.sector is Sector.LEGISLATURE and phrase.determiners <= _BARE:
        told = _LEGISLATES_EN if latin else _LEGISLATES_EAST
        if told.match(text, phrase.end, sentence(folded, phrase.head)[1]):
            return True
    if is_of_a_report(phrase, folded) or (not latin and _VISITS.match(text, phrase.end)):
        return True
    if (latin and is_general(phrase, folded)) or is_of_a_work(phrase, folded):
        return True
    if is_told_in_a_text(phrase, folded):
        return True
    if not latin and not phrase.present and _is_of_a_kind(text, phrase.start, phrase.end):
        return True
    return (_is_spoken_of_english if latin else _is_spoken_of_east)(phrase, folded)


def _is_of_a_kind(text: str, start: int, end: int) -> bool:
    """Return whether people are those for whom something is to be done, whoever they are."""
    if "は" in text[start:end]:  # and somebody who says so: 日本の参加者は漁業者の声を
        return False
    led = _OF_A_KIND.search(text, max(0, start - _LED), start)
    return bool(led or _CARED_FOR.match(text, end))


def _is_spoken_of_english(phrase: Phrase, folded: Folded) -> bool:
    text = folded.text
    last = sentence(folded, phrase.head)[1]
    media = phrase.description.sector is Sector.MEDIA
    if (media and _PUBLISHED.match(text, phrase.end, last)) or _MATTER_OF.match(text, phrase.end):
        return True
    single = text.startswith("a single ", phrase.start)
    if not single and text[phrase.end - 1] != "s":
        return False
    that = not single and text.startswith("that ", phrase.start)
    if not single and not that and not text.startswith((" who", ", who"), phrase.end):
        return False
    first, _ = sentence(folded, phrase.head)
    before = text[max(first, phrase.start - 60) : phrase.start]
    if single:
        return bool(_BY_A_SINGLE.search(before)) and _VIEWED.isdisjoint(before.split())
    if that and _THAT.search(before):
        return not (phrase.description.territory or phrase.description.region)
    return bool(_WHO_DID.match(text, phrase.end)) and bool(_TOLD_OF.search(before))


def _is_spoken_of_east(phrase: Phrase, folded: Folded) -> bool:
    text, start = folded.text, phrase.start
    if phrase.end - phrase.head == 1:  # a side
        first, last = sentence(folded, phrase.head)
        before = text[max(first, start - 12) : start]
        told = _REPORTED_BEFORE.search(before) and not VIEW.search(text, phrase.end, last)
        return bool(told or _REPORTED_BEHIND.match(text, phrase.end, last))
    if not phrase.determiners <= _BARE or not start:
        return False
    if is_hangul(text[phrase.head]):
        kinds = text[phrase.end - 1] == "들" or text.startswith("들", phrase.end)
        if not kinds or not _OF_ANOTHER_KO.search(text, max(0, start - 3), start):
            return False
        at = phrase.end + text.startswith("들", phrase.end)
        return bool(_AS_A_RULE_KO.match(text, at, sentence(folded, phrase.head)[1]))
    if text[start - 1] not in "、,":
        return False
    led = _OF_ANOTHER_JA.search(text, max(0, start - 3), start)
    last = sentence(folded, phrase.head)[1]
    return bool(led and _AS_A_RULE_JA.match(text, phrase.end, last))
