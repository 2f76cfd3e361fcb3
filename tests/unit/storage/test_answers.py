from dataclasses import replace
from datetime import UTC, datetime, timedelta

from relate_desktop.domain.lookup import Answer, Finding, FindingField, LookupTarget, Proof, Provider
from relate_desktop.storage.database import Database
from tests.unit.storage.books import a_person, added

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
TARGET = LookupTarget(Provider.MASTODON, "https://sketch.example", "ada@sketch.example")
FINDINGS = (
    Finding(FindingField.ABOUT, "Numbers\nand poems", "https://sketch.example/@ada"),
    Finding(
        FindingField.NEWS, "A talk", "https://a.example", Proof.LINK_BACK, NOW - timedelta(days=3), "Talks"
    ),
)


def test_what_was_understood_is_kept_and_one_that_did_not_change_keeps_it(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    answer = Answer(TARGET, "7", FINDINGS, NOW, etag='"1"', digest="ab", next_allowed_at=NOW)
    with book.aside() as aside:
        aside.answers.put(ada, answer)
        later = replace(answer, findings=(), unchanged=True, fetched_at=NOW + timedelta(days=1))
        aside.answers.put(ada, later)
    with book.read() as reader:
        kept = reader.answers.find(ada, TARGET)
        assert kept is not None
        assert (kept.findings, kept.etag, kept.account_id) == (FINDINGS, '"1"', "7")
        assert kept.fetched_at == NOW + timedelta(days=1)
        assert reader.answers.find(ada, replace(TARGET, handle="bob")) is None


def test_a_provider_that_is_forgotten_leaves_no_answer(book: Database) -> None:
    (ada,) = added(book, a_person("Ada"))
    with book.aside() as aside:
        aside.answers.put(ada, Answer(TARGET, "7", FINDINGS, NOW))
        aside.answers.forget_provider(Provider.MASTODON)
    with book.read() as reader:
        assert reader.answers.find(ada, TARGET) is None
