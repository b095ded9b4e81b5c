"""Japanese names: kana in all romanisations, kanji old and new, and in neighbours' scripts."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "onuki": person("Ōnuki", "Junpei", "大貫 純平", "JP", reading="おおぬき じゅんぺい"),
        "kato": person("Katō", "Shin'ichirō", "加藤 信一郎", "JP", reading="かとう しんいちろう"),
        "saito": person("Saitō", "Yūko", "斎藤優子", "JP", reading="さいとう ゆうこ"),
        "namba": person("Namba", "Chizuru", "難波千鶴", "JP", reading="なんば ちづる"),
        "watanabe": person("Watanabe", "Hajime", "渡邊肇", "JP", reading="わたなべ はじめ"),
        "mori": person("Mori", "Aoi", "森 葵", "JP", reading="もり あおい"),
        "fujisawa": person("Fujisawa", "Kyohei", "藤沢恭平", "JP"),
        "hattori": person("Hattori", "Ichika", "服部一花", "JP", reading="ハットリ イチカ"),
        "tsuchiya": person("Tsuchiya", "Jōji", "土屋 譲二", "JP", reading="つちや じょうじ"),
        "yamamoto": person("Yamamoto", "Ken", "", "JP"),
    }
)  # fmt: skip
FORMS = {
    "onuki": "Ōnuki Junpei | Onuki Junpei | Oonuki Junpei | Ohnuki Junpei | Ônuki Junpei | "
    "Junpei Onuki | Jumpei Onuki | Zyunpei Onuki | ONUKI Jumpei | Junpei OHNUKI | 大貫純平 | "
    "大貫 純平 | 大贯纯平 | 大\n貫純平 | オオヌキ・ジュンペイ | オオヌキジュンペイ | "
    "おおぬき じゅんぺい | ｵｵﾇｷ ｼﾞｭﾝﾍﾟｲ | "
    "오누키 준페이 | 오누키준페이 | Daguan Chunping | junpei.onuki | ONUKI, Junpei",
    "kato": "Katō Shin'ichirō | Kato Shinichiro | Katoh Shinichiro | Katou Shinichirou | "
    "Shin-ichiro Kato | Shinichiroh Katoh | Shin'itiro Kato | Sin'itiro Katou | 加藤信一郎 | "
    "カトウ・シンイチロウ | 가토 신이치로 | 카토 신이치로 | Jiateng Xinyilang | "
    "カトー・シンイチロー",
    "saito": "Saito Yuko | Saitō Yūko | Saitoh Yuuko | Saitou Yuko | Yuhko Saito | 齋藤優子 | "
    "斉藤優子 | 斎藤優子 | 사이토 유코 | サイトウ・ユウコ | 斋藤优子",
    "namba": "Namba Chizuru | Nanba Chizuru | Nanba Tizuru | Namba Chiduru | 難波千鶴 | 难波千鹤 | "
    "난바 지즈루 | 난바 치즈루 | ナンバ・チヅル",
    "watanabe": "Watanabe Hajime | Hajime Watanabe | 渡辺肇 | 渡邉肇 | 渡邊肇 | 渡边肇 | "
    "와타나베 하지메 | "
    "Watanabe Hazime",
    "mori": "Mori Aoi | Aoi Mori | 森葵 | 森 葵 | 모리 아오이 | モリ・アオイ",
    "fujisawa": "Fujisawa Kyohei | Fujisawa Kyōhei | Kyouhei Fujisawa | Kyohhei Fujisawa | "
    "Huzisawa Kyohei | 藤澤恭平 | 藤沢恭平 | 藤泽恭平 | 후지사와 교헤이 | フジサワ・キョウヘイ | "
    "Tengze Gongping",
    "hattori": "Hattori Ichika | Ichika Hattori | Hattori Itika | ハットリ・イチカ | "
    "はっとり いちか | 핫토리 이치카",
    "tsuchiya": "Tsuchiya Joji | Tsuchiya Jōji | Tutiya Zyozi | Jouji Tsuchiya | "
    "쓰치야 조지 | 츠치야 조지 | 土屋讓二 | 土屋譲二",
    "yamamoto": "Yamamoto Ken | Ken Yamamoto | 야마모토 켄 | 야마모토 겐 | ヤマモト・ケン | "
    "ヤマモトケン",
}  # fmt: skip
JUDGED = [
    ("onuki", "Onuki-san replied.", "Onuki-san", "block"),
    ("onuki", "大貫氏は反論した。", "大貫氏", "block"),
    ("onuki", "大貫さんから質問があった。", "大貫さん", "block"),
    ("onuki", "大貫先生表示支持。", "大貫先生", "block"),
    ("onuki", "오누키 교수는 반대했다.", "오누키 교수", "block"),
    ("onuki", "大贯教授指出", "大贯教授", "block"),
    ("onuki", "オオヌキ氏が述べた。", "オオヌキ氏", "block"),
    ("onuki", "J. Onuki agreed.", "J. Onuki", "block"),
    ("onuki", "大貫からの指摘を受けた。", "大貫", "block"),
    ("kato", "Dr Kato said so.", "Dr Kato", "block"),
    ("mori", "森大使は述べた。", "森大使", "block"),
    ("mori", "모리 대사가 제안했다.", "모리 대사", "block"),
    ("mori", "Ambassador Mori noted this.", "Ambassador Mori", "block"),
    ("watanabe", "渡辺委員によれば", "渡辺委員", "block"),
    ("saito", "Yuko argued for it.", "Yuko", "block"),
    ("yamamoto", "야마모토 씨는 동의했다.", "야마모토 씨", "block"),
]
CLEAN = {
    "mori": "森林の保全 | 森は大切だと参加者は述べた。 | memento mori | 모리셔스 | 青森県",
    "yamamoto": "beyond our ken",
    "tsuchiya": "粘土屋根 | 조지아 정부",
    "kato": "増加藤 | 一郎丸",
    "hattori": "服部门 | 一花を咲かせる",
    "onuki": "大貫通工事 | 純平均",
}
