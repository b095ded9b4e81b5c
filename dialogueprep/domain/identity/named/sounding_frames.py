"""What shows that a word which sounds like a name is somebody: ギルの提案, 할로웰은 반대했다."""

from __future__ import annotations

from dialogueprep.domain.identity.reading.word_lists import word_lists
from dialogueprep.domain.identity.reading.written import as_written

_LISTS = word_lists("named", "sounding_frames")

# What only somebody does: 計算した, 表を回した, at the end of a clause.
_DOES = f"(?:{_LISTS['does']})"
SPOKEN_OF = as_written(
    f"(?:{_LISTS['spoken_of']}|"
    f"[：:→]|{_LISTS['spoken_of_only']}|"
    "、(?=[^。、]{0,8}(?:反対|賛成|慎重|不満|同意|異論|主張|退席|前向き|懐疑|様子見)))"
)
SPOKEN_OF_AS_NAME = as_written("(?:は|とは)[^。]{0,14}(?:の名前|の名[だでで]|という意味|を意味)")
# What shows that even a short word is somebody: ギルの提案, ティボーは反対, クレシ、先に地図をと。
TOLD_OF = as_written(
    "(?:ら|たち)?(?:は|が|も)"
    f"(?=[^。]{{0,40}}(?:{_LISTS['told_of']}|ほしい[。、]|{_LISTS['told_of_more']}|"
    "たい[。、]|つもりだ|(?:[いだ]|反対|賛成)という[。、]|とみ[るた]|とす[るれ]|とした[。、]|"
    "と言|納得|譲ら|不満|同意|異論|閉じ|告げ)"
    rf"|[^。、]{{0,30}}{_DOES}[^。、]{{0,8}}[ただる](?:[。、\n]|$))"
    rf"|{_LISTS['told_things']}|、(?=[^。]{{1,40}}(?:と|てる|てた|派)(?:$|[。\n]))|"
    "(?:[：→]|:(?![0-9]))"
)
# The same in hangul: 할로웰은 반대했다, 솜차이: 배 이름은, 티보의 의견.
TOLD_OF_KO = as_written(
    f"(?:[은는이가도만](?= [^.]{{0,40}}(?:{_LISTS['told_of_ko']}))|"
    f"{_LISTS['told_things_ko']})|,? ?(?::(?![0-9])|→)"
)
GIVEN_THANKS = as_written(
    "(?:に|への)(?:(?:は|も)?(?:心より|深く|厚く))?(?:感谢|感謝|お?礼|谢意|謝意)"
)
DOES_HAN = as_written(  # as notes tell: 阿依努尔在下次会议前分发
    f"(?:{_LISTS['does_han']}|在[^,。]{{1,12}}前|不同意|没意见|"
    "没有(?:点名|表态|意见|回答|同意|说)|要求|不肯|再次|也|又|仍|还|"
    "提[一二两三四五六七八九十0-9]| ?[:→]| ?[(][^)]{1,12}[)] ?:|"
    "的(?:意见|看法|提议|话|问题|担心|"
    "说法|发言|原话|本意|立场|顾虑|态度))"
)
DOES_SURELY = as_written(f"(?:{_LISTS['does_surely']})")
