"""A person's picture."""

from relate_desktop.domain.ids import MediaHash
from relate_desktop.domain.photo import photo_of, with_photo, without_photo
from relate_desktop.domain.summary import summarise
from tests.cards import a_contact, written

NEW = MediaHash("b" * 64)


def test_the_preferred_embedded_picture_is_shown() -> None:
    contact = a_contact("PHOTO;PREF=1:http://x.example/a.jpg", "PHOTO:media:aa", "PHOTO;PREF=2:media:bb")
    shown = photo_of(contact)
    assert shown is not None
    assert shown.media == "bb" == summarise(contact.properties).photo
    assert photo_of(a_contact("PHOTO:http://x.example/a.jpg")) is None


def test_another_picture_tells_its_type_as_the_line_did() -> None:
    contact = a_contact("PHOTO;ENCODING=b;TYPE=JPEG:media:aa", "FN:x")
    assert written(with_photo(contact, NEW, "image/png")) == [
        f"PHOTO;ENCODING=b;TYPE=PNG:media:{NEW}",
        "FN:x",
    ]
    bare = a_contact("PHOTO;ENCODING=BASE64;JPEG:media:aa")
    assert written(with_photo(bare, NEW, "image/png")) == [f"PHOTO;ENCODING=BASE64;PNG:media:{NEW}"]
    typed = a_contact("PHOTO;MEDIATYPE=image/gif:media:aa")
    assert written(with_photo(typed, NEW, "image/png")) == [f"PHOTO;MEDIATYPE=image/png:media:{NEW}"]


def test_a_first_picture_is_added_and_the_same_one_changes_nothing() -> None:
    contact = with_photo(a_contact("FN:x"), NEW, "image/png")
    assert written(contact) == ["FN:x", f"PHOTO:media:{NEW}"]
    assert with_photo(contact, NEW, "image/png") is contact


def test_no_picture_is_left_when_it_is_removed() -> None:
    assert written(without_photo(a_contact("PHOTO:media:aa", "FN:x", "PHOTO:http://x.example/a"))) == ["FN:x"]
