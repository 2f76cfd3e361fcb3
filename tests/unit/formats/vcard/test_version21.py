import pytest
from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.exporting import Loss, LossKind
from relate_desktop.domain.property import Parameter, Property, escape
from relate_desktop.formats.vcard.version21 import line_21
from tests.unit.formats.vcard.lines import MediaShelf, a_property
from tests.unit.formats.vcard.reading import a_card, the_draft


def written(item: Property) -> bytes:
    return line_21(item, b"\r\n", MediaShelf(), [])


@pytest.mark.parametrize(
    ("head", "value", "line"),
    [
        ("TEL;HOME;PREF", "1", b"TEL;HOME;PREF:1"),
        ("TEL;TYPE=home,work;PREF=1", "1", b"TEL;TYPE=home;TYPE=work;PREF:1"),
        ("TEL;PREF=7", "1", b"TEL:1"),
        ("TEL;X-Büro", "1", b"TEL;X-CUSTOM(CHARSET=UTF-8,ENCODING=QUOTED-PRINTABLE,=42=C3=BC=72=6F):1"),
        ("URL;VALUE=uri", "http://a", b"URL;VALUE=URL:http://a"),
        ("BDAY;VALUE=date", "1985-04-12", b"BDAY:1985-04-12"),
        ("X-A;BASE64;CHARSET=x", "1", b"X-A:1"),
        ("g.X-FOO", r"a\,b", rb"g.X-FOO:a\,b"),
    ],
)
def test_lines_follow_21(head: str, value: str, line: bytes) -> None:
    assert written(a_property(head, value)) == line + b"\r\n"


def test_parameters_that_21_has_no_quotes_for_are_flattened() -> None:
    item = Property("TEL", "1", (Parameter("X-P", ('a;b:"c\r\n',)), Parameter(None, ("H;x",))))

    assert written(item) == b"TEL;X-P=a b  c;H-x:1\r\n"


def test_missing_content_is_named() -> None:
    losses: list[Loss] = []

    assert line_21(a_property("PHOTO", "media:" + "a" * 64), b"\n", MediaShelf(), losses) == b""
    assert losses == [Loss("PHOTO", LossKind.MEDIA_MISSING)]


TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\\"), max_size=200
)


@given(TEXT)
def test_any_text_comes_back(text: str) -> None:
    card = a_card(written(Property("NOTE", escape(text))).rstrip(b"\r\n"), "TEL:1", version="2.1")

    assert the_draft(card).properties[2].text == text
    assert the_draft(card).properties[-1].value == "1"
