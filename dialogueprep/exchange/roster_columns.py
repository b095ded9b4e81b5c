"""The words that stand at the head of a roster's columns, in four languages."""

from __future__ import annotations

import re
import unicodedata

# Each field of a roster entry and the headings that mean it, folded.
_HEADINGS: dict[str, str] = {
    "id": "id|no|no.|number|編號|编号|番号|번호|#",
    "name_latin": "name|full name|name (english)|name_latin|english name|latin name|participant|"
    "name in english|英文姓名|英文名|英語名|ローマ字|영문|영문명|영문이름|영문 성명",
    "name_order": "name_order|order|name order",
    "family": "family|family name|surname|last name|lastname|姓|姓氏|family_name|성|苗字|名字(姓)",
    "given": "given|given name|first name|firstname|forename|given names|given_name|名|이름(명)",
    "name_native": "name_native|native|native name|name in native script|original name|姓名|中文姓名|"
    "中文名|氏名|名前|漢字氏名|성명|이름|한글|한글 성명|한글명|국문|본명",
    "name_kana": "name_kana|kana|furigana|reading|ふりがな|フリガナ|カナ|読み|よみ|よみがな|讀音|읽기",
    "title": "title|salutation|rank|称谓|稱謂|頭銜|头衔|敬称|칭호|직함|学衔",
    "honorific": "honorific|form of address|尊称|敬語|존칭|호칭",
    "aliases": "aliases|alias|other names|nicknames|nickname|other spellings|别名|別名|通称|별명|다른 이름",
    "affiliation": "affiliation|institution|organisation|organization|institute|company|employer|"
    "单位|單位|工作单位|机构|機構|所属|所属機関|機関|소속|소속기관|기관|소속 기관",
    "affiliation_acronym": "affiliation_acronym|acronym|abbreviation|short name|缩写|縮寫|简称|略称|약칭|약어",
    "affiliation_native": "affiliation_native|institution (native)|native affiliation|affiliation in "
    "native language|单位中文名|所属(和文)|所属(日本語)|소속(국문)|소속(한글)",
    "position": "position|job title|post|function|职务|職務|职位|役職|肩書|직위|직책",
    "country": "country|delegation|economy|territory|side|country code|nationality|国家|國家|国别|"
    "代表团|國別|国|国籍|国・地域|나라|국가|국적|대표단|delegation / economy",
    "region": "region|地区|地域|지역",
    "sector": "sector|field|category|track|领域|類別|类别|部门|分野|区分|분야|부문|구분",
    "gender": "gender|sex|m/f|性别|性別|성별",
    "meeting_role": "meeting_role|role|function at meeting|role at meeting|角色|会议角色|役割|역할",
    "distinctive_facts": "distinctive_facts|facts|特征|特徴|특이사항",
    "sessions": "sessions|items|sessions attended|attends|场次|参加场次|セッション|出席|세션|참석 세션",
    "email": "email|e-mail|mail|电子邮件|邮箱|メール|メールアドレス|이메일|전자우편",
}
_GENDERS = {
    "woman": "f|female|w|woman|ms|女|女性|여|여성|여자",
    "man": "m|male|man|mr|男|男性|남|남성|남자",
}
_SECTORS = {
    "academia": "academia|academic|university|学术|學術|学界|高校|学術|大学|학계|대학|학술",
    "think tank": "think tank|thinktank|think-tank|research|智库|智庫|シンクタンク|研究機関|싱크탱크|연구소|연구기관",
    "government": "government|official|ministry|政府|官方|官|行政|정부|관료",
    "diplomacy": "diplomacy|diplomat|diplomatic|foreign ministry|外交|외교",
    "military": "military|defence|defense|armed forces|军方|军队|軍|防衛|自衛隊|군|국방",
    "legislature": "legislature|parliament|legislative|议会|議會|国会|議会|의회|국회",
    "business": "business|industry|corporate|private sector|企业|企業|工商|商界|経済界|ビジネス|産業|기업|재계|산업계",
    "media": "media|press|journalism|媒体|媒體|新闻|メディア|報道|언론|미디어",
    "civil society": "civil society|ngo|civil-society|non-profit|民间|民間|公民社会|市民社会|시민사회|민간",
}
_ROLES = {
    "chair": "chair|co-chair|chairperson|chairman|chairwoman|主席|联合主席|议长|議長|座長|共同議長|의장|좌장|공동의장",
    "moderator": "moderator|facilitator|主持人|主持|司会|司会者|モデレーター|사회자|사회|진행자",
    "presenter": "presenter|speaker|keynote|keynote speaker|lead speaker|发言人|主讲人|主旨发言人|報告者|発表者|基調講演者|발표자|발제자|기조연설자",
    "discussant": "discussant|commentator|评议人|點評人|点评人|討論者|コメンテーター|토론자|지정토론자",
    "rapporteur": "rapporteur|note-taker|notetaker|记录员|記錄員|报告员|記録者|書記|기록자|서기",
    "interpreter": "interpreter|translator|口译|翻译|译员|通訳|통역|통역사",
    "staff": "staff|secretariat|organiser|organizer|工作人员|秘书处|事務局|スタッフ|사무국|직원|스태프",
    "observer": "observer|silent observer|观察员|觀察員|オブザーバー|참관인|옵서버|옵저버",
}


def _plain(word: str) -> str:
    composed = unicodedata.normalize("NFKC", word).casefold().strip(" \t*:\ufeff")
    return re.sub(r"[\s_]+", " ", composed)


def _by_word(table: dict[str, str]) -> dict[str, str]:
    return {_plain(word): name for name, words in table.items() for word in words.split("|")}


_FIELD_OF, _GENDER_OF, _SECTOR_OF, _ROLE_OF = map(_by_word, (_HEADINGS, _GENDERS, _SECTORS, _ROLES))


def field_of(heading: str) -> str | None:
    """Return the field that a heading means, or None."""
    return _FIELD_OF.get(_plain(heading))


def gender_of(word: str) -> str:
    """Return "woman", "man", "other" for another word, or nothing for none."""
    return _GENDER_OF.get(_plain(word), "other") if word.strip() else ""


def sector_of(word: str) -> str:
    """Return the value of a sector, or nothing if the word is not known."""
    return _SECTOR_OF.get(_plain(word).replace("-", " "), _SECTOR_OF.get(_plain(word), ""))


def role_of(word: str) -> str:
    """Return the value of a role, "observer", or nothing for a plain participant."""
    return _ROLE_OF.get(_plain(word), "")
