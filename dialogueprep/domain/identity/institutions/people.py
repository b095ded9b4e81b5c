"""Patterns for people of an institution, whose side of the table stands for it."""

from __future__ import annotations

import re

SOMEBODY = re.compile(
    r"(?:-based|-affiliated|'s?)? (?:[a-z-]+ )?(?:delegation|delegates?|team|"
    r"representatives?|participants?|speakers?|researchers?|scholars?|fellows?|experts?|analysts?|"
    r"side|colleagues?|academics?|professors?|officials?|diplomats?|presenters?|discussants?|"
    r"economists?|directors?|president|journalists?|reporters?|editors?|man|men|woman|women|people|"
    r"person|executives?|managers?|lecturers?|staff(?:er)?s?|commentators?|correspondents?|"
    r"guys?|lady|ladies|gentleman|gentlemen|folks?|reps?|crowd|lot|boss|voices?|camp|contingent|"
    r"chaps?|blokes?|fellas?|gang|bunch|lads?|girls?|boys?|scientists?|trio|pair|duo|profs?|execs?|"
    r"journos?|ceo|cto|vp|counsel|dean|"
    r"envoys?|ambassador|officers?|bankers?|engineers?|guests?|members?|lawyers?|chief)(?![a-z])"
)
ANOTHER_BESIDE = re.compile("(?: and [a-z]+)?(?: both| all| each)? ")
FRIEND_FROM = re.compile(
    r"(?:^|[ (])(?:friend|colleague|participant|guest|speaker|delegate|researcher|professor|man|"
    r"woman|people|those|somebody|someone)s? from $"
)
LINE_OF = re.compile(
    r" (?:view|position|line|stance|opinion|argument|objection|camp|amendment|slides?|voices?|"
    r"concerns?|question|remark|intervention|proposal|point|doubts?|figures?|idea|perspective|"
    r"suggestion|comment|reply|answer)"
    r"(?= (?:is|was|were|are|has|had|would|that|on|doubts?|got|met|came|fell|drew|remain(?:s|ed)|"
    r"left|"
    r"caused|stood|wants?|[a-z]+ed)(?![a-z])|[,.])"
)
PEOPLE = re.compile(  # who is of a whole name; of a short one more
    r"(?:'s)? (?:[a-z-]+ )?(?:people|person|man|woman|guys?|lady|ladies|gentleman|gentlemen|folks?|"
    r"reps?|representatives?|crowd|lot|boss|director|head|chief|voices?|team|side|camp|contingent|"
    r"chaps?|blokes?|fellas?|gang|bunch|lads?|profs?|professor|execs?|journos?|lawyers?|economist|"
    r"delegate|expert|researchers?|scholars?|colleagues?|friends?)(?=,? )"
)
PEOPLE_OF = re.compile(
    r"(?:'s)? (?:guys?|lady|ladies|gentleman|gentlemen|folks?|people|person|man|woman|reps?|"
    r"representatives?|crowd|lot|boss|"
    r"side|team|camp|contingent|chaps?|blokes?|gang|bunch|lads?|official|director|head|delegates?|"
    r"delegation)(?![a-z-])"
)
KIND_OF = re.compile(
    r" (?:bureau|office|agency|unit|desk|department|dept|body|authority|secretariat|division|"
    r"foundation|institute|inst|"
    r"centre|center|shop|outfit|house|lab|ministry|commission|directorate|group)(?![a-z])"
)
SOMEBODY_EAST = re.compile(
    "的?(?:一|某|另一|那|这)[位名](?:女|男)?(?:编辑|记者|学者|研究员|研究人员|教授|副教授|讲师|教师|老师|"
    "专家|代表|人士|官员|同事|负责人|与会者|工程师|经理|高管|律师|主编|评论员|干部|处长|科长|司长)|"
    "[》」』]?(?:の|的)(?:先生|教授|研究者|研究员|担当者|关系者|代表|人|方|职员|社员|记者|役员|老师|专家|"
    "学者|同事|同行|同仁|朋友|那位|负责人|与会者|参加者)"
    "(?=[はがも、不也还都认说表提问反赞同担希觉对没要指补介]|から)|"
    "(?:の|的)(?:研究|调查|取材)?(?:团队|课题组|研究组|调研组|ちーむ|ぐるーぷ|班)"
    "(?=[はがも、\u4e00-\u9fff]|から)"
    "(?![^。]{0,14}(?:设营|布置|翻译|优胜|受赏|获奖|夺冠|赢得|参观|访问|公演|演奏|演出))|"
    "(?:의 | )(?:교수|연구원|연구자|관계자|직원|대표|분|사람|선생|담당자)(?=[은는이가도]|께서)"
)
