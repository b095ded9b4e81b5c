"""The words of a library's Word table in the four languages: its head, kinds and details.

They are data, not messages: whoever reads a table back knows all of them, whatever language the
window has.
"""

from __future__ import annotations

from dialogueprep.domain.texts import LANGUAGE_NAMES, LANGUAGES, Language

_WORDS: dict[str, tuple[str, str, str]] = {  # in Chinese, Japanese and Korean
    "Entry": ("条目", "項目", "항목"),
    "Details": ("详情", "詳細", "세부 사항"),
    "topic": ("议题", "議題", "주제"),
    "question": ("问题", "問い", "질문"),
    "recommendation": ("建议", "提言", "제언"),
    "passage": ("原文", "原文", "원문"),
    "source": ("来源", "出典", "출처"),
    "tag": ("标签", "タグ", "태그"),
    "rating": ("评定", "評定", "평가"),
    "use": ("使用", "使用", "사용"),
    "pair": ("配对", "組", "쌍"),
    "with": ("与", "相手", "상대"),
    "verdict": ("判断", "判断", "판단"),
    "of": ("属于", "所属", "소속"),
    "title states": ("标题状态", "題名の状態", "제목 상태"),
    "text states": ("文本状态", "本文の状態", "본문 상태"),
    "dimension": ("领域", "分野", "분야"),
    "formats": ("机制", "枠組み", "형식"),
    "tags": ("标签列", "タグ一覧", "태그 목록"),
    "actor": ("实施者", "実施主体", "시행 주체"),
    "addressee": ("对象", "宛先", "수신자"),
    "instrument": ("手段", "手段", "수단"),
    "horizon": ("时限", "時期", "시한"),
    "maturity": ("成熟度", "成熟度", "성숙도"),
    "support as printed": ("原文所述支持", "原文の支持表現", "원문상 지지"),
    "locator": ("位置", "箇所", "위치"),
    "start": ("起", "始", "시작"),
    "end": ("止", "終", "끝"),
    "title": ("标题", "題名", "제목"),
    "publisher": ("发布者", "発行者", "발행자"),
    "published": ("发布日期", "発行日", "발행일"),
    "type": ("类型", "種類", "유형"),
    "language": ("语言", "言語", "언어"),
    "axis": ("维度", "軸", "축"),
    "value": ("分值", "値", "값"),
    "reason": ("理由", "理由", "이유"),
    "rater": ("评定者", "評定者", "평가자"),
    "rated": ("评定日期", "評定日", "평가일"),
    "review by": ("复核期限", "再検討期限", "재검토 기한"),
    "delegation": ("代表团", "代表団", "대표단"),
    "dialogue": ("对话", "対話", "대화"),
    "round": ("轮次", "回", "회차"),
    "first day": ("首日", "初日", "첫날"),
    "day": ("第几天", "何日目", "며칠째"),
    "phase": ("阶段", "段階", "단계"),
    "item": ("议程项", "議事項目", "의제 항목"),
    "minutes planned": ("计划分钟", "予定の分", "예정 시간(분)"),
    "minutes taken": ("实际分钟", "実際の分", "실제 시간(분)"),
    "ended": ("结果", "結果", "결과"),
}
_ENGLISH: dict[str, dict[str, str]] = {
    language: {words[n]: english for english, words in _WORDS.items()}
    for n, language in enumerate(LANGUAGES[1:])
}


def said(word: str, language: Language) -> str:
    """Return a word of the table in a language."""
    found = _WORDS.get(word)
    return word if language == "en" or found is None else found[LANGUAGES.index(language) - 1]


def meant(word: str, language: Language, otherwise: str = "") -> str:
    """Return the English word of the table that stands for this one; ``otherwise`` if none."""
    if language == "en":
        return word
    return _ENGLISH[language].get(word, otherwise or word)


def head(language: Language) -> tuple[str, ...]:
    """Return the words of the first row: the language of the table stands before the others."""
    names = (LANGUAGE_NAMES[each] for each in ordered(language))
    return said("Entry", language), *names, said("Details", language)


def ordered(language: Language) -> tuple[Language, ...]:
    """Return the languages in the order of the table's columns."""
    return (language, *(each for each in LANGUAGES if each != language))
