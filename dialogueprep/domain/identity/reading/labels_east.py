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

from dialogueprep.domain.identity.reading.written import as_written

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
_LEADS = (
    "(?:然后|又是|轮到|接着|接下来|最后|最后是|这回|还是|只有|先是|下一个|随后|跟着|连|唯独|倒是|又一个|"
    "問|续|続いて|また|次に|次は|次|最後は|最後に|今度は|まず|そして|ただ|反対|唯一)"
)
_ADVERBS = (
    "(?:又|也|再|还|却|就|都|便|才|只|只是|倒|先|后来|随后|接着|最后|一直|始终|还是|仍|仍然|再次|当场|"
    "立刻|马上|忽然|突然|明确|当即|直|连连|在旁边|在一旁|一旁|这时|此时|只好|勉强|小声|大声|笑着|低声|"
    "反复|全程|刚才|这次|临走|茶歇时|会后|私下)*"
)
# What only somebody at the table does: no place, no thing and no text.
_DEED_ZH = (
    f"{_ADVERBS}(?:想了?想|补(?:了?一|充(?!材料|协议|条款|资料))|(?:讲|说|问|答)(?=了|不|到|得|过|起|完|一|收|谁|"
    "[,，:：“「要再等先会这那])|念了|读了|给了|给出|举(?:了|例|手)|摇头|点头|点了点头|耸肩|皱眉|"
    "没(?:吭声|说话|表态|接话?|回答|答|意见|异议|松口|再|发言|反应|抬头|同意)|"
    "不(?:给|同意|接受|肯|愿|答|表态|置可否|吭声|说话|松口|信|买账|赞成|太?放心|服|以为然|满|干|让|依)|"
    "把[^,，。]{1,10}(?:拿|给|放|画|念|读|说|讲|摆|投|推|划|删|改)|打断|插(?:话|嘴|了)|"
    "提(?:醒|议|了|出(?!口)|到)|(?:要|想)(?:加|改|删|留|求|看一?|写|把|补)|答应|承诺|绕(?:回|开|到)|"
    "急了|火了|笑(?!话)|叹|沉默|松口|改口|让步|附和|接(?:话|着说|过话)|反(?:对|驳|问)|赞成|同意|坚持|主张|"
    "认为|觉得|担心|嫌|抱怨|(?:很|还|最)?怕|建议(?!书)|强调|解释|回应|回答(?!率)|追问|质疑|警告|支持|保留|弃权|"
    "(?:最后|第)一个(?:开口|发言|说|讲)|还是那(?:句|个)|拿出|掏出|画了|展示了|离席|走得早|迟到|早退|"
    "(?:的)?(?:态度|口气|语气|立场)(?:很|也|变|软|硬|松|强)|的(?:意思|看法|说法|意见)|也这么看|也一样|有异议|急着|"
    "举牌|翻出|拿(?:自己|出|来|起)|起身|对[^,，。]{1,8}有(?:意见|疑问|保留|异议)|一开口|第一个|反过来|则说|同感|同上$|"
    "(?:跟|和|与)[^,，。]{1,6}(?:确认|耳语|商量|对视|争|吵|嘀咕|交换|对了)|算了一?笔?|(?:以外|之外)(?:都|无人|没人|均)|"
    "的(?:例子|顾虑|意见|担心|建议|提议|话|问题)[:：]|那边[:：])"
)
_DEED_JA = (
    "(?:うなずく|頷く|首を(?:振|横|縦|ひね|かし)|黙|苦笑|笑う|笑い|口ごもる|口を(?:開|挟|はさ|つぐ)|割り込|さえぎ|遮|"
    "反論|反発|曰|との声|「[^」]+」|難色|賛成|反対|同意|同感|同調|納得|懐疑|慎重|前向き|消極|折れ|譲ら|譲歩|渋|持ち帰|とりまとめ|取りまとめ|"
    "(?:を|の)(?:配る|見せる|示す|出さず|読み上げ|挙げる|例示|求め|提案|要求|質問|指摘|心配|強調|繰り返)|配る|(?:数字|例|異論|疑問)を出す|"
    "例を|同じ$|一言|持論|補足|念押し|釘を|ため息|ささや|小声|即答|言葉を濁|席を立|挙手|試算|記録を|自分の|異議|口調|"
    "ひそひそ|確認$|棄権|言い換え|眉を|発言$|質問|やりとり|異論|[^。]{1,12}の話|[^。]{1,16}(?:ず|ぬ|まま|と)$)"
)
_BY_JA = (
    "(?:は|が|も|から|より|だけ|のみ|に(?=さえぎ|遮|反論|押|言わせ|よれば|質問|問わ)|"
    "の(?=持論|話|言い分|意見|考え|反論|質問|案|"
    "口調|見立て|例|懸念|やりとり)|と(?=議長|司会|隣|通訳|[^。]{1,10}やりとり)|以外は|を除き|曰く|いわく|まで|さえ)"
)
# What has a stance in it: a question, a wish, a judgement, a quotation.
_REMARK_ZH = as_written(
    "[?？吗呢]|同上$|^[+＋]1|谁|什么|怎么|为何|凭|难道|是否|何时|多久|太(?!平洋|阳|湖)|更|最好|足够|够了|够用|站不住|没意思|"
    "没用|没必要|不(?!丹|列|日|时|锈)|没(?!有?直飞)|别(?!墅|的)|未必|应|须|必|得(?=先|有|再|看)|可以|能(?!源|量)|"
    "先(?!进|生)|再(?!生)|要(?!道|点|素|闻)|另算|另议|只|保留|同意|反对|赞成|支持|算了|慢慢|急不得|行不通|做不到|"
    "难(?!民)|贵|便宜|才(?!能)|就(?!业)|照旧|原案|原文|早(?!期)|慢(?!性)|快(?!车|递)|公开$|撤回$|[推延]迟$|"
    "延期$|缩短$|[“「].+[」”]"
)
_REMARK_JA = as_written(
    "[?？]|同上$|^[+＋][1１]|か$|ない|なし$|別|で$|だけ|の話|なぜ|どう|誰|何|いつ|べき|すぎ|過ぎ|足り[るなま]|十分|無理|だめ|弱い|強い|"
    "甘い|高い|安い|遅い|早い|たい$|ほしい|欲しい|まず|先に|が先|先決|から$|残す|削る|外す|入れ[たるよ]|いらな|要らな|"
    "要る|必要|でよい|でいい|でどう|させ|せよ|待つ|待て|試す|よし|同じ|賛成|反対|慎重|異論|異議|直し$|不[要可]|[「“].+[」”]"
)
_NOT_SAID = as_written(
    "名牌|名札|耳机|イヤホン|前台|受付|大巴|班车|バス|航班|转机|空港|机场|酒店|宿|晚饭|晚宴|夕食|午餐|昼食|茶歇|"
    "休憩|休み$|签到|报到|集合|会址|会场$|会場|参观|見学|天气|气温|気温|雨|雪|晴|[阴曇]|封冻|结冰|結氷|停用|停止|"
    "波高|风浪|时差|時差|汇率|直飞|见附|参照|参見|另附|别紙|別紙|清样|截止|締切|印刷|打印|复印|配布|待定|未定|"
    "^[0-9一二三四五六七八九十两]+[^,，。、]{0,2}$|[0-9]{1,2}[:：][0-9]{2}|[月日](?:会议|の会合)|明年|来年|来月|下月|"
    "[张箱台座份页枚盒瓶度元円人名本冊室]$|まで$|時$|点$|免签|ビザ"
)
# Who runs the meeting: what is told of them is read as it is written.
_RUNNING = as_written(
    "(?:主席|主持人?|会议主席|议长|議長|座長|司会者?|记录员|書記役?|书记员?|记录人|記録係|報告者|报告员|报告人|翻译|通訳|"
    "秘书处|事務局|与会者|有人|大家|众人|各方|一同|参加者|全員|皆)$"
)
# What of an officer is told as a view even without a sign.
_OWN_VIEW = as_written(
    f"{_ADVERBS}(?:想了?想|摇头|点头|耸肩|皱眉|没(?:吭声|松口|同意)|不(?:同意|接受|肯|松口|信|买账|赞成|置可否|以为然)|插嘴|"
    "急了|火了|叹|沉默|松口|改口|附和|反对|赞成|坚持|主张|认为|觉得|担心|嫌|抱怨|质疑|还是那|绕回)|"
    "うなずく|頷く|首を|苦笑|口ごもる|口を挟|反論|難色|賛成|反対|納得|懐疑|折れ|渋|持論|ため息|[^。]*の話$"
)
_NO_WHO = as_written(
    "^(?:第|议题|議題|附|注|图|表|問|答|问|备注|待办|会务|下一|次|有|这|那|此|該|该|其|但|而|以及|和|与|"
    "或|若|如|因|所以|但是|可|只|送|给|致|向|由|在|对|从|自|抄送|访|于|到|经|按|据|见|请|让|把|将|用|以)|"
    rf"[送给致]|^[0-9一二三四五六七八九十百]+$|[的了着过在是和与及或の、]$|[はがをにもへ]$|"
    rf"[{_HAN}][ぁ-ん]{{0,2}}[たてでるすくい]$"
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
        rf"{_BULLET}(?P<who>{_FIRST})(?:"
        "(?:的(?:顾虑|意思|看法|例子|意见|问题|担心|话|建议|提议|说法)|那边|"
        "の(?:懸念|例|意見|案|話|提案|持論)|側)[:：、，]|"
        r"(?:の(?:見立て(?:では)?|言い分)|いわく|曰く|によれば|に言わせれば|に対し)[、，:：]?)(?P<said>.{2,40})$",
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
