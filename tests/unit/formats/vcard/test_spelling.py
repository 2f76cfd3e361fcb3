"""How values of each name are spelled."""

import pytest

from relate_desktop.formats.vcard.spelling import Spelling, spelling_of


@pytest.mark.parametrize(
    ("name", "value_type", "spelling"),
    [
        ("NOTE", "", Spelling.TEXT),
        ("N", "", Spelling.LISTS),
        ("ADR", "text", Spelling.LISTS),
        ("ORG", "", Spelling.STRUCTURE),
        ("CATEGORIES", "", Spelling.LIST),
        ("BDAY", "", Spelling.PLAIN),
        ("BDAY", "text", Spelling.TEXT),
        ("TEL", "uri", Spelling.PLAIN),
        ("RELATED", "text", Spelling.TEXT),
        ("X-NOBODY", "", Spelling.AS_WRITTEN),
        ("X-NOBODY", "uri", Spelling.PLAIN),
    ],
)
def test_name_and_value_parameter_decide(name: str, value_type: str, spelling: Spelling) -> None:
    assert spelling_of(name, value_type, frozenset()) is spelling


def test_japanese_reading_of_a_name_has_parts() -> None:
    assert spelling_of("SOUND", "", frozenset({"X-IRMC-N"})) is Spelling.STRUCTURE
    assert spelling_of("SOUND", "", frozenset()) is Spelling.PLAIN
