from datetime import UTC, datetime

from relate_desktop.domain.account import Account, AccountId
from relate_desktop.domain.lookup import Provider
from relate_desktop.storage.database import Database
from tests.clock import FixedClock
from tests.unit.storage.books import digest_of

ADA = Account(
    AccountId("1c"), Provider.FORGEJO, "ada", "https://codeberg.org", datetime(2026, 11, 22, tzinfo=UTC)
)


def test_accounts_stand_outside_the_record(book: Database) -> None:
    before = digest_of(book)
    with book.aside() as aside:
        aside.accounts.put(ADA, session_only=False)
    with book.read() as reader:
        (kept,) = reader.accounts.all()
    assert (kept.account, kept.session_only, kept.refused) == (ADA, False, False)
    assert digest_of(book) == before


def test_a_new_key_is_one_that_nobody_refused(book: Database, clock: FixedClock) -> None:
    with book.aside() as aside:
        aside.accounts.put(ADA, session_only=True)
        aside.accounts.refuse(ADA.id, clock())
        assert aside.accounts.all()[0].refused
        aside.accounts.put(ADA, session_only=False)
        assert not aside.accounts.all()[0].refused
        assert not aside.accounts.all()[0].session_only


def test_what_is_removed_is_gone(book: Database) -> None:
    with book.aside() as aside:
        aside.accounts.put(ADA, session_only=False)
        aside.accounts.remove(ADA.id)
        assert aside.accounts.all() == ()


def test_providers_of_a_newer_program_are_left_alone(book: Database) -> None:
    with book._writer.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO accounts VALUES ('9','friendster','ada','https://x',0,1,NULL)"
        )
    with book.read() as reader:
        assert reader.accounts.all() == ()
