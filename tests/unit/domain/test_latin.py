import pytest

from relate_desktop.domain.latin import bones, consonants, latin, latin_words, letters_of, sound


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("Łódź", "lodz"),
        ("Нина", "nina"),
        ("O'Neill", "oneill"),
        ("Παπαδόπουλος", "papadopoylos"),
        ("4711", ""),
    ],
)
def test_a_word_of_any_script_becomes_latin_letters(word: str, letters: str) -> None:
    assert latin(word) == letters


@pytest.mark.parametrize(
    "spellings",
    [
        ("Müller", "Mueller", "Muller"),
        ("Meyer", "Maier", "Mayer", "Meier"),
        ("Шевченко", "Schewtschenko", "Shevchenko"),
        ("Schmidt", "Schmitt"),
        ("Юлия", "Yuliya", "Julia"),
        ("Hannah", "Hanna"),
        ("Παπαδόπουλος", "Papadopoulos"),
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sound(word) for word in spellings}) == 1


@pytest.mark.parametrize(("one", "other"), [("Anna", "Hanna"), ("Maria", "Marta"), ("Weiss", "Voss")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(("one", "other"), [("محمد", "Mohammed"), ("דוד", "David"), ("حداد", "Haddad")])
def test_names_written_without_vowels_have_the_consonants_of_the_same_name(one: str, other: str) -> None:
    assert consonants([sound(one)]) == consonants([sound(other)]) != ""


def test_syllables_stand_alone_as_well_as_together() -> None:
    assert latin_words("李雷") == ("lilei", "li", "lei")
    assert latin_words("王小明") == ("wangxiaoming", "wang", "xiao", "ming", "xiaoming")
    assert latin_words("нина") == ("nina",)
    assert latin_words("🎈"[:0]) == ()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Jörg", "Joerg", True), ("Sara", "Sarah", True), ("Filip", "Philipp", True), ("Lisa", "Liza", False)],
)
def test_choices_in_writing_a_name_leave_its_letters(one: str, other: str, same: bool) -> None:
    assert (letters_of(one) == letters_of(other)) is same


def test_a_word_is_found_as_it_is_heard_and_a_korean_family_as_it_writes_itself() -> None:
    assert "evangelos" in latin_words("ευαγγελος")
    assert {"kim", "minjun", "gimminjun"} <= set(latin_words("김민준"))
    assert "kim" not in latin_words("김치찌개전문점")


@pytest.mark.parametrize(
    ("word", "letters"),
    [("しょう", "sho"), ("おおの", "ono"), ("μπακαλης", "bakalis"), ("ντινος", "dinos"), ("ใจดี", "chaidi")],
)
def test_letters_that_are_read_together_are_written_as_they_are_heard(word: str, letters: str) -> None:
    assert latin(word) == letters


def test_bones_are_the_consonants_without_an_article() -> None:
    assert bones("الدين") == bones("eddine") == "tn"
    assert bones("الحداد") == bones("alhaddad")
