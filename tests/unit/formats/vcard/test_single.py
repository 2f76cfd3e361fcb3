"""One line as somebody types it."""

import pytest

from relate_desktop.domain.errors import ErrorKind, InputError
from relate_desktop.domain.property import Parameter, Property
from relate_desktop.formats.vcard.single import read_line


def test_line_is_a_property() -> None:
    assert read_line("item1.TEL;TYPE=cell,home:+49 1, 2") == Property(
        "TEL", "+49 1\\, 2", (Parameter("TYPE", ("cell", "home")),), "item1"
    )


def test_version_decides_how_it_is_read() -> None:
    assert read_line("N;X=a^nb:Doe;Jo, A").parameters[0].values == ("a\nb",)
    assert read_line("N:Doe;Jo, A", version="2.1").value == "Doe;Jo\\, A"


def test_umlauts_and_line_breaks_may_be_typed() -> None:
    assert read_line("NOTE:Grüße\\nJo\n").text == "Grüße\nJo"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        ":x",
        "TEL",
        "BEGIN:VCARD",
        "END:VCARD",
        "VERSION:4.0",
        "TEL:1\nTEL:2",
        "NOTE:a\n b",
        "\ud800:1",
        "PHOTO:data:image/gif;base64,R0lGODlh",
        "AGENT:\nBEGIN:VCARD",
        "# x: y",
    ],
)
def test_what_is_not_one_line_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_line(text)
    assert caught.value.kind is ErrorKind.PROPERTY_MALFORMED
