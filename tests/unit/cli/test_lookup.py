"""``lookup``: with the same consent as the window; what it would send is said before anything is sent."""

import pytest

from relate_desktop.domain.lookup import Provider
from tests.command_line import run


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


def test_a_server_that_is_named_on_the_way_is_told_of_too() -> None:
    run("lookups", "on")
    run("edit", "Ada", "--property", "URL:https://social.example.org/@ada")
    (would,) = run("lookup", "Ada", "--provider", "mastodon", "--json").json["error"]["would"]
    assert "social.example.org would get" in would
    assert "may name the server that keeps the profile" in would


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
