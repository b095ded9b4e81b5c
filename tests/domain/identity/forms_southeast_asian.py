"""Vietnamese, Malay, Indonesian, Thai, Burmese and Philippine names."""

from planted import GIVEN_FIRST, person, rooms_of

ROOMS = rooms_of(
    {
        "khải": person("Nguyễn", "Văn Khải", "Nguyễn Văn Khải", "VN"),
        "ngọc": person("Trần", "Thị Bích Ngọc", "", "VN"),
        "bảo": person("Lê", "Quốc Bảo", "Lê Quốc Bảo", "VN"),
        "sơn": person("Phạm", "Hồng Sơn", "", "VN"),
        "châu": person("Đặng", "Minh Châu", "Đặng Minh Châu", "VN"),
        "zulkifli": person("Rahmat", "Zulkifli bin", "", "MY", title="Datuk"),
        "noraini": person("", "Noraini binti Hashim", "", "MY"),
        "farid": person("bin Othman", "Mohd Farid", "", "MY"),
        "hartono": person("Hartono", "", "", "ID"),
        "djoko": person("Widjajakusuma", "Djoko", "", "ID"),
        "retno": person("Soerjadi", "Retno", "", "ID"),
        "anuchit": person("Phanthong", "Anuchit", "อนุชิต พันทอง", "TH"),
        "kanya": person("Wongsawan", "Kanyarat", "กัญญารัตน์ วงศ์สวรรค์", "TH"),
        "thida": person("Khin Thida", "", "", "MM", title="Daw"),
        "reyes": person("Magsaysay-Cruz", "Maria Lourdes", "", "PH", order="given-first"),
    }
)  # fmt: skip
assert "TH" in GIVEN_FIRST
FORMS = {
    "khải": "Nguyễn Văn Khải | Nguyen Van Khai | Khai Nguyen | Khải Nguyễn | Nguyen Khai | "
    "Van Khai Nguyen | Khai Van Nguyen | NGUYEN Van Khai | Nguyen V. Khai | Nguyen Van\nKhai | "
    "Nguye\u0302\u0303n Va\u0306n Kha\u0309i | khai.nguyen | NGUYEN VAN KHAI | Nguyen, Van Khai | "
    "Văn Khải Nguyễn",
    "ngọc": "Tran Thi Bich Ngoc | Trần Thị Bích Ngọc | Bich Ngoc Tran | Ngoc Tran | "
    "Tran Bich Ngoc | "
    "TRAN Thi Bich Ngoc | Tran T. B. Ngoc | Ngoc Bich Tran | Tran Thi Ngoc | Tran Ngoc",
    "bảo": "Le Quoc Bao | Lê Quốc Bảo | Bao Le | Bao Quoc Le | Quoc Bao Le | LE Quoc Bao",
    "sơn": "Pham Hong Son | Phạm Hồng Sơn | Son Pham | Hong Son Pham | Pham Son",
    "châu": "Dang Minh Chau | Đặng Minh Châu | Chau Dang | Minh Chau Dang | Đặng Châu",
    "zulkifli": "Zulkifli bin Rahmat | Zulkifli Rahmat | Zulkifli b. Rahmat | Zulkifli B. Rahmat | "
    "ZULKIFLI bin Rahmat | Zulkifli Bin Rahmat | Datuk Zulkifli bin Rahmat | Datuk Zulkifli Rahmat",
    "noraini": "Noraini binti Hashim | Noraini Hashim | Noraini bt. Hashim | Noraini bte Hashim | "
    "NORAINI BINTI HASHIM | Puan Noraini Hashim",
    "farid": "Mohd Farid bin Othman | Mohd. Farid Othman | Mohamad Farid bin Othman | "
    "Muhammad Farid Othman | Farid bin Othman | Mohammed Farid bin Othman | Farid Othman",
    "djoko": "Djoko Widjajakusuma | Joko Wijayakusuma | Djoko Widjajakoesoema | "
    "Joko Widjajakusuma | "
    "DJOKO WIDJAJAKUSUMA | Widjajakusuma, Djoko",
    "retno": "Retno Soerjadi | Retno Suryadi | Retno Surjadi | Ibu Retno Suryadi",
    "anuchit": "Anuchit Phanthong | Phanthong Anuchit | ANUCHIT Phanthong | อนุชิต พันทอง | "
    "อนุชิตพันทอง | "
    "Khun Anuchit Phanthong",
    "kanya": "Kanyarat Wongsawan | กัญญารัตน์ วงศ์สวรรค์ | Dr Kanyarat Wongsawan",
    "thida": "Khin Thida | Daw Khin Thida | KHIN THIDA | Khinthida",
    "reyes": "Maria Lourdes Magsaysay-Cruz | Lourdes Cruz | Maria Lourdes M. Cruz | "
    "Maria Magsaysay-Cruz | Magsaysay Cruz, Maria Lourdes | Lourdes Magsaysay-Cruz",
}  # fmt: skip
JUDGED = [
    ("khải", "Mr Khai replied.", "Mr Khai", "block"),
    ("khải", "Mr. Nguyen replied.", "Mr. Nguyen", "block"),
    ("khải", "Ông Khải đồng ý.", "Ông Khải", "block"),
    ("khải", "Ambassador Van Khai noted it.", "Van Khai", "block"),
    ("khải", "Khai argued against it.", "Khai", "block"),
    ("ngọc", "Ms Ngoc proposed it.", "Ms Ngoc", "block"),
    ("ngọc", "Bà Ngọc", "Bà Ngọc", "block"),
    ("ngọc", "Dr Bich Ngoc agreed.", "Bich Ngoc", "block"),
    ("sơn", "Dr Son said so.", "Dr Son", "block"),
    ("sơn", "Prof. Hong Son said so.", "Hong Son", "block"),
    ("bảo", "Mr Bao objected.", "Mr Bao", "block"),
    ("châu", "Chị Châu", "Chị Châu", "block"),
    ("châu", "Ms Chau's view", "Chau", "block"),
    ("zulkifli", "Datuk Zulkifli proposed it.", "Datuk Zulkifli", "block"),
    ("zulkifli", "Tan Sri Zulkifli agreed.", "Tan Sri Zulkifli", "block"),
    ("zulkifli", "Zulkifli argued for it.", "Zulkifli", "block"),
    ("zulkifli", "Encik Zulkifli", "Encik Zulkifli", "block"),
    ("zulkifli", "Dr Rahmat agreed.", "Dr Rahmat", "block"),
    ("noraini", "Puan Noraini said so.", "Puan Noraini", "block"),
    ("noraini", "Tun Noraini said so.", "Tun Noraini", "block"),
    ("farid", "Tuan Haji Farid said so.", "Haji Farid", "block"),
    ("farid", "Farid noted it.", "Farid", "block"),
    ("hartono", "Pak Hartono warned.", "Pak Hartono", "block"),
    ("hartono", "Hartono warned.", "Hartono", "block"),
    ("hartono", "Bapak Hartono", "Bapak Hartono", "block"),
    ("djoko", "Pak Joko asked.", "Pak Joko", "block"),
    ("retno", "Ibu Retno asked.", "Ibu Retno", "block"),
    ("retno", "Bu Retno asked.", "Bu Retno", "block"),
    ("anuchit", "Khun Anuchit agreed.", "Khun Anuchit", "block"),
    ("anuchit", "Dr Anuchit agreed.", "Dr Anuchit", "block"),
    ("anuchit", "คุณอนุชิตเห็นด้วย", "คุณอนุชิต", "block"),
    ("anuchit", "ดร. อนุชิตกล่าวว่า", "อนุชิต", "block"),
    ("anuchit", "Acharn Anuchit", "Anuchit", "block"),
    ("thida", "Daw Khin Thida spoke.", "Khin Thida", "block"),
    ("thida", "Daw Thida spoke.", "Daw Thida", "block"),
    ("reyes", "Ms Cruz asked.", "Ms Cruz", "block"),
    ("reyes", "Lourdes asked.", "Lourdes", "block"),
]
CLEAN = {
    "sơn": "his son attended | My Son sanctuary | the Red River delta",
    "bảo": "le monde | the BAO project",
    "châu": "A chau is an island.",
    "zulkifli": "a bin for paper | recycling bins",
    "djoko": "Kusuma prize",
    "ngọc": "Ngoc Linh ginseng was shown.",
    "thida": "Kin groups",
    "reyes": "Santa Cruz islands",
}
