import zlib

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.source import ImportedFile
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import raw
from tests.unit.storage.books import a_draft, a_person, doing


def test_files_are_noted_and_completed(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        batch = writer.batches.add()
        number = writer.batches.add_file(batch, ImportedFile("a.vcf", "vcard"))
        (ada,) = writer.contacts.add_many([a_draft(a_person("Ada"), record=3)], number)
        writer.batches.complete(number, ImportedFile("a.vcf", "vcard", "ab", "utf-8", b"between"))
    with book.read() as reader:
        (card,) = reader.sources.cards_of(ada)
        assert (card.file, card.batch, card.record) == ("a.vcf", batch, 3)
    with book._readers.connect() as connection:
        row = raw(connection).execute("SELECT sha256, encoding, loose_text FROM import_files").fetchone()
    assert (row[0], row[1], zlib.decompress(row[2])) == ("ab", "utf-8", b"between")


def test_a_batch_alone_is_no_change(book: Database) -> None:
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.batches.add([ImportedFile("a.vcf", "vcard")])
    with book.read() as reader:
        assert reader.history.entries() == []
    with book._readers.connect() as connection:
        assert raw(connection).execute("SELECT count(*) FROM batches").fetchone()[0] == 0
