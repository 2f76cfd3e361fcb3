from dataclasses import replace

import pytest

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import NotFoundError
from relate_desktop.domain.ids import MomentId
from relate_desktop.storage.database import Database
from tests.present import a_moment
from tests.unit.storage.books import a_person, added, doing


def test_moments_are_kept_changed_and_removed(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    wanted = replace(a_moment("2026-11-30", ada, yearly=False, ahead=7), label="moves")
    with book.write(doing(OperationKind.MOMENT)) as writer:
        number = writer.moments.add(wanted)
        writer.moments.add(replace(wanted, contact=bob))
    with book.read() as reader:
        assert reader.moments.of([ada]) == [replace(wanted, id=number)]
        assert len(reader.moments.of([ada, bob])) == 2
    with book.write(doing(OperationKind.MOMENT)) as writer:
        assert not writer.moments.save(replace(wanted, id=number))
        assert writer.moments.save(replace(wanted, id=number, label="moves in"))
    with book.read() as reader:
        assert reader.moments.get(number).label == "moves in"
    with book.write(doing(OperationKind.MOMENT_REMOVE)) as writer:
        assert writer.moments.remove([number, MomentId(99)]) == 1
    with book.read() as reader, pytest.raises(NotFoundError):
        reader.moments.get(number)


def test_a_moment_without_a_person_or_id_is_not_kept(book: Database) -> None:
    nobody = replace(a_moment("--04-15"), contact=None)
    with book.write(doing(OperationKind.MOMENT)) as writer:
        with pytest.raises(ValueError, match="somebody"):
            writer.moments.add(nobody)
        with pytest.raises(ValueError, match="id"):
            writer.moments.save(a_moment("--04-15"))
