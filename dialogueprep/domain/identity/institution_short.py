"""The first word of an institution's name, by which people call it in notes: According to Dolseom,
並風としては, 돌섬 측은. It is often a word or a place as well, so that it counts only as a source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dialogueprep.domain.identity.fold import is_east_asian, is_han, is_hangul
from dialogueprep.domain.identity.lexicon import Lexicon
from dialogueprep.domain.identity.neighbours import (
    han_in_hangul,
    pinyin_in_hangul,
)
from dialogueprep.domain.identity.readings import pinyin_syllables

# What institutions of elsewhere begin with, before their proper name: Stiftung Flusswacht.
GENERIC = frozenset(
    [
        "stichting",
        "stiftung",
        "fundacion",
        "fundacio",
        "fondation",
        "fundacja",
        "fondazione",
        "fundacao",
        "akademie",
        "academie",
        "academia",
        "accademia",
        "institut",
        "instituto",
        "istituto",
        "instytut",
        "instituut",
        "institutul",
        "lembaga",
        "yayasan",
        "biro",
        "badan",
        "pusat",
        "universitat",
        "universite",
        "universidad",
        "universita",
        "universiteit",
        "uniwersytet",
        "universitas",
        "universidade",
        "centro",
        "zentrum",
        "centrum",
        "verein",
        "vereniging",
        "verband",
        "gesellschaft",
        "societe",
        "sociedad",
        "societa",
        "sociedade",
        "asociacion",
        "associazione",
        "associacao",
        "haus",
        "maison",
        "casa",
        "kantor",
        "dinas",
        "balai",
        "vien",
        "phong",
        "trung",
        "bo",
        "hoi",
        "truong",
        "fundatia",
        "nadace",
        "alapitvany",
        "saatio",
        "stiftelsen",
        "stiftelse",
        "institutt",
    ]
)
# Words that many institutions begin with in Chinese and Japanese, folded to simplified characters,
# and cities: nobody is known by them.
_ORDINARY_HAN = frozenset(
    [
        "国家",
        "国际",
        "中央",
        "东方",
        "西部",
        "东部",
        "南部",
        "北部",
        "中部",
        "亚洲",
        "亚太",
        "太平",
        "海洋",
        "海事",
        "海峡",
        "海上",
        "海运",
        "海底",
        "港湾",
        "港口",
        "港务",
        "河川",
        "河流",
        "环境",
        "能源",
        "经济",
        "贸易",
        "通商",
        "金融",
        "农业",
        "农林",
        "食品",
        "食安",
        "医药",
        "医疗",
        "卫生",
        "公共",
        "公益",
        "社会",
        "科学",
        "技术",
        "工业",
        "产业",
        "战略",
        "政策",
        "政治",
        "安全",
        "安保",
        "保安",
        "外交",
        "外务",
        "国防",
        "防卫",
        "法律",
        "法务",
        "教育",
        "文化",
        "新闻",
        "交通",
        "运输",
        "航运",
        "航空",
        "航海",
        "渔业",
        "水产",
        "水利",
        "水道",
        "气象",
        "地震",
        "灾害",
        "防灾",
        "消防",
        "核能",
        "原子",
        "电力",
        "电气",
        "电子",
        "电信",
        "通信",
        "信息",
        "情报",
        "数字",
        "数据",
        "人工",
        "残留",
        "检疫",
        "进口",
        "出口",
        "输入",
        "输出",
        "消费",
        "劳动",
        "人口",
        "老龄",
        "保险",
        "银行",
        "投资",
        "财政",
        "财务",
        "税务",
        "统计",
        "全球",
        "世界",
        "区域",
        "地区",
        "地域",
        "地方",
        "城市",
        "都市",
        "民生",
        "民间",
        "民主",
        "人民",
        "市民",
        "国民",
        "青年",
        "妇女",
        "儿童",
        "学术",
        "综合",
        "总合",
        "现代",
        "未来",
        "新兴",
        "第一",
        "联合",
        "共同",
        "合作",
        "协力",
        "发展",
        "开发",
        "改革",
        "创新",
        "研究",
        "大学",
        "高等",
        "东亚",
        "东北",
        "东南",
        "西北",
        "华北",
        "华东",
        "华南",
        "南海",
        "北海",
        "黄海",
        "首都",
        "自治",
        "行政",
        "立法",
        "司法",
        "司法",
        "生态",
        "绿色",
        "低碳",
        "气候",
        "资源",
        "矿产",
        "森林",
        "林业",
        "土地",
        "住宅",
        "建设",
        "建筑",
        "机械",
        "汽车",
        "钢铁",
        "化学",
        "半导",
        "软件",
        "网络",
        "媒体",
        "广播",
        "出版",
        "医学",
        "药品",
        "健康",
        "福祉",
        "福利",
        "体育",
        "旅游",
        "观光",
        "物流",
        "仓储",
        "冷链",
        "邮政",
        "铁道",
        "铁路",
        "道路",
        "公路",
        "空港",
        "机场",
        "造船",
        "船舶",
        "边境",
        "边防",
        "移民",
        "难民",
        "人权",
        "和平",
        "平和",
        "军事",
        "警备",
        "警察",
        "情势",
        "问题",
        "日中",
        "中日",
        "日韩",
        "韩日",
        "中韩",
        "韩中",
        "上海",
        "广州",
        "深圳",
        "厦门",
        "青岛",
        "大连",
        "天津",
        "重庆",
        "武汉",
        "南京",
        "杭州",
        "宁波",
        "成都",
        "西安",
        "沈阳",
        "长春",
        "香港",
        "澳门",
        "台北",
        "高雄",
        "台湾",
        "大阪",
        "京都",
        "横滨",
        "神户",
        "福冈",
        "札幌",
        "仙台",
        "广岛",
        "长崎",
        "冲绳",
        "新潟",
        "釜山",
        "仁川",
        "大邱",
        "光州",
        "济州",
        "山东",
        "广东",
        "福建",
        "浙江",
        "江苏",
        "云南",
        "海南",
        "四川",
        "湖南",
        "湖北",
        "河南",
        "河北",
        "黑龙",
        "吉林",
        "辽宁",
        "内蒙",
        "北海道",
        "关西",
        "关东",
        "九州",
        "四国",
        "中国",
        "日本",
        "韩国",
        "朝鲜",
        "北京",
        "东京",
        "首尔",
    ]
)
_ORDINARY_HANGUL = frozenset(
    [
        "국가",
        "국립",
        "국제",
        "국방",
        "국토",
        "중앙",
        "한국",
        "대한",
        "서울",
        "부산",
        "인천",
        "대구",
        "대전",
        "광주",
        "제주",
        "경기",
        "강원",
        "동아",
        "동북",
        "아시아",
        "태평양",
        "해양",
        "해상",
        "해사",
        "해운",
        "항만",
        "하천",
        "환경",
        "에너지",
        "경제",
        "무역",
        "통상",
        "금융",
        "농업",
        "농림",
        "식품",
        "의약",
        "의료",
        "보건",
        "공공",
        "공익",
        "사회",
        "과학",
        "기술",
        "산업",
        "전략",
        "정책",
        "정치",
        "안전",
        "안보",
        "외교",
        "외무",
        "법률",
        "법무",
        "교육",
        "문화",
        "언론",
        "교통",
        "운송",
        "항공",
        "어업",
        "수산",
        "수자원",
        "기상",
        "지진",
        "재해",
        "재난",
        "방재",
        "소방",
        "원자력",
        "전력",
        "전기",
        "전자",
        "통신",
        "정보",
        "디지털",
        "데이터",
        "인공지능",
        "잔류",
        "검역",
        "수입",
        "수출",
        "소비자",
        "노동",
        "인구",
        "고령",
        "보험",
        "은행",
        "투자",
        "재정",
        "조세",
        "통계",
        "글로벌",
        "세계",
        "지역",
        "지방",
        "도시",
        "민생",
        "민간",
        "민주",
        "국민",
        "시민",
        "청년",
        "여성",
        "아동",
        "학술",
        "종합",
        "현대",
        "미래",
        "신흥",
        "연합",
        "공동",
        "협력",
        "발전",
        "개발",
        "개혁",
        "혁신",
        "연구",
        "대학",
        "고등",
        "녹색",
        "기후",
        "자원",
        "산림",
        "토지",
        "주택",
        "건설",
        "자동차",
        "철강",
        "화학",
        "반도체",
        "미디어",
        "방송",
        "출판",
        "건강",
        "복지",
        "관광",
        "물류",
        "우정",
        "철도",
        "도로",
        "공항",
        "조선",
        "선박",
        "국경",
        "이민",
        "난민",
        "인권",
        "평화",
        "통일",
        "군사",
        "경비",
        "경찰",
        "댐운영",
        "수입안심",
    ]
)
# What Korean institutions are and deal in, behind their proper name.
_KOREAN_TAIL = re.compile(
    " ?(?:대학교|대학|대학원|연구원|연구소|연구회|연구실|연구센터|연구재단|정책|전략|과학|기술|경제|농업|공업|해양|수산|문화|"
    "교육|환경|에너지|재단|센터|포럼|위원회|협의회|학회|협회|연합회|연합|연대|기구|기금|공사|공단|은행|증권|보험|생명|화재|"
    "신문사|신문|일보|방송|통신|미디어|조선|조선소|해운|상선|항공|제철|철강|전자|전기|전선|건설|물산|상사|무역|식품|제분|제당|"
    "중공업|공업|산업|화학|정유|정밀|계기|제약|바이오|반도체|자동차|모터스|물류|통운|로지스틱스|에너지|발전|솔루션|테크|시스템|"
    "네트워크|그룹|홀딩스|컨설팅|자문|법인|법률사무소|로펌|병원|박물관|도서관|출판사|출판|서점|엔진|선박|페리|여객|운수|"
    "시민연대|시민회의|운동본부|운동|모임|연맹|조합|국|청|원|실|처|부)$"
)
_VIEW_EN = re.compile(
    r"(?:'s?)? (?:[a-z]+ )?(?:view|position|line|stance|reading|argument|objections?|proposals?|opinion|"
    r"answer|reply|camp|position paper|experience|preference|doubts?|concerns?|worry|idea|suggestion)"
    r"(?![a-z])"
)
_WRITER_BEFORE = re.compile(
    r"(?:author|authors|writer|writers|drafter|drafters|editor|researchers?|team|people|person|man|woman) "
    r"(?:of|behind|from) (?:the |that )?$"
)
_STUDY = re.compile(
    r" (?:[a-z]+ )?(?:study|paper|report|survey|article|book|model|brief|draft)(?![a-z])"
)
_WILL_NOT = re.compile(
    r" (?:will|would|could|can|does|did) (?:not|never|hardly|rather|only|gladly|happily|no longer) [a-z]+|"
    r" (?:wants?|refuse[sd]?|insists?|prefers?|objects?|doubts?|fears?|hopes?|agrees?|disagrees?)(?![a-z])"
)
_EXPERIENCE = re.compile(r"(?:^|[ ,(])(?:in|from|to) $")
_PERSON = "(?:代表|老师|教授|专家|同事|人士|人|学者|研究员|负责人|先生|さん|方|担当者|关系者|者)"
_HAN_BEHIND = re.compile(
    "(?:方面?(?![向位法案针便式圆])|侧|那边|这边|一方)(?:的|の)?|としては|としても|によれば|によると|的话|"
    f"(?:的|の)(?:立场|意见|见解|主张|考え|言い分|提案|提议|见方|看法|说法|观点|态度|经验|{_PERSON})|"
    "(?:认为|主张|表示|坚持|反对|赞成|不愿|不肯|不同意|同意|要求|提出|希望|担心|提议|建议|称|说)|"
    "[はがも][^。、]{0,30}(?:反对|赞成|主张|求め|述べ|言っ|言う|とした|望ん|渋|拒|考え|とのこと|という(?=[。]|$))"
)
_HAN_TOLD = re.compile("(?:据|按照?|依|听|对)$")
_SPOKEN_HAN = re.compile("的?(?:说法|介绍|意见|看法|讲|所说|说)|称|来说|而言")
_HANGUL_BEHIND = re.compile(
    "(?: ?(?:측|쪽)| (?:관계자|대표|사람|연구원|연구자|교수|직원|분))들?(?:이라면|[은는이가도의 ]|에서)|"
    "에 따르면|에 의하면|(?:으)?로서는|의 (?:입장|의견|주장|생각|제안|견해|논리|설명|경험|말)| (?:입장|의견|견해)[은는]|"
    "(?:만|조차|까지|마저)?[은는이가도] [^.]{0,30}?(?:반대|찬성|주장|요구|제안|말했|바랐|원했|거부|고 했|않겠|꺼렸|원한다|바란다|"
    "의심|우려|고집|버텼|동의)"
)


def short_names(folded: str, lexicon: Lexicon) -> Iterator[str]:
    """Yield the first word of an institution's name in characters or hangul, if it is its own."""
    compact = folded.replace(" ", "")
    if len(compact) < 4 and not (len(compact) == 3 and is_hangul(compact[0])):
        return
    if all(map(is_han, folded[:2])):
        yield from _of_characters(compact[:2], lexicon)
    elif is_hangul(folded[0]):
        proper = _proper_in_hangul(folded)
        if len(proper) > 1 and proper not in _ORDINARY_HANGUL and proper not in lexicon.pieces:
            yield proper


def parts_of_name(folded: str) -> Iterator[str]:
    """Yield an English name of three words and more with words left out: Residue Office."""
    if not folded.isascii():
        return
    plain = re.split(" (?:for|on) ", folded)[0]
    words = [w for w in plain.split() if w not in ("of", "and", "&", "the")]
    if 2 < len(words) < 6 and words[0] not in GENERIC:
        yield f"{words[0]} {words[1]}"
        yield f"{words[0]} {words[-1]}"
        yield " ".join(words[1:])
    elif len(words) > 1 and " of " in plain:
        yield f"{words[-1]} {words[0]}"


def _of_characters(proper: str, lexicon: Lexicon) -> Iterator[str]:
    if proper in _ORDINARY_HAN or proper in lexicon.pieces or lexicon.is_common(proper):
        return
    yield proper
    yield from han_in_hangul(proper, lexicon.readings)[:1]
    if sounding := pinyin_in_hangul(pinyin_syllables(proper, lexicon.readings)):
        yield sounding


def _proper_in_hangul(folded: str) -> str:
    proper = folded
    while tail := _KOREAN_TAIL.search(proper):
        if tail.start() < 2:
            break
        proper = proper[: tail.start()]
    return proper if proper != folded else ""


def is_short_source(word: str, before: str, after: str, lexicon: Lexicon) -> bool:
    """Return whether the first word of an institution's name is said to have a view."""
    if is_hangul(word[0]):
        behind = _HANGUL_BEHIND.match(after)
        told = bool(behind) and after[:1] in "은는이가도만조까마"
        return bool(behind) and not (told and lexicon.is_common(word))
    if is_east_asian(word[0]):
        spoken = _HAN_TOLD.search(before) and _SPOKEN_HAN.match(after)
        return bool(spoken or _HAN_BEHIND.match(after))
    if _WRITER_BEFORE.search(before) and _STUDY.match(after):
        return True
    if _EXPERIENCE.search(before) and after.startswith("'s "):
        return bool(_VIEW_EN.match(after)) or after.startswith(("'s eyes", "'s judg"))
    return bool(_VIEW_EN.match(after) or _WILL_NOT.match(after))
