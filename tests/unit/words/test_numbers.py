import pytest

from relate_desktop.words.numbers import count_words, listed, people, sentence


@pytest.mark.parametrize(
    ("count", "words"), [(0, "no"), (1, "one"), (12, "twelve"), (13, "13"), (1940, "1,940"), (-1, "-1")]
)
def test_counts_are_words_up_to_twelve(count: int, words: str) -> None:
    assert count_words(count) == words


def test_one_is_a_person_and_several_are_people() -> None:
    assert (people(1), people(2), people(190)) == ("one person", "two people", "190 people")


def test_things_in_a_row_end_with_and() -> None:
    assert [listed(["a", "b", "c"][:count]) for count in range(4)] == ["", "a", "a and b", "a, b and c"]


def test_a_sentence_begins_with_a_capital() -> None:
    assert sentence("twelve people") == "Twelve people"
    assert sentence("") == ""
