"""Further words of how a meeting is run, and what is handed to an officer or stands beside one.

The chair moved on, kept time, closed the list; corrections go to the rapporteur by noon; 交给主席.
"""

from __future__ import annotations

import re

_PART = (
    "(?:item|topic|point|agenda|panel|session|question|paper|speaker|part|block|theme|programme|"
    "list|vote|discussion|debate|"
    "q&a|break|afternoon|morning)s?"
)
_RECALLS = (
    "(?:recalls|recalled|reminds|reminded [a-z ]{2,20}|notes|noted|explains|explained|repeats|"
    "repeated|confirms|confirmed|announces|announced|stated|underlined|stressed|pointed out)"
)
# That the Rule applied throughout, that remarks were not for attribution; the dates of the next.
_RECALLS_THE_RULE = (
    f"{_RECALLS} (?:once more |again )?that (?:the (?:chatham house )?rules? (?:applie[sd]|would|"
    "will|held|governed|covered|remained in|(?:was|were|is|are) (?:in force|in effect|to apply|"
    "applicable|binding))|(?:the (?:meeting|session|"
    "dialogue|discussion|talks|round|event|item) |it |they |all |we )+(?:was|is|were|are|would be|"
    "will be) (?:being )?(?:held |conducted |taking place )?(?:under|bound by|subject to|"
    "covered by|off the record|confidential|private|closed|not being recorded)|(?:all |the |"
    "their )?"
    "(?:remarks|statements|comments|proceedings|discussions?|views|interventions|notes) (?:was|is|"
    "were|are|would be|will be|made|should be|must be)(?: being)? (?:not (?:for|to be|attributed|"
    "attributable)|non-attributable|under|off the record|confidential|private|personal|"
    "in a personal))|"
    f"{_RECALLS} the (?:[a-z]+ )?(?:rule|rules|dates?|venue|programme|agenda|format|schedule|"
    "purpose|theme|ground rules|terms|terms of reference|arrangements|"
    "chatham house rule|time limits?|deadline|seating)(?![a-z])"
)
_COLLECTS = (
    "(?:(?:will|would|is to|shall|was to|can) (?:collect|receive|take|accept|gather|wait for|"
    "take in|incorporate|await|compile|note)|(?:is|was|will be) (?:collecting|receiving|taking|"
    "accepting|gathering|waiting for|taking in|incorporating|awaiting)|collects|receives|accepts|"
    "gathers|awaits) (?:the |any |all |your |further |written |their |final )*"
    "(?:corrections|comments|edits|amendments|suggestions|slides|papers|forms|cards|texts|"
    "contributions|changes|requests|questions|notes|remarks|feedback|replies)(?![a-z])"
)
ACTS_EN = (
    "(?:(?:opens|opened|closes|closed|adjourns|adjourned|resumes|resumed|starts|started|ends|"
    "ended) [0-9]|adjourned|resumed|reconvened|broke (?:for|at|until|off|up)|breaks (?:for|at|"
    "until|[0-9])|"
    "(?:began|started|continued|closed|ended|finished|concluded|opened|resumed) (?:with|by|at|on|"
    "after|before|punctually|early|late)|"
    f"called (?:(?:on|up|for) )?(?:the )?(?:(?:next|first|second|third|fourth|last) )?{_PART}|"
    "(?:moved|turned|proceeded|passed|came|returned|went|moves|turns|"
    "goes) (?:on )?(?:back )?to (?:the )?"
    f"(?:(?:next|first|second|third|fourth|last) )?{_PART}|took up (?:the )?[a-z]+ {_PART}|"
    f"moved on(?= ?[.,;]|$)|"
    "drew attention to the (?:[a-z]+ ){0,2}(?:plan|rules?|programme|agenda|documents?|time|list|"
    "arrangements|exits?|clock)|"
    "asked that (?:[a-z]+ )?(?:telephones|phones|cameras|recorders|papers|slides|badges|questions|"
    "remarks)|"
    "asked (?:for )?(?:slides|papers|corrections|telephones|phones|hands|cards|patience|a show)|"
    "(?:noted|notes|took note of) (?:the |all |these |further )*(?:corrections|amendments|edits|"
    "changes|apologies|absences)|"
    "(?:asked|asks) (?:whether|if) (?:anybody|anyone|somebody|there (?:were|was|"
    "are)) (?:any )?(?:objected|objects|objections?|"
    "else|wished|wanted|wants|questions?|comments?|further|other|more)|"
    "(?:kept|keeps|watched) (?:to )?(?:the )?(?:time|clock|speakers' list|list|order)|"
    "took (?:the )?(?:[a-z]+ ){0,2}(?:questions|comments|remarks)|"
    "(?:closed|opened|read out|went through) the (?:speakers' )?list|"
    "invited (?:the )?[a-z -]{3,30} to (?:explain|introduce|present|speak|open|begin|report|read|"
    "say a few)|"
    "read (?:out )?(?:the )?(?:[a-z]+ ){0,2}(?:rules?|drafts?|summary|list|minutes|points|"
    "programme)(?: (?:aloud|out))?|"
    "(?:collected|collects|gathered|took in) (?:the )?(?:[a-z]+ )?(?:corrections|slides|cards|"
    "questions|papers|phones|forms)|"
    "(?:sat|stood|was seated|took (?:his|her|the) (?:seat|place)|arrived|rang the bell|"
    "waited)(?: (?:at|in|by|near|on|down|until|for)|"
    "(?= ?[.,;]|$))|(?:reminded|reminds) (?:everybody|everyone|all|participants|delegates|us|"
    "the room) (?:that (?:nothing|phones|"
    "telephones|no |the (?:rule|meeting|time|break|bus)|time|lunch|they were not)|to (?:keep|"
    "switch|stick|speak|be brief|sign|return)|"
    "of (?:the )?(?:rules?|time|programme|agenda|format|schedule)|about)|"
    "(?:hands|handed) over|gives? way|set the (?:timer|clock)|took the chair|was in the chair|"
    f"presided|chaired|{_RECALLS_THE_RULE}|{_COLLECTS})"
)
DONE_BY_EN = (
    "read (?:out|aloud)|summed up|introduced|announced|chaired|moderated|run|led|called|noted down|"
    "taken down|kept"
)
_HANDED_EN = re.compile(
    r"(?:^|[ (])(?:questions?|corrections?|slides?|papers?|cards?|notes?|comments?|seats?|copies|"
    r"e-?mails?|forms?|names?|drafts?|"
    r"texts?|requests?|edits|amendments|suggestions|everything|all) (?:(?:go(?:es)?|went|should go|"
    r"are|were|please|pls|handed|sent|"
    r"given|passed|submitted) )*(?:to|for|via|through|with|next to|beside|behind|opposite|"
    r"near) (?:the )?$"
)
_HANDED_ON_EN = re.compile(
    r"(?:[ ,]+(?:by|before|until|is|are|go(?:es)?|went|on|at|please|pls|free|taken|empty|reserved|"
    r"in|no later|within|after|asap)"
    r"(?![a-z])[^.;:]{0,40})?[ .;,]*$"
)
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
    "^(?:周|星期|本周|下周|月)?[^,。]{0,8}(?:之?前)?(?:收|接受|收集|收取|受理)[^,。]{0,4}(?:修改|"
    "更正|书面)?(?:意见|更正|建议|稿件)$|"
    "^请(?:各方|各位|与会者|代表们?|各代表团)[^,。]{0,12}提交|"
    "(?:重申|提醒|说明|强调|宣布|介绍)[^,。]{0,8}(?:查塔姆|会议规则|适用[^,。]{0,8}规则|规则适用)"
)
_HANDED_ZH = re.compile("(?:交给|交到|交|发给|寄给|转给|转交|递给|送给|报给|抄送)$")
ACTS_JA = (
    "[にへ]?お?礼を(?:述べ|言|申)|^[はがも]?(?:最后|冒头|始め|初め|续い|续け|次)[にて]$|"
    "(?:取り决め|约束事|申し合わせ|条件)を(?:确认|说明|读み上げ|想起)|"
    "次回[はも]|事务连络|连络事项|ばす|(?:时间|规则|顺番|静肃)を守る?よう|以内にと?(?:求め|お愿い)|"
    "(?:议题|项目|次|报告|讨议|质疑(?:应答)?)[にへ](?:移|进)|の部を(?:缔めくく|终え|"
    "终え|闭じ)|质问を[^。]{0,8}(?:受け|募|取)|(?:朗读|说明|报告|绍介|发表|发表)を(?:求め|促し|"
    "依赖|依赖)|会场案内|案内$|注意(?:唤起|唤起)?$|"
    "お愿い$|质疑(?:应答)?へ|时间配分|指名し|发言を(?:促|认め|许)|发言を(?:促|认め|许)|着席|点检|"
    "顺に|あいさつ(?=$|[、,でのし后])|挨拶(?=$|[、,でのし后])|おふ$|まなーもーど|"
    "^[はがも]?(?:午前|午后|同日|翌日)?[0-9一二三四五六七八九十]+(?::[0-9]+|时)"
    "(?:[0-9一二三四五六七八九十]+分|半)?(?:に|から)?(?:开始|开会|再开|すたーと)(?:し|した|$)|"
    "(?:规则|るーる)[^。]{0,16}(?:适用|及ぶ|守)[^。]{0,8}(?:确认|说明|述べ|传え|告げ|想起|念を押)|"
    "(?:引用|录音|撮影|口外|公表|外部)[^。]{0,10}(?:ないよう|ぬよう)[^。]{0,6}(?:求め|お愿い|要请|"
    "注意|促|念を押)|"
    "(?:修正|订正|书面|追加)?(?:の)?(?:意见|修正|订正|こめんと|指摘)を[^。]{0,6}(?:受け付け|受付|"
    "募集|募る|集め|待つ)"
)
_HANDED_JA = re.compile(
    "(?:へ|宛て?|まで|に)(?:$|[。、]|提出|送付|渡|お渡し|送る)|席[へにはで]?|の(?:邻|邻|"
    "横)[はが]?(?:空|空席)"
)
ACTS_KO = (
    "다음(?:은|번|에는| 회의)|공지$|버스|(?:규칙|수칙|요지|의제)[을를] 읽|시간(?:을)? ?(?:지켜|"
    "엄수|지키)|(?:의제|안건|순서|질의응답|토론|휴식|발표)(?:으로|로) (?:넘어|이동|"
    "들어|옮)|질문을 [^.]{0,10}받|(?:안내|낭독|진행|설명|정리|기록|소개)[를을]? ?(?:부탁|맡기|맡김|"
    "맡겼|요청)|순서[를을]? (?:정리|확인|안내)|"
    "모두 인사|사진|개회를? 선언|폐회를? 선언|발언권을|부탁$|알림$|[0-9]+분 남|"
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
