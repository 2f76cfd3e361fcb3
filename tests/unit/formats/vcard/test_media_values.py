from relate_desktop.domain.exporting import LossKind
from relate_desktop.formats.vcard.media_values import data_uri, embedded_hash, media_type, type_word
from tests.unit.formats.vcard.lines import a_picture, a_property, losses, written

PICTURE = a_picture(b"abc")
REFERENCE = f"media:{PICTURE.hash}"


def test_40_embeds_as_a_data_uri_without_what_it_says_itself() -> None:
    photo = a_property("PHOTO;ENCODING=b;TYPE=JPEG,home;MEDIATYPE=image/jpeg;VALUE=binary", REFERENCE)

    assert written("4.0", photo, media=[PICTURE]) == ["PHOTO;TYPE=home:data:image/jpeg;base64,YWJj"]


def test_30_embeds_in_base64_with_its_format() -> None:
    assert written("3.0", a_property("PHOTO", REFERENCE), media=[PICTURE]) == [
        "PHOTO;ENCODING=b;TYPE=JPEG:YWJj"
    ]


def test_30_says_the_encoding_where_it_stood() -> None:
    photo = a_property("PHOTO;X-A=1;ENCODING=BASE64;JPEG", REFERENCE)

    assert written("3.0", photo, media=[PICTURE]) == ["PHOTO;X-A=1;ENCODING=b;TYPE=JPEG:YWJj"]


def test_content_of_unknown_properties_travels_too() -> None:
    card = a_property("X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=BASE64", REFERENCE)

    assert written("4.0", card, media=[PICTURE]) == ["X-MS-CARDPICTURE;VALUE=uri:data:image/jpeg;base64,YWJj"]
    assert written("3.0", card, media=[PICTURE]) == ["X-MS-CARDPICTURE;TYPE=JPEG;ENCODING=b:YWJj"]


def test_content_that_is_gone_is_named() -> None:
    assert written("4.0", a_property("PHOTO", REFERENCE)) == []
    assert losses("4.0", a_property("PHOTO", REFERENCE)) == [LossKind.MEDIA_MISSING]
    assert losses("3.0", a_property("PHOTO", REFERENCE)) == [LossKind.MEDIA_MISSING]


def test_a_text_that_looks_like_a_reference_stays_a_text() -> None:
    assert written("4.0", a_property("NOTE", REFERENCE), media=[PICTURE]) == [f"NOTE:{REFERENCE}"]
    assert written("4.0", a_property("X-FOO", REFERENCE), media=[PICTURE]) == [f"X-FOO:{REFERENCE}"]
    assert embedded_hash(a_property("PHOTO", "media:abc")) is None


def test_formats_have_names() -> None:
    assert type_word(PICTURE) == "JPEG"
    assert type_word(a_picture(b"x", "image/png")) == "PNG"
    assert type_word(a_picture(b"x", "application/pkix-cert")) == "X509"
    assert type_word(a_picture(b"x", "application/octet-stream")) is None


def test_a_media_type_that_is_none_is_octet_stream() -> None:
    assert media_type(a_picture(b"x", "im age/\r\npng")) == "application/octet-stream"
    assert data_uri(a_picture(b"abc", "")) == "data:application/octet-stream;base64,YWJj"
