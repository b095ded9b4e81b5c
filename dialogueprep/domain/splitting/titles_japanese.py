"""Japanese titles: the act of an idea in its dictionary form or as a noun, without what is said of
it. 基準を統一し and 基準を統一すべきだと述べた both give 基準を統一する.
"""

from __future__ import annotations

import re

_FEWEST = 4  # characters of a title

# What a sentence says of the act that it proposes, from its end; what is left is the act.
_SAY = (
    "述べ|語っ|話し|指摘|強調|提案|訴え|主張|呼[びん]かけ|求め|要請|提言|発言|説明|提示|言及|"
    "表明|結論づけ|考え|"
    "思[いうっわ]|一致|確認|合意|決め|決まっ|決定|約束|賛成|要望|要求|提起|お願い|勧め|盛り込|"
    "明記|同意"
)
_JUDGED = (
    "必要|重要|不可欠|大切|急務|急が|求められ|望まし|望まれ|期待|欠か|効果的|有効|有益|有用|"
    "適切|適当|よい|良い|"
    "一案|筋|考えられ|課題|鍵|カギ|肝要|先決|肝心|出発点|近道"
)
_REST = r"(?:[ぁ-ん]|中|済み){0,12}$"
_TOLD_OF = (
    re.compile(
        rf"(?:だ|である|です|だろう|など|」)*(?<!こ)と(?:も|"
        rf"の)?(?:[^、。「」と]{{0,14}}(?:再?(?:{_SAY})){_REST}"
        r"|(?:意見|声|提案|指摘|認識|見方|考え)[^、。]{0,14}$)"
    ),
    re.compile(rf"(?:よう|旨)に?[^、。]{{0,14}}(?:{_SAY}|促し){_REST}"),
    re.compile(
        r"(?<=[うくぐすつぬふむるい])(?:という)?(?:こと|の|方)(?:など)?(?:を|が|で|に|も|でも|"
        r"は)、?"
        rf"(?!でき)[^、。をがの]{{0,10}}(?:{_SAY}|{_JUDGED}){_REST}"
    ),
    re.compile(rf"(?<=[うくぐすつぬふむる])ことを[^、。をがのこ]{{1,8}}[がは](?:{_SAY}){_REST}"),
    re.compile(r"(?<=[うくぐすつぬふむるい])(?:こと|もの)(?:である|だ|です)$"),
    re.compile(r"(?<=[うくぐすつぬふむる])必要[がもは]あ[ぁ-ん]{1,6}$"),
    re.compile(
        r"(?<=[うくぐすつぬふむる])(?:の?では(?:ないか|なかろうか)|ものとする|こととする|"
        r"こととした|"
        r"(?:もの|方針|予定|計画|つもり)(?:だ|である|です))$"
    ),
    re.compile(
        r"(?<=[うくぐすつぬふむる])(?:こと|ほか|など|とともに|と同時に|だけでなく|のみならず|"
        r"一方で?)$"
    ),
    re.compile(
        r"(?:(?<=べきだ)|(?<=べき)|(?<=必要だ)|(?<=がある))とし(?:た|ている|ました|ています)$"
    ),
    re.compile(r"という(?:考え方?|意見|方針|認識|見方|趣旨)$"),
    re.compile(r"(?<=[一-鿿ー])(?:など|等|のほか|とともに|だけでなく)$"),
)
_WANTED = re.compile(
    rf"(?:の(?:必要性|重要性|意義|声|意見|提案|"
    rf"要望))?(?<!方)(?<!より)[がもはを][^、。がもはをのため]{{0,4}}"
    rf"(?:{_JUDGED}|提案|提言|要望|要請|要求|強調|提起|訴え|呼びかけ|求め){_REST}"
)
# Who says it, in front of what is proposed: 声明は、…すべきだとした.
_REPORTED = re.compile(rf"(?:{_SAY}|促し|(?:べき(?:だ|である)?|必要だ|必要がある)とし){_REST}")
_WHO_SAID = re.compile(
    r"^[^、。「」]{0,14}(?:氏|さん|声明|宣言|コミュニケ|アピール|提言書?|報告書?|フォーラム|会議|"
    r"シンポジウム|参加者|出席者|委員会?|議長|座長|代表|学会|研究会)は(?:また)?、(?=.{8})"
)
_ATTRIBUTED = re.compile(r"[」』]\s*[（(][^（）()]{2,30}[)）]$")
_OUGHT = re.compile(r"べき(?:である|だ|です|だろう|であろう|もの(?:だ|である)|で(?:ある)?)?$|べし$")
_NEEDS_TO = re.compile(
    r"(?:なければ(?:なら|いけ)(?:ない|ません)|ねばなら(?:ない|ぬ|ず)|なくてはならない|"
    r"ないといけない)(?:の(?:だ|である))?$"
)
_AFTER_STEM = re.compile(
    r"(?:たい(?:です|もの(?:だ|である))?|ましょう|(?<!てい)ます|つつ|ながら|なさい)$"
)
_AFTER_TE = re.compile(
    r"(?:(?:は|ほ|欲)し(?:い|く)(?:です)?|もらいたい|いただきたい|(?:は)(?:どう|"
    r"いかが)(?:だろう|でしょう)?か|"
    r"も(?:よい|いい|良い)(?:だろう)?|(?<=て)(?:ください|下さい))$"
)
_COPULA = re.compile(r"(?<=[一-鿿ァ-ヶー])(?:だ|である|です)$")
_VOLITION = {"しよう": "する"} | {
    f"{o}う": u for o, u in zip("おこそともろぼのご", "うくすつむるぶぬぐ", strict=True)
}

_CONDITION = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True))
_GODAN_COMPOUND = re.compile(r"(?:目指|見直|見出|見通|手直|見渡)$")
_SURU = frozenset("対関達属接適発有要資課面即反訳略託決解介期科帰生排")
_ICHIDAN_I = re.compile(
    r"(?:用い|率い|強い|[生起]き|でき|試み|顧み|鑑み|借り|足り|[帯伸延浴]び|[落満]ち|"
    r"[見得経出寝似煮着]|[感通応信重演転論報命]じ)$"
)
_GODAN = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_NEGATED = dict(zip("わかがさたなばまら", "うくぐすつぬぶむる", strict=True))
_FIRST_ROW = "えけげせぜてでねべめれ"
_VERB_WITH_OBJECT = re.compile(r"[をにへがと][^のをにへがと、]{1,12}$")
_SINO = re.compile(r"(?:[一-鿿々]{2}|[ァ-ヶーA-Za-z]{2})し$")


def act_of(text: str) -> str:
    """Return the words of an idea with its act in the dictionary form or as a noun."""
    text = re.sub(r"であり$", "である", _ATTRIBUTED.sub("", text))
    if _REPORTED.search(text):
        text = _WHO_SAID.sub("", text, count=1)
    text = text[1:] if text.startswith(("「", "『")) and "」" not in text else text
    known = ""
    while known != text:
        known = text
        text = _once(text.rstrip(" 、，。．」』”・；"))
    return _finished(text)


def _once(text: str) -> str:
    if short := next(filter(None, (_without(text, p) for p in _TOLD_OF)), ""):
        return short
    if short := _without(text, _NEEDS_TO):
        return dictionary_of_negated(short)
    if short := _without(text, _OUGHT):
        return short + "る" if _is_suru(short) else short
    wished = _wished(text) or _of_volition(text)
    return wished or _without(text, _WANTED) or _without(text, _COPULA) or text


def _wished(text: str) -> str:
    """Return 拡大したい and 拡大してほしい as 拡大する; nothing for other endings."""
    if text.endswith(("されたい", "られたい")) and len(text) > _FEWEST:
        return text[:-4] + ("する" if text.endswith("されたい") else "る")
    if short := _without(text, _AFTER_STEM):
        return dictionary_of(short)
    short = _without(text, _AFTER_TE)
    return (_from_te(short) or text) if short else ""


def _of_volition(text: str) -> str:
    """Return 拡大しよう and 図ろう as 拡大する and 図る; nothing for other endings."""
    if re.search(r"[えけげせぜてでねべめれ]よう$", text):
        return text[:-2] + "る"
    if found := re.search(r"([えけげせてねべめれ])ば(?:よい|いい)(?:だろう|でしょう)?$", text):
        return text[: found.start()] + _CONDITION[found[1]]
    if text.endswith(("だろう", "でしょう")):
        return ""
    ends = (e for e in _VOLITION if text.endswith(e) and len(text) - len(e) >= _FEWEST)
    return next((text[: -len(e)] + _VOLITION[e] for e in ends), "")


def _without(text: str, pattern: re.Pattern[str]) -> str:
    """Return a text without the ending that matches; nothing if none does, or little is left."""
    found = pattern.search(text)
    left = text[: found.start()].rstrip(" 、") if found else ""
    return left if len(left) >= _FEWEST else ""


def _is_suru(text: str) -> bool:
    return text.endswith("す") and _takes_suru(text[:-1]) and text[-2:-1] not in "にとくへを"


def _finished(text: str) -> str:
    """Return a text whose last verb, if it leads on, has its dictionary form."""
    if re.search(r"(?:し|[えけげせてねべめれ])て$", text) and (plain := _from_te(text)):
        return plain
    if _SINO.search(text) and not _GODAN_COMPOUND.search(text[:-1]):
        return dictionary_of(text)
    if (_VERB_WITH_OBJECT.search(text) and text[-1] in _GODAN) or text[-1:] in _FIRST_ROW:
        return dictionary_of(text) if _VERB_WITH_OBJECT.search(text) else text
    return text


def _from_te(text: str) -> str:
    """Return a text that ends in して or めて with its dictionary form; nothing for other forms."""
    stem = text[:-1]
    if not text.endswith("て") or stem[-1:] not in "し" + _FIRST_ROW:
        return ""
    return dictionary_of(stem)


def dictionary_of(text: str) -> str:
    """Return a text with the dictionary form of the stem it ends in: 拡大し, 深め, 図り."""
    last = text[-1:]
    if text.endswith(("ない", "しい", "たい", "よい", "いい", "ください")):
        return text
    if last == "し":
        return text[:-1] + ("する" if _takes_suru(text[:-1]) else "す")
    if _ICHIDAN_I.search(text) or last in _FIRST_ROW or last == "じ":
        return text + "る"
    return text[:-1] + _GODAN[last] if last in _GODAN else text


def _takes_suru(before: str) -> bool:
    """Return whether し after these words is of する, and not of a verb such as 促す."""
    last = before[-1:]
    if _GODAN_COMPOUND.search(before):
        return False
    if re.search(r"(?:[一-鿿々]{2}|[ァ-ヶーA-Za-z0-9」』)）])$", before) or last in _SURU:
        return True
    return last in "にとくへを" and not before.endswith("なく")


def dictionary_of_negated(text: str) -> str:
    """Return a text that ends as before なければ (育成し, 行わ, 進め) with its dictionary form."""
    last = text[-1:]
    if last == "し" or last in _FIRST_ROW or last in "いきじちにびみり":
        return text[:-1] + "する" if last == "し" else text + "る"
    if last == "せ":
        return text[:-1] + "する"
    return text[:-1] + _NEGATED[last] if last in _NEGATED else text


_PARTICLE = re.compile(r"(?<=[^ぁ-ん])(?:では|には|とは|[はがをにでの])(?=[^ぁ-んー])")


def shortened(text: str, most: int) -> str:
    """Return the end of a text, where its act stands, from a place where a phrase begins."""
    if len(text) <= most:
        return text
    for comma in re.finditer("、", text):
        rest = text[comma.end() :]
        if len(rest) <= most and len(rest) >= most // 4:
            listed = not re.search(r"[ぁ-ん]$", text[: comma.start()])
            return ("…" if listed else "") + rest
    for particle in _PARTICLE.finditer(text):
        if len(text) - particle.end() < most:
            return "…" + text[particle.end() :]
    return "…" + text[1 - most :]
