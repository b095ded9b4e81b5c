"""Tells in Chinese and Japanese what somebody who is pointed at did: 那位处长当场念了数字.

A word that points at somebody in the room says as much as a verb of saying, so that any deed that
is told of them will do. Of somebody who is elsewhere a text tells when it was, or what became of
them: 那位处长去年调走了.
"""

from __future__ import annotations

import re

_ELSEWHERE = (
    "(?![^。;]{0,14}?(?:当年|去年|前年|今年|昨[天日]|上(?:周|个?月)|早已|已经?(?:退|调|离|去)|退休|生前|"
    "后来|曾|现任|现在|上任|任内|在任|任期|任职|调任|调走|去世|病逝|出生|毕业|获奖|写[的过]|年代|世纪|"
    "小说|电影|画家|船长|[0-9]{4}年))"
)
_HOW = (
    "(?:又|也|还|都|却|仍|再|就|则|便|只|先|才|倒|一直|当场|刚才|随[后即]|最后|始终|似乎|显然|直|连连|连|"
    "默默|慢慢|忽然|突然|轻轻|冷冷地?|破例|私下|会后|会上|听完后?|听了|不太|有点|很|颇|并|"
    "在(?:白板|黑板|边|一旁|茶歇|休息|会|纸|地图|草稿|席)[上边时间里]?|指着[^,。;]{1,6}|"
    "拿(?:着|自家?)?[^,。;]{0,6}|把[^,。;]{1,12}?|对[^,。;]{1,14}?|从[^,。;]{1,6}?){0,4}"
)
_DEED = (
    "(?:摇头|点头|皱眉|叹|笑(?!话)|沉默|插话|打断|耸肩|举手|坚持|松口|让步|开口|发[了言]|发问|提问|"
    "承认|回应|反驳|坦言|追问|解释|拒绝|犹豫|"
    "不(?:高兴|满|悦|同意|赞成|接受|肯|愿|认(?!识)|以为然|吭声|买账|信|服|松|让|答应|说话)|"
    "(?:没有?|未)(?:再)?(?:让步|松口|表态|意见|异议|吭声|说|点头|反对|同意|回答|答应|接|开口)|"
    "高兴|[念翻画举算写改删划圈报指递摆补加问抛泼拍讲说谈提点添列摊交亮顶驳让](?:[了出起着下掉成到]|"
    "[了一]?[念翻画举算写改删划圈报指递摆补加问点]|一[张句段条笔个组])|"
    "说(?!明书|是|起来)|问(?!题|世|卷)|认为|觉得|主张|建议(?!书)|担心|希望|要求|反对|支持|赞成|同意|强调|补充|提醒|"
    "质疑|抱怨|表示|指出|打(?:断|了?个?电话)|"
    "(?:打|核|确|透|披|反|质|支|推|退|接|收)[\u4e00-\u9fff]{1,3}了)"
)
_TOLD_CHINESE = re.compile(f"{_ELSEWHERE}{_HOW}{_DEED}")
_ELSEWHERE_JA = re.compile(
    "退职|退任|退官|亡くな|生まれ|去年|昨年|当时|かつて|后に|のちに|[0-9]{4}年|世纪|小说|映画|任期|"
    "异动|转任|着任|就任|出版|受赏|引退"
)
_DID_JA = re.compile("(?:だけ)?[はがも]、?[^。;]{1,40}?(?:た|なかった|んだ)(?=[。、]|$|と)")


def told_chinese(text: str, at: int) -> bool:
    """Return whether a deed in the room is told behind somebody pointed at, who ends at ``at``."""
    return bool(_TOLD_CHINESE.match(text, at))


def told_japanese(text: str, at: int, end: int) -> bool:
    """Return whether a deed in the room is told between ``at`` and ``end``, in Japanese."""
    return bool(_DID_JA.match(text, at, end)) and not _ELSEWHERE_JA.search(text, at, end)
