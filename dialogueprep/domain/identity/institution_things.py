"""Tells letters of an institution that mean a thing here, and an office there as such."""

from __future__ import annotations

import re

from dialogueprep.domain.identity.exposure import Level

# What is counted or had as a thing is no institution: MRI is one machine in four counties.
_THING = re.compile(
    r"-(?:style|like|type)(?![a-z])|"
    r" (?:scans?|scanners?|machines?|rights?|law|infringements?|disputes?|examinations?|images?)"
    r"(?![a-z])|[はがも]?[^、。]{0,10}?[一二三四五六七八九十百千数几两0-9]+(?:台|基|本|枚|件|套|部)"
    r"|[^,。;]{0,8}?[一二三四五六七八九十百千数几两0-9]+(?:台|套|部)|"
    r"[은는이가]? ?(?:[가-힣]+ ){0,3}?(?:[0-9]+|한|두|세|네|몇) ?(?:대|기|건)"
    r"(?=$|[^가-힣]|[뿐밖를가씩])|"
    r"(?:设备|仪|检查|扫描|検査|装置|侵害|の侵害|검사|장비|촬영|침해)"
)
_SOMEBODY_WHO = re.compile(",? who(?:se|m)? ")
# The office as such, whoever holds it: 댐운영국 국장의 임기는.
_OFFICE = re.compile(
    r"'s? (?:[a-z]+ )?(?:director|president|head|chief|chair|governor|rector|dean)(?:'s)? (?:term|"
    r"tenure|"
    r"salary|appointment|mandate|is (?:elected|appointed|chosen))(?![a-z])|"
    "[的の]?(?:局长|院长|所长|会长|主任|校长|理事长|总裁|部长|室长|厅长)[的の由はが]?"
    "(?:任期|任命|选举|选任|报酬|人选|公选)|"
    " ?(?:국장|원장|소장|총장|회장|이사장|실장|과장)[의은는] (?:임기|임명|선임|보수|직위|권한|자리)"
)


def of_acronym(text: str, end: int, level: Level | None) -> Level | None:
    """Return the level of an acronym: one of a thing is free, one that "who" follows is not."""
    if _THING.match(text, end):
        return None
    return Level.BLOCK if _SOMEBODY_WHO.match(text, end) else level


def is_office_as_such(after: str) -> bool:
    """Return whether an office of an institution is meant, whoever holds it."""
    return bool(_OFFICE.match(after))
