from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added, doing


def test_a_pair_is_remembered_once_in_either_order(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        assert writer.pairs.add(bob, ada, (MatchReason.SAME_EMAIL, MatchReason.SAME_NAME), 0.97) == 1
        assert writer.pairs.add(ada, bob, (MatchReason.SAME_PHONE,), 0.5) is None
        assert writer.pairs.add(ada, ada, (MatchReason.SAME_PHONE,), 0.5) is None
    with book.read() as reader:
        (pair,) = reader.pairs.all()
        assert reader.pairs.all(bob) == [pair]
    assert (pair.one, pair.other, pair.certainty) == (ada, bob, 0.97)
    assert pair.reasons == (MatchReason.SAME_EMAIL, MatchReason.SAME_NAME)


def test_surer_pairs_come_first_and_the_trash_is_left_out(book: Database) -> None:
    ada, bob, carl = added(book, a_person("Ada"), a_person("Bob"), a_person("Carl"))
    with book.write(doing(OperationKind.IMPORT)) as writer:
        writer.pairs.add(ada, bob, (MatchReason.SAME_NAME,), 0.3)
        writer.pairs.add(ada, carl, (MatchReason.SAME_EMAIL,), 0.9)
    with book.read() as reader:
        assert [pair.other for pair in reader.pairs.all(ada)] == [carl, bob]
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([carl])
    with book.read() as reader:
        assert [pair.other for pair in reader.pairs.all()] == [bob]
        assert reader.pairs.count() == 1
