"""Says an attribution in four languages: "a participant from Japan", 日本のある参加者.

The words are the ones that the gate reads back as the same predicates.
"""

from __future__ import annotations

from collections.abc import Mapping

from dialogueprep.domain.notes import Attribution, Count
from dialogueprep.domain.people import BroadSector, Sector
from dialogueprep.domain.texts import Language, Texts

_EN: Mapping[str, tuple[str, str]] = {
    "": ("participant", "participants"),
    Sector.ACADEMIA: ("academic", "academics"),
    Sector.THINK_TANK: ("think-tank researcher", "think-tank researchers"),
    Sector.GOVERNMENT: ("government official", "government officials"),
    Sector.DIPLOMACY: ("diplomat", "diplomats"),
    Sector.MILITARY: ("military participant", "military participants"),
    Sector.LEGISLATURE: ("legislator", "legislators"),
    Sector.BUSINESS: ("business participant", "business participants"),
    Sector.MEDIA: ("media participant", "media participants"),
    Sector.CIVIL_SOCIETY: ("civil-society participant", "civil-society participants"),
    BroadSector.EXPERT: ("expert", "experts"),
    BroadSector.OFFICIAL: ("current or former official", "current or former officials"),
    BroadSector.NON_OFFICIAL: ("non-official participant", "non-official participants"),
}
_EAST: Mapping[Language, Mapping[str, str]] = {
    "zh": {
        "": "与会者",
        Sector.ACADEMIA: "学者",
        Sector.THINK_TANK: "智库学者",
        Sector.GOVERNMENT: "政府官员",
        Sector.DIPLOMACY: "外交官",
        Sector.MILITARY: "军方与会者",
        Sector.LEGISLATURE: "议员",
        Sector.BUSINESS: "工商界与会者",
        Sector.MEDIA: "媒体与会者",
        Sector.CIVIL_SOCIETY: "民间组织与会者",
        BroadSector.EXPERT: "专家",
        BroadSector.OFFICIAL: "现任或前任官员",
        BroadSector.NON_OFFICIAL: "非官方与会者",
    },
    "ja": {
        "": "参加者",
        Sector.ACADEMIA: "学者",
        Sector.THINK_TANK: "シンクタンク研究者",
        Sector.GOVERNMENT: "政府関係者",
        Sector.DIPLOMACY: "外交官",
        Sector.MILITARY: "防衛関係者",
        Sector.LEGISLATURE: "議員",
        Sector.BUSINESS: "経済界の参加者",
        Sector.MEDIA: "報道関係者",
        Sector.CIVIL_SOCIETY: "市民社会の参加者",
        BroadSector.EXPERT: "専門家",
        BroadSector.OFFICIAL: "現職または元の当局者",
        BroadSector.NON_OFFICIAL: "民間の参加者",
    },
    "ko": {
        "": "참가자",
        Sector.ACADEMIA: "학자",
        Sector.THINK_TANK: "싱크탱크 연구자",
        Sector.GOVERNMENT: "정부 관계자",
        Sector.DIPLOMACY: "외교관",
        Sector.MILITARY: "군 출신 참가자",
        Sector.LEGISLATURE: "국회의원",
        Sector.BUSINESS: "경제계 참가자",
        Sector.MEDIA: "언론인",
        Sector.CIVIL_SOCIETY: "시민사회 참가자",
        BroadSector.EXPERT: "전문가",
        BroadSector.OFFICIAL: "전현직 당국자",
        BroadSector.NON_OFFICIAL: "비정부 참가자",
    },
}
_DETERMINERS: Mapping[Language, Mapping[Count, str]] = {
    "zh": {Count.ONE: "一位", Count.SEVERAL: "几位", Count.MANY: "许多"},
    "ja": {Count.ONE: "ある", Count.SEVERAL: "複数の", Count.MANY: "多くの"},
    "ko": {Count.ONE: "한 ", Count.SEVERAL: "여러 ", Count.MANY: "많은 "},
}
_PLACED: Mapping[Language, str] = {
    "zh": "来自{place}的{who}",
    "ja": "{place}の{who}",
    "ko": "{place}의 {who}",
}
INSTITUTION: Mapping[Language, str] = {
    "en": "a participating institution",
    "zh": "一家与会机构",
    "ja": "ある参加機関",
    "ko": "한 참가 기관",
}
"""What stands in the place of an institution."""
# Regions and the usual sides of the table, for delegations without a label of their own.
_PLACES: Mapping[str, Mapping[Language, str]] = {
    "CN": {"en": "China", "zh": "中国", "ja": "中国", "ko": "중국"},
    "JP": {"en": "Japan", "zh": "日本", "ja": "日本", "ko": "일본"},
    "KR": {"en": "the Republic of Korea", "zh": "韩国", "ja": "韓国", "ko": "한국"},
    "ASEAN": {"en": "ASEAN", "zh": "东盟", "ja": "ASEAN", "ko": "아세안"},
    "US": {"en": "the United States", "zh": "美国", "ja": "米国", "ko": "미국"},
    "GB": {"en": "the United Kingdom", "zh": "英国", "ja": "英国", "ko": "영국"},
    "Northeast Asia": {"zh": "东北亚", "ja": "北東アジア", "ko": "동북아시아"},
    "Southeast Asia": {"zh": "东南亚", "ja": "東南アジア", "ko": "동남아시아"},
    "South Asia": {"zh": "南亚", "ja": "南アジア", "ko": "남아시아"},
    "Central Asia": {"zh": "中亚", "ja": "中央アジア", "ko": "중앙아시아"},
    "Europe": {"zh": "欧洲", "ja": "欧州", "ko": "유럽"},
    "North America": {"zh": "北美", "ja": "北米", "ko": "북미"},
    "Latin America": {"zh": "拉美", "ja": "中南米", "ko": "중남미"},
    "Oceania": {"zh": "大洋洲", "ja": "大洋州", "ko": "오세아니아"},
    "Middle East": {"en": "the Middle East", "zh": "中东", "ja": "中東", "ko": "중동"},
    "Africa": {"zh": "非洲", "ja": "アフリカ", "ko": "아프리카"},
}


def phrase(
    attribution: Attribution,
    language: Language,
    delegation_labels: Mapping[str, Texts] | None = None,
) -> str:
    """Return an attribution in words, e.g. "several participants from Japan".

    ``delegation_labels`` maps delegation codes to their labels in this dialogue.
    """
    place = _place(attribution, language, delegation_labels or {})
    who = _who(attribution, language)
    if not place:
        return who
    return (
        f"{who} from {place}"
        if language == "en"
        else _PLACED[language].format(place=place, who=who)
    )


def _who(attribution: Attribution, language: Language) -> str:
    field = attribution.sector or attribution.broad or ""
    if language != "en":
        return _DETERMINERS[language][attribution.count] + _EAST[language][field]
    one, more = _EN[field]
    if attribution.count is Count.ONE:
        return ("an " if one[0] in "aeiou" else "a ") + one
    return f"{attribution.count} {more}"


def _place(attribution: Attribution, language: Language, labels: Mapping[str, Texts]) -> str:
    code = attribution.delegation
    if code and code in labels:
        return _with_article(labels[code].best(language), language)
    name = code or attribution.region or ""
    return _PLACES.get(name, {}).get(language, name)


def _with_article(label: str, language: Language) -> str:
    plural = label.startswith(("Republic", "United", "Philippines", "Netherlands"))
    return f"the {label}" if language == "en" and plural else label
