from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.matching import KeyKind, MatchKey, card_key, match_keys
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_draft, a_person, a_property, added, doing, imported

PHONE = a_property("TEL", "+49 151 2345678")


def test_people_are_found_by_what_they_share(book: Database) -> None:
    ada, bob = added(book, a_person("Ada", PHONE), a_person("Bob", a_property("TEL", "0151 2345678")))
    (wanted,) = [key for key in match_keys((PHONE,)) if key.kind is KeyKind.PHONE]
    with book.read() as reader:
        assert reader.keys.matching([wanted]) == {wanted: [ada, bob]}
        assert reader.keys.matching([MatchKey(KeyKind.EMAIL, "nobody@example.org")]) == {}


def test_a_uid_counts_only_with_its_producer(book: Database) -> None:
    draft = a_draft(a_person("Ada", a_property("UID", "17")), producer="-//Phone//EN")
    (ada,) = imported(book, draft)
    keys = match_keys(draft.properties, "-//Phone//EN")
    (uid,) = [key for key in keys if key.kind is KeyKind.UID]
    (other,) = [key for key in match_keys(draft.properties, "-//Other//EN") if key.kind is KeyKind.UID]
    with book.read() as reader:
        assert reader.keys.matching([uid, other, card_key(draft.source.sha256)]) == {
            uid: [ada],
            card_key(draft.source.sha256): [ada],
        }


def test_an_edit_leaves_the_keys_of_uid_and_card(book: Database) -> None:
    draft = a_draft(a_person("Ada", a_property("UID", "17")))
    (ada,) = imported(book, draft)
    with book.write(doing()) as writer:
        writer.contacts.save(writer.contacts.get(ada).added(a_property("NOTE", "x")))
    keys = [*match_keys(draft.properties, draft.producer), card_key(draft.source.sha256)]
    with book.read() as reader:
        assert set(reader.keys.matching(keys)) == set(keys)


def test_people_in_the_trash_are_found_by_nothing(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", PHONE))
    with book.write(doing(OperationKind.TRASH)) as writer:
        writer.contacts.trash([ada])
    with book.read() as reader:
        assert reader.keys.matching(match_keys((PHONE,))) == {}
    book.undo(doing())
    with book.read() as reader:
        assert reader.keys.matching(match_keys((PHONE,)))


def test_thousands_are_asked_at_once(book: Database) -> None:
    (ada,) = added(book, a_person("Ada", a_property("EMAIL", "a4999@example.org")))
    keys = [MatchKey(KeyKind.EMAIL, f"a{number}@example.org") for number in range(5000)]
    with book.read() as reader:
        assert reader.keys.matching(keys) == {keys[4999]: [ada]}
