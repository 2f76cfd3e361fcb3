import pytest

from relate_desktop.domain.exporting import LossKind
from relate_desktop.formats.vcard.write import write_card
from tests.unit.formats.vcard.lines import MediaShelf, a_property, losses, written


@pytest.mark.parametrize(
    ("head", "value", "line"),
    [
        ("TEL;HOME;PREF", "1", "TEL;TYPE=HOME,PREF:1"),
        ("TEL;TYPE=cell;PREF=1", "1", "TEL;TYPE=cell,pref:1"),
        ("TEL;TYPE=CELL,PREF;PREF=1", "1", "TEL;TYPE=CELL,PREF:1"),
        ("TEL;PREF=best", "1", "TEL;PREF=best:1"),
        ("TEL;VALUE=uri", "tel:+1-2;ext=3", "TEL:+1-2 x3"),
        ("TEL;VALUE=uri", "sip:a", "TEL;VALUE=uri:sip:a"),
        ("BDAY", "--0412", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-04-12", "BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12"),
        ("BDAY", "19850412", "BDAY:19850412"),
        ("BDAY;VALUE=date-and-or-time", "19850412", "BDAY:19850412"),
        ("TZ;VALUE=utc-offset", "-0500", "TZ:-05:00"),
        ("TZ", "Europe/Berlin", "TZ;VALUE=text:Europe/Berlin"),
        ("GEO", "geo:37.3,-122.08", "GEO:37.3;-122.08"),
        ("PHOTO", "http://a/b,c.png", "PHOTO;VALUE=uri:http://a/b,c.png"),
        ("RELATED;TYPE=agent", "cid:a", "AGENT;VALUE=uri:cid:a"),
        ("RELATED;TYPE=agent;VALUE=text", r"Sue\, Ltd", r"AGENT:Sue\, Ltd"),
        (
            "RELATED;TYPE=agent",
            "data:text/vcard;charset=utf-8,BEGIN:VCARD%0AFN:S%2CT%0AEND:VCARD%0A",
            r"AGENT:BEGIN:VCARD\nFN:S\,T\nEND:VCARD\n",
        ),
        ("SORT-STRING", "Doe", "SORT-STRING:Doe"),
        ("ADR;LABEL=x;TYPE=home", ";;;;;;", "LABEL;TYPE=home:x"),
    ],
)
def test_properties_are_said_in_the_words_of_30(head: str, value: str, line: str) -> None:
    assert written("3.0", a_property(head, value)) == [line]
    assert losses("3.0", a_property(head, value)) == []


@pytest.mark.parametrize(
    ("head", "value", "line", "kind"),
    [
        ("GENDER", "F;x", "GENDER:F;x", LossKind.PROPERTY_UNKNOWN),
        ("RELATED;TYPE=spouse", "urn:uuid:1", "RELATED;TYPE=spouse:urn:uuid:1", LossKind.PROPERTY_UNKNOWN),
        ("BDAY", "1985-04", "BDAY;VALUE=text:1985-04", LossKind.PARTIAL_DATE),
        ("BDAY;VALUE=text", r"May\, 1985", r"BDAY;VALUE=text:May\, 1985", LossKind.PARTIAL_DATE),
        ("GEO", "geo:1,2,3;u=5", "GEO:1;2", LossKind.PLACE_PARTS),
    ],
)
def test_what_30_cannot_say_is_named(head: str, value: str, line: str, kind: LossKind) -> None:
    assert written("3.0", a_property(head, value)) == [line]
    assert losses("3.0", a_property(head, value)) == [kind]


def test_30_knows_one_preferred_of_a_kind() -> None:
    ranked = (a_property("TEL;PREF=20", "b"), a_property("TEL;PREF=2", "a"), a_property("EMAIL;PREF=9", "c"))

    assert written("3.0", *ranked) == ["TEL:b", "TEL;TYPE=PREF:a", "EMAIL;TYPE=PREF:c"]
    assert losses("3.0", *ranked) == [LossKind.SECOND_PREFERENCE]


def test_sorting_is_a_line_of_its_own() -> None:
    name = a_property("N", "Harten;Rene;;;")
    sorted_name = a_property("N;SORT-AS=Harten,Rene", name.value)

    card, lost = write_card([sorted_name, a_property("FN", "Rene van Harten")], "3.0", MediaShelf())

    assert b"\r\nN:Harten;Rene;;;\r\nSORT-STRING:Harten\r\n" in card
    assert [loss.kind for loss in lost] == [LossKind.SORT_PARTS]
