"""Says a rank with a calling in other languages: chief hydrologist, 首席水文专家, 수석 수문학자.

Each of the two has its own words, so that a title on a roster is known though no table holds it
as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from itertools import product

# In Chinese, Japanese and Korean.
_RANKS = {
    "chief": ("首席|总|主任", "首席|主任|主席|チーフ", "수석|주임|책임"),
    "lead": ("首席|主任|牵头", "主任|リード|筆頭", "수석|책임|선임"),
    "principal": ("首席|主任", "首席|主任", "책임|수석"),
    "senior": ("高级|资深", "上級|シニア|上席|主任", "선임|수석|상급"),
    "deputy": ("副", "副", "부"),
    "assistant": ("助理", "補佐", "보조"),
    "visiting": ("客座|访问", "客員", "객원|초빙"),
    "head": ("首席|总", "主任|首席", "수석|책임"),
}
_CALLINGS = {
    "hydrologist": (
        "水文专家|水文学家|水文师|水文工程师|水文学者",
        "水文学者|水文技師|水文専門家|水文官",
        "수문학자|수문 전문가|수문관|수문 기사",
    ),
    "meteorologist": ("气象学家|气象师|气象专家", "気象学者|気象官|気象技師", "기상학자|기상관"),
    "forecaster": ("预报员|预报师", "予報官|予報士", "예보관"),
    "engineer": ("工程师", "技師|技術者|エンジニア", "엔지니어|기술자|기사"),
    "scientist": ("科学家", "科学者|サイエンティスト", "과학자"),
    "economist": ("经济学家|经济师", "エコノミスト|経済学者", "이코노미스트|경제학자"),
    "analyst": (
        "分析师|分析员|分析官",
        "アナリスト|分析官|分析員",
        "애널리스트|분석관|분석가|분석관",
    ),
    "researcher": ("研究员", "研究員|研究官", "연구원|연구위원|연구관"),
    "fellow": ("研究员", "研究員|フェロー", "연구위원|펠로"),
    "inspector": (
        "检查员|检查官|督察|检验官|监察员",
        "検査官|監察官|査察官|監督官",
        "검사관|감독관|감찰관|조사관",
    ),
    "editor": ("编辑|主编", "編集者|編集委員|編集長", "편집자|편집위원|편집장"),
    "correspondent": ("记者|特派员", "記者|特派員", "기자|특파원"),
    "reporter": ("记者", "記者", "기자"),
    "negotiator": (
        "谈判代表|谈判官|谈判专家",
        "交渉官|交渉担当|交渉担当者",
        "협상가|협상대표|교섭관|협상관",
    ),
    "adviser": ("顾问", "顧問|アドバイザー", "고문|자문관|자문역"),
    "lawyer": ("律师", "弁護士", "변호사"),
    "legal officer": ("法务官|法律官", "法務官", "법무관"),
    "statistician": ("统计师|统计学家", "統計官|統計学者", "통계관|통계학자"),
    "geologist": ("地质学家|地质师", "地質学者|地質技師", "지질학자"),
    "biologist": ("生物学家", "生物学者", "생물학자"),
    "chemist": ("化学家|化学师", "化学者", "화학자"),
    "physicist": ("物理学家", "物理学者", "물리학자"),
    "oceanographer": ("海洋学家", "海洋学者", "해양학자"),
    "ecologist": ("生态学家", "生態学者", "생태학자"),
    "epidemiologist": ("流行病学家", "疫学者", "역학자"),
    "seismologist": ("地震学家", "地震学者", "지진학자"),
    "physician": ("医师|医生", "医師|医官", "의사|의무관"),
    "nurse": ("护士", "看護師", "간호사"),
    "pharmacist": ("药师|药剂师", "薬剤師", "약사"),
    "auditor": ("审计师|审计员", "監査官|監査人", "감사관|감사인"),
    "architect": ("建筑师|架构师", "建築家|アーキテクト", "건축가|설계자"),
    "planner": ("规划师", "企画官|プランナー", "기획관|플래너"),
    "strategist": ("战略师|策略师|战略专家", "ストラテジスト|戦略官", "전략가|전략관"),
    "technician": ("技师|技术员", "技官|技術員", "기술관|기술원"),
    "surveyor": ("测量师|验船师", "測量官|検査員", "측량사|검사원"),
    "actuary": ("精算师", "アクチュアリー", "계리사"),
    "underwriter": ("核保师|承保人", "引受人|アンダーライター", "언더라이터|인수심사역"),
    "pilot": ("引航员|飞行员", "水先人|操縦士", "도선사|조종사"),
    "veterinarian": ("兽医", "獣医|獣医官|獣医師", "수의사|수의관"),
    "curator": ("策展人|馆员", "学芸員|キュレーター", "학예사|큐레이터"),
    "librarian": ("图书馆员", "司書", "사서"),
    "prosecutor": ("检察官", "検察官|検事", "검사"),
    "manager": ("经理|主管", "マネージャー|課長", "매니저|관리자"),
    "coordinator": ("协调员|统筹", "コーディネーター|調整官", "조정관|코디네이터"),
}

_KOREAN = 2  # the last of the three


class TranslatedTitles:
    """Titles of a rank and a calling; ``fold`` is how texts are folded."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        self._fold = fold
        ranks, callings = "|".join(_RANKS), "|".join(sorted(_CALLINGS, key=len, reverse=True))
        self._english = re.compile(rf"(?:the )?({ranks}) ({callings})")

    def of(self, title: str) -> Iterator[str]:
        """Yield what says the same as a folded title in other languages."""
        if title.isascii():
            if found := self._english.fullmatch(title):
                yield from self._east_of(found[1], found[2])
            return
        for at in range(1, len(title)):
            ranks, callings = self._ranks.get(title[:at]), self._callings.get(title[at:].strip())
            for rank, calling in product(ranks, callings) if ranks and callings else ():
                yield f"{rank} {calling}"
                yield from self._east_of(rank, calling)

    def _east_of(self, rank: str, calling: str) -> Iterator[str]:
        for number, (ranks, callings) in enumerate(
            zip(_RANKS[rank], _CALLINGS[calling], strict=True)
        ):
            for one, other in product(ranks.split("|"), callings.split("|")):
                yield self._fold(one + other)
                if number == _KOREAN:
                    yield self._fold(f"{one} {other}")

    @cached_property
    def _ranks(self) -> dict[str, tuple[str, ...]]:
        """The English ranks by their words elsewhere."""
        return self._by_word(_RANKS)

    @cached_property
    def _callings(self) -> dict[str, tuple[str, ...]]:
        """The English callings by their words elsewhere."""
        return self._by_word(_CALLINGS)

    def _by_word(self, table: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for english, languages in table.items():
            for word in "|".join(languages).split("|"):
                found[self._fold(word)] = (*found.get(self._fold(word), ()), english)
        return found
