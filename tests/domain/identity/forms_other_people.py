"""A second room of invented people, written after the rules: one of each kind again."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "xue": person("Xue", "Ruohan", "薛若涵", "CN"),
        "ouyang": person("Ouyang", "Qi", "欧阳琦", "CN"),
        "ye": person("Ye", "Linfeng", "叶林峰", "CN"),
        "leung": person("Leung", "Sum-yee", "梁心怡", "HK", forms=("Vivian",)),
        "chua": person("Chua", "Swee Lian", "蔡瑞莲", "SG"),
        "tseng": person("Tseng", "Kuei-ying", "曾桂英", "TW"),
        "shinohara": person("Shinohara", "Ryōta", "篠原 亮太", "JP", reading="しのはら りょうた"),
        "oda": person("Oda", "Sōichi", "小田宗一", "JP", reading="おだ そういち"),
        "homma": person("Honma", "Tetsuya", "本間徹也", "JP", reading="ほんま てつや"),
        "kuze": person("Kuze", "Mitsuko", "", "JP"),
        "cho": person("Cho", "Hyun-woo", "조현우", "KR"),
        "shin": person("Shin", "Eun-byul", "신은별", "KR"),
        "kwon": person("Kwon", "Dae-il", "權大一", "KR", reading="권대일"),
        "vo": person("Võ", "Thanh Tùng", "", "VN"),
        "hoang": person("Hoàng", "Thị Lan", "", "VN"),
        "azman": person("", "Azman bin Yusof", "", "MY", title="Tan Sri"),
        "sutjipto": person("Sutjipto", "", "", "ID"),
        "chai": person("Rattanakul", "Chaiyaporn", "ชัยพร รัตนกุล", "TH"),
        "dubois": person("du Bois-Renard", "Élodie", "", "FR"),
        "petrenko": person("Petrenko", "Serhii", "Сергій Петренко", "UA", order="given-first"),
        "zhukov": person("Lvovsky", "Dmitry", "Дмитрий Львовский", "RU"),
        "szabó": person("Szabó", "Gergely", "", "HU", order="family-first"),
        "ortega": person("Ortega Luján", "José Ignacio", "", "ES"),
        "fitz": person("Fitzwarren", "Katherine", "キャサリン・フィッツウォレン", "GB"),
        "dulam": person("Purev", "Dulamsuren", "", "MN"),
        "iyer": person("Iyer", "S. Padmanabhan", "", "IN"),
    }
)
FORMS = {
    "xue": "Xue Ruohan | XUE Ruo-han | Hsueh Jo-han | Ruohan Xue | 薛若涵 | シュエ・ルオハン | "
    "セツ・ジャクカン | 쉐뤄한 | 설약함",
    "ouyang": "Ouyang Qi | Qi Ouyang | 歐陽琦 | Ou-yang Ch'i | 어우양치 | 구양기 | オウヨウ・キ",
    "ye": "Ye Linfeng | Yeh Lin-feng | 葉林峰 | 예린펑 | 엽림봉 | ヨウ・リンホウ | "
    "イエ・リンフォン",
    "leung": "Leung Sum-yee | Vivian Leung | Leung Sum Yee, Vivian | Vivian Leung Sum-yee | "
    "Liang Xinyi | 梁心怡",
    "chua": "Chua Swee Lian | Swee Lian Chua | Cai Ruilian | Choi Shui-lin | 蔡瑞蓮 | "
    "Tsai Jui-lien",
    "tseng": "Tseng Kuei-ying | Zeng Guiying | Tseng Kueiying | 曾桂英 | 쩡구이잉 | "
    "ソウ・ケイエイ | ツォン・グイイン",
    "shinohara": "Shinohara Ryota | Ryohta Shinohara | Sinohara Ryouta | 篠原亮太 | "
    "시노하라 료타 | シノハラ・リョウタ",
    "oda": "Oda Soichi | Oda Souichi | Sohichi Oda | Soiti Oda | 오다 소이치 | オダ・ソウイチ | "
    "Xiaotian Zongyi",
    "homma": "Honma Tetsuya | Homma Tetsuya | Tetuya Honma | 本间彻也 | 혼마 데쓰야 | 혼마 테츠야",
    "kuze": "Kuze Mitsuko | Mituko Kuze | 구제 미쓰코 | 쿠제 미츠코 | クゼ・ミツコ",
    "cho": "Cho Hyun-woo | Jo Hyeonu | Cho Hyŏn-u | Hyunwoo Cho | 조현우 | チョ・ヒョヌ | "
    "チョ・ヒョンウ",
    "shin": "Shin Eun-byul | Sin Eunbyeol | シン・ウンビョル | Eun Byul Shin",
    "kwon": "Kwon Dae-il | Gwon Daeil | Kwon Tae-il | 권대일 | 权大一 | クォン・デイル | Quan Dayi",
    "vo": "Vo Thanh Tung | Tùng Võ | Vo Tung | Thanh Tung Vo | VÕ Thanh Tùng",
    "hoang": "Hoang Thi Lan | Lan Hoang | Hoàng Lan | Hoang T. Lan",
    "azman": "Azman bin Yusof | Azman Yusof | Azman Yusoff | Tan Sri Azman bin Yusof | "
    "AZMAN B. YUSOF",
    "chai": "Chaiyaporn Rattanakul | Khun Chaiyaporn Rattanakul | ชัยพร รัตนกุล",
    "dubois": "Élodie du Bois-Renard | Elodie Du Bois Renard | du Bois-Renard, Elodie | "
    "Elodie Renard",
    "petrenko": "Serhii Petrenko | Sergei Petrenko | Сергій Петренко | Serhiy Petrenko | "
    "Сергея Петренко",
    "zhukov": "Dmitry Lvovsky | Dmitri Lvovskii | Dmitriy Lvovskiy | Dmitrij L'vovskij | "
    "Дмитрия Львовского",
    "szabó": "Szabó Gergely | Gergely Szabo | SZABO Gergely",
    "ortega": "José Ignacio Ortega Luján | Jose Ortega | Ortega Lujan, Jose Ignacio | "
    "José I. Ortega Luján",
    "fitz": "Katherine Fitzwarren | Kate Fitzwarren | Kathy Fitzwarren | "
    "キャサリン・フィッツウォレン | "
    "FITZWARREN Katherine | K\u200batherine Fitz\u00adwarren | Katherine Fitz-\nwarren",
    "dulam": "Purev Dulamsuren | Dulamsuren Purev | PUREV Dulamsuren",
    "iyer": "S. Padmanabhan Iyer | Padmanabhan Iyer | Iyer, S. Padmanabhan | S Padmanabhan Iyer",
}
JUDGED = [
    ("xue", "薛总表示可以考虑。", "薛总", "block"),
    ("leung", "梁小姐表示支持。", "梁小姐", "block"),
    ("chua", "Mdm Chua noted this.", "Chua", "block"),
    ("oda", "小田先生から反論があった。", "小田先生", "block"),
    ("cho", "조 교수님은 강조했다.", "조 교수님", "block"),
    ("cho", "チョ教授は述べた。", "チョ教授", "block"),
    ("vo", "Dr Tung replied.", "Dr Tung", "block"),
    ("hoang", "Ms Lan agreed.", "Ms Lan", "block"),
    ("azman", "Tan Sri Azman agreed.", "Tan Sri Azman", "block"),
    ("sutjipto", "Sucipto agreed.", "Sucipto", "block"),
    ("sutjipto", "Pak Sutjipto agreed.", "Pak Sutjipto", "block"),
    ("chai", "Khun Chaiyaporn agreed.", "Khun Chaiyaporn", "block"),
    ("dubois", "Mme du Bois-Renard agreed.", "du Bois-Renard", "block"),
    ("dulam", "P. Dulamsuren agreed.", "P. Dulamsuren", "block"),
    ("dulam", "Dulamsuren's view", "Dulamsuren", "block"),
    ("iyer", "Mr. Padmanabhan agreed.", "Padmanabhan", "block"),
    ("szabó", "Prof. Dr. Szabó agreed.", "Szabó", "block"),
]
CLEAN = {
    "oda": "小田原市の港 | 一宗一派",
    "ye": "a dialogue in ye olde style | 林峰会 | 叶绿素",
    "ouyang": "欧阳修的诗",
    "cho": "조건을 논의했다 | 조 단위의 예산",
    "shin": "신은 없다 | 별 문제가 없다 | shin splints | 신 교역 체제",
    "vo": "a vo script",
    "hoang": "a LAN cable | lan networks",
    "kwon": "권한 | 大一統 | 人权",
    "chua": "瑞典的立场",
    "tseng": "曾经有人指出 | 桂英 is a name",
}
