"""Pictures that the user chooses for a person."""

import hashlib
from pathlib import Path

import pytest

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.errors import InputError
from relate_desktop.domain.photo import photo_of, with_photo
from relate_desktop.services.pictures import picture_from
from tests.open_book import a_book, a_person

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


def test_a_picture_is_known_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    path = tmp_path / "me.jpg"
    path.write_bytes(PNG)
    media = picture_from(path)
    assert media.media_type == "image/png"
    assert media.content == PNG
    assert media.hash == hashlib.sha256(PNG).hexdigest()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        picture_from(tmp_path / "nothing.png")
    with pytest.raises(InputError):
        picture_from(tmp_path)


def test_a_saved_picture_is_in_the_book_and_goes_with_the_person(tmp_path: Path) -> None:
    path = tmp_path / "me.png"
    path.write_bytes(PNG)
    media = picture_from(path)
    with a_book(tmp_path) as book:
        ada = with_photo(Contact(a_person()), media.hash, media.media_type)
        contact = book.contacts.add(ada.properties, (media,))
        stored = book.contacts.get(contact)
        line = photo_of(stored)
        assert line is not None
        assert line.media == media.hash
        assert book.contacts.photo(media.hash) == PNG
        assert b"PHOTO:data:image/png;base64," in book.exports.as_vcards([contact])
