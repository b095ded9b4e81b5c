"""Shows, in Korean and Chinese, that a clause tells how an officer ran a meeting.

Something of the meeting and what is done to it: the floor, the item, the draft, the minutes; what
was announced or asked for is of its time, place and rules. What somebody thinks is not read here.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("offices", "running_east")

_THINGS_KO = (
    f"(?:{_LISTS['things_said_ko']}|제[0-9]+[항조]|"
    f"[0-9]+항|{_LISTS['things_papers_ko']}|"
    f"괄호[^.,]{{0,6}}부분|{_LISTS['things_left_ko']}|질문 (?:[가-힣]+ )?[가-힣]+ ?[개명])"
)
_DO_KO = f"(?:{_LISTS['do_ko']})"
_END_KO = "[가-힣]{0,3}(?: (?:주|두|놓|달라)[가-힣]{0,3})?"
_SAID_KO = f"(?: (?:다시|거듭|미리))? (?:{_LISTS['said_ko']})[가-힣]{{0,4}}"
_SURE_KO = f"(?:{_LISTS['sure_ko']})"
_MATTER_KO = (
    "(?:시작|재개|속개|끝나|마감|기한|[0-9]+ ?[분시]|"
    f"[한두세네다섯여일곱덟아홉열십오]+ ?[분시]|{_LISTS['matter_ko']})"
)
_TELLS_KO = "(?: (?:다시|거듭|미리))? (?:알렸|알리|안내|공지|고지|상기)[가-힣]{0,4}"
_ASKED_KO = f"(?:{_LISTS['asked_ko']})"
_ACT_KO = re.compile(
    # the floor is limited, the item closed, the draft read
    rf"(?:[^.]{{0,24}} )?{_THINGS_KO}(?:들)?[을를에] (?:[^.,]{{1,18}} )?{_DO_KO}{_END_KO}|"
    # questions will be taken in writing, the talk will end at six
    rf"(?:[^.]{{0,16}} )?{_THINGS_KO}[을를도] (?:[^.,]{{1,16}} )?{_DO_KO}(?:[가-힣]?겠|는|"
    rf"한)다고{_SAID_KO}|"
    # that it begins at two, that the minutes have no names
    rf"(?:[^.]{{0,24}})?{_MATTER_KO}[^.]{{0,24}}?(?:다고|라고|[음임]을|다는 (?:점|사실|"
    rf"것)을){_TELLS_KO}|"
    rf"(?:[^.]{{0,24}})?{_SURE_KO}[^.]{{0,24}}?(?:다고|라고|[음임]을|다는 (?:점|사실|"
    rf"것)을){_SAID_KO}|"
    # whether there are more questions; line by line
    r"(?:[^.]{0,12} )?(?:의견|질문|이견|발언)[이은]? (?:더 )?(?:없는지|있는지) (?:묻|물|"
    r"확인)[가-힣]{0,3}|"
    r"(?:한 줄씩|조문별로|조항별로|차례로|순서대로|돌아가며) [^.]{0,16}게 (?:하|했)[가-힣]{0,2}|"
    r"질문이 (?:몰리|쏟아지|이어지|끊기)|(?:한 사람에|차례로|한 번에) [^.]{0,10}(?:받|듣|"
    r"들)[가-힣]{0,3}|"
    r"[^.]{0,16}(?:차례로|순서대로|부터) (?:[^.]{0,8} )?(?:발언|소개|말)하게 (?:하|했)[가-힣]{0,2}|"
    r"(?:[^.]{0,8} )?(?:의제|안건|순서|발표|회의|토론|휴식)[을를] [^.,]{0,12}"
    rf"(?:미루|앞당기|넘기|옮기|바꾸|끝내|마치)자고{_SAID_KO}|(?:아무도|누구도) 이의[^.]{{0,10}}|"
    # to raise a name card, to be brief
    rf"(?:[^.]{{0,24}})?{_ASKED_KO}[^.]{{0,18}}(?:달라고|줄 것을|달라는|주기를|도록|을 것을|기를)"
    rf"{_SAID_KO}|"
    # to take up procedure first
    r"[^.]{0,24}(?:부터|먼저|뒤에|후에|순서로|차례로|나누어|잠시|잠깐)[^.]{0,14}"
    rf"(?:다루|논의하|토론하|이야기하|듣|쉬|넘어가|검토하|보|옮기)자고{_SAID_KO}|"
    r"[^.]{0,24}다음 (?:회의|회기|회차|의제|안건|발언|순서)[에으]?로 (?:넘|미루|미뤘|옮|"
    r"돌)[가-힣]{0,3}|"
    r"(?:[^.]{0,12}이견이 없(?:으므로|어|어서) )?(?:원안|초안)대로 (?:두|"
    r"유지)[가-힣]{0,3}(?: 했| 하였)?[가-힣]{0,2}|"
    r"(?:참석자|일행|모두|전원)[가-힣]{0,3} [^.]{0,16}(?:일어[났섰]|돌아왔|흩어졌|이동했|"
    r"나갔|앉았)다|"
    r"(?:주재|사회|진행|개회 선언|폐회 선언)(?:로|하에|에 따라) [^.]{0,24}(?:열렸|열린|진행"
    r"|마쳤|끝났|"
    r"시작)[가-힣]{0,5}"
)
_CLAUSES_KO = re.compile(
    r"(?<=[하기치리르누우고])고 |(?<=[았었했였])고 |며 |면서 |(?:[은한친낸난] (?:뒤|"
    r"후)에?) |(?<=[리하치])자 |, "
)
_UNDER_KO = ("주재", "사회", "진행")
_PARTICLE_KO = re.compile("(?:[은는이가의]|께서는?|만|도) ")

_TEXT_ZH = "(?:案文|草案|文本|文稿|条款|名单|要点|摘要|纪要|综述|初稿|记录|决议|提纲)"
_MEETING_ZH = "(?:会议|讨论|议题|环节|发言|审议|议程|对话|会|报告|磋商|问答|茶歇|点评)"
_EVERYBODY_ZH = f"(?:{_LISTS['everybody_zh']})"
_LEAD_ZH = f"(?:主席|主持人|报告员|记录员)?(?:{_LISTS['lead_zh']})*"
_ACT_ZH = re.compile(
    _LEAD_ZH
    + "(?:"
    + "|".join(
        (
            f"(?:请|让|邀请|提请){_EVERYBODY_ZH}[^,。]{{0,12}}(?:{_LISTS['act_done_zh']})[^,。]{{0,10}}",
            f"(?:把|将)[^,。]{{0,8}}(?:发言(?:时间|顺序)?|讨论|会议|议程|议题|{_TEXT_ZH}|"
            "意见|问题|时间)[^,。]{0,6}"
            f"(?:{_LISTS['act_ordered_zh']})[^,。]{{0,12}}",
            "(?:表示|说明|说|提示|宣布|确认|告知|通知|询问|问)?(?:再无|无|没有|已无|有无|"
            "是否还有|是否有)(?:其他)?(?:人|代表)?"
            "(?:再)?(?:要求|提出|其他|申请)?(?:发言|异议|反对意见|不同意见|问题|补充)(?:的请求)?",
            "(?:未|没有?|并未)[^,。]{0,4}(?:异议|反对意见|其他意见|不同意见)",
            "(?:因|由于|限于|碍于)(?:时间|日程|场地)(?:关系|有限|原因|不足|所限)?",
            "(?:其余|余下|剩余|未及回答)的?(?:问题|意见|发言)[^,。]{0,4}(?:书面|会后|茶歇|"
            "下午)[^,。]{0,8}",
            "(?:会议|讨论)?(?:记录|摘要|纪要|综述|总结)(?:将|均|一律|中)?(?:不|隐去)(?:具名"
            "|署名|点名|记名|列姓名|记姓名|姓名)",
            "(?:茶歇|休息|午休|休会)[^,。]{0,4}(?:后|时|前)?请?[^,。]{0,12}(?:座位|会场|"
            "原位|就座|开始|继续)",
            "(?:修改意见|意见|稿件|文稿|论文|名单)(?:须|应|请)?(?:在|"
            "于)?[^,。]{0,8}前(?:提交|发送|发给|交|反馈|送)[^,。]{0,6}",
            f"逐[段条句项字](?:宣读|通读|审读|朗读|念|过|征求)[^,。]{{0,4}}(?:{_TEXT_ZH}|意见)?",
            f"(?:宣读|通读|朗读|念)(?:了)?[^,。]{{0,10}}{_TEXT_ZH}",
            f"(?:在|于)[^,。]{{0,6}}(?:屏幕|投影|银幕)上?(?:打开|显示|放出|投出)(?:了)?{_TEXT_ZH}",
            "征求(?:了)?(?:各方|大家|与会者)?的?意见",
            "致(?:了)?(?:开幕|闭幕|欢迎|答谢)[词辞](?:后|之后|以后)?",
            f"对{_EVERYBODY_ZH}[^,。]{{0,8}}表示(?:热烈|衷心)?(?:的)?(?:欢迎|感谢|谢意)",
            f"感谢(?:了)?{_EVERYBODY_ZH}[^,。]{{0,6}}",
            "宣布(?:会议)?(?:开幕|闭幕|闭会|散会|休会|复会|开会|结束|开始|通过议程)",
            "(?:点|叫|念)(?:了|到)?(?:下一位|第[一二三四五六]位)?[^,。]{0,6}的?名字?",
            "建议(?:先|稍后|暂时)?(?:用|吃|去)?(?:午餐|休息|茶歇|休会|合影|"
            "听取?第?[^,。]{0,4}报告)",
            "(?:再|先|接着|然后)?(?:听取?|转入|进入|开始|一并)(?:(?:下一?|"
            "第)?[^,。]{0,4}(?:个|份|项|位))?(?:报告|发言|议题|介绍|讨论|提问)",
            "(?:给|为)[^,。]{0,6}(?:留|安排|保留|预留)(?:出|了)*[^,。]{0,4}(?:时间|机会)",
            f"(?:将|会)?(?:在|于)?[^,。]{{0,10}}(?:散发|印发|发出|寄出|提交|分发|发布|"
            f"送出)(?:了)?[^,。]{{0,6}}{_TEXT_ZH}(?:初稿|草稿)?",
            "(?:试|检查|调试)(?:了试|过|了)?[^,。]{0,3}(?:话筒|麦克风|设备)",
            "(?:询?问|请问)?(?:是否|有没有|有无|还有没有)[^,。]{0,6}(?:发言|补充|提问|异议|问题)",
            "(?:会场|全场)?无人(?:举牌|举手|发言|回应|提出)[^,。]{0,4}",
            "把[^,。]{0,10}(?:句子|段落|案文|文字)[^,。]{0,4}(?:念|读)(?:了)?一?遍?",
            "(?:把|将)[^,。]{0,8}(?:段落|措辞|词句|句子|条款)[^,。]{0,4}(?:放进|放入|加上|"
            "置于)[^,。]{0,4}括号[^,。]{0,4}",
            "留(?:待|给|到)下一?[次回轮]?(?:会议|讨论|再议|处理)?[^,。]{0,4}",
            "(?:把|将)[^,。]{0,8}(?:日期|地点|会期|时间|日程)[^,。]{0,6}写在[^,。]{0,4}",
            "介绍(?:了)?(?:各位)?(?:来宾|嘉宾|与会者|同传频道|频道|会场|日程|安排|"
            "[^,。]{0,4}的(?:履历|经历|背景|简历))",
            "宣读(?:了)?贺[信电词]",
            "(?:说明|表示)?(?:资料|材料|文件|茶点|耳机)[^,。]{0,3}(?:放|摆)?在[^,。]{1,8}",
            "(?:只剩下?|还[剩有])[^,。]{0,4}分钟了?",
            "(?:代表[^,。]{0,5})?向[^,。]{1,10}(?:致谢|表示感谢|表示谢意|道谢)",
            "会议(?:随即|随后|到此|就此)?结束",
            "按(?:了)?铃(?:示意[^,。]{0,6})?",
            "时间(?:已|到|快)到?了?",
            "(?:未经表决)?(?:即|便)?宣布(?:案文|议程|草案)?通过(?:议程|案文|草案)?",
            "(?:按时|准时|如期)(?:结束|开始)了?[^,。]{0,8}",
            "主持(?:会议|了?本次[^,。]{0,4})?",
            "(?:会议)?(?:为期|历时|共)[^,。]{1,4}(?:天|日|小时|个?半天)",
            f"(?:结束|开始|转入|继续|恢复|中止|宣布结束|宣布开始)(?:了)?[^,。]{{0,8}}{_MEETING_ZH}",
            f"(?:与会者|各方|大家|众人){_LEAD_ZH}[^,。]{{0,10}}(?:自我介绍|就座|入座|离席|"
            f"合影|鼓掌)",
        )
    )
    + ")"
)
_SAYS_ZH = re.compile(f"{_LEAD_ZH}(?:表示|说明|说|提示|宣布|确认|告知|指出|通知|解释|提醒说?|示意)")
_CLAUSES_ZH = re.compile("[,，;；]|(?<!一)并(?![非不])")

# A view that a clause on the meeting may hold as well.
_VIEW = re.compile(
    f"{_LISTS['view']}|不足(?!$)|不够|必须|才是|关键|优先|可以|不能|无法|看好|失望|删去|意义"
)
_FLOOR_KO = re.compile(
    "의 (?:약력|이력|경력)[을를] |에게 (?:발언권|마이크|발언 기회|질문 기회)[을를] "
)
_FLOOR_ZH = re.compile(
    "的(?:履历|经历|简历|背景)(?=$|[,。;])|(?:先|依次|上台)?(?:发言|作报告|作介绍|开始|就座"
    "|回答提问|回应提问)(?=$|[,。;])|上台"
)
_LATE = re.compile("(?:늦게|일찍) (?:시작|도착|온 |오는|재개|속개|모이)")


def is_running(rest: str, *, hangul: bool) -> bool:
    """Return whether all clauses of what is told behind an officer are how the meeting was run."""
    if _VIEW.search(rest):
        return False
    led = _PARTICLE_KO.match(rest) if hangul else None
    if hangul and not led and not rest.startswith(_UNDER_KO):
        return False  # more is told of who it is: 의장이자 전직 대사가
    told = (_CLAUSES_KO if hangul else _CLAUSES_ZH).split(rest[led.end() :] if led else rest)
    act = _ACT_KO if hangul else _ACT_ZH
    parts = [p.strip() for p in told if p.strip() and not _SAYS_ZH.fullmatch(p.strip())]
    return bool(parts) and all(act.fullmatch(part) for part in parts)


def is_given_the_floor(text: str, start: int, end: int) -> bool:
    """Return whether somebody told by a role is only asked to speak, and nothing is told of it."""
    if text.startswith("的", end):  # only who that is, was read out
        return bool(_FLOOR_ZH.match(text, end))
    asked = text[start - 1 : start] == "请" and _FLOOR_ZH.match(text, end)
    return bool(asked or _FLOOR_KO.match(text, end))


def without_delays(text: str) -> str:
    """Return a text without that something began or somebody came late, which is no view."""
    return _LATE.sub(" ", text)
