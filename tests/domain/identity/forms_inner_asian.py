"""Mongolian names with the initial of a father, Indian initials and single names, Kazakh ones."""

from planted import person, rooms_of

ROOMS = rooms_of(
    {
        "enkhtuya": person("Batbayar", "Enkhtuya", "Батбаяр Энхтуяа", "MN"),
        "ganzorig": person("Dorj", "Ganzorig", "Дорж Ганзориг", "MN"),
        "solongo": person("Batbayaryn", "Solongo", "Батбаярын Солонго", "MN"),
        "oyun": person("S.", "Oyunbileg", "", "MN"),
        "raghunathan": person("Raghunathan", "K. V.", "", "IN"),
        "lakshmi": person("Venkataraman", "Lakshmi", "", "IN"),
        "sivakumar": person("Sivakumar", "", "", "IN"),
        "meenakshi": person("", "A. P. Meenakshi", "", "IN"),
        "chatterjee": person("Chatterjee", "Anindita", "", "IN"),
        "bekova": person("Nurbekova", "Aigerim", "Айгерим Нурбекова", "KZ", order="given-first"),
    }
)
FORMS = {
    "enkhtuya": "Batbayar Enkhtuya | Enkhtuya Batbayar | B. Enkhtuya | B.Enkhtuya | Enkhtuya B. | "
    "Батбаяр Энхтуяа | Б. Энхтуяа | Батбаярын Энхтуяа | ENKHTUYA Batbayar | Enkhtuyaa Batbayar",
    "ganzorig": "Dorj Ganzorig | D. Ganzorig | Ganzorig Dorj | Д.Ганзориг | Ganzorig D.",
    "solongo": "Batbayaryn Solongo | Solongo Batbayar | Batbayar Solongo | B. Solongo | "
    "Батбаярын Солонго | Солонго Батбаяр",
    "oyun": "S. Oyunbileg | S.Oyunbileg | Oyunbileg S. | OYUNBILEG S.",
    "raghunathan": "K. V. Raghunathan | K.V. Raghunathan | KV Raghunathan | Raghunathan, K. V. | "
    "K V Raghunathan | Raghunathan K.V.",
    "lakshmi": "Lakshmi Venkataraman | L. Venkataraman | V. Lakshmi | Venkataraman Lakshmi",
    "meenakshi": "A. P. Meenakshi | A.P. Meenakshi | AP Meenakshi | Meenakshi A.P.",
    "chatterjee": "Anindita Chatterjee | Chatterjee, Anindita | Anindita CHATTERJEE",
    "bekova": "Aigerim Nurbekova | Айгерим Нурбекова | Aygerim Nurbekova | Нурбекова Айгерим",
}
JUDGED = [
    ("enkhtuya", "Ms Enkhtuya agreed.", "Ms Enkhtuya", "block"),
    ("enkhtuya", "Enkhtuya agreed.", "Enkhtuya", "block"),
    ("ganzorig", "Ganzorig guai", "Ganzorig", "block"),
    ("sivakumar", "Shri Sivakumar asked.", "Shri Sivakumar", "block"),
    ("sivakumar", "Mr Sivakumar asked.", "Mr Sivakumar", "block"),
    ("meenakshi", "Smt. Meenakshi asked.", "Meenakshi", "block"),
    ("raghunathan", "Ambassador Raghunathan asked.", "Ambassador Raghunathan", "block"),
    ("lakshmi", "Lakshmi-ji asked.", "Lakshmi-ji", "block"),
    ("bekova", "Нурбекова подчеркнула", "Нурбекова", "block"),
]
CLEAN = {
    "oyun": "The S. curve was shown. | s. 3 of the act",
    "ganzorig": "D. was left out.",
    "raghunathan": "K. V. is an abbreviation.",
}
