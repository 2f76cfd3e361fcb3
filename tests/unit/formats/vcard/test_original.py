import pytest

from relate_desktop.domain.draft import CardSource, ContactDraft
from relate_desktop.domain.errors import BookDamagedError
from relate_desktop.domain.exporting import PlacedProperty
from relate_desktop.domain.property import Property
from relate_desktop.formats.vcard.original import patched_card, restore_card
from tests.unit.formats.vcard.lines import MediaShelf, a_picture, a_property
from tests.unit.formats.vcard.reading import a_card, the_draft

NOTHING = MediaShelf()
PICTURE = b"/9j/" + b"QUJD" * 60


def placed(draft: ContactDraft) -> list[PlacedProperty]:
    """Every line of the card, untouched."""
    return [
        PlacedProperty(item, start, length)
        for item, (start, length) in zip(draft.properties, draft.spans, strict=True)
    ]


def edited(draft: ContactDraft, name: str, value: str) -> list[PlacedProperty]:
    """Every line of the card, the first of this name with another value."""
    lines = placed(draft)
    at = next(index for index, one in enumerate(lines) if one.property.key == name)
    changed = lines[at].property.with_value(value)
    lines[at] = PlacedProperty(changed, lines[at].start, lines[at].length, edited=True)
    return lines


def patched(card: bytes, lines: list[PlacedProperty]) -> bytes:
    draft = the_draft(card)
    return patched_card(draft.source, lines, MediaShelf(*draft.media))[0]


def test_a_card_with_a_picture_is_put_together_again() -> None:
    card = a_card(
        b"PHOTO;ENCODING=b;TYPE=JPEG:"
        + PICTURE[:40]
        + b"\r\n "
        + PICTURE[40:110]
        + b"\r\n "
        + PICTURE[110:180]
    )
    draft = the_draft(card)

    assert draft.source.spans
    assert restore_card(draft.source, MediaShelf(*draft.media)) == card


def test_a_picture_that_is_gone_is_damage() -> None:
    draft = the_draft(a_card(b"PHOTO;ENCODING=b;TYPE=JPEG:" + PICTURE))

    with pytest.raises(BookDamagedError):
        restore_card(draft.source, NOTHING)


STRANGE = (
    a_card("TEL;HOME:1", "", "# comment", "X_Odd/Name:a", "NOTE:first", "second line", version="2.1"),
    a_card("TEL:1", newline=b"\n"),
    a_card("TEL:1", newline=b"\r"),
    a_card("TEL:1", newline=b"\r\r\n"),
    a_card("NOTE;ENCODING=QUOTED-PRINTABLE:a=", "b=C3=A4", version="2.1"),
    a_card("AGENT:", "BEGIN:VCARD", "FN:Sue", "END:VCARD", "TEL:1", version="2.1"),
    a_card(b"NOTE:caf\xe9"),
    b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Jo\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Sue\r\nEND:VCARD\r\n",
    a_card("TEL:1", "# a remark", "stray"),
    a_card("TEL:1")[:-12],
    b"BEGIN:VCARD\nFN:Jo\nTEL:1",
)


@pytest.mark.parametrize("card", STRANGE)
def test_nothing_changed_is_the_card_as_it_came(card: bytes) -> None:
    assert patched(card, placed(the_draft(card))) == card


@pytest.mark.parametrize("card", STRANGE)
def test_an_added_line_stands_before_the_end_in_the_style_of_the_card(card: bytes) -> None:
    draft = the_draft(card)
    added = PlacedProperty(a_property("EMAIL", "jo@example.org"))

    after = patched(card, [*placed(draft), added])

    assert [*draft.properties, added.property] == list(the_draft(after).properties)
    assert after.replace(b"EMAIL:jo@example.org", b"").split() == card.split()


def test_only_the_edited_line_differs() -> None:
    card = a_card("item1.TEL;type=CELL:1", "item1.X-ABLabel:Boat", "NOTE:x", newline=b"\n")

    after = patched(card, edited(the_draft(card), "TEL", "2"))

    assert after == card.replace(b":1\n", b":2\n")


def test_a_deleted_line_is_gone() -> None:
    card = a_card("TEL:1", "TEL:2", "NOTE:x")
    draft = the_draft(card)

    after = patched(card, [one for one in placed(draft) if one.property.value != "1"])

    assert after == card.replace(b"TEL:1\r\n", b"")


def test_a_line_in_place_of_the_last_one_leaves_no_gap() -> None:
    card = a_card("TEL:1", "NOTE:x")
    draft = the_draft(card)

    after = patched(card, [*placed(draft)[:-1], PlacedProperty(a_property("EMAIL", "a@b.example"))])

    assert after == card.replace(b"NOTE:x", b"EMAIL:a@b.example")


@pytest.mark.parametrize(
    ("version", "line", "value", "expected"),
    [
        ("2.1", "NOTE:x", "Müller", b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BCller"),
        (
            "2.1",
            "NOTE;CHARSET=ISO-8859-1:x",
            r"a\n=",
            b"NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:a=0D=0A=3D",
        ),
        ("2.1", "NOTE;ENCODING=QUOTED-PRINTABLE:x", r"a\, b\; c", b"NOTE:a, b; c"),
        ("2.1", "N:x", r"D\;oe;Jo\, Bo;;;", rb"N:D\;oe;Jo, Bo;;;"),
        ("2.1", "TEL;HOME;PREF:x", "2", b"TEL;HOME;PREF:2"),
        ("3.0", "NOTE:x", r"Müller\, a\nb", "NOTE:Müller\\, a\\nb".encode()),
        ("3.0", "TEL;HOME:x", "2", b"TEL;TYPE=HOME:2"),
        ("4.0", "BDAY:19850412", "1985-04-13", b"BDAY:19850413"),
    ],
)
def test_an_edited_line_follows_its_own_version(version: str, line: str, value: str, expected: bytes) -> None:
    card = a_card(line, "X-TAIL:1", version=version, name=line.startswith("N:") is False)
    name = line.partition(":")[0].partition(";")[0]

    after = patched(card, edited(the_draft(card), name, value))

    assert after == card.replace(line.encode() + b"\r\n", expected + b"\r\n")


def test_long_quoted_printable_is_broken_softly_and_read_again() -> None:
    card = a_card("NOTE:x", version="2.1")
    value = "Grüße und viele Wünsche " * 20 + "€ "

    after = patched(card, edited(the_draft(card), "NOTE", value))

    assert max(map(len, after.split(b"\r\n"))) <= 76
    assert the_draft(after).properties[-1].value == value


def test_a_new_picture_in_an_old_card_is_indented_base64() -> None:
    card = a_card("PHOTO;TYPE=JPEG;ENCODING=BASE64:/9j/QUJD", "", "TEL:1", version="2.1")
    draft = the_draft(card)
    picture = a_picture()
    lines = edited(draft, "PHOTO", f"media:{picture.hash}")

    after, lost = patched_card(draft.source, lines, MediaShelf(picture, *draft.media))

    assert lost == ()
    again = the_draft(after)
    assert [item.value for item in again.properties if item.key == "PHOTO"] == [f"media:{picture.hash}"]
    assert b"PHOTO;TYPE=JPEG;ENCODING=BASE64:\r\n " in after


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
@pytest.mark.parametrize("padding", range(40))
def test_nothing_in_a_line_ends_the_card(version: str, padding: int) -> None:
    card = a_card("TEL:1", version=version)
    text = "ü" + "x" * padding + "\r\nEND:VCARD\x85\u2028TEL:2"
    hostile = Property("NOTE\r\nEND", text, (), "g\n")
    quiet = Property("NOTE", "ü" + "x" * padding + "END:VCARD")

    after = patched(card, [*placed(the_draft(card)), PlacedProperty(hostile), PlacedProperty(quiet)])

    again = the_draft(after)
    assert [item.key for item in again.properties] == ["N", "FN", "TEL", "NOTE--END", "NOTE"]
    assert again.properties[-1].value == quiet.value


def test_a_card_needs_its_source() -> None:
    empty = CardSource(b"", (), "", "3.0", "utf-8")

    with pytest.raises(BookDamagedError):
        patched_card(empty, [], NOTHING)


@pytest.mark.parametrize("version", [b"2.1", b"3.0", b"4.0"])
@pytest.mark.parametrize(
    "name", ["X-WAB-WEDDING_ANNIVERSARY", "X_OWN", "X-Google Talk", "X-messaging/xmpp-All"]
)
def test_a_changed_line_keeps_the_name_it_came_with(version: bytes, name: str) -> None:
    line = f"item1.{name};A=b:1\r\n".encode()
    card = b"BEGIN:VCARD\r\nVERSION:" + version + b"\r\nFN:Ada\r\n" + line + b"END:VCARD\r\n"
    draft = the_draft(card)
    after, losses = patched_card(draft.source, edited(draft, name.upper(), "2"), NOTHING)
    assert after == card.replace(b"=b:1", b"=b:2")
    assert losses == ()


def test_what_is_added_to_a_card_that_was_cut_off_within_a_line_is_a_line_of_its_own() -> None:
    card = b"BEGIN:VCARD\nVERSION:2.1\nFN:Ada\nNOTE;ENCODING=QUOTED-PRINTABLE:=C3=84=\n"
    draft = the_draft(card)
    added = [*placed(draft), PlacedProperty(Property("TITLE", "Chief"))]
    again = the_draft(patched(card, added))
    assert [(item.key, item.value) for item in again.properties][-1] == ("TITLE", "Chief")
    assert patched(card, added).startswith(card)


@pytest.mark.parametrize(
    "line",
    [b"N:;A\\;B\\\\;C\\\\\\;;D;:E;\\\\\\\\;", b"ORG:C:\\dir;\\\\host\\x", b"ADR:;;a\\;b;c\\\\;;;"],
)
def test_backslashes_of_an_old_card_mean_the_same_after_an_edit(line: bytes) -> None:
    card = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ada\r\n" + line + b"\r\nEND:VCARD\r\n"
    draft = the_draft(card)
    value = draft.properties[-1].value
    changed = patched(card, edited(draft, draft.properties[-1].key, f"{value} x"))
    assert the_draft(changed).properties[-1].value == f"{value} x"
