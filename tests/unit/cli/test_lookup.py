"""``lookup``: with the same consent as the window; what it would send is said before anything is sent."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.cli.arguments import read_arguments
from relate_desktop.cli.commands import all_commands
from relate_desktop.cli.lookup import looked_up
from relate_desktop.cli.program import Answer
from relate_desktop.domain.errors import ErrorKind, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.property import Property
from relate_desktop.services.book import OpenBook
from tests.command_line import run
from tests.looking_up import PAGE, a_connected_book, a_github, somebody
from tests.servers.authority import Authority
from tests.servers.net import Net, a_page
from tests.unit.cli.test_program import Terminal, a_program


@pytest.fixture(autouse=True)
def _somebody() -> None:
    run("add", "Ada Lovelace", "--property", "URL:https://github.com/ada", "--property", "X-RELATE-MET:Fair")
    run("log", "Ada", "About the engine", "--kind", "call", "--direction", "both", "--when", "2026-01-05")


def test_it_is_off_until_it_is_switched_on() -> None:
    told = run("lookup", "Ada", "--agree", "--json")
    assert (told.status, told.json["error"]["code"]) == (3, "lookups_off")


def test_without_consent_it_says_what_would_be_sent_and_sends_nothing() -> None:
    run("lookups", "on")
    told = run("lookup", "Ada", "--provider", "github", "--json")
    assert (told.status, told.json["error"]["code"]) == (3, "consent_missing")
    (would,) = told.json["error"]["would"]
    assert "api.github.com" in would
    assert "ada" in would
    assert "api.github.com" in run("lookup", "Ada", "--provider", "github").err
    assert "--agree" in run("lookup", "--help").out
    assert run("lookups", "--json").json["asked"] == []


def test_a_key_that_would_go_along_is_told_of_too(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        somebody(book)
        book.accounts.add(Provider.GITHUB, "canary", session_only=True)
        with pytest.raises(UserError) as told:
            answered(book)
        assert "and api.github.com your key, which says who asks" in str(told.value.facts["would"])
        assert net.asked == []


def test_a_server_that_is_named_on_the_way_is_told_of_too() -> None:
    run("lookups", "on")
    run("edit", "Ada", "--property", "URL:https://social.example.org/@ada")
    (would,) = run("lookup", "Ada", "--provider", "mastodon", "--json").json["error"]["would"]
    assert "social.example.org would get" in would
    assert "(social.example.org may name the server that keeps the profile" in would


def test_people_on_bluesky_are_asked_for_at_their_own_servers_unless_it_is_said_otherwise() -> None:
    run("lookups", "on")
    run("edit", "Ada", "--property", "URL:https://bsky.app/profile/ada.example.org")
    would: list[str] = []
    for words in ((), ("--service",), ()):
        assert run("lookups", "agree", "bluesky", *words).status == 0
        would += run("lookup", "Ada", "--provider", "bluesky", "--json").json["error"]["would"]
    assert [("public.api.bsky.app" in line) for line in would] == [False, True, False]
    assert "ada.example.org, plc.directory would get" in would[0]
    assert run("lookups", "agree", "github", "--service").status == 2


def test_after_bluesky_was_forgotten_its_own_service_is_not_asked_by_itself() -> None:
    run("lookups", "on")
    run("edit", "Ada", "--property", "URL:https://bsky.app/profile/ada.example.org")
    run("lookups", "agree", "bluesky", "--service")
    run("lookups", "forget", "bluesky")
    (would,) = run("lookup", "Ada", "--provider", "bluesky", "--json").json["error"]["would"]
    assert "public.api.bsky.app" not in would


def test_what_is_not_in_order_stops_it_until_it_is_overruled() -> None:
    run("lookups", "on")
    run("add", "Bob Babbage", "--property", "URL:https://github.com/bob")
    told = run("lookup", "Bob", "--agree", "--json")
    assert (told.status, told.json["error"]["code"]) == (3, "lookup_not_ready")
    assert "no conversation" in told.json["error"]["message"]
    assert run("lookups", "--json").json["asked"] == []


def test_who_is_on_no_page_is_not_searched_for() -> None:
    run("lookups", "on")
    run("add", "Bob Babbage")
    told = run("lookup", "Bob", "--agree", "--json")
    assert (told.status, told.json["error"]["code"]) == (3, "lookup_nothing")


def test_never_again_is_said_and_taken_back() -> None:
    run("lookups", "on")
    assert run("lookup", "Ada", "--never").status == 0
    told = run("lookup", "Ada", "--agree", "--json")
    assert told.json["error"]["code"] == "lookup_refused"
    assert run("lookup", "Ada", "--again", "--json").json == {"contact": "1", "never": False}
    assert run("undo").status == 0


def test_a_provider_nobody_knows_is_wrong_usage_and_names_those_there_are() -> None:
    run("lookups", "on")
    told = run("lookup", "Ada", "--provider", "myspace", "--json")
    assert told.status == 2
    assert all(provider.value in told.json["error"]["hint"] for provider in Provider)


def answered(book: OpenBook, *words: str, err: io.StringIO | None = None) -> Answer:
    """The command on a book whose hosts are on loopback."""
    options = read_arguments(all_commands(), ["lookup", "Ada", *words])
    return looked_up(book, options, a_program(book.folder, err or io.StringIO()))


def refused(book: OpenBook, *words: str) -> ErrorKind:
    with pytest.raises(UserError) as refusal:
        answered(book, *words)
    return refusal.value.kind


@pytest.fixture(name="connected")
def _connected(tmp_path: Path, authority: Authority) -> Iterator[tuple[OpenBook, Net, ContactId]]:
    hosts = a_github()
    hosts["codeberg.org"] = {"/api/v1/users/ada": a_page({"message": "gone"}, 404)}
    with a_connected_book(tmp_path, authority, hosts) as (book, net):
        book.lookups.consent.withdraw(Provider.GITHUB)
        lines = (f"URL:{PAGE}", "URL:https://codeberg.org/ada", "EMAIL:ada@example.org")
        yield book, net, somebody(book, *lines)


Connected = tuple[OpenBook, Net, ContactId]


def test_a_yes_is_for_what_was_asked_and_each_time_anew(connected: Connected) -> None:
    book, net, contact = connected
    answer = answered(book, "--provider", "github", "--agree")
    assert answer.status == 0
    assert answer.document["provider"] == "github"
    assert answer.document["request"]["host"] == "api.github.com"
    assert net.hosts == {"api.github.com"}
    assert set(book.lookups.consent.agreed()) == {Provider.GITHUB}
    (fact,) = [one for one in answer.document["facts"] if one["field"] == "place"]
    assert (fact["value"], fact["source"], fact["kept"]) == ("London", PAGE, False)
    assert book.lookups.facts.of(contact) == []
    assert any("Nothing was kept." in line for line in answer.lines)
    net.asked.clear()
    assert refused(book, "--provider", "github") is ErrorKind.CONSENT_MISSING
    assert net.asked == []
    book.preferences.change(lookups_ask=False)
    assert answered(book, "--provider", "github").status == 0


def test_what_is_named_is_kept_and_one_undo_takes_it_back(connected: Connected) -> None:
    book, _net, contact = connected
    before = book.contacts.get(contact)
    words = (
        "--provider",
        "github",
        "--agree",
        "--apply",
        "organization,birthday",
        "place=London",
        "place=Rome",
    )
    answer = answered(book, *words)
    assert (answer.status, answer.document["unknown"]) == (1, ["birthday", "place=Rome"])
    assert {one["field"] for one in answer.document["facts"] if one["kept"]} == {"organization", "place"}
    assert str(book.history.entries(limit=1)[0].changeset) == answer.document["operation"]
    assert any("birthday" in line for line in answer.lines)
    book.history.undo()
    assert book.contacts.get(contact) == before


def test_a_field_there_is_not_is_refused_before_anything_is_sent(connected: Connected) -> None:
    book, net, _contact = connected
    words = ("--provider", "github", "--agree", "--apply", "titel")
    assert refused(book, *words) is ErrorKind.WRONG_USAGE
    assert net.asked == []
    assert book.lookups.consent.agreed() == {}


def test_a_mail_address_is_given_away_only_to_whom_is_named(connected: Connected) -> None:
    book, net, _contact = connected
    book.lookups.consent.agree(Provider.GRAVATAR)
    assert answered(book, "--agree").status == 1
    assert {"api.github.com", "codeberg.org"} == net.hosts
    with pytest.raises(UserError) as question:
        answered(book, "--provider", "gravatar")
    assert question.value.kind is ErrorKind.CONSENT_MISSING
    assert "ada@example.org" in str(question.value.facts["would"])


def test_how_many_of_a_crowded_card_are_left_out_is_said_before_and_after(connected: Connected) -> None:
    book, net, contact = connected
    pages = [Property("URL", f"https://github.com/ada{number}") for number in range(11)]
    person = book.contacts.get(contact)
    book.contacts.save(replace(person, properties=(*person.properties, *pages)))
    with pytest.raises(UserError) as question:
        answered(book, "--provider", "github")
    would = question.value.facts["would"]
    assert isinstance(would, tuple)
    *_ten, last = would
    assert len(would) == 11
    assert last.startswith("Two more addresses on the card would not be asked")
    assert net.asked == []
    told = answered(book, "--provider", "github", "--agree")
    assert told.document["left_out"] == 2
    assert list(told.lines)[-1] == last


def test_a_yes_in_advance_is_for_what_would_have_been_shown_and_nobody_else(connected: Connected) -> None:
    book, net, _contact = connected
    book.lookups.consent.agree(Provider.GITHUB)
    with pytest.raises(UserError) as question:
        answered(book)
    assert "codeberg.org" not in str(question.value.facts["would"])
    answered(book, "--agree")
    assert net.hosts == {"api.github.com"}
    assert set(book.lookups.consent.agreed()) == {Provider.GITHUB}


def test_where_nobody_answers_it_could_not_be_done(connected: Connected) -> None:
    book, _net, _contact = connected
    assert refused(book, "--provider", "forgejo", "--agree") is ErrorKind.PROFILE_MISSING


def test_an_account_that_answers_does_not_hide_another_that_does_not(connected: Connected) -> None:
    book, _net, _contact = connected
    answer = answered(book, "--agree")
    assert answer.status == 1
    assert [one["code"] for one in answer.document["problems"]] == ["profile_missing"]
    assert answer.document["facts"]


def test_a_refused_look_up_leaves_neither_agreement_nor_reason(connected: Connected) -> None:
    book, net, contact = connected
    person = book.contacts.get(contact)
    book.contacts.save(person.without(person.all("X-RELATE-MET")[0]))
    count = len(book.history.entries())
    assert refused(book, "--provider", "github", "--agree") is ErrorKind.LOOKUP_NOT_READY
    words = ("--provider", "github", "--despite", "we meet today")
    assert refused(book, *words) is ErrorKind.CONSENT_MISSING
    assert (book.lookups.consent.agreed(), len(book.history.entries())) == ({}, count)
    assert answered(book, *words, "--agree").status == 0
    assert book.lookups.consent.gate(contact).overruled == "we meet today"
    assert net.hosts == {"api.github.com"}


@pytest.mark.parametrize(("typed", "asked"), [("yes\n", True), ("no\n", False), ("\n", False), ("", False)])
def test_on_a_terminal_it_asks_and_only_a_yes_is_one(
    connected: Connected, typed: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    book, net, _contact = connected
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    screen = Terminal()
    if asked:
        assert answered(book, "--provider", "github", err=screen).status == 0
    else:
        with pytest.raises(UserError):
            answered(book, "--provider", "github", err=screen)
    assert "api.github.com" in screen.getvalue()
    assert bool(net.asked) is asked
