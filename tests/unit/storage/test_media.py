import pytest

from relate_desktop.domain.errors import BookDamagedError, BookNewerError, NotFoundError
from relate_desktop.domain.ids import ContactId, MediaHash
from relate_desktop.storage.book import BookWriter
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from relate_desktop.storage.media import MediaStore
from tests.unit.storage.books import a_person, a_picture, a_property, added, doing


def test_content_is_kept_once_and_found_by_its_hash(book: Database) -> None:
    picture = a_picture()
    for _ in range(2):
        with book.write(doing()) as writer:
            assert writer.media.add(picture) == picture.hash
            writer.contacts.add(a_person("Ada", a_property("PHOTO", f"media:{picture.hash}")))
    with book.read() as reader:
        assert reader.media.get(picture.hash) == picture
        assert reader.media.find(MediaHash("00" * 32)) is None
        with pytest.raises(LookupError):
            reader.media.get(MediaHash("00" * 32))
    assert book._media.hashes() == {picture.hash}


def test_content_of_a_failed_write_is_not_kept(book: Database) -> None:
    with pytest.raises(NotFoundError), book.write(doing()) as writer:
        _add_a_picture_and_fail(writer)
    assert book._media.hashes() == set()


def _add_a_picture_and_fail(writer: BookWriter) -> None:
    writer.media.add(a_picture())
    writer.contacts.trash([ContactId(99)])


def test_damage_is_found(book: Database) -> None:
    picture = a_picture()
    with book.write(doing()) as writer:
        writer.media.add(picture)
        writer.contacts.add(a_person("Ada"))
    with book._media._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE media SET content=x'00'")
    assert book._media.damaged() == [picture.hash]


def test_missing_content_is_a_problem(book: Database) -> None:
    added(book, a_person("Ada", a_property("PHOTO", "media:" + "ab" * 32)))
    with book.read() as reader:
        assert [kind for kind, _ in reader.health().problems] == ["media_missing"]


def test_another_programs_file_is_refused(book: Database) -> None:
    book.close()
    path = book.folder / "media.db"
    path.unlink()
    store = MediaStore(book.folder, "wal")
    with store._writer.begin() as connection:
        raw(connection).execute("PRAGMA user_version=99")
    store.close()
    with pytest.raises(BookNewerError):
        MediaStore(book.folder, "wal")
    path.unlink()
    other = MediaStore(book.folder, "wal")
    with other._writer.begin() as connection:
        raw(connection).execute("PRAGMA application_id=7")
    other.close()
    with pytest.raises(BookDamagedError):
        MediaStore(book.folder, "wal")
