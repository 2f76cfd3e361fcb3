"""``lookups``: the switch and the agreements."""

from tests.command_line import run


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
    assert run("lookups", "forget", "github", "--json").json == {"removed": 0}
    assert run("lookups", "--json").json["agreed"] == []
    assert run("history", "--json").json["operations"] == []
