"""Letters of any script as the index has them."""

import pytest

from relate_desktop.domain.search_letters import paired, pairs_in, pieces_with_e, separated, with_e


@pytest.mark.parametrize(
    ("folded", "wanted"),
    [
        ("o'neil-smith", "o'neil-smith"),
        ("нина—иванова", "нина иванова"),
        ("tea ☕now", "tea  ☕ now"),
        ("カナ", "かな"),
    ],
)
def test_what_is_no_letter_of_any_script_is_a_blank_and_a_picture_a_word(folded: str, wanted: str) -> None:
    assert separated(folded) == wanted


def test_scripts_without_blanks_are_cut_into_pairs() -> None:
    assert pairs_in("王小明") == ["王小", "小明"]
    assert paired("li 王小明 li").split() == ["li", "王小", "小明", "明", "li"]
    assert paired("нина") == "нина"


def test_umlauts_are_two_letters_however_they_are_composed() -> None:
    assert with_e("MÜLLER o\u0308l") == "mueller oel"
    assert with_e("Kehl") == "kehl"


def test_only_the_pieces_with_umlauts_are_spelled_again() -> None:
    assert pieces_with_e("Anna Müller, Köln Süd 4") == ["mueller,", "koeln", "sued"]
    assert pieces_with_e("Łódź") == []
