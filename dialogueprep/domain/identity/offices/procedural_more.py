"""Further words of how a meeting is run, and what is handed to an officer or stands beside one.

The chair moved on, kept time, closed the list; corrections go to the rapporteur by noon; 交给主席.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "procedural_more")

_PART = f"(?:{_LISTS['part']}|q&a|break|afternoon|morning)s?"
_RECALLS = f"(?:recalls|recalled|reminds|reminded [a-z ]{{2,20}}|{_LISTS['recalls']})"
# That the Rule applied throughout, that remarks were not for attribution; the dates of the next.
_RECALLS_THE_RULE = (
    f"{_RECALLS} (?:once more |again )?that "
    f"(?:the (?:chatham house )?rules? (?:{_LISTS['rule_held']})|"
    f"(?:the (?:{_LISTS['rule_of_a_meeting']}) |it |they |all |we )+(?:was|is|were|are|would be|"
    f"will be) (?:being )?(?:held |conducted |taking place )?(?:{_LISTS['rule_binds']})|"
    "(?:all |the |"
    f"their )?(?:{_LISTS['rule_remarks']}) (?:was|is|"
    "were|are|would be|will be|made|should be|must be)"
    f"(?: being)? (?:{_LISTS['rule_not_attributed']}))|"
    f"{_RECALLS} the (?:[a-z]+ )?(?:{_LISTS['rule_things']})(?![a-z])"
)
_COLLECTS = (
    f"(?:{_LISTS['will_collect']}) (?:the |any |all |your |further |written |their |final )*"
    f"(?:{_LISTS['collected']})(?![a-z])"
)
ACTS_EN = (
    f"(?:(?:{_LISTS['opens_en']}) [0-9]|{_LISTS['adjourned_en']}|breaks (?:for|at|until|[0-9])|"
    f"(?:{_LISTS['meeting_did_en']}) (?:with|by|at|on|"
    "after|before|punctually|early|late)|"
    f"called (?:(?:on|up|for) )?(?:the )?(?:(?:next|first|second|third|fourth|last) )?{_PART}|"
    f"(?:{_LISTS['turned_en']}) (?:on )?(?:back )?to (?:the )?"
    f"(?:(?:next|first|second|third|fourth|last) )?{_PART}|took up (?:the )?[a-z]+ {_PART}|"
    "moved on(?= ?[.,;]|$)|"
    f"drew attention to the (?:[a-z]+ ){{0,2}}(?:{_LISTS['arrangements_en']})|"
    f"asked that (?:[a-z]+ )?(?:{_LISTS['devices_en']})|"
    f"asked (?:for )?(?:{_LISTS['collected_things_en']})|"
    f"(?:noted|notes|took note of) (?:the |all |these |further )*(?:{_LISTS['corrections_en']})|"
    "(?:asked|asks) (?:whether|if) (?:anybody|anyone|somebody|there (?:were|was|"
    f"are)) (?:any )?(?:{_LISTS['objected_en']})|"
    "(?:kept|keeps|watched) (?:to )?(?:the )?(?:time|clock|speakers' list|list|order)|"
    "took (?:the )?(?:[a-z]+ ){0,2}(?:questions|comments|remarks)|"
    "(?:closed|opened|read out|went through) the (?:speakers' )?list|"
    f"invited (?:the )?[a-z -]{{3,30}} to (?:{_LISTS['asked_to_speak_en']})|"
    f"read (?:out )?(?:the )?(?:[a-z]+ ){{0,2}}(?:{_LISTS['papers_en']})(?: (?:aloud|out))?|"
    f"(?:collected|collects|gathered|took in) (?:the )?(?:[a-z]+ )?(?:{_LISTS['called_for_en']})|"
    f"(?:{_LISTS['took_seat_en']})(?: (?:at|in|by|near|on|down|until|for)|"
    f"(?= ?[.,;]|$))|(?:reminded|reminds) (?:{_LISTS['everybody_en']}) (?:that (?:nothing|phones|"
    f"telephones|no |{_LISTS['time_en']})|to (?:keep|"
    "switch|stick|speak|be brief|sign|return)|"
    "of (?:the )?(?:rules?|time|programme|agenda|format|schedule)|about)|"
    f"{_LISTS['hands_over_en']}|{_RECALLS_THE_RULE}|{_COLLECTS})"
)
DONE_BY_EN = _LISTS["done_by_en"]
_HANDED_EN = re.compile(
    f"(?:^|[ (])(?:{_LISTS['handed_things_en']}) (?:(?:{_LISTS['handed_en']}) )*(?:to|for|via|"
    "through|with|next to|beside|behind|opposite|"
    "near) (?:the )?$"
)
_HANDED_ON_EN = re.compile(f"(?:[ ,]+(?:{_LISTS['handed_on_en']})(?![a-z])[^.;:]{{0,40}})?[ .;,]*$")
_AT_ZH = (
    "(?:今天|当天|次日)?(?:上午|下午|早上|中午|晚上)?"
    "[0-9一二三四五六七八九十两]+(?::[0-9]+|[点时])(?:[0-9一二三四五六七八九十]+分|半|整|"
    "[一三]刻)?"
)
ACTS_ZH = (
    "请(?:报告员|记录员|秘书处|主办方|东道主|大家|各位|下一位|[^,。]{1,8}?(?:发言|宣读|说明|介绍|"
    "报告|提问|就座))|"
    "^(?:大家|与会者|各方|会议|全场)?(?:均|都|对此)?(?:无|没有)异议$|"
    "^(?:与会者|大家|各方|全场|众人|各组)|进入第[一二三四五六七八]个?(?:议题|环节|部分)|"
    "宣布[^,。]{0,12}(?:结束|开始|休息|茶歇|散会|休会|到此|开会|闭会|继续)|^主持(?:会议)?$|"
    "^[0-9一二三四五六七八九十两半]+[点时][^,。]{0,6}(?:开始|结束|开会|散会)$|由[^,。]{0,4}主持|"
    "按(?:名单|次序|顺序|座次)|提醒[^,。]{0,8}(?:不得|不要|勿|遵守|引用|录音|时间|手机|规则|纪律|"
    "发言)|把[^,。]{0,3}议题[^,。]{0,6}"
    "(?:挪|移|调|推|换|放)|(?:控制|掌握|看)(?:了)?时间|计时|讲(?:了)?[^,。]{0,4}(?:注意事项|规则|"
    "安排)|到场|入座|落座|就座|"
    "(?:收|收集|收齐)(?:了)?[^,。]{0,4}(?:幻灯片|稿|卡|名片|更正|问题|修改)|宣读[^,。]{0,4}(?:要点|"
    "名单|综述|摘要|规则)|先读|"
    "(?:周|星期|本周|下周)[一二三四五六日天末]?前$|接受提问|手机[^,。]{0,5}(?:收|交|统一|关|静音|"
    "保管)|宣布开始|下一?[次回](?:会议|在|是|春|夏|秋|冬|[0-9一二三四五六七八九十])|"
    "^(?:会务)?通知$|大巴|收取问题|进入问答|开放提问|(?:致辞|致词|讲话|开场白)$|静音$|"
    f"^{_AT_ZH}(?:准时|正式)?(?:开始|开会|开场|收场|散场|宣布开会|宣布散会)(?:了)?$|"
    "^请(?:各方|各位|与会者|代表们?|各代表团)[^,。]{0,12}提交|"
    "(?:重申|提醒|说明|强调|宣布|介绍)[^,。]{0,8}(?:查塔姆|会议规则|适用[^,。]{0,8}规则|规则适用)"
)
COLLECTS_ZH = re.compile(
    "^(?:周|星期|本周|下周|月)?[^,。]{0,8}(?:之?前)?(?:收|接受|收集|收取|受理)[^,。]{0,4}(?:修改|"
    "更正|书面)?(?:意见|更正|建议|稿件)$"
)
_HANDED_ZH = re.compile("(?:交给|交到|交|发给|寄给|转给|转交|递给|送给|报给|抄送)$")
ACTS_JA = (
    "[にへ]?お?礼を(?:述べ|言|申)|^[はがも]?(?:最后|冒头|始め|初め|续い|续け|次)[にて]$|"
    f"{_LISTS['notes_ja']}|"
    "(?:议题|项目|次|报告|讨议|质疑(?:应答)?)[にへ](?:移|进)|の部を(?:缔めくく|终え|"
    "闭じ)|质问を[^。]{0,8}(?:受け|募|取)|"
    "(?:朗读|说明|报告|绍介|发表)を(?:求め|促し|"
    "依赖)|会场案内|案内$|注意(?:唤起|唤起)?$|"
    f"お愿い$|{_LISTS['deeds_ja']}|あいさつ(?=$|[、,でのし后])|挨拶(?=$|[、,でのし后])|おふ$|"
    "まなーもーど|"
    "^[はがも]?(?:午前|午后|同日|翌日)?[0-9一二三四五六七八九十]+(?::[0-9]+|时)"
    "(?:[0-9一二三四五六七八九十]+分|半)?(?:に|から)?(?:开始|开会|再开|すたーと)(?:し|した|$)|"
    "(?:规则|るーる)[^。]{0,16}(?:适用|及ぶ|守)"
    "[^。]{0,8}(?:确认|说明|述べ|传え|告げ|想起|念を押)|"
    "(?:引用|录音|撮影|口外|公表|外部)[^。]{0,10}(?:ないよう|ぬよう)"
    "[^。]{0,6}(?:求め|お愿い|要请|"
    "注意|促|念を押)|"
    "(?:修正|订正|书面|追加)?(?:の)?(?:意见|修正|订正|こめんと|指摘)"
    "を[^。]{0,6}(?:受け付け|受付|"
    "募集|募る|集め|待つ)"
)
_HANDED_JA = re.compile(
    "(?:へ|宛て?|まで|に)(?:$|[。、]|提出|送付|渡|お渡し|送る)|席[へにはで]?|の(?:邻|邻|"
    "横)[はが]?(?:空|空席)"
)
ACTS_KO = (
    f"다음(?:은|번|에는| 회의)|공지$|{_LISTS['notes_ko']}|질문을 [^.]{{0,10}}받|"
    f"{_LISTS['deeds_ko']}|부탁$|알림$|[0-9]+분 남|"
    "(?:인사말?|환영사|개회사|폐회사)$|(?:무음|꺼짐)$|"
    "^[0-9]+(?::[0-9]+|시)(?: ?[0-9]+분)?에? ?(?:시작|개회)$|"
    "규칙[이은]? [^.]{0,16}적용[^.]{0,10}(?:상기|확인|안내|설명|알렸|알리|환기)|"
    "(?:수정|정정|서면)? ?(?:의견|수정안|정정)[을를] [^.]{0,8}(?:받는다|받습니다|받을|받기로|"
    "접수|취합|모은다|모으)"
)
_HANDED_KO = re.compile(
    "(?:에게|께|한테)(?:$|[.,]| (?:[가-힣]+[을를] )?(?:제출|송부|전달|보내|드림|드릴))|석(?:으로|"
    "에|은|$)| ?옆자리"
)


def is_handed_to(before: str, after: str, *, latin: bool, hangul: bool, kana: bool) -> bool:
    """Return whether something is only handed to an officer, or a seat is told."""
    if latin:
        return bool(_HANDED_EN.search(before) and _HANDED_ON_EN.match(after))
    if hangul:
        return bool(_HANDED_KO.match(after))
    if kana:
        return bool(_HANDED_JA.match(after)) and not before.endswith(("た", "る"))
    return bool(_HANDED_ZH.search(before)) and not after.strip(" .。,")
