import pytest

from relate_desktop.domain.property import Property
from relate_desktop.words.values import value_words


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BDAY", "1815-12-10", "10 December 1815"),
        ("BDAY", "--1126", "26 November"),
        ("BDAY", "some day in spring", "some day in spring"),
        ("ORG", "Moss & Mortar;", "Moss & Mortar"),
        ("NOTE", r"Likes tea\, not coffee", "Likes tea, not coffee"),
        ("CATEGORIES", r"Tea\, coffee,Friends", "“Tea, coffee”, Friends"),
        ("X-ABLabel", "_$!<Brother>!$_", "brother"),
        ("X-ABLabel", "Skype twin", "Skype twin"),
        ("PHOTO", "media:" + "a" * 64, "a picture or file"),
    ],
)
def test_a_line_is_said_for_people(name: str, value: str, words: str) -> None:
    assert value_words(Property(name, value)) == words
