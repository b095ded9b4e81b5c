"""European names, transliterated ones, nicknames and initials; western names in eastern scripts."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "hagenow": person("von Hagenow", "Ursula", "", "DE"),
        "meulen": person("van der Meulen", "Pieter", "", "NL"),
        "courcelles": person("de Courcelles", "Jean-Baptiste", "", "FR"),
        "kárpáti": person("Kárpáti", "Zsófia", "", "HU", order="family-first"),
        "ibáñez": person("Ibáñez Quintana", "María del Carmen", "", "ES"),
        "havryliuk": person("Havryliuk", "Ihor", "Ігор Гаврилюк", "UA", order="given-first"),
        "shcherbakov": person("Shcherbakov", "Yevgeny", "Евгений Щербаков", "RU"),
        "tsvetkova": person("Tsvetkova", "Yulia Sergeyevna", "", "RU"),
        "ashdown": person("Ashdown", "Robert", "", "GB", reading="ロバート・アッシュダウン",
                          forms=("애쉬다운", "罗伯特·阿什当")),
        "sjöström": person("Sjöström", "Anders", "", "SE", order="given-first"),
        "novotný": person("Novotný", "Jiří", "", "CZ", order="given-first"),
        "müller": person("Müller-Brandt", "Käthe", "", "DE"),
        "oconnell": person("O'Connell", "Margaret", "マーガレット・オコンネル", "GB"),
        "young": person("Young", "Grace", "", "US"),
        "rose": person("May", "Rose", "", "GB"),
        "long": person("Long", "William J.", "", "US"),
        "papadakis": person("Papadakis", "Giorgos", "Γιώργος Παπαδάκης", "GR", order="given-first"),
        "erdem": person("Yıldızoğlu", "Şule", "", "TR", order="given-first"),
    }
)  # fmt: skip
FORMS = {
    "hagenow": "Ursula von Hagenow | von Hagenow, Ursula | Ursula VON HAGENOW | Ursula Hagenow | "
    "Hagenow, Ursula von | v. Hagenow, Ursula | Ursula v. Hagenow",
    "meulen": "Pieter van der Meulen | van der Meulen, Pieter | Meulen, Pieter van der | "
    "Pieter v.d. Meulen | Pieter VAN DER MEULEN | Pieter van\nder Meulen | Pieter Meulen",
    "courcelles": "Jean-Baptiste de Courcelles | Jean Baptiste de Courcelles | "
    "DE COURCELLES Jean-Baptiste | "
    "Courcelles, Jean-Baptiste de | Jean-Baptiste Courcelles",
    "kárpáti": "Kárpáti Zsófia | Zsófia Kárpáti | Karpati Zsofia | Zsofia Karpati | KÁRPÁTI Zsófia",
    "ibáñez": "María del Carmen Ibáñez Quintana | Maria Ibanez | María Ibáñez | "
    "Carmen Ibáñez Quintana | "
    "María del Carmen Ibáñez | Ibáñez Quintana, María del Carmen | Ibanez-Quintana, Maria | "
    "Mª del Carmen Ibáñez",
    "havryliuk": "Ihor Havryliuk | Ігор Гаврилюк | Igor Gavrilyuk | Гаврилюк Ігор | "
    "Ihor Gavryliuk | "
    "Igor Gavriliuk | ИГОРЬ ГАВРИЛЮК | ІГОР ГАВРИЛЮК | Ihor Havrylyuk",
    "shcherbakov": "Yevgeny Shcherbakov | Evgeny Shcherbakov | Evgenii Shcherbakov | "
    "Evgeniy Scherbakov | "
    "Yevgeniy Shcherbakov | Евгений Щербаков | Щербаков Евгений | SHCHERBAKOV Yevgeny | "
    "Jewgeni Schtscherbakow | Evgueni Chtcherbakov | Евгения Щербакова | Evgenij Ščerbakov",
    "tsvetkova": "Yulia Tsvetkova | Yuliya Tsvetkova | Julia Tsvetkova | Iulia Tsvetkova | "
    "Yulia Sergeyevna Tsvetkova | Yulia S. Tsvetkova",
    "ashdown": "Robert Ashdown | Bob Ashdown | Rob Ashdown | Bobby Ashdown | Robert J. Ashdown | "
    "ロバート・アッシュダウン | ロバート＝アッシュダウン | 罗伯特·阿什当 | 羅伯特．阿什當 | "
    "Ashdown, Robert | 罗伯特阿什当",
    "sjöström": "Anders Sjöström | Anders Sjostrom | Anders Sjoestroem | SJÖSTRÖM Anders | "
    "Anders Sjo\u0308stro\u0308m",
    "novotný": "Jiří Novotný | Jiri Novotny | Novotný Jiří | JIŘÍ NOVOTNÝ",
    "müller": "Käthe Müller-Brandt | Kaethe Mueller-Brandt | Kathe Muller-Brandt | Käthe Müller | "
    "Käthe Brandt | Müller-\nBrandt, Käthe | Käthe Müller Brandt",
    "oconnell": "Margaret O'Connell | Margaret O’Connell | Margaret OConnell | Maggie O'Connell | "
    "Peggy O'Connell | マーガレット・オコンネル | Margaret O Connell",
    "young": "Grace Young | Young, Grace | YOUNG Grace",
    "rose": "Rose May | MAY Rose | May, Rose | Rosie May",
    "long": "William Long | William J. Long | Bill Long | Will Long | LONG William",
    "papadakis": "Giorgos Papadakis | Γιώργος Παπαδάκης | ΓΙΩΡΓΟΣ ΠΑΠΑΔΑΚΗΣ | Παπαδάκης Γιώργος",
    "erdem": "Şule Yıldızoğlu | Sule Yildizoglu | ŞULE YILDIZOĞLU",
}  # fmt: skip
JUDGED = [
    ("hagenow", "Dr von Hagenow agreed.", "Dr von Hagenow", "block"),
    ("hagenow", "Hagenow's draft", "Hagenow", "block"),
    ("hagenow", "U. von Hagenow agreed.", "von Hagenow", "block"),
    ("meulen", "Van der Meulen noted it.", "Van der Meulen", "block"),
    ("courcelles", "J.-B. de Courcelles asked.", "J.-B. de Courcelles", "block"),
    ("tsvetkova", "Yu. S. Tsvetkova asked.", "Tsvetkova", "block"),
    ("courcelles", "M. de Courcelles noted it.", "de Courcelles", "block"),
    ("kárpáti", "Dr Karpati", "Dr Karpati", "block"),
    ("ibáñez", "Dr Ibáñez asked.", "Dr Ibáñez", "block"),
    ("ibáñez", "Ms Quintana asked.", "Ms Quintana", "block"),
    ("havryliuk", "Ihor proposed it.", "Ihor", "block"),
    ("havryliuk", "Г-н Гаврилюк отметил", "Гаврилюк", "block"),
    ("shcherbakov", "Щербаков отметил, что", "Щербаков", "block"),
    ("shcherbakov", "по мнению Щербакова", "Щербакова", "block"),
    ("ashdown", "Bob suggested a break.", "Bob", "block"),
    ("ashdown", "アッシュダウン氏は述べた。", "アッシュダウン氏", "block"),
    ("ashdown", "애쉬다운 박사는", "애쉬다운 박사", "block"),
    ("ashdown", "阿什当先生认为", "阿什当先生", "block"),
    ("ashdown", "RA argued that it was late.", "RA", "warn"),
    ("ashdown", "RA: we need data.", "RA", "block"),
    ("novotný", "J. Novotny agreed.", "J. Novotny", "block"),
    ("novotný", "The point was made (JN).", "JN", "warn"),
    ("oconnell", "Ms OConnell agreed.", "OConnell", "block"),
    ("oconnell", "オコンネル氏は", "オコンネル氏", "block"),
    ("young", "Ms Young argued that it was late.", "Ms Young", "block"),
    ("young", "Young argued that it was late.", "Young", "block"),
    ("rose", "Rose argued for it.", "Rose", "block"),
    ("rose", "Ms May's paper", "Ms May", "block"),
    ("long", "Mr Long's paper", "Mr Long", "block"),
    ("long", "as Long argued", "Long", "block"),
    ("papadakis", "ο κ. Παπαδάκης", "Παπαδάκης", "block"),
]
CLEAN = {
    "young": "Young people spoke. | A grace period was noted. | Young researchers argued for it.",
    "rose": "Prices rose in May. | May the talks resume. | In May, it was agreed. | "
    "Rose gardens were seen.",
    "long": "Long queues formed. | The talks were long.",
    "ashdown": "They bob up and down. | RA is an abbreviation of rheumatoid arthritis.",
    "novotný": "the JN virus",
    "müller": "a brand name",
    "hagenow": "von der Leyen spoke in Brussels.",
    "meulen": "the van was late",
    "courcelles": "de facto | de jure recognition",
}
