"""Tells that people described are not of the table, as published reports speak of them.

The people of a country, a hull that is built there, whose side hosts the next round, with whom
something is to be done, an envoy of elsewhere, the spokesman of a ministry. Institutions and
sides as host, addressee or partner tell no view (shared/practice.md, "What documents must not do").
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.land_of_a_side import is_land
from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.offices.turns import is_only_planned
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written
from dialogueprep.domain.identity.spellings.nobodys_words import is_plain_korean

_LISTS = word_lists("described", "published_reports")

_OF_A_PEOPLE = re.compile(r"(?:that )?(?:the )?(?:people|peoples) of [a-z ]+$")
_HERE = re.compile(f" (?:{_LISTS['here']})(?![a-z])")
# An adjective of things: the Russian-built hull.
_THING = re.compile(
    f"-(?:{_LISTS['done_to_things']})(?![a-z])|"
    "(?:'(?!s))?(?: [a-z]+)? (?:union|federation|guild|association)(?! with)(?![a-z])|"
    " (?:armed forces|air force)(?![a-z])|(?<=general) (?:assembly|elections?|strike)(?![a-z])"
)
# What somebody says will come of people of a kind: means that American fishermen will pay.
_CLAUSE = re.compile(
    r"[a-z]+ (?:[a-z]+ )*(?:that|where|mean) (?!the |a |an |this |both |two )[a-z]+"
)
_JOINS = (" that ", " where ", " mean ")
_MODAL = re.compile(r" (?:will|would|are|can|could|may|might|have to|now)(?![a-z])")
_GUESTS = re.compile(f"(?<![a-z])(?:{_LISTS['guests']})s?$")
_HOSTS = re.compile(
    f"(?: (?:{_LISTS['hosts']}))? (?:host|hosts|hosted|organise|organize|chair)(?:s|d)? (?:the )?"
    "(?:next|following|second|third|coming|[0-9]+(?:st|nd|rd|th))(?! time)[^;:]*$"
)
_ON_TERMS = re.compile(f"(?<![a-z])(?:{_LISTS['on_terms']})")
_SIDE = re.compile(r"(?: side|delegation of [a-z ]+|(?:^|[ -])delegation)$")
_ENVOY = re.compile(
    "(?:the )?([a-z .'-]+?)(?:'s)? (?:(?:deputy|special|resident|chief|country) )?"
    f"(?:{_LISTS['envoy']}) (?:in|to|for) "
)
_OFFICIALS = ("officials", "diplomats", "officers")
_TO_PLACES = (" in ", " to ", " for ")
_BODY_OF_STATE = re.compile(f"(?:{_LISTS['body_of_state']})$")
_OF_ELSEWHERE = frozenset({"un", "pentagon", "kremlin", "nato", "hospital", "palestinian", "court"})
_WORD_BEFORE = as_written(f"([A-Z][A-Za-z-]+)(?: (?:{_LISTS['word_before']}))? $")
_OF_AN_UNION = as_written(
    r"(?i:the )?[A-Z]{2,6}(?:'s)? (?:[a-zA-Z]+ ){0,2}(?i:envoy|commissioner|rapporteur)$"
)

_SIDES = ("方", "侧", "측", "쪽")
_VIEWS = "主张提出认为反对要求建议希望支持质疑"
_PARTNER_ZH = re.compile("(?:[与跟]|会同|[^不相共]同|^同)(?:[^,。、;与同和]{1,3}[方侧][、和及])*$")
_TOGETHER_ZH = re.compile(
    f"(?:[、和及][^,。、;]{{1,3}}[方侧])*(?:(?:一道|共同|联合|一起|携手)(?![{_VIEWS}])|(?:保持|加强|开展|深化)"
    "[^,。;]{0,8}(?:合作|沟通|交流|协调))"
)
_ON_TERMS_EAST = re.compile(
    "若|如果|除非|才|但|只[要有]|ならば?|なければ|限り|ただし|が、|ものの|けれど|면 |않으면|다만|"
    "조건|지만 |으나 "
)
_BACK = 8  # letters before an office
_PLACES = frozenset({"territory", "region", "short"})
_FAR = 60  # letters before a role
_OTHER_OFFICE = re.compile(
    "(?:(?:事务|사무)(?:局长|总长|次长|총장|차장)|(?:受访|采访)的?(?:学者|专家)|"
    "(?:协会|学会|联盟|联合会|会议所|연합회|협회|학회|연구회|연맹|회의소)の?[副前元부전]? ?"
    "(?:会长|회장))$"
)
# A family name alone or with a given name of two syllables, before an office: 송 차관, 전기풍 국장;
# no particle behind a quotation: "너무 느리다"고 기자가.
_NAMED_KO = re.compile(
    f"""(?<![가-힣”"’')」』])((?!{_LISTS["named_ko"]})"""
    "[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채"
    "원천방현변여추도소석선설마길연위표왕옥탁국]"
    "[가-힣](?![한된인던온는은의를을할될든난가도과와시군구국부처청원실팀단회측급대사들])[가-힣]|"
    "[김박최정강조윤장임오신권황안송홍유고문양손배백허남심노하곽성차주구민류나진지엄채]) $"
)
_OF_A_STATE = re.compile("(?:外交部|外务省|外务部|国务院)[^。;]{0,12}(?:说|表示|指出|称|强调),$")
_HELD = re.compile(
    "(?:が|を)(?:行|あ|务|实施|担当)[^。、,]{0,6}[。 ]*|"
    "[이을가를] ?(?:있었|이어졌|진행되|진행됐|열렸|맡았|했)[^.,]{0,3}[. ]*"
)
# What becomes of a speech as a text: it is printed, translated, moved to the afternoon.
_AS_A_TEXT = re.compile(
    ",? (?:speech |address |lecture |text )?(?:was|is|were|are|will be|has been|had been) "
    f"(?:[a-z]+ )?(?:{_LISTS['as_a_text_en']})(?![a-z])|"
    "(?:稿|全文|讲稿|文稿|视频|录像)?(?:已经?|将|会|也|事先|另行?|全程|"
    f"由[^,。说]{{1,6}}){{0,3}}(?:{_LISTS['as_a_text_zh']})|"
    "(?:の(?:原稿|全文|映像|录画|资料|要旨|翻译))?[はが][^。「」、]{0,16}(?:印刷さ|译さ|移っ|"
    "移さ|"
    "变更さ|付录|别添|配信さ|揭载さ|公开さ|配布さ|延期さ|录画さ)|"
    "(?:문의?|의 원고| 원고| 전문| 영상| 요지| 번역본)?[은는이가] "
    f"[^.]{{0,16}}(?:{_LISTS['as_a_text_ko']})"
)
_OF_WHAT_IS_HELD = frozenset("がを이을가를")
_A_GUEST = re.compile("参加者|出席者|与会者|一人|者が|ある|참석자|참가자|한 |어느|분이")
_SPOKESMAN = re.compile("(?:部|省|厅|府|院|부|처|청|실) ?(?:发言人|报道官|대변인)$")
_PARTNER_JA = re.compile("と(?:ともに|共に|共同で|一绪に|协力して|连携して)")
_VIEW_JA = re.compile("反对|主张|求め|提案|异论|赞成|指摘|要求|述べ|诉え")
_HOST_EAST = re.compile(
    "(?:将|愿|愿意|表示愿意|负责)?(?:主办|承办|举办|主持召开|担任东道主|的?邀请)|"
    "的(?:安排|邀请|盛情|款待)|"
    "が(?:[^。、はがを]{0,12}を)?(?:主催|开催|担当|引き受け)|の(?:招待|招き|主催)"
)
_PARTNER_KO = re.compile("[과와] (?:함께|공동으로|협력해|손잡고)")
_ALSO_AS = re.compile(
    r"(?<![a-z])(?:serves?|acts?|functions?|works?) (?:[a-z]+ )?as [a-z ]+(?:,| and| or)"
    r"(?: (?:also|sometimes|occasionally|even|at times))? $"
)
_CHOSEN = re.compile(
    r" (?:was|were|is|are) (?:then )?(?:re-?)?(?:elected|appointed|named) (?:for|by|in)"
)
# Who is thanked, paid or waited for, and says nothing.
_SERVING = ("interpreter", "interpreters")
_SERVED = re.compile(
    f"(?<![a-z])(?:{_LISTS['served']})(?: [a-z]+)? (?:for|to|by|of|thank(?:s|ed)?|paid|pay|"
    "hired) $|(?<![a-z])(?:thanks?|thanked|hired|paid) $"
)
_COUNTED = re.compile(
    "(?:[3-9]|[0-9]{2,}|[三四五六七八九十]+)(?:名|人|位|명|분)"
    "(?:の|的|의)?(?:[^、。,はが]{1,4}の)? ?$"
)
_VIEW_KO = re.compile("반대|주장|요구|제안|이의|찬성|지적|말했|밝혔")
_HOST_KO = re.compile("[이가] (?:[^.,은는]{0,12}[을를] )?(?:주최|개최|주관|맡)|의 초청")


def is_of_a_report(phrase: Phrase, folded: Folded) -> bool:
    """Return whether a description is of nobody at the table, as reports speak of them."""
    text = folded.text
    told = text[phrase.start : phrase.end]
    if told[-1].isascii():
        return _in_english(told, phrase, folded) or _is_of_elsewhere(phrase, folded, told)
    if _SPOKESMAN.search(told) or _is_of_a_body(phrase, folded):
        return True
    if not told.endswith(_SIDES):
        return False
    return _is_host_or_partner(told, phrase, folded) or (
        (told[-1] != "方" or told.endswith("一方")) and is_land(phrase, folded)
    )


def _is_of_a_body(phrase: Phrase, folded: Folded) -> bool:
    """Return whether an office is another than its last characters say, or of somebody named."""
    text = folded.text
    before = text[max(0, phrase.start - _BACK) : phrase.start]
    told = text[phrase.start : phrase.end]
    if _OTHER_OFFICE.search(before + told):
        return True
    bare = is_hangul(text[phrase.head]) and not (phrase.determiners or _PLACES & phrase.pieces)
    named = bare and _NAMED_KO.search(before)
    return bool(named) and not is_plain_korean(named[1])


def is_a_speech_held(folded: Folded, start: int, end: int) -> bool:
    """Return whether a speech of the programme is only said to have been given."""
    first, last = sentence(folded, start)
    if _AS_A_TEXT.match(folded.text, end, last):
        return not _A_GUEST.search(folded.text, first, start)
    if folded.text[end : end + 1] not in _OF_WHAT_IS_HELD:
        return False
    held = _HELD.fullmatch(folded.text, end, last)
    return bool(held) and not _A_GUEST.search(folded.text, first, start)


def _is_host_or_partner(told: str, phrase: Phrase, folded: Folded) -> bool:
    """Return whether a side only holds a meeting, or something is to be done with it."""
    first, last = sentence(folded, phrase.head)
    before, after = folded.text[first : phrase.start], folded.text[phrase.end : last]
    if _ON_TERMS_EAST.search(after):
        return False
    korean = is_hangul(told[-1])
    partner = (_PARTNER_KO if korean else _PARTNER_JA).match(after)
    if partner:
        return not (_VIEW_KO if korean else _VIEW_JA).search(after, partner.end())
    if (_HOST_KO if korean else _HOST_EAST).match(after):
        return True
    if _OF_A_STATE.search(before):
        return True
    return bool(_PARTNER_ZH.search(before) and _TOGETHER_ZH.match(after))


def _in_english(told: str, phrase: Phrase, folded: Folded) -> bool:
    text, end = folded.text, phrase.end
    if "people" in told and _OF_A_PEOPLE.match(told):
        return not _HERE.match(text, end)
    if _THING.match(text, end):
        return True
    if (told.endswith(" side") or "delegation" in told) and _SIDE.search(told):
        after = text[end : sentence(folded, phrase.head)[1]].rstrip(" .")
        return bool(_HOSTS.match(after)) and not _ON_TERMS.search(after)
    if not any(word in told for word in _JOINS):
        return False
    return bool(_CLAUSE.match(told) and _MODAL.match(text, end)) and not _GUESTS.search(told)


def _is_of_elsewhere(phrase: Phrase, folded: Folded, told: str) -> bool:
    """Return whether officials or an envoy are of a body that is named: UN diplomats."""
    original = folded.original
    envoy = _ENVOY.match(told) if any(word in told for word in _TO_PLACES) else None
    if envoy:
        at = folded.span(phrase.start, phrase.end)[0] + envoy.start(1)
        words = original[at : at + len(envoy[1])].split()
        return bool(words) and all(w[0].isupper() for w in words)
    if folded.text.startswith((" for ", " to "), phrase.end):
        return bool(_OF_AN_UNION.match(original, *folded.span(phrase.start, phrase.end)))
    if phrase.determiners or not told.endswith(_OFFICIALS):
        return False
    begins, _ = folded.span(phrase.start, phrase.end)
    word = _WORD_BEFORE.search(original, max(0, begins - 24), begins)
    if not word or _BODY_OF_STATE.match(word[1].lower()):
        return False
    opens = original[max(0, word.start() - 2) : word.start()].strip(" ")[-1:] in ("", ".", "\n")
    return word[1].lower() in _OF_ELSEWHERE or not opens


def is_no_ones_role(folded: Folded, start: int, end: int) -> bool:
    """Return whether words of a role are of a crowd, or of what a body does for others."""
    text = folded.text
    if text.startswith("as ", start):
        return bool(_ALSO_AS.search(text, max(0, start - _FAR), start))
    if text[end - 1].isascii():
        word = text[start:end]
        if word.endswith("keynote") and is_only_planned(folded, end):
            return True
        served = word.endswith(_SERVING) and _SERVED.search(text, max(0, start - _FAR), start)
        return bool(served or _CHOSEN.match(text, end))
    return bool(_COUNTED.search(text, max(0, start - _BACK), start))
