"""Shows that a name in Latin letters is not the participant: a place, a by-name, another age."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.found import sentence
from dialogueprep.domain.identity.named.deeds_of_things import is_of_a_thing
from dialogueprep.domain.identity.named.sounding_frames import TOLD_OF_KO
from dialogueprep.domain.identity.reading.fold import KANA, Folded
from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("named", "not_the_person")

# Somebody of another age: 本间先生(江户时代的米商), Honma (1724-1803).
_ANOTHER_AGE = re.compile(
    rf" ?\((?:[^)]{{0,40}}?(?:{_LISTS['ages']})|[^)0-9]{{0,12}}1[0-9]{{3}})|"
    ",? (?:an?|the) (?:[a-z0-9-]+ ){0,2}?(?:"
    "[a-z]+(?:teenth|th|first)[- ]century|[a-z]+-(?:period|era|dynasty))(?![a-z])"
)
# The memoirs or the statue of somebody with a rank are of the dead: 格兰特将军的回忆录.
_REMEMBERED = re.compile(f"(?:{_LISTS['ranks']}) ?(?:的|の|의 )?(?:{_LISTS['left_of_the_dead']})")
# A place that is called like a participant: Otani station.
_PLACE_BEHIND = re.compile(
    f" (?:railway |train |bus |metro |ferry |container |sea )?(?:{_LISTS['places']})(?![a-z'])"
)
_AT_A_PLACE = re.compile(
    rf"(?:^|[ (])(?:(?:{_LISTS['lies_or_runs']}) (?:[a-z]+ )?(?:near|outside|around|across|via|"
    r"beyond)|"
    r"north of|south of|east of|west of|"
    r"(?:city|port|town|village|bay|island|river|lake|district|prefecture|province) of|"
    r"(?:school|shrine|temple|hotel|harbou?r|museum|factory|shipyard|port|station|conference|"
    r"meeting|held|born|lives|living|built|opened|located|based) (?:in|at)) $"
)
# The Corazon de Jesus church, the Carew medal.
_THE = re.compile(r"(?:^|[ (])the $")
_NAMED_AFTER = re.compile(
    f"(?: (?:de|da|del|of|das|der) [a-z]+)?(?: [a-z]+)? (?:{_LISTS['named_after_people']})(?![a-z])"
)
_ON_THE_WAY = re.compile(
    f"(?:^|[ (])(?:{_LISTS['ways_there']})(?: [a-z]+)? (?:from|to|between|from [a-z]+ to)"
    "(?: [a-z]+ and| the)? $"
)
# The rail link between two towns, and towns that are twinned.
_LINK = re.compile(
    f"(?:^|[ (])(?:(?:{_LISTS['links']}) (?:[a-z]+ )?|distance |border |twinning )"
    "between (?:[a-z]+ and )?$"
)
_TWINNED = re.compile(
    r"(?: and [a-z]+)? (?:are|were|is|was|have been|has been) (?:[a-z]+ )?(?:twinned|"
    r"(?:sister|twin) (?:cit(?:y|ies)|towns?|ports?)|towns|cities|ports|villages|"
    r"an hour apart)(?![a-z])"
)
_FIRM = re.compile(f" (?:& |and )({_LISTS['firms']})(?![a-z])")
# Any who come from somewhere: Students from Gaya, Ships from Shimizu.
_MANY_FROM = re.compile(
    f"(?:^|[.!?] )(?:{_LISTS['come_from_a_place']}) "
    "(?:(?:who|that) (?:come|came|travel|travelled|sail|sailed|arrive|arrived) )?from $"
)
_IS_A_NAME = re.compile(
    " (?:is|was|means|are) (?:also |only |simply |still )?(?:(?:the|an?|one of the) )?"
    "(?:[a-z]+ ){0,3}(?:sur|family |given |first |last )?names?"
    "(?![a-z]| (?:on|to|put|raised)(?![a-z]))|"
    " means (?!(?:an?|the|what|that|it|this|his|her|no|to|well|business) )[a-z]+"
    "(?= in |,|[.]| and | or |$)|"
    " (?:is|was) (?:also |only |simply |once )?(?:an?|the)"
    f" (?:[a-z]+ ){{0,2}}(?:{_LISTS['things_with_names']}|character in [a-z]+)"
    f"(?![a-z]| (?:{_LISTS['makers_of_words']}|who)(?![a-z]))|"
    "(?: and [a-z]+)? (?:is|was) (?:also |once )?the (?:old |former )?(?:title|name|nickname|"
    "brand|call sign) of |(?: (?:das|de|da|del|der|di|la|le|el) [a-z]+) (?:is|was) an? |"
    " (?:is|was) (?:on at the (?:opera|theatre|cinema|museum|gallery|festival)|sung|performed|"
    "staged|screened) | [a-z]+ (?:is|are|was|were) (?:sold|made|built|produced|served|grown|"
    "exported)"
    f"(?![a-z])|(?: and [a-z]+)? are (?:[a-z]+ )?(?:{_LISTS['many_with_names']})(?![a-z])"
)
_BY_NAME = re.compile(f" the ({_LISTS['by_names']})(?![a-z])")
# Mirai, a botnet of 2016; Surya, the sun god: what the name is of is told.
_IS_SUCH = re.compile(
    ", (?:an?|the) (?:(?!(?:as|of|for|to|in|on|at|the) )[a-z0-9-]+ ){0,3}?"
    f"(?:{_LISTS['things_called_so']})"
    "(?=,| (?:of|in|on|by|at|from|near|for|that|which|made|built|called))"
)
_TITLED_WORDS = frozenset(_LISTS.words("words_like_titled"))
# People whom such a word describes; any other does and says nothing: 이과장은 반대했다 is of 이.
_TITLED_PEOPLE = frozenset(_LISTS.words("people_like_titled"))
_NEVER_ONCE_HELD = frozenset(_LISTS.words("never_once_held"))
_HELD_NOW = frozenset(_LISTS.words("held_now"))  # may be a slip of who has another
_SOME_ONE = re.compile("(?:ある|一人の|别の)$")
_MONTH = re.compile(f"(?<![a-z])(?:{_LISTS['months']})$")
_DAY = re.compile(
    r"\.? (?:the )?[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9a-z:%]| (?:minutes|hours|days|weeks|times))"
)
# Jun 2027, by 14 Jun, 14 Jun to 16 Jun; a speaker's number is no day: item 14 Jun in favour.
_DAY_BEFORE = re.compile(
    r"(?:^|[ (-])(?:on|of|by|to|until|till|from|for|before|after|since|and|dated) (?:the )?"
    r"[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? $"
)
_YEAR = re.compile(r"\.? (?:19|20)[0-9]{2}(?![0-9])")
_ENDS_A_DATE = re.compile(r"[.,;)]|$")
_TO_ANOTHER_DAY = re.compile(r" (?:to|until|till) [0-9]{1,2} [a-z]{3}(?![a-z])")
# Art made by machines, Rose grown by farmers: what was made is no maker.
_DONE_BY = re.compile(f" (?:{_LISTS['made_by']}) by (?![a-z]+ing(?![a-z])|far |then )")
# Wee hours are the busiest; whose questions or proposals were is another matter.
_SUCH_THINGS = re.compile(
    f" (?!{_LISTS['points_made']})"
    "[a-z]{2,}(?<!s)s(?: (?:in|of|from|on) [a-z]+)? (?:are|were|have been)(?![a-z])"
)
# Joy was not the word; hope is not a strategy: what is said of words that are names.
_NO_SUCH = re.compile(
    " (?:is|was|would be) (?:(?:not|hardly|scarcely|never|perhaps|also|no|itself) )*"
    "(?:(?:the|a|an) )?(?:right |best |only |wrong )?"
    f"(?:{_LISTS['moods']})(?![a-z])"
    f"(?! (?:{_LISTS['makers_of_words']})(?![a-z]))"
)
_HEADS = re.compile(r"(?:^|[.!?] )$")
# Rocky ground delayed it; Waters rose to the second step.
_GROUND = re.compile(f" (?:{_LISTS['ground']}) (?:[a-z]+ed|was|were|is|are)(?![a-z])")
_WATERS = re.compile(
    f" (?:{_LISTS['waters_do']})"
    "(?: (?:to|by|above|below|over|from|into|again|up|in|at|on)"
    "(?! (?:speak|reply|object|ask|say|"
    "answer|the floor))|[.;,]| (?:sharply|quickly|slowly|overnight))"
)


def is_of_another_age(folded: Folded, end: int) -> bool:
    """Return whether what stands behind a name tells of a century or a dynasty."""
    return bool(_ANOTHER_AGE.match(folded.text, end))


def is_remembered(folded: Folded, end: int) -> bool:
    """Return whether a name, or its title, is followed by what is left of the dead: memoirs."""
    return bool(_REMEMBERED.search(folded.text, max(0, end - 3), end + 12))


def title_behind(
    folded: Folded, start: int, title: re.Match[str] | None, own: re.Match[str] | None
) -> re.Match[str] | None:
    """Return the title behind a name in an eastern script that begins at ``start``, if it is one.

    元大臣 is whoever was a minister once, and 현대사 a history unless it tells what somebody did;
    ``own`` is the bearer's title.
    """
    if title is None or not title.group():
        return own
    name = folded.text[start : start + 1]
    if name == "元" and _is_once_held(folded, start, title.group().strip()):
        return own
    word = name + title.group()
    if word not in _TITLED_WORDS:
        return title
    at = start + len(word)
    if word in _TITLED_PEOPLE or at >= len(folded.starts):
        return own
    return title if TOLD_OF_KO.match(folded.original, folded.starts[at]) else own


def _is_once_held(folded: Folded, start: int, title: str) -> bool:
    if title in _NEVER_ONCE_HELD:
        return False
    if title in _HELD_NOW and not _SOME_ONE.search(folded.text, max(0, start - 3), start):
        return False
    return bool(KANA.search(folded.text, *sentence(folded, start)))


def is_no_person(folded: Folded, end: int, before: str, after: str, *, word: bool) -> bool:
    """Return whether a place is called so, or the name is spoken of, or a by-name follows.

    ``word`` says that the name is an ordinary word too: what such words do need be nobody's doing.
    """
    if _is_a_month(folded, end, before, after) or (
        word and _is_the_word(folded, end, before, after)
    ):
        return True
    things = _HEADS.search(before) and _SUCH_THINGS.match(after)
    if things or any(sign.match(after) for sign in (_IS_SUCH, _TWINNED, _IS_A_NAME, _PLACE_BEHIND)):
        return True
    if _LINK.search(before) or _has_behind(folded, end, _BY_NAME, _FIRM):
        return True
    if after.startswith(("'s ", "' ")):
        return False
    if _THE.search(before) and _NAMED_AFTER.match(after):
        return True
    places = _AT_A_PLACE, _ON_THE_WAY, _MANY_FROM
    return any(place.search(before) for place in places)


def _is_the_word(folded: Folded, end: int, before: str, after: str) -> bool:
    """Return whether a name that is a word is that word by what follows, or a month by its day."""
    if _DONE_BY.match(after):
        return True
    if _DAY.match(after) and _MONTH.search(folded.text, max(0, end - 4), end):
        return True
    if not _HEADS.search(before):
        return False
    if _NO_SUCH.match(after) or is_of_a_thing(after):
        return True
    several = folded.text[end - 1] == "s" and _WATERS.match(after)
    return bool(several or _GROUND.match(after))


def _is_a_month(folded: Folded, end: int, before: str, after: str) -> bool:
    """Return whether a name is a month by the day before it and a year or an end behind it."""
    if not _MONTH.search(folded.text, max(0, end - 4), end):
        return False
    if _YEAR.match(after) or _TO_ANOTHER_DAY.match(after):
        return True
    return bool(_ENDS_A_DATE.match(after) and _DAY_BEFORE.search(before))


def _has_behind(folded: Folded, end: int, *signs: re.Pattern[str]) -> bool:
    """Return whether words with a capital follow: Cyrus the Great, Ning & Co."""
    behind = (sign.match(folded.text, end) for sign in signs)
    return any(it and folded.original[folded.starts[it.start(1)]].isupper() for it in behind)


# Names of East Asia that are words where these stand around them, each by its name.
_WORDS = {
    "大西": re.compile("洋"),
    "甲斐": re.compile(
        "な[きくい]|が?(?:ある|あった|あり)|があって|もな|あって|の(?:ある|ない)|性"
    ),
    "久远": re.compile("の(?:课题|昔|理想|梦|历史|平和|时|彼方|生命)|に"),
    "水上": re.compile(_LISTS["on_water"]),
    "远山": re.compile("近[水岛岛景树]|如黛|含|の?(?:景色|樱|棱线)"),
    "和气": re.compile("[蔼霭]|に满ち|に溢|あふれ|满堂|が漂|生财|致祥|团团"),
    "神": re.compile("[はが]细部|のみぞ|に(?:祈|誓|召)|を信|[々话社官]"),
    "清水": re.compile(_LISTS["clear_water"]),
    # What one is told to do: 운동을 하라는 조언; 하라는 반대했다 is somebody's doing.
    "하라": re.compile(
        "는 (?:대로|법은|조언만|말만|"
        f"(?<=[을를] 하라는 )(?:{_LISTS['words_of_orders']})(?:만|[은이가도에의으]|[ ,.]))"
    ),
    "姜": re.compile(
        "[はが](?:药(?!会社)|体|[^。]{0,10}药(?:に|用|と|$))|を(?:すり|刻|入れ)|[汤茶黄片]"
    ),
}
_SEA = re.compile("内?海(?=$|[^关事军上外底洋])")  # 瀬戸内海
# No particle, nor what is said in short: 関わる, 和気あいあい; 清水いわく, 清水すこし懸念.
_GOES_ON = re.compile("[あいうえおぃきけこすせそぬねひふみむめゆりるれわん]{2}")
_AGAIN = re.compile("([ぁ-ん]{2})\\1")
_DOUBLED = re.compile("[\u4e00-\u9fff]々")  # 和気藹々
_END_OF_A_WORD = re.compile("(?:や|生|働|动|年|赖|遣|育て)[りき]?$")
_SPOKEN_OF_AS_A_WORD = re.compile(
    "(?:と)?(?:は|とは|が|って)[^。]{0,12}(?:を(?:意味[しす]|指す(?=[。、语言名]|$))|"
    "の(?:名|意)(?:で(?:ある)?|だ)?(?=[、。]|$)|のこと(?:だ|である|です)?(?=。|$)|という意味)"
    "|一[词字]|(?:という|との)(?:字|姓|名|名字|苗字|地名|言叶|单语)"
    "|[和与跟同][^,。]{1,4}(?:是两回事|不是一回事|是近义词|是反义词)|(?:是|意为|"
    "意思是)[^,。]{0,6}(?:的意思|之意|树名|花名|地名)"
)
_GROWS = re.compile(
    "(?<=[原林森野庭畑田滨松杉竹桑])が(?:(?:续く|广がる)(?=[\u4e00-\u9fff])|茂|咲|生え|枯れ)|"
    "を(?:植え|伐)|には(?:松|杉|木|花)"
)


def is_a_word(folded: Folded, start: int, end: int) -> bool:
    """Return whether a name of East Asia is the word here: やり甲斐, 姜は生姜を意味する."""
    name, text = folded.text[start:end], folded.text
    if name == "甲斐" and _END_OF_A_WORD.search(text[max(0, start - 2) : start]):
        return True
    if (word := _WORDS.get(name)) and word.match(text, end):
        return True
    goes_on = _GOES_ON if end - start == 1 else _AGAIN
    if _DOUBLED.match(text, end) or goes_on.match(text, end) or _SEA.match(text, end):
        return True
    return bool(_SPOKEN_OF_AS_A_WORD.match(text, end) or _GROWS.match(text, end))
