"""Bytes to text: what is declared, what is valid, what is likely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.formats.vcard.charsets import (
    Decoded,
    can_decode,
    codec_for,
    declared_elsewhere,
    decode,
    guess_encoding,
    mostly_utf8,
)


def never(_: bytes) -> str:
    pytest.fail("nothing was to be guessed")


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("utf-8", "utf-8"),
        ("US-ASCII", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("Windows-1252", "cp1252"),
        ("SHIFT_JIS", "cp932"),
        ("GB2312", "gb18030"),
        ("ISO-2022-JP", "iso2022_jp"),
        ("KOI8-R", "koi8-r"),
    ],
)
def test_known_charsets_are_read_with_the_widest_that_contains_them(declared: str, codec: str) -> None:
    assert codec_for(declared) == codec


@pytest.mark.parametrize(
    "declared",
    ["UT?R8", "murks", "base64", "zlib", "utf-7", "utf-16", "unicode_escape", "idna", "x\0y", "", "é"],
)
def test_what_is_no_text_charset_is_not_known(declared: str) -> None:
    assert codec_for(declared) is None


def test_declared_charset_beats_everything_but_valid_utf8_under_a_latin_one() -> None:
    assert decode("山".encode("cp932"), "cp932", never) == ("山", Decoded.SURE)
    assert decode("Größe".encode("cp1252"), "cp1252", never) == ("Größe", Decoded.SURE)
    assert decode("Größe".encode(), "cp1252", never) == ("Größe", Decoded.SURE)


def test_damaged_utf8_keeps_what_is_whole() -> None:
    assert decode("Füße".encode() + b"\xff", None, never) == ("Füße\ufffd", Decoded.DAMAGED)
    assert mostly_utf8("Füße".encode())
    assert not mostly_utf8("Füße".encode("cp1252"))


def test_damaged_declared_text_keeps_what_is_whole() -> None:
    assert decode("山田".encode("cp932") + b"\x81", "cp932", never) == ("山田\ufffd", Decoded.DAMAGED)


def test_utf8_that_was_cut_in_a_character_is_utf8() -> None:
    for cut in ("Café Brûlé".encode()[:-1], "山田".encode()[:-2], "José 😀".encode()[:-1]):
        text, sure = decode(cut, None, never)
        assert (text[:-1], text[-1], sure) == (cut.decode(errors="ignore"), "\ufffd", Decoded.DAMAGED)


def test_text_that_is_not_the_declared_utf8_is_guessed() -> None:
    assert decode("André".encode("cp1252"), "utf-8", lambda _: "cp1252") == ("André", Decoded.GUESSED)
    assert decode("山".encode("cp932"), "utf-8", lambda _: "cp932") == ("山", Decoded.GUESSED)


def test_charsets_that_lines_declare_are_found_the_most_frequent_first() -> None:
    lines = (
        b"N;CHARSET=UTF-8:\nFN;charset=GB2312:\nORG;CHARSET=Shift_JIS;X=1:\nNOTE;CHARSET=sjis:\nA;CHARSET=?:"
    )
    assert declared_elsewhere(lines) == ("cp932", "gb18030")
    assert can_decode("山".encode("cp932"), "cp932")
    assert not can_decode(b"\x81", "cp932")


def test_undeclared_text_is_guessed() -> None:
    assert decode("Größe".encode("cp1252"), None, lambda _: "cp1252") == ("Größe", Decoded.GUESSED)
    assert decode(b"\x81\xff", None, lambda _: "cp932")[1] is Decoded.GUESSED


NAMES = {
    "cp1252": "Jürgen Groß|José García|Peña Nieto|Bjærg Søren|Noëlle|João Simões|Niccolò|Loïc|Øyvind|"
    "Sigurður|Größe 80 €|Café „Zum Löwen“|Müller & Söhne – Köln|Château d’Yquem|Àngels Barceló|Œdipe",
    "cp1250": "Łódź Świętokrzyska|Łukasz Żółć|Kovačić|Dvořák|Piotr Iksiński|Nováček|Őszi Gergő|Jiří|"
    "Kučera|Đoković Novak|Erdős Pál|Němec|Jędrzejczak|Šťastný|Ştefan Băsescu|Růžena|Ľudovít Štúr",
    "iso8859-2": "Šárka Žďárská|Wałęsa|Łódź",
    "cp1254": "Işıl Güneş|Şahin|Çağlar|İbrahim|Erdoğan|Ayşe",
    "cp1257": "Jānis Bērziņš|Vaira Vīķe|Žydrūnas Savickas",
    "cp1251": "Владимир Иванов|Юля|ООО «Ромашка»|Київ Шевченко|Пётр|Анна|ЛУКОЙЛ",
    "koi8-r": "Иванов|Ольга Ильина|ЛУКОЙЛ",
    "cp1253": "Γιώργος Παπαδόπουλος|Άννα|ΑΘΗΝΑ|Θεσσαλονίκη",
    "cp1255": "משה כהן|כהן|שרה לוי|תל אביב",
    "cp1256": "محمد علي|أحمد|فاطمة|عبد الله",
    "cp874": "สมชาย|สุดา ใจดี",
    "cp932": "山田太郎|佐藤 花子|さくら|スズキ イチロー|ﾔﾏﾀﾞ ﾀﾛｳ",
    "euc_jp": "山田太郎|鈴木一郎|トヨタ自動車",
    "gb18030": "王小明先生|李雷|张伟|韩梅梅|诸葛亮|北京科技有限公司",
    "cp950": "陳大文|林志玲|馬英九|台北市",
    "cp949": "김철수|김민준|홍길동|삼성전자|서울시 강남구",
}
"""Each name alone has to be enough: a card of one person has no more that is not ASCII."""


@pytest.mark.parametrize(
    ("text", "codec"), [(one, codec) for codec in NAMES for one in NAMES[codec].split("|")]
)
def test_name_is_guessed_right(text: str, codec: str) -> None:
    raw = text.encode(codec)
    assert raw.decode(guess_encoding([raw])) == text


@pytest.mark.parametrize("codec", NAMES)
def test_a_name_that_could_be_another_is_told_by_those_beside_it(codec: str) -> None:
    names = [one.encode(codec) for one in NAMES[codec].split("|")]
    guessed = guess_encoding([name[:1] for name in names if name[:1].isascii()] + names)
    assert [name.decode(guessed) for name in names] == NAMES[codec].split("|")


@pytest.mark.parametrize(
    ("text", "codec"),
    [("王小明" * 5_000, "gb18030"), ("Piotr Iksiński " * 5_000, "cp1250"), ("Пётр " * 5_000, "cp1251")],
)
def test_a_long_text_is_told_by_its_beginning(text: str, codec: str) -> None:
    assert guess_encoding([text.encode(codec)]) == codec


@pytest.mark.parametrize("text", ["Hélène", "Håkon", "José Ñandú, María Peña", "Søren, Jürgen, Chloé, João"])
def test_western_letters_are_western(text: str) -> None:
    assert guess_encoding([text.encode("cp1252")]) == "cp1252"


@given(st.binary(), st.sampled_from([None, "cp1252", "cp932", "utf-8", "iso2022_jp", "gb18030", "hz"]))
def test_every_bytes_become_text_that_can_be_stored(raw: bytes, declared: str | None) -> None:
    text, _ = decode(raw, declared, lambda _: "cp1252")
    text.encode()


@given(st.binary(min_size=1))
def test_guess_is_always_a_codec(raw: bytes) -> None:
    raw.decode(guess_encoding([raw]), "replace")
