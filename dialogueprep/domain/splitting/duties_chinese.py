"""Where one Chinese sentence gives two of them a duty each: 大学应承认学分，差额则由基金补足."""

from __future__ import annotations

import re

from dialogueprep.domain.splitting.cues import Wording

_WHO = (
    "(?:[馆館台臺校院会會社局厅廳部处處方市县縣港国國]|企业|企業|公司|部门|部門|机构|機構|专家|專家|学者|學者|"
    "政府|媒体|媒體|大学|大學|居民|渔民|漁民|青年|学生|學生|家长|家長|教师|教師|团体|團體|组织|組織|层面|層面|"
    "学界|學界|业界|業界|我们|我們)(?:们|們|方面)?"
)
_DUTY = (
    "(?:也|还|還|则|則|更|均|都)?(?:应|應|要|须|須|可|宜|负责|負責|必须|必須|将|將)"
    "(?![急对對用邀求点點是能])"
)
_TOO = (
    "(?:也|还|還|并|並|又|更|同时|同時)(?:希望|建议|建議|呼吁|呼籲|期待|主张|主張|提议|提議|敦促)"
)
THEN = (
    f"另一方面|{_TOO}|"
    "[^，。；]{2,14}(?<![否原规規准準法细細守总總通])[则則](?![不无無是会會将將已有])"
)
"""A clause that goes on to what another does: 学费则由基金补足."""
ANOTHER = rf"(?:而|同时|同時)?[^，。；、]{{0,8}}?{_WHO}{_DUTY}"
"""A clause that begins with somebody and what they should do."""

_ITS_DUTY = re.compile(rf"(?:^|[，,；：])[^，。；]{{0,14}}?{_WHO}{_DUTY}")
_THEN = re.compile(THEN)
_ON_CONDITION = re.compile(r"若|如果|只要|一旦|除非|倘|假如")


def shares_its_duty(left: str, right: str, wording: Wording) -> bool:
    """Return whether the clause behind a comma gives another a duty than the proposal before it."""
    if _ON_CONDITION.search(left) or wording.pattern("states").search(right):
        return False
    return bool(_THEN.match(right) or _ITS_DUTY.search(left))
