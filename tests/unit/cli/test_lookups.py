"""``lookups``: the switch and the agreements."""

from datetime import timedelta
from pathlib import Path

import pytest

from relate_desktop.cli.arguments import read_arguments
from relate_desktop.cli.commands import all_commands
from relate_desktop.cli.lookups import told
from relate_desktop.cli.program import Answer
from relate_desktop.domain.errors import UsageError
from relate_desktop.domain.lookup import FindingField
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_facts import Chosen
from relate_desktop.services.preferences import LookupExpiry
from tests.command_line import run
from tests.looking_up import PAGE, a_connected_book, looked_up, somebody
from tests.servers.authority import Authority


def test_they_are_switched_on_and_off_and_say_since_when() -> None:
    on = run("lookups", "on", "--json").json
    assert on["on"] is True
    assert on["since"]
    assert run("lookups", "off", "--json").json["on"] is False
    assert "Look-ups are off." in run("lookups").out


def test_a_provider_is_agreed_to_and_withdrawn() -> None:
    run("lookups", "on")
    assert run("lookups", "agree", "github", "--json").json["agreed"] == ["github"]
    assert "GitHub" in run("lookups").out
    assert run("lookups", "withdraw", "github", "--json").json["agreed"] == []
    assert run("lookups", "agree").status == 2


def test_forgetting_a_provider_that_said_nothing_changes_nothing() -> None:
    run("lookups", "on")
    run("lookups", "agree", "github")
    assert run("lookups", "forget", "github", "--json").json == {"removed": 0, "accounts_removed": 0}
    assert run("lookups", "--json").json["agreed"] == []
    assert run("history", "--json").json["operations"] == []


def test_facts_nobody_looked_at_are_listed_kept_and_taken_out(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        contact = somebody(book)
        result = looked_up(book, contact)
        answer = result.answers[0]
        wanted = {FindingField.ORGANIZATION, FindingField.PLACE}
        chosen = [Chosen(answer, one) for one in answer.findings if one.field in wanted]
        book.lookups.facts.keep(contact, result.id, chosen)
        net.clock.pass_time(timedelta(days=400))
        first, second = stale = answered(book, "stale").document["facts"]
        assert {one["field"] for one in stale} == {"organization", "place"}
        assert {one["source"] for one in stale} == {PAGE}
        assert answered(book, "seen", first["fact"]).document["facts"] == [first["fact"]]
        assert answered(book, "stale").document["facts"] == [second]
        assert answered(book, "remove", second["fact"]).document["operation"]
        assert [str(fact.id) for fact in book.lookups.facts.of(contact)] == [first["fact"]]
        with pytest.raises(UsageError):
            answered(book, "seen", second["fact"])
        book.preferences.change(lookups_expiry=LookupExpiry.NEVER)
        net.clock.pass_time(timedelta(days=4000))
        assert answered(book, "stale").document["facts"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("seen",),
        ("seen", "x"),
        ("remove", "9" * 20),
        ("remove", "7"),
        ("on", "github"),
        ("stale", "1"),
        ("forget", "github", "gitlab"),
        ("forget", "friendster"),
    ],
)
def test_what_cannot_be_meant_is_refused(words: tuple[str, ...]) -> None:
    run("lookups", "on")
    assert run("lookups", *words).status == 2


def answered(book: OpenBook, *words: str) -> Answer:
    options = read_arguments(all_commands(), ["lookups", *words])
    return told(book, options)
