import pytest

from tests.command_line import run


@pytest.fixture(autouse=True)
def two_people() -> None:
    run("add", "Ada Lovelace", "--email", "ada@example.com")
    run("add", "Zoë Müller")


def timeline(name: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = run("show", name, "--json").json["timeline"]
    return found


def test_a_conversation_stands_on_the_timeline_as_it_was_told() -> None:
    words = ("--kind", "call", "--direction", "in", "--when", "2026-03-01T10:00+01:00", "--minutes", 20)
    ran = run("log", "Ada Lovelace", "about the invoice", *words, "--json")
    assert ran.status == 0
    entry = {
        "id": "1",
        "kind": "call",
        "direction": "in",
        "when": ran.json["entry"]["when"],
        "minutes": 20,
        "text": "about the invoice",
        "people": ["1"],
        "source": None,
    }
    assert ran.json == {"operation": "3", "contact": "1", "name": "Ada Lovelace", "entry": entry}
    assert timeline("Ada Lovelace") == [entry]


def test_a_note_has_no_direction_and_may_be_about_several() -> None:
    ran = run(
        "note", "ada@example.com", "Likes tea", "--with", "Zoë Müller", "--when", "2026-02-01", "--json"
    )
    assert (ran.json["entry"]["kind"], ran.json["entry"]["direction"]) == ("note", None)
    assert ran.json["entry"]["when"] == "2026-02-01"
    assert [entry["text"] for entry in timeline("2")] == ["Likes tea"]


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("2026-11-24", "2026-11-24"),
        ("20261124", "2026-11-24"),
        ("2026-03-01T09:00Z", "2026-03-01T09:00:00"),
        ("2026-03-01T09:00", "2026-03-01T09:00:00"),
        ("2026-03-01 09:00:30", "2026-03-01T09:00:30"),
        ("2026-03-01T23:30-11:00", "2026-03-02T10:30:00"),
    ],
)
def test_a_day_or_a_moment_is_taken_with_and_without_offset(
    when: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    ran = run("log", 1, "x", "--when", when, "--json")
    assert ran.json["entry"]["when"].removesuffix("+00:00") == shown


def test_without_a_moment_it_is_now_and_nobody_knows_who_began() -> None:
    entry = run("log", 1, "x", "--json").json["entry"]
    assert (entry["kind"], entry["direction"]) == ("other", "both")
    assert entry["when"].startswith("2026-03-14T")


@pytest.mark.parametrize(
    "when",
    [
        "yesterday",
        "2026-13-01",
        "",
        "0001-01-01T00:00",
        "0001-01-01T00:00+14:00",
        "9999-12-31T23:59:59",
        "24:00",
    ],
)
def test_no_moment_is_wrong_usage(when: str) -> None:
    ran = run("log", 1, "x", "--when", when, "--json")
    assert (ran.status, ran.error["code"]) == (2, "moment_malformed")
    assert timeline("1") == []


def test_nobody_known_is_told_and_nothing_is_kept() -> None:
    assert run("note", "Nobody", "x").status == 3
    assert run("log", 1, "x", "--with", "Nobody").status == 3
    assert run("note", 1, "  ").status == 2
    assert timeline("1") == []


def test_a_person_reads_what_was_kept() -> None:
    ran = run("log", 1, "x", "--kind", "call", "--direction", "out", "--when", "2026-03-14")
    assert ran.out == "Today: You called Ada Lovelace.\n"
    run("note", 1, "Likes **tea**\nand cake", "--when", "2026-03-01", "--pin", "--in-confidence")
    shown = run("show", 1).out
    assert "Likes tea and cake" in shown
    assert shown.index("Likes tea") < shown.index("You called")


def test_a_long_timeline_ends_with_how_many_there_are_more() -> None:
    for number in range(22):
        run("note", 1, f"n{number}")
    assert run("show", 1).out.endswith("… and 2 more\n")
    assert len(timeline("1")) == 22


def test_lists_say_when_one_was_last_in_touch() -> None:
    run("log", 2, "x", "--when", "2026-03-01T10:00Z")
    run("log", 1, "x", "--when", "2026-02-01")
    rows = run("list", "--sort", "recent", "--json").json["contacts"]
    assert [row["contact"] for row in rows] == ["2", "1"]
    assert rows[0]["last_contact"].startswith("2026-03-01T")
    assert rows[1]["last_contact"] == "2026-02-01"
    assert [line.split()[3:5] for line in run("list", "--sort", "recent").out.splitlines()] == [
        ["1", "Mar"],
        ["1", "Feb"],
    ]
    run("note", 1, "no conversation")
    assert run("list", "--json").json["contacts"][0]["last_contact"] == "2026-02-01"


def test_search_finds_what_was_written() -> None:
    run("log", 1, "about the invoice", "--kind", "mail", "--when", "2026-03-01")
    run("note", 2, "pays every invoice", "--when", "2026-03-02")
    document = run("search", "invoice", "--json").json
    assert document["total"] == 2
    assert document["results"][0] == {
        "contact": "2",
        "name": "Zoë Müller",
        "field": "note",
        "snippet": "pays every invoice",
        "id": "2",
        "when": "2026-03-02",
    }
    assert document["results"][1]["field"] == "mail"
    assert "Mail" in run("search", "invoice").out
    assert len(run("search", "invoice", "--limit", 1, "--json").json["results"]) == 1


def test_check_counts_and_history_tells() -> None:
    run("log", 1, "x", "--kind", "call")
    run("note", 1, "x")
    assert run("check", "--json").json["entries"] == 2
    assert [row["kind"] for row in run("history", "--json").json["operations"]][:2] == ["note", "log"]
    assert "Wrote down a call with Ada Lovelace" in run("history").out
    run("undo")
    assert run("check", "--json").json["entries"] == 1
