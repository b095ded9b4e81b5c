"""Korean names: customary and revised spellings, hanja, katakana, and Chinese readings."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "moon": person("Moon", "Se-ra", "문세라", "KR"),
        "ahn": person("Ahn", "Chul-woo", "안철우", "KR", forms=("安哲宇",)),
        "min": person("Min", "Jae-hyuk", "민재혁", "KR"),
        "namgung": person("Namgung", "Hyun", "남궁현", "KR"),
        "bang": person("Bang", "Ji-yeon", "방지연", "KR"),
        "song": person("Song", "Young-sook", "송영숙", "KR"),
        "lee": person("Lee", "Kyung-hee", "李京姬", "KR", reading="이경희"),
        "ryu": person("Ryu", "Ok-ja", "柳玉子", "KR"),
        "park": person("Park", "Chan-min", "", "KR"),
    }
)
FORMS = {
    "moon": "Moon Se-ra | Moon Sera | Mun Se-ra | Se-ra Moon | Sera Moon | MOON Se Ra | 문세라 | "
    "문 세라 | "
    "문세\n라 | ムン・セラ | ムンセラ | Mun Sera | SeRa Moon | sera.moon | Moon, Se-ra",
    "ahn": "Ahn Chul-woo | An Cheol-u | Ahn Chulwoo | Chul Woo Ahn | An Ch'ŏr-u | An Chol-u | "
    "안철우 | "
    "安哲宇 | アン・チョルウ | An Zhe-yu | An Zheyu | Chol-u An | 安 哲宇",
    "min": "Min Jae-hyuk | Min Jaehyuk | Jaehyeok Min | Min Chae-hyŏk | ミン・ジェヒョク | "
    "민재혁 | Jae-hyuk MIN",
    "namgung": "Namgung Hyun | Namkoong Hyun | Hyun Namgung | Nam Gung Hyun | 남궁현 | 남궁 현 | "
    "ナムグン・ヒョン | "
    "Namgoong Hyeon",
    "bang": "Bang Ji-yeon | Pang Chi-yon | Jiyeon Bang | Bang Jiyon | 방지연 | パン・ジヨン | "
    "BANG Jiyeon",
    "song": "Song Young-sook | Song Yeong-suk | Yongsuk Song | 송영숙 | ソン・ヨンスク | "
    "Song Yong-suk",
    "lee": "Lee Kyung-hee | Yi Gyeong-hui | Rhee Kyunghee | Lee Kyonghui | 李京姬 | 이경희 | "
    "イ・ギョンヒ | 李京姫 | "
    "Li Jingji | Kyung Hee Lee | 리경희 | リ・ギョンヒ",
    "ryu": "Ryu Ok-ja | Yoo Ok-ja | Yu Okja | Ryoo Okja | 柳玉子 | 류옥자 | 유옥자 | Liu Yuzi",
    "park": "Park Chan-min | Pak Ch'an-min | Chanmin Park | Bak Chanmin | 박찬민 | "
    "パク・チャンミン",
}  # fmt: skip
JUDGED = [
    ("moon", "문 교수는 강조했다.", "문 교수", "block"),
    ("moon", "세라 씨가 제안했다.", "세라 씨", "block"),
    ("moon", "ムン教授は述べた。", "ムン教授", "block"),
    ("moon", "文教授表示。", "文教授", "block"),
    ("moon", "Prof. Moon agreed.", "Prof. Moon", "block"),
    ("ahn", "安교수는 말했다.", "安교수", "block"),
    ("ahn", "안 위원님께서", "안 위원님", "block"),
    ("min", "민 대사는 동의했다.", "민 대사", "block"),
    ("bang", "방 박사에 따르면", "방 박사", "block"),
    ("bang", "Dr Bang warned.", "Dr Bang", "block"),
    ("song", "송 위원장이 말했다.", "송 위원장", "block"),
    ("lee", "李大使は述べた。", "李大使", "block"),
    ("lee", "Ambassador Lee noted it.", "Ambassador Lee", "block"),
    ("lee", "이경희는 반대했다.", "이경희", "block"),
    ("park", "朴教授认为", "朴教授", "block"),
    ("park", "パク教授は", "パク教授", "block"),
    ("park", "Park argued for it.", "Park", "block"),
]
CLEAN = {
    "moon": "The moon landing was recalled. | 문제를 제기했다 | 문 앞에서 | 方文山 | "
    "Full Moon festival",
    "ahn": "안 된다고 했다 | 안전 문제 | 안보 대화 | 方案表示 | 安全教授法",
    "min": "민간 교류 | 국민 대표 | 시민 대표는 말했다 | for 45 min | 농민 대표가",
    "bang": "a big bang | 방 안에서 | 지방 의원이 | 해방 직후 | the Big Bang theory | 방문 교수",
    "song": "a folk song | Song dynasty ceramics were shown. | 방송 기자가 말했다 | "
    "The Song of Songs",
    "lee": "이 대표단은 도착했다. | 이 문제를 논의했다 | 李朝の陶磁器 | the lee side | 회의원",
    "ryu": "类似 | 버들 | 교류 위원회",
    "park": "The car park was full. | Park and ride schemes | 대박 | a national park | 소박한 교수",
}
