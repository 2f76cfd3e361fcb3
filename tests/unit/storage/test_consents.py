from datetime import UTC, datetime

from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.storage.consents import Agreed
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TARGET = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")


def test_agreeing_again_renews_and_withdrawing_leaves_nothing_of_the_provider(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.aside() as aside:
        aside.consents.agree(Provider.GITHUB, 1, NOW)
        aside.consents.agree(Provider.GITHUB, 2, NOW)
        aside.consents.agree(Provider.MATRIX, 1, NOW)
        aside.consents.agree_to(ada, {TARGET: "an account"}, 2, NOW)
    with book.read() as reader:
        assert reader.consents.providers()[Provider.GITHUB] == Agreed(2, NOW)
        assert reader.consents.targets(ada) == {TARGET: Agreed(2, NOW, "an account")}
    with book.aside() as aside:
        aside.consents.withdraw(Provider.GITHUB)
    with book.read() as reader:
        assert set(reader.consents.providers()) == {Provider.MATRIX}
        assert reader.consents.targets(ada) == {}


def test_what_was_agreed_about_a_person_can_be_withdrawn_alone(book: Database) -> None:
    ada, bob = added(book, a_person("Ada"), a_person("Bob"))
    with book.aside() as aside:
        for one in (ada, bob):
            aside.consents.agree_to(one, {TARGET: ""}, 1, NOW)
        aside.consents.withdraw_from(ada)
    with book.read() as reader:
        assert reader.consents.targets(ada) == {}
        assert set(reader.consents.targets(bob)) == {TARGET}
