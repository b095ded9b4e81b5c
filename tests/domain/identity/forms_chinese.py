"""Chinese names: mainland, Taiwan, Hong Kong, Singapore and Malaysia, as writers spell them."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "meng": person("Meng", "Qiaoyun", "孟巧云", "CN", email="qiaoyun.meng@linhe.example"),
        "lü": person("Lü", "Jianxiong", "吕剑雄", "CN"),
        "zhuge": person("Zhuge", "Haiyan", "诸葛海燕", "CN"),
        "ni": person("Ni", "Anning", "倪安宁", "CN"),
        "gao": person("Gao", "Shan", "高山", "CN"),
        "ma": person("Ma", "Rong", "马荣", "CN"),
        "zeng": person("Zeng", "Xiangyu", "曾翔宇", "CN"),
        "he": person("He", "Fang", "何方", "CN"),
        "hsieh": person("Hsieh", "Chih-wei", "謝志偉", "TW"),
        "hsu": person("Hsu", "Yu-ting", "許玉婷", "TW"),
        "cheung": person("Cheung", "Ka-wai", "張嘉慧", "HK", forms=("Carmen",)),
        "kwok": person("Kwok", "Carmen Wing-yan", "郭詠欣", "HK"),
        "tan": person("Tan", "Boon Kiat", "陈文杰", "SG"),
        "ng": person("Ng", "Siew Mei", "黄秀美", "SG"),
        "chin": person("Chin", "Kee Loy", "陈基来", "MY"),
        "goh": person("Wu", "Zhiming", "吴志明", "SG"),
        "lim": person("Lin", "Yuanfa", "林源发", "MY"),
    }
)  # fmt: skip
FORMS = {
    "meng": "Meng Qiaoyun | Qiaoyun Meng | MENG Qiaoyun | MENG QIAOYUN | Meng Qiao-yun | "
    "Meng Qiao Yun | Mèng Qiǎoyún | Mèng Qiǎo Yún | Meng, Qiaoyun | QiaoYun Meng | MengQiaoyun | "
    "孟巧云 | 孟巧雲 | 孟 巧云 | 孟　巧云 | 孟\n巧云 | 孟\u200b巧云 | 孟·巧云 | Meng Ch'iao-yun | "
    "Meng Ch’iao-yün | Meng Chiao-yun | Meng Qiao-\nyun | Meng\u00a0Qiaoyun | Meng\nQiaoyun | "
    "Ｍｅｎｇ Ｑｉａｏｙｕｎ | Qiao\u00adyun Meng | モン・チャオユン | モウ・コウウン | "
    "もう・こううん | 맹교운 | "
    "멍차오윈 | 멍 차오윈 | qiaoyun.meng | mengqiaoyun | meng_qiaoyun | Meng (Qiaoyun)",
    "lü": "Lü Jianxiong | Lu Jianxiong | Lv Jianxiong | Lyu Jianxiong | LYU Jianxiong | "
    "Lue Jianxiong | LUE Jianxiong | Jianxiong Lü | Lǚ Jiànxióng | 吕剑雄 | 呂劍雄 | "
    "Lü Chien-hsiung | Lu Chien-hsiung | リョ・ケンユウ | 여검웅 | 뤼젠슝",
    "zhuge": "Zhuge Haiyan | Zhu-ge Haiyan | Zhu Ge Haiyan | Chu-ko Hai-yen | Haiyan Zhuge | "
    "諸葛海燕 | 诸葛 海燕 | ショカツ・カイエン | 제갈해연 | 주거하이옌",
    "ni": "Ni Anning | Ni An'ning | Ni An-ning | Anning Ni | 倪安寧 | 倪安宁 | 예안녕 | 니안닝",
    "gao": "Gao Shan | Shan Gao | GAO Shan | Kao Shan | コウ・サン | ガオ・シャン",
    "ma": "Ma Rong | Rong Ma | Ma Jung | 馬榮 | 马荣 | 마룽 | 마영 | マー・ロン | バ・エイ",
    "hsieh": "Hsieh Chih-wei | Chih-wei Hsieh | Xie Zhiwei | Zhiwei Xie | Hsieh Chihwei | 谢志伟 | "
    "謝志偉 | 사지위 | 셰즈웨이 | シャ・シイ",
    "hsu": "Hsu Yu-ting | Hsü Yü-t'ing | Xu Yuting | Yu-ting Hsu | 许玉婷 | 許玉婷 | 쉬위팅",
    "cheung": "Cheung Ka-wai | Ka-wai Cheung | Carmen Cheung | Carmen Cheung Ka-wai | "
    "Cheung Ka Wai | Cheung Ka-wai, Carmen | Zhang Jiahui | Chang Chia-hui | 張嘉慧 | 张嘉慧 | "
    "CHEUNG Ka-wai Carmen | 장자후이",
    "kwok": "Carmen Kwok | Kwok Wing-yan | Carmen Kwok Wing-yan | Kwok Wing Yan | Guo Yongxin | "
    "郭咏欣 | Wing-yan Kwok",
    "tan": "Tan Boon Kiat | Boon Kiat Tan | TAN Boon Kiat | Tan Boon-kiat | Chen Wenjie | 陳文傑 | "
    "Chen Wen-chieh | Chan Man-kit | 천원제",
    "ng": "Ng Siew Mei | Siew Mei Ng | Huang Xiumei | Wong Sau-mei | NG Siew Mei | 黃秀美",
    "chin": "Chin Kee Loy | Kee Loy Chin | Chen Jilai | 陳基來",
    "goh": "Wu Zhiming | Goh Chee Beng | Ng Chi-ming | Goh Chee Meng | Wu Chih-ming",
    "lim": "Lin Yuanfa | Lim Guan Huat | Lam Yuen-fat | Lin Yuan-fa | Lim Yuen Fatt",
}  # fmt: skip
JUDGED = [
    ("meng", "Dr Meng opened the debate.", "Dr Meng", "block"),
    ("meng", "Meng's paper was circulated.", "Meng", "block"),
    ("meng", "MENG said so.", "MENG", "block"),
    ("meng", "Q. Meng disagreed.", "Q. Meng", "block"),
    ("meng", "Meng Q.Y. disagreed.", "Meng Q.Y.", "block"),
    ("meng", "Qiaoyun suggested a break.", "Qiaoyun", "block"),
    ("meng", "孟女士表示赞同。", "孟女士", "block"),
    ("meng", "巧云提出了一个建议。", "巧云", "block"),
    ("meng", "孟氏は反対した。", "孟氏", "block"),
    ("meng", "멍 박사는 반대했다.", "멍 박사", "block"),
    ("meng", "맹 교수가 제안했다.", "맹 교수", "block"),
    ("lü", "여 대표는 반대했다.", "여 대표", "warn"),
    ("gao", "고 위원은 반대했다.", "고 위원", "warn"),
    ("meng", "モン氏は賛成した。", "モン氏", "block"),
    ("meng", "小孟说可以。", "小孟", "block"),
    ("meng", "write to qiaoyun.meng@linhe.example", "qiaoyun.meng", "block"),
    ("lü", "Mr Lyu agreed.", "Mr Lyu", "block"),
    ("lü", "吕总认为不可行。", "吕总", "block"),
    ("zhuge", "诸葛研究员指出", "诸葛研究员", "block"),
    ("gao", "高老师提出异议。", "高老师", "block"),
    ("gao", "Prof. Gao objected.", "Prof. Gao", "block"),
    ("ma", "马先生认为可行。", "马先生", "block"),
    ("ma", "老马说不行。", "老马", "block"),
    ("zeng", "曾教授质疑数据。", "曾教授", "block"),
    ("zeng", "Mr Tseng left.", "Mr Tseng", "block"),
    ("he", "何女士询问进展。", "何女士", "block"),
    ("cheung", "Carmen proposed it.", "Carmen", "block"),
    ("cheung", "Ms Cheung argued otherwise.", "Ms Cheung", "block"),
    ("tan", "Mr Tan noted the risk.", "Mr Tan", "block"),
    ("tan", "Tan noted the risk.", "Tan", "block"),
    ("ng", "Dr Ng agreed.", "Dr Ng", "block"),
]
CLEAN = {
    "gao": "高水平的合作 | 高山地区的铁路 | 提高效率 | 双方高度重视 | a high plateau | 最高法院 | "
    "高校参与 | 高级官员会议 | 高铁 | 登高山望远",
    "ma": "马上恢复热线 | 马来西亚 | 罗马条约 | an MA degree | 人马不足 | 巴拿马运河 | 奥巴马政府",
    "zeng": "曾表示反对 | 未曾讨论 | 与会者曾指出 | 不曾先生 | 曾任部长",
    "he": "He said it was late. | 如何表示 | 任何教授都可以 | 为何询问 | 何方负责尚不清楚 | "
    "何时说明",
    "ni": "安宁的环境 | a nil result",
    "tan": "a tan line | Tan Son Nhat airport",
    "ng": "an NGO | ngo partners",
    "lü": "吕宋岛 | Lu Xun's novels were quoted.",
    "meng": "孟加拉国的代表未出席 | 孟子说过 | Mencius was quoted | 同盟国",
    "chin": "a double chin | the Chin State of Myanmar",
    "goh": "an ng suffix | 吴语方言",
    "lim": "林业合作 | 森林管理 | 竹林 | within his limits",
    "hsieh": "感谢大家 | 谢谢主席 | 谢绝采访",
}
