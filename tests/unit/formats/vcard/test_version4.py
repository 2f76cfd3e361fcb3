import pytest

from relate_desktop.domain.exporting import LossKind
from relate_desktop.formats.vcard.write import write_card
from tests.unit.formats.vcard.lines import NAMED, MediaShelf, a_property, losses, written


@pytest.mark.parametrize(
    ("head", "value", "line"),
    [
        ("TEL;HOME;PREF;CHARSET=UTF-8", "1", "TEL;TYPE=HOME;PREF=1:1"),
        ("TEL;TYPE=cell,pref", "1", "TEL;TYPE=cell;PREF=1:1"),
        ("TEL;TYPE=pref;PREF=3", "1", "TEL;PREF=3:1"),
        ("BDAY", "1985-04-12", "BDAY:19850412"),
        ("BDAY;VALUE=date", "1985-04-12", "BDAY:19850412"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-04-12", "BDAY:--0412"),
        ("BDAY;X-APPLE-OMIT-YEAR=1604", "1985-04-12", "BDAY;X-APPLE-OMIT-YEAR=1604:19850412"),
        ("BDAY", "spring, 1985", r"BDAY;VALUE=text:spring\, 1985"),
        ("BDAY;VALUE=text", r"spring\, 1985", r"BDAY;VALUE=text:spring\, 1985"),
        ("REV", "1995-10-31T22:27:10Z", "REV:19951031T222710Z"),
        ("REV", "yesterday", "REV:yesterday"),
        ("TZ", "-05:00", "TZ;VALUE=utc-offset:-0500"),
        ("TZ;VALUE=text", "Europe/Berlin", "TZ;VALUE=text:Europe/Berlin"),
        ("GEO", "37.386013;-122.082932", "GEO:geo:37.386013,-122.082932"),
        ("GEO", "37.386013\\;-122.082932", "GEO:geo:37.386013,-122.082932"),
        ("GEO", "geo:1,2", "GEO:geo:1,2"),
        ("PHOTO;VALUE=URL", "http://a/b.png", "PHOTO;VALUE=uri:http://a/b.png"),
        ("KEY;TYPE=PGP", "not a uri", "KEY;TYPE=PGP;VALUE=text:not a uri"),
        ("PRONOUNS;LANGUAGE=en", "xe/xir", "PRONOUNS;LANGUAGE=en:xe/xir"),
        ("item1.X-ABLabel", "_$!<Other>!$_", "item1.X-ABLabel:_$!<Other>!$_"),
        ("X-ABDATE;type=pref", "2010-01-01", "X-ABDATE;PREF=1:2010-01-01"),
        ("AGENT;VALUE=uri", "cid:a", "RELATED;TYPE=agent:cid:a"),
        ("AGENT", "Sue", "RELATED;TYPE=agent;VALUE=text:Sue"),
        (
            "AGENT",
            r"BEGIN:VCARD\nFN:Sue\nEND:VCARD\n",
            "RELATED;TYPE=agent:data:text/vcard;charset=utf-8,BEGIN:VCARD%0AFN:Sue%0AEND:VCARD%0A",
        ),
    ],
)
def test_properties_are_said_in_the_words_of_40(head: str, value: str, line: str) -> None:
    assert written("4.0", a_property(head, value)) == [line]
    assert losses("4.0", a_property(head, value)) == []


def test_what_40_dropped_is_copied_and_named() -> None:
    assert written("4.0", a_property("MAILER", "x")) == ["MAILER:x"]
    assert losses("4.0", a_property("MAILER", "x")) == [LossKind.PROPERTY_UNKNOWN]
    assert losses("4.0", a_property("PROFILE", "other")) == [LossKind.PROPERTY_UNKNOWN]


def test_a_profile_that_says_nothing_is_not_said() -> None:
    assert written("4.0", a_property("PROFILE", "vCard")) == []
    assert losses("4.0", a_property("PROFILE", "vCard")) == []


def test_sorting_is_a_parameter_of_the_name() -> None:
    card, lost = write_card([*NAMED, a_property("SORT-STRING", "Do")], "4.0", MediaShelf())

    assert b"\r\nN;SORT-AS=Do:Doe;Jo;;;\r\n" in card
    assert b"SORT-STRING" not in card
    assert lost == ()


def test_two_sortings_are_copied_and_named() -> None:
    two = (a_property("SORT-STRING", "a"), a_property("SORT-STRING", "b"))

    assert written("4.0", *two) == ["SORT-STRING:a", "SORT-STRING:b"]
    assert losses("4.0", *two) == [LossKind.PROPERTY_UNKNOWN] * 2
