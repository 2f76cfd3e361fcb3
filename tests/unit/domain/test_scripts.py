from relate_desktop.domain.scripts import look_alike, script_of, script_of_word


def test_letters_and_words_have_an_alphabet() -> None:
    assert [script_of(letter) for letter in "aжλ山"] == ["LATIN", "CYRILLIC", "GREEK", "CJK"]
    assert script_of_word("'Ада") == "CYRILLIC"
    assert script_of_word("4711") == ""


def test_a_word_of_two_scripts_is_no_honest_name() -> None:
    assert look_alike(["аnna Smith"])  # its first letter is Cyrillic
    assert not look_alike(["Анна Smith", "Иван", "山田 Hanako"])
