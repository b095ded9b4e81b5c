"""Patterns for people of an institution, whose side of the table stands for it."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.reading.word_lists import word_lists

_LISTS = word_lists("institutions", "people")

SOMEBODY = re.compile(f"(?:-based|-affiliated|'s?)? (?:[a-z-]+ )?(?:{_LISTS['somebody']})(?![a-z])")
ANOTHER_BESIDE = re.compile("(?: and [a-z]+)?(?: both| all| each)? ")
FRIEND_FROM = re.compile(f"(?:^|[ (])(?:{_LISTS['friend_from']})s? from $")
LINE_OF = re.compile(
    f" (?:{_LISTS['line_of']})(?= (?:{_LISTS['line_went']}|[a-z]+ed)(?![a-z])|[,.])"
)
PEOPLE = re.compile(  # who is of a whole name; of a short one more
    f"(?:'s)? (?:[a-z-]+ )?(?:{_LISTS['people']})(?=,? )"
)
PEOPLE_OF = re.compile(f"(?:'s)? (?:{_LISTS['people_of']})(?![a-z-])")
KIND_OF = re.compile(f" (?:{_LISTS['kind_of']})(?![a-z])")
SOMEBODY_EAST = re.compile(
    rf"的?(?:\u4e00|某|另\u4e00|那|这)[位名](?:女|男)?(?:{_LISTS['somebody_zh']})|"
    f"[》」』]?(?:の|的)(?:{_LISTS['somebody_ja']})"
    "(?=[はがも、不也还都认说表提问反赞同担希觉对没要指补介]|から)|"
    "(?:の|的)(?:研究|调查|取材)?(?:团队|课题组|研究组|调研组|ちーむ|ぐるーぷ|班)"
    r"(?=[はがも、\u4e00-\u9fff]|から)"
    "(?![^。]{0,14}(?:设营|布置|翻译|优胜|受赏|获奖|夺冠|赢得|参观|访问|公演|演奏|演出))|"
    "(?:의 | )(?:교수|연구원|연구자|관계자|직원|대표|분|사람|선생|담당자)(?=[은는이가도]|께서)"
)
