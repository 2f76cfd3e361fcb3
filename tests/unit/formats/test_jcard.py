import json

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.formats.jcard import jcard_line, jcard_lines, to_jcard
from tests.unit.formats.vcard.lines import MediaShelf, a_picture, a_property

NOTHING = MediaShelf()


def line(head: str, value: str) -> object:
    """The one jCard property that a property becomes."""
    card = json.loads(json.dumps(to_jcard([a_property(head, value)], NOTHING)))
    assert card[0] == "vcard"
    assert card[1][0] == ["version", {}, "text", "4.0"]
    assert len(card[1]) == 2
    return card[1][1]


def test_text_is_plain() -> None:
    assert line("NOTE", r"a\, b\; c\nd\\e") == ["note", {}, "text", "a, b; c\nd\\e"]


def test_types_are_lists_and_groups_are_parameters() -> None:
    assert line("item1.TEL;HOME;CELL", "1") == [
        "tel",
        {"type": ["HOME", "CELL"], "group": "item1"},
        "text",
        "1",
    ]


def test_repeated_parameters_are_one_list() -> None:
    assert line("TEL;TYPE=home;TYPE=voice", "1") == ["tel", {"type": ["home", "voice"]}, "text", "1"]


def test_structured_values_are_arrays_of_components() -> None:
    assert line("N", r"van Doe;Jo;A,B;;") == ["n", {}, "text", ["van Doe", "Jo", ["A", "B"], "", ""]]


def test_a_single_component_is_a_text() -> None:
    assert line("ORG", "Acme") == ["org", {}, "text", "Acme"]
    assert line("ORG", "Acme;Sales") == ["org", {}, "text", ["Acme", "Sales"]]


def test_lists_are_several_values() -> None:
    assert line("CATEGORIES", r"a\,b,c") == ["categories", {}, "text", "a,b", "c"]


def test_dates_are_spelled_with_hyphens() -> None:
    assert line("BDAY", "19850412") == ["bday", {}, "date-and-or-time", "1985-04-12"]
    assert line("BDAY", "--0412") == ["bday", {}, "date-and-or-time", "--04-12"]
    assert line("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-04-12") == ["bday", {}, "date-and-or-time", "--04-12"]
    assert line("BDAY", "circa 1800") == ["bday", {}, "text", "circa 1800"]
    assert line("REV", "19951031T222710Z") == ["rev", {}, "timestamp", "1995-10-31T22:27:10Z"]


def test_the_value_parameter_is_the_type() -> None:
    assert line("TEL;VALUE=uri", "tel:+1") == ["tel", {}, "uri", "tel:+1"]
    assert line("TZ", "-05:00") == ["tz", {}, "utc-offset", "-05:00"]


def test_what_nobody_knows_is_copied_as_unknown() -> None:
    assert line("X-FOO", r"a\,b;c") == ["x-foo", {}, "unknown", r"a\,b;c"]


def test_old_properties_stay_in_their_place() -> None:
    properties = [a_property(name, "x") for name in ("LABEL", "FN", "SORT-STRING", "AGENT", "MAILER")]

    card = json.loads(json.dumps(to_jcard(properties, NOTHING)))

    assert [one[0] for one in card[1]] == ["version", "label", "fn", "sort-string", "agent", "mailer"]


def test_a_picture_is_a_data_uri() -> None:
    picture = a_picture(b"abc", "image/png")
    photo = a_property("PHOTO;ENCODING=b;TYPE=PNG", f"media:{picture.hash}")

    assert to_jcard([photo], MediaShelf(picture))[1] == [
        ["version", {}, "text", "4.0"],
        ["photo", {}, "uri", "data:image/png;base64,YWJj"],
    ]


def test_what_jcard_does_not_know_is_named() -> None:
    _, lost = jcard_line([a_property("LABEL", "x"), a_property("PHOTO", "media:" + "a" * 64)], NOTHING)

    assert lost == (
        Loss("LABEL", LossKind.PROPERTY_UNKNOWN),
        Loss("PHOTO", LossKind.MEDIA_MISSING),
    )


def test_an_export_is_one_array_with_a_card_on_each_line() -> None:
    contacts = [[a_property("FN", "A")], [a_property("NICKNAME", "B\u2028")]]

    text = b"".join(jcard_lines(contacts, NOTHING))

    assert [card[1][1][0] for card in json.loads(text)] == ["fn", "fn"]
    assert text.count(b"\n") == 4
    assert json.loads(b"".join(jcard_lines([], NOTHING))) == []
