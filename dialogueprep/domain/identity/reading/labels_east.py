"""Reads clipped Chinese and Japanese lines as ones that begin with who speaks and a colon.

葛直摇头, 沼倉　描き直し, 孟买——先定优先级, 太慢（越南前大使）, 被郝打断: who stands at the head,
behind a word that leads to it, or at the end, with a sign, a space or nothing. Where what is noted
is a remark or what only somebody at the table does, it is put as a plain stance, which whatever
reads who it is understands. Fares, rooms, weather and figures are no remark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("reading", "labels_east")

_LONGEST = 72
_HAN, _KANA = "\u3400-\u9fff々", "\u3041-\u30ff"
_EAST = as_written(f"[{_HAN}{_KANA}]")
_A_KANA = as_written("[\u3041-\u30fa]")
_WHO = (
    rf"(?:[{_HAN}{_KANA}A-Za-z0-9]{{1,16}}|"
    r"[A-Z][A-Za-z.'’-]{0,15}(?: [A-Z][A-Za-z.'’-]{0,15}){0,2}"
    rf"|[A-Z]{{2,7}}(?:的?[{_HAN}]{{1,4}}|の[{_HAN}{_KANA}]{{1,4}}))"
)
_FIRST = _WHO.replace("{1,16}", "{1,16}?")  # up to where what was done begins
_BULLET = (
    r"\s*(?:[★☆◎●○■□▲△▽※→⇒·・*•-]\s*|[一二三四五六七八九十]、|[QAqa问答問][:：]\s*|"
    r"[0-2]?[0-9][:：][0-5][0-9]\s+)?"
    r"(?:(?:第?[0-9一二三四五六七八九十]{1,2}(?:段落?|条|点|款|項|项))[ 、，,：:]\s*)?"
)
_DASH = r"\s*(?:[—―─–]{1,2}|-{1,2}(?=[^0-9-])|…+|⇒|→|=>|->|＞|>|／|/|｜|\||＝|~|〜)\s*"
_BACK = r"\s*(?:[—―─–]{1,2}|-{1,2}|←|<-|＜-|／|/|｜|\||@|＠|by\s)\s*"
_LEADS = f"(?:{_LISTS['leads']})"
_ADVERBS = f"(?:{_LISTS['adverbs']})*"
# What only somebody at the table does: no place, no thing and no text.
_DEED_ZH = (
    f"{_ADVERBS}(?:想了?想|补(?:了?一|充(?!材料|协议|条款|资料))|"
    "(?:讲|说|问|答)(?=了|不|到|得|过|起|完|一|收|谁|"
    f"[,，:：“「要再等先会这那])|{_LISTS['deed_zh']}|"
    "把[^,，。]{1,10}(?:拿|给|放|画|念|读|说|讲|摆|投|推|划|删|改)|打断|插(?:话|嘴|了)|"
    f"提(?:醒|议|了|出(?!口)|到)|{_LISTS['deed_would_zh']}|"
    "对[^,，。]{1,8}有(?:意见|疑问|保留|异议)|一开口|第一个|反过来|则说|同感|同上$|"
    "(?:跟|和|与)[^,，。]{1,6}(?:确认|耳语|商量|对视|争|吵|嘀咕|交换|对了)|算了一?笔?|"
    "(?:以外|之外)(?:都|无人|没人|均)|"
    "的(?:例子|顾虑|意见|担心|建议|提议|话|问题)[:：]|那边[:：])"
)
_DEED_JA = (
    f"(?:{_LISTS['deed_ja']}|「[^」]+」|{_LISTS['leaning_ja']}|同じ$|{_LISTS['deed_more_ja']}|"
    "確認$|棄権|言い換え|眉を|発言$|質問|やりとり|異論|[^。]{1,12}の話|"
    "[^。]{1,16}(?:ず|ぬ|まま|と)$)"
)
_BY_JA = (
    f"(?:{_LISTS['by_ja']}|と(?=議長|司会|隣|通訳|[^。]{{1,10}}やりとり)|以外は|を除き|曰く|"
    "いわく|まで|さえ)"
)
# What has a stance in it: a question, a wish, a judgement, a quotation.
_REMARK_ZH = as_written(
    f"[?？吗呢]|同上$|^[+＋]1|{_LISTS['remark_zh']}|公开$|撤回$|[推延]迟$|延期$|缩短$|[“「].+[」”]"
)
_REMARK_JA = as_written(
    f"[?？]|同上$|^[+＋][1１]|か$|ない|なし$|別|で$|{_LISTS['remark_ja']}|たい$|ほしい|欲しい|"
    f"まず|先に|が先|先決|から$|{_LISTS['remark_to_do_ja']}|直し$|不[要可]|[「“].+[」”]"
)
_NOT_SAID = as_written(
    f"{_LISTS['logistics']}|休み$|签到|报到|集合|会址|会场$|{_LISTS['weather']}|"
    "^[0-9一二三四五六七八九十两]+[^,，。、]{0,2}$|[0-9]{1,2}[:：][0-9]{2}|"
    "[月日](?:会议|の会合)|明年|来年|来月|下月|"
    "[张箱台座份页枚盒瓶度元円人名本冊室]$|まで$|時$|点$|免签|ビザ"
)
# Who runs the meeting: what is told of them is read as it is written.
_RUNNING = as_written(f"(?:{_LISTS['running']})$")
# What of an officer is told as a view even without a sign.
_OWN_VIEW = as_written(f"{_ADVERBS}(?:{_LISTS['own_view_zh']})|{_LISTS['own_view_ja']}|[^。]*の話$")
_NO_WHO = as_written(
    f"^(?:{_LISTS['no_who']})|"
    "[送给致]|^[0-9一二三四五六七八九十百]+$|[的了着过在是和与及或の、]$|[はがをにもへ]$|"
    f"[{_HAN}][ぁ-ん]{{0,2}}[たてでるすくい]$"
)
# One of several that are listed, or what is told of somebody at length: no remark of theirs.
_LISTED = (
    "[^，、,]{1,6}、|[^:：]*(?:[0-9]{3}|など|ほか|による|された|において|両国|各国|"
    "[^、]{1,6}と(?:の|も)|ともに|等)"
)
# What is noted of a country in a table.
_FACT = "[0-9]|[^:：]*(?:足りる|要る|要する|できる|可能|取る|ある|いる|必要)$"
# Whose the view is, in as many words: 据沈，…, 外川の懸念：…, 回应葛：….
_VOICED = tuple(
    as_written(way)
    for way in (
        rf"^(?:据|按照?|照|依|听|回应|针对|反驳|除了?)(?P<who>{_FIRST})(?:的?(?:说法|意思|看法|话|介绍|估计)|[讲说])?"
        r"(?:[，,：:]|(?=[都外以]))(?P<said>.{2,40})$",
        f"{_BULLET}(?P<who>{_FIRST})(?:"
        f"(?:{_LISTS['voiced']})[:：、，]|"
        "(?:の(?:見立て(?:では)?|言い分)|いわく|曰く|によれば|に言わせれば|に対し)[、，:：]?)"
        "(?P<said>.{2,40})$",
        rf"{_BULLET}(?P<who>{_FIRST})[（(][^()（）]{{1,8}}[)）][:：](?P<said>.{{2,40}})$",
        rf"^[“「『](?P<said>[^”」』]{{2,40}})[”」』](?:は|と)(?P<who>{_FIRST})が?$",
        rf"^(?:会后|会下|茶歇时|散会前|終了後|休憩中)(?P<who>{_FIRST})(?:[又也还再]?(?P<said>补充|追问|说|提).*|が(?:補足|質問|指摘).*)$",
    )
)
_OF_A_VOICE = _VOICED[1]
_INITIALS = as_written(r"[A-Z]\.(?:-?[A-Z]\.)+(?=[、，,:： \u3000])")
_ADVERB_TOO = frozenset("曾何应别连都全会常相单多少真正向便却即均皆自共方")  # 曾强调, 方同意
_SIGNED = as_written(f"^[^。]{{2,40}}。[—―]{{1,2}}{_WHO}$")
_PLAIN_NAME = as_written(f"[{_HAN}]{{2,4}}|[{_HAN}{_KANA}]{{1,6}}(?:さん|氏|先生|老师|总|处)")
_OF_A_WORD = as_written("の話$|で$|だけ|別")  # 米　作りの話, 加　筆は赤字で
_STANCE = {False: "没意见", True: "反対"}

_LED_WHO = rf"(?:{_LEADS})?(?P<who>{_WHO})"
_HEADED = tuple(
    as_written(rf"{_BULLET}{way}$")
    for way in (
        rf"{_LED_WHO}{_DASH}(?P<said>[^—―/|<>]{{2,40}})",
        rf"(?:[{_HAN}{_KANA}]{{1,6}}[:：])?{_LED_WHO}[ \u3000]+(?P<said>\S[^:：]{{1,40}})",
        rf"{_LED_WHO}[，、,][ \u3000]*(?!{_LISTED})(?P<said>[^:：]{{2,40}})",
        rf"{_LED_WHO}[（(](?P<said>[^（）()]{{2,30}})[)）]",
        rf"{_LED_WHO}[“「『\"](?P<said>[^”」』\"]{{2,40}})[”」』\"]",
        rf"{_LED_WHO}[:：][ \u3000]*(?!{_FACT})(?P<said>[^:：]{{2,40}})",
        rf"[\[【〔<(（](?P<who>{_WHO})[\]】〕>)）][ \u3000]*(?P<said>[^:：]{{2,40}})",
    )
)
_TRAILED = tuple(
    as_written(way)
    for way in (
        rf"^(?P<said>[^—―/|<>@]{{2,40}}?){_BACK}(?P<who>{_WHO})$",
        rf"^(?P<said>[^：:]{{2,40}}?)(?:、と|，?由|[」”]と)(?P<who>{_WHO})$",
        rf"^(?P<said>.{{2,40}}?)[（(\[【〔](?P<who>{_FIRST})(?:[談语語提问說说]|の弁|[、，]有人附议)?[)）\]】〕]$",
        rf"^[“「『\"](?P<said>[^”」』\"]{{2,40}})[”」』\"](?P<who>{_WHO})$",
        rf"^(?P<said>[^：:]{{2,40}}?)[，、](?P<who>{_FIRST})(?:说|も|也|也这么看|也是|も同じ)$",
    )
)
_BRACKETED = as_written(
    rf"^(?:问|答|問|q|a|[^（）()：:]{{0,10}}(?:の方|的人|那位|席|发言|発言|提问|質問|来た人))[（(](?P<who>{_WHO})[)）]"
    rf"(?:\s*[:：]|[\u3000 ]+)\s*(?P<said>.{{2,40}})$",
    re.IGNORECASE,
)
_LED = as_written(rf"^(?:{_LEADS})(?P<who>{_WHO})[:：]\s*(?P<said>.{{2,40}})$")
_BY = as_written(
    rf"^(?:被|遭)(?P<who>{_WHO})(?P<said>打断|追问|问住|反驳|拦下|驳回|顶回|否了|说服)"
)
_DONE_ZH = as_written(rf"{_BULLET}(?:{_LEADS})?(?P<who>{_FIRST})(?={_DEED_ZH})(?P<said>.{{1,40}})$")
_DONE_JA = as_written(
    rf"{_BULLET}(?:{_LEADS})?(?P<who>{_FIRST})(?:{_BY_JA})(?P<said>[^。]{{1,40}})$"
)
_SAYS_JA = as_written(f"[^。]{{0,14}}?{_DEED_JA}[^。はがをに]{{0,8}}$")
_DOES_ZH = as_written(_DEED_ZH)


class Parted(NamedTuple):
    """Who may speak in a line, where that stands, and what is noted of it."""

    start: int
    end: int
    said: str
    personal: bool
    bare: bool = False


def plainly(note: str) -> Iterator[tuple[str, int, int, bool]]:
    """Yield a clipped line as one with a colon, and where who speaks stands in it as written.

    With it goes whether only somebody at the table does what is noted.
    """
    if len(note) > _LONGEST or not _EAST.search(note):
        return
    start = 0
    for line in note.split("\n"):
        for text, first, last, sure in _read(line.rstrip()):
            yield text, start + first, start + last, sure
        start += len(line) + 1


def _read(line: str) -> Iterator[tuple[str, int, int, bool]]:
    line = line.removesuffix("。") if _INITIALS.match(line) else line
    if "。" in line and not _SIGNED.search(line):
        return
    seen: set[tuple[int, int]] = set()
    for one in _parted(line):
        who = line[one.start : one.end]
        if (one.start, one.end) in seen or _NO_WHO.search(who):
            continue
        runs = bool(_RUNNING.search(who))
        if one.bare and who in _ADVERB_TOO:
            continue
        if runs and one.bare and not _OWN_VIEW.match(one.said):
            continue
        told = _is_remark(one, line)
        if not (told or _may_be_said(one, line)):
            continue
        seen.add((one.start, one.end))
        said = one.said if runs or not told else _STANCE[bool(_A_KANA.search(who + one.said))]
        yield f"{who}：{said}", one.start, one.end, one.personal


def _may_be_said(one: Parted, line: str) -> bool:
    """Return whether what is noted may be a remark: it is no errand or fare.

    Behind somebody described and a comma anything may be told of them.
    """
    if _NOT_SAID.search(one.said) or not _EAST.search(one.said):
        return False
    return line[one.end : one.end + 1] not in ("，", "、", ",") or bool(
        _PLAIN_NAME.fullmatch(line, one.start, one.end)
    )


def _is_remark(one: Parted, line: str) -> bool:
    """Return whether what is noted is a remark, or what only somebody at the table does."""
    if one.end - one.start == 1 and _OF_A_WORD.search(one.said):
        return False
    remark = _REMARK_JA if _A_KANA.search(line) else _REMARK_ZH
    return one.personal or bool(remark.search(one.said) and not _NOT_SAID.search(one.said))


def _parted(line: str) -> Iterator[Parted]:
    for way in (*_HEADED, *_TRAILED, _LED):
        if found := way.match(line):
            yield _made(found, personal=False)
    for way in (*_VOICED, _BRACKETED, _BY):
        found = way.match(line)
        if found and (len(found["who"]) > 1 or way is not _OF_A_VOICE):  # 森の話に脱線
            yield _made(found, personal=True)
    yield from _done(line)


def _done(line: str) -> Iterator[Parted]:
    done = None if _A_KANA.search(line) else _DONE_ZH.match(line)
    if done:
        yield _made(done, personal=True)._replace(bare=True)
    done = _DONE_JA.match(line)
    if done and _SAYS_JA.match(done["said"]) and not line.endswith("た"):
        yield _made(done, personal=True)._replace(bare=True)


def _made(found: re.Match[str], *, personal: bool) -> Parted:
    said = found["said"] or ""
    does = _DOES_ZH.match(said) or _SAYS_JA.match(said)
    return Parted(*found.span("who"), said, personal or bool(does))
