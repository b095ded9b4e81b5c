"""Tells in Korean and Chinese that people described are of no meeting, but at large.

Who wrote or built something elsewhere (호주 학자 두 명이 2021년에 펴낸 책은),
what people of a kind are wont to do (大使们每年), whose tickets are paid, and words
that are a title and a thing as well: 공사 is a minister and a construction site.
"""

from __future__ import annotations

import re

from dialogueprep.domain.identity.described.phrases import Phrase
from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.reading.fold import Folded, is_hangul
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("described", "at_large_east")

_AT_TABLE = re.compile(
    "참석|참가|발표|발제|토론|위원|대표|측|분$|与会|代表|方$|者$(?<!学者)(?<!记者)"
)
_MADE_KO = f"(?:{_LISTS['made_ko']})"
_WORK_KO = re.compile(
    "(?:들)?(?: ?(?:두|세|네|다섯|여러|[2-9]) ?(?:명|사람|분))?[이가]? "
    "(?:[^.,]{0,12}(?:1[0-9]{3}|20[0-9]{2}) ?년대?(?:에|의|경|쯤)? (?:[^.,]{1,12} )?|"
    f"(?:공동으로|함께|같이) ){_MADE_KO} [가-힣]+(?: [가-힣]+)?(?:[은는이가에의]|에서|에는) "
)
_FOUNDED_KO = re.compile(
    "(?:들)?(?: ?(?:한|두|세|네|여러|[2-9]) ?(?:명|사람|분))?[이가] (?:처음 )?(?:"
    "(?:만든|세운|꾸린|조직한) (?:단체|모임|협회|기구|조합|학교|병원|회사)[가은는이의]|"
    "(?:내놓은|고안한|만든|제시한) (?:개념|모형|용어|이론|가설|공식|지표)(?:으로|은|이다|이"
    "|는|에|로|가))"
)
_HABIT_KO = re.compile(
    "(?:들)?[은는이가도] (?:[^.]*?(?<![가-힣]))?(?:해마다|매년|매해|흔히|대개|보통|으레|"
    "통상|주로|종종|때때로|"
    "늘상|나라마다|어디서나|[^.]*고들 한다)"
)
_WONT_KO = re.compile(
    "(?:들)?[은는이가도] [^.]{2,50}(?:일|것|경우)[은는이가도] (?:[^.]{2,16} )?"
    "(?:흔하다|흔한 일이다|드물지 않다|드물다|적지 않다|보통이다|예사다|관례다|관행이다)"
)
_BEGAN_KO = re.compile(
    "(?:들)?[이가] [^.]{2,50}(?:시작한|처음으로? [^.]{1,16}한) 것[은이] [^.]{2,24}"
    "(?:일|때|해|부터)(?:이다|다|였다|이었다)"
)
_VIEW_KO = re.compile(_LISTS["view_ko"])
_YEAR_ZH = (
    "(?:(?:1[0-9]|20)[0-9]{2}年|[一二][〇零0-9一二三四五六七八九]{3}年|"
    "(?:[0-9一二三四五六七八九十]+)世纪"
    "(?:[0-9一二三四五六七八九十]+年代|初|末|中叶?)?|"
    "(?:[0-9一二三四五六七八九十]+)年代)(?:代|初|末)?"
)
_PAPER_ZH = f"(?:{_LISTS['paper_zh']})"
_WORK_ZH = re.compile(
    f"们?(?:[\u4e00-\u9fff·]{{2,6}}(?=[在于]))?早?[在于]?{_YEAR_ZH}(?:就|便|已|曾)?(?:"
    f"(?:发表|出版|撰写|完成)?的(?:[一两][项篇份部本])?[^,。的]{{0,6}}{_PAPER_ZH}|"
    "(?:首次|首先|率先|最早)?(?:发表|出版|撰写|撰文|发明|创立|发现|设计|绘制|创办|"
    "提出)(?:了|的|过)?)|"
    f"们?(?:[^,。;]{{0,2}}与[^,。;]{{2,8}})?(?:近年来?)?(?:共同|联合|合作)?(?:撰写|编写|"
    f"合编|合著|主编|编著|合写|所著|"
    f"发表|出版|写)的[^,。的]{{0,6}}{_PAPER_ZH}|"
    "们?(?!来自|提出|介绍|认为|关于|所|在|对)[\u4e00-\u9fff·]{2,4}的(?:专著|名著|学说|遗著)|"
    f"[与和][^,。;]{{2,8}}(?:合编|合著|合写|合译)的"
)
_WRITTEN_ZH = re.compile("(?:作者|编者|译者|著者|编剧|导演)(?:是|为|有|即)?$")
_HABIT_ZH = re.compile("们?(?:每(?:年|月|季|周|逢|两年|三年)|通常|一般|往往|历来|惯常|照例)")
_VIEW_ZH = re.compile(
    "说|认为|表示|反对|支持|主张|希望|要求|质疑|担心|指出|提出|建议|了|这次|本次|今天"
)
_CARED_ZH = re.compile(
    "官邸|公馆|寓所|(?:协会|联合会|工会|学会|俱乐部|公会)(?!的?(?:代表|人|主席|与会))|"
    f"们?的(?:{_LISTS['cared_zh']})"
)
_SITE_KO = re.compile(
    "(?:보다|[를로]|에) |의 (?:기간|구간|비용|일정|진척|범위|시기|규모|허가|소음|지연)|"
    f"[가는도] [^.]{{0,14}}(?:{_LISTS['site_ko']})"
)
_LINES_KO = re.compile("[는를가도] [^.]{0,14}(?:연극|영화|드라마|장면|배우|외[우워]|극[의에])")
_TOLD_BY_KO = re.compile("말했|밝혔|지적했|주장했|물었|제안했|덧붙|설명했|답했|강조했|반대했|우려")


def is_at_large(phrase: Phrase, folded: Folded) -> bool:
    """Return whether people described in Korean or Chinese are of no meeting."""
    text, end = folded.text, phrase.end
    if phrase.present and _AT_TABLE.search(text, phrase.start, end):
        return False
    first, last = sentence(folded, phrase.head)
    before, after = text[max(first, phrase.start - 8) : phrase.start], text[end:last]
    if is_hangul(text[phrase.head]):
        return _korean(phrase, text, before, after)
    if _WORK_ZH.match(after) or _WRITTEN_ZH.search(before):
        return True
    if phrase.determiners - {"several", "all"}:
        return False
    wont = _HABIT_ZH.match(after) and not _VIEW_ZH.search(after)
    return bool(wont or _CARED_ZH.match(after))


def _korean(phrase: Phrase, text: str, before: str, after: str) -> bool:
    if any(p.match(after) for p in _AT_WORK_KO):
        return True
    told = text[phrase.start : phrase.end]
    if told in _THINGS and _THINGS[told].match(after):
        return not _TOLD_BY_KO.search(after) or after.startswith("보다")
    several = text[phrase.end - 1] == "들" or after.startswith("들")
    return several and phrase.determiners <= {"several"} and _of_a_kind_ko(after)


def _of_a_kind_ko(after: str) -> bool:
    """Return whether several people are told of as people of a kind, or of another time."""
    if any(p.match(after) for p in _AT_ALL_TIMES_KO):
        return True
    return bool(_HABIT_KO.match(after)) and not _VIEW_KO.search(after)


_AT_WORK_KO, _AT_ALL_TIMES_KO = (_WORK_KO, _FOUNDED_KO), (_WONT_KO, _BEGAN_KO)
_THINGS = {"공사": _SITE_KO, "대사": _LINES_KO, "그 대사": _LINES_KO}
"""What is a title and a thing as well, and what is told of the thing."""
