from relate_desktop.formats.vcard.spelling import Spelling
from relate_desktop.formats.vcard.value_kinds import item_spelling, knows, may_embed, value_type
from tests.unit.formats.vcard.lines import a_property


def test_the_value_parameter_decides_before_the_name() -> None:
    assert value_type(a_property("TEL;VALUE=URI", "x")) == "uri"
    assert item_spelling(a_property("TEL", "x")) is Spelling.TEXT
    assert item_spelling(a_property("TEL;VALUE=uri", "x")) is Spelling.PLAIN
    assert item_spelling(a_property("RELATED;VALUE=text", "x")) is Spelling.TEXT
    assert item_spelling(a_property("SOUND;X-IRMC-N", "x")) is Spelling.STRUCTURE


def test_versions_know_their_own_properties() -> None:
    assert knows("3.0", "SORT-STRING")
    assert not knows("4.0", "SORT-STRING")
    assert not knows("3.0", "GENDER")
    assert knows("3.0", "X-ANYTHING")


def test_only_what_can_hold_content_refers_to_it() -> None:
    assert may_embed(a_property("PHOTO", "x"))
    assert may_embed(a_property("X-FOO;ENCODING=b", "x"))
    assert may_embed(a_property("X-FOO;BASE64", "x"))
    assert not may_embed(a_property("X-FOO", "x"))
    assert not may_embed(a_property("NOTE", "x"))
