"""Invented names in many scripts, and what surrounds a name in an address book."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Land:
    """Names, places and number habits of one language's people; ``sound`` spells a name's reading."""

    families: tuple[str, ...]
    givens: tuple[str, ...]
    cities: tuple[str, ...]
    country: str
    prefix: str
    """The country's calling code with the plus sign."""
    sound: bool = False
    """Whether phones of this land store how a name is read."""


LANDS = (
    Land(
        ("Müller", "Weiß", "Schröder", "von der Heide", "Köhler", "Brandt", "Jäger", "Lindner"),
        ("Anna", "Jürgen", "Käthe", "Björn", "Sören", "Ute", "Zoë", "Hans-Peter"),
        ("Köln", "München", "Görlitz", "Bad Homburg v. d. Höhe"),
        "Deutschland",
        "+49",
    ),
    Land(
        ("Smith", "O'Neill", "Fitzgerald-Jones", "Okafor", "MacDonald", "Singh", "Whitby", "Lovelace"),
        ("Ada", "Grace", "Wei-Ling", "Tom", "Priya", "Aoife", "Samuel", "J. R."),
        ("Leeds", "St. Ives", "Newcastle upon Tyne", "Cork"),
        "United Kingdom",
        "+44",
    ),
    Land(
        ("Lefèvre", "d'Aubigné", "Desjardins", "Hélène-Marchand", "Nguyễn", "Le Goff"),
        ("Amélie", "François", "Noël", "Chloé", "Anaïs", "Œdipe"),
        ("Besançon", "Orléans", "Saint-Étienne"),
        "France",
        "+33",
    ),
    Land(
        ("Łukasiewicz", "Dąbrowska", "Święs", "Żółkiewski"),
        ("Małgorzata", "Łucja", "Paweł", "Zbigniew"),
        ("Łódź", "Gdańsk", "Kraków"),
        "Polska",
        "+48",
    ),
    Land(
        ("Yılmaz", "Çelik", "Şahin", "Öztürk"),
        ("İpek", "Ğülşen", "Çağrı", "Işıl"),
        ("İstanbul", "İzmir"),
        "Türkiye",
        "+90",
    ),
    Land(
        ("Толстая", "Иванов", "Щербаков", "Ёлкина"),
        ("Анна", "Пётр", "Юлия", "Алексей"),
        ("Санкт-Петербург", "Казань"),
        "Россия",
        "+7",
    ),
    Land(
        ("Παπαδόπουλος", "Οικονόμου"), ("Ελένη", "Γιώργος", "Άννα"), ("Αθήνα", "Θεσσαλονίκη"), "Ελλάδα", "+30"
    ),
    Land(
        ("李", "王", "张", "欧阳"),
        ("雷", "小明", "韩梅梅", "伟"),
        ("北京", "上海", "深圳"),
        "中国",
        "+86",
        sound=True,
    ),
    Land(("山田", "佐藤", "渡邊"), ("花子", "太郎", "さくら"), ("東京", "大阪"), "日本", "+81", sound=True),
    Land(("김", "이", "박"), ("민준", "서연", "지우"), ("서울", "부산"), "대한민국", "+82"),
    Land(("الأحمد", "حداد", "المصري"), ("ليلى", "محمد", "فاطمة"), ("القاهرة", "عمّان"), "مصر", "+20"),
    Land(("כהן", "לוי"), ("נועה", "דוד", "שרה"), ("חיפה", "תל אביב"), "ישראל", "+972"),
    Land(("शर्मा", "पटेल"), ("प्रिया", "अर्जुन", "आशा"), ("दिल्ली", "मुंबई"), "भारत", "+91"),
    Land(("สุขใจ", "ทองดี"), ("มาลี", "สมชาย"), ("กรุงเทพมหานคร",), "ประเทศไทย", "+66"),
)

WEIGHTS = (26, 26, 10, 6, 5, 7, 3, 5, 4, 2, 3, 1, 1, 1)
"""How often each land is met; most address books are mostly in one or two scripts."""

READINGS = {
    "李": "Li",
    "王": "Wang",
    "张": "Zhang",
    "欧阳": "Ouyang",
    "雷": "Lei",
    "小明": "Xiaoming",
    "韩梅梅": "Han Meimei",
    "伟": "Wei",
    "山田": "やまだ",
    "佐藤": "さとう",
    "渡邊": "わたなべ",
    "花子": "はなこ",
    "太郎": "たろう",
    "さくら": "さくら",
}

COMPANIES = (
    "Nordlicht GmbH",
    "Hill & Daughters Ltd",
    "Atelier Brun; Cie",
    "Kōbō Studio",
    "Ostwind Verlag",
    "Harbour Theatre, Education",
    "Zażółć S.A.",
    "Ромашка",
    "三和設計",
)
ROLES = (
    "Architect",
    "Editor",
    "Übersetzerin",
    "Accounts",
    "Stage manager",
    "Ingénieure",
    "Печатник",
    "Lawyer",
)
CIRCLES = ("Clients", "Friends", "Family", "Neighbours", "Choir", "Print shop", "Lisbon 2019", "Kunden")
STREETS = ("High Street", "Am Alten Markt", "Rue de l'Église", "ul. Długa", "Bäckergasse", "Station Road")
WORDS = (
    "met at the book fair in Leipzig",
    "prefers mail to calls, never before ten",
    "asked about the poster for the autumn season",
    "two children, the elder plays the oboe",
    "invoice to the studio, not to her",
    "allergisch gegen Nüsse",
    "knows everybody in the harbour quarter",
    "sent the draft; waits for our answer",
    "old number still works on Sundays",
    "introduced by Grace",
    "gate code 4711#, second yard",
    "speaks Polish and a little Turkish",
)

SYLLABLES = (
    "bar",
    "dow",
    "el",
    "fen",
    "gru",
    "hal",
    "is",
    "jor",
    "kel",
    "lin",
    "mar",
    "nov",
    "os",
    "pel",
    "ras",
    "sten",
)
