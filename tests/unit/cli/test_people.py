from pathlib import Path

import pytest

from relate_desktop.cli.people import plain_value
from relate_desktop.domain.property import Property
from tests.command_line import AT, run


@pytest.fixture(autouse=True)
def three_people() -> None:
    run(
        "add",
        "Ada Lovelace",
        "--email",
        "ada@example.com",
        "--phone",
        "+44 20 7946 0142",
        "--property",
        "ORG:Analytical Society",
    )
    run("add", "Zoë Müller", "--property", "NOTE:Met at the harbour", "--property", "X-OWN;X-P=1:a\\,b")
    run("add", "田中 美咲", "--property", "X-RELATE-CALL:Misaki-san")


def test_list_shows_everybody_by_name() -> None:
    ran = run("list")
    assert ran.status == 0
    assert [line.split()[1] for line in ran.out.splitlines()] == ["Ada", "田中", "Zoë"]


def test_list_as_json_has_its_keys() -> None:
    document = run("list", "--json").json
    assert document["total"] == 3
    assert document["contacts"][0] == {
        "contact": "1",
        "name": "Ada Lovelace",
        "organization": "Analytical Society",
        "email": "ada@example.com",
        "phone": "+44 20 7946 0142",
        "last_contact": None,
        "next_due": None,
    }


def test_list_is_limited_and_says_how_many_there_are() -> None:
    document = run("list", "--limit", 1, "--json").json
    assert (document["total"], len(document["contacts"])) == (3, 1)


@pytest.mark.parametrize("sort", ["name", "recent", "due"])
def test_list_is_sorted_as_asked(sort: str) -> None:
    assert len(run("list", "--sort", sort, "--json").json["contacts"]) == 3


def test_a_town_is_found_with_its_umlaut_as_two_letters() -> None:
    run("add", "Ida", "--property", "ADR:;;Gasse 5;Köln;;;")
    for query in ("koeln", "koln", "Köln", "city:koeln"):
        assert [row["name"] for row in run("list", "--query", query, "--json").json["contacts"]] == ["Ida"]


def test_list_shows_who_matches() -> None:
    document = run("list", "--query", "muller", "--json").json
    assert [row["name"] for row in document["contacts"]] == ["Zoë Müller"]
    assert document["total"] == 1


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("has:email", ["Ada Lovelace"]),
        ("-has:reach", ["Zoë Müller", "田中 美咲"]),
        ("org:society or mueller", ["Ada Lovelace", "Zoë Müller"]),
        ("last:never -ada", ["Zoë Müller", "田中 美咲"]),
        ("nobody:here", []),
    ],
)
def test_filters_are_words_of_a_query(query: str, names: list[str]) -> None:
    found = run("list", f"--query={query}", "--json").json["contacts"]
    assert sorted(one["name"] for one in found) == names
    if not query.startswith("-"):
        assert run("search", query, "--json").json["total"] == len(names)


def test_search_says_where_it_matched() -> None:
    document = run("search", "79460142", "--json").json
    assert document["query"] == "79460142"
    assert document["total"] == 1
    assert document["results"][0]["contact"] == "1"
    assert document["results"][0]["name"] == "Ada Lovelace"
    assert document["results"][0]["field"] == "tel"
    assert "0142" in document["results"][0]["snippet"]


def test_search_takes_several_words_and_finds_notes() -> None:
    assert "Zoë" in run("search", "harbour", "zoe").out


def test_search_that_finds_nobody_says_so_and_is_done() -> None:
    ran = run("search", "nobody at all")
    assert (ran.status, ran.out) == (0, "Nobody found.\n")
    assert run("search", "nobody", "--json").json["results"] == []


def test_show_holds_every_line_in_order() -> None:
    document = run("show", "Zoë Müller", "--json").json
    assert document["contact"] == "2"
    assert document["name"] == "Zoë Müller"
    assert document["call_them"] is None
    assert [line[0] for line in document["jcard"][1]] == ["version", "fn", "note", "x-own"]
    assert (document["timeline"], document["reminders"], document["rhythm"]["every"]) == ([], [], None)
    (first, *_rest) = document["provenance"]
    assert first == {
        "property": "fn",
        "value": "Zoë Müller",
        "operation": "2",
        "source": None,
        "when": first["when"],
    }
    assert first["when"].startswith(AT[:10])


def test_show_says_what_to_call_them() -> None:
    assert run("show", "3", "--json").json["call_them"] == "Misaki-san"


def test_show_is_told_for_people() -> None:
    out = run("show", "ada@example.com").out
    assert out.startswith("Ada Lovelace\n\n")
    assert "E-mail" in out
    assert "today, " in out


@pytest.mark.parametrize("name", ["1", "Ada Lovelace", "ada lovelace", "ada@example.com", "+44 20 7946 0142"])
def test_somebody_is_named_by_id_name_or_address(name: str) -> None:
    assert run("show", name, "--json").json["contact"] == "1"


def test_an_ambiguous_name_is_wrong_usage_and_lists_who_it_may_be() -> None:
    run("add", "Ada Lovelace")
    ran = run("show", "Ada Lovelace", "--json")
    assert ran.status == 2
    assert ran.error["code"] == "contact_ambiguous"
    assert ran.error["candidates"] == [
        {"contact": "1", "name": "Ada Lovelace"},
        {"contact": "4", "name": "Ada Lovelace"},
    ]
    assert "4  Ada Lovelace" in ran.err


def test_nobody_of_the_name_cannot_be_shown() -> None:
    ran = run("show", "Grace Hopper", "--json")
    assert (ran.status, ran.error["code"]) == (3, "contact_unknown")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    "words", [["list"], ["search", "x"], ["show", "x"], ["history"], ["check"], ["undo"]]
)
def test_reading_where_there_is_no_book_makes_none(words: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "none"
    ran = run(*words, "--book", folder, "--json")
    assert (ran.status, ran.error["code"]) == (3, "book_missing")
    assert str(folder) in ran.err
    assert not folder.exists()


def test_names_cannot_speak_to_the_terminal() -> None:
    run("add", "Evil\x1b[2J\u202e")
    for words in (["list"], ["search", "evil"], ["show", "4"], ["history"]):
        out = run(*words).out
        assert "\x1b" not in out
        assert "\u202e" not in out
    assert run("show", "4", "--json").json["name"] == "Evil\x1b[2J\u202e"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (Property("N", "Müller;Zoë;;;"), "Müller; Zoë"),
        (Property("NOTE", "one\\; two\\nthree"), "one; two three"),
        (Property("PHOTO", "media:" + "0" * 64), "(embedded)"),
        (Property("CATEGORIES", "a,b"), "a, b"),
        (Property("CATEGORIES", r"a\,b"), "“a,b”"),
        (Property("X-ABLabel", "_$!<Other>!$_"), "other"),
    ],
)
def test_a_value_is_one_line(item: Property, text: str) -> None:
    assert plain_value(item) == text


def test_dates_are_said_as_dates_and_texts_without_escapes() -> None:
    run("add", "Ida", "--property", "BDAY:--0415", "--property", "ANNIVERSARY:20100612")
    run("edit", "Ida", "--set", "note=tea, cake; milk")
    out = run("show", "Ida").out
    assert "15 April" in out
    assert "12 June 2010" in out
    told = {item["property"]: item["value"] for item in run("show", "Ida", "--json").json["provenance"]}
    assert told == {
        "fn": "Ida",
        "bday": "--04-15",
        "anniversary": "2010-06-12",
        "note": "tea, cake; milk",
    }


def test_a_label_stands_beside_its_line_and_in_words() -> None:
    lines = (
        "item1.X-ABRELATEDNAMES:Eva",
        "item1.X-ABLabel:_$!<Brother>!$_",
        "item2.X-ABLabel:_$!<School>!$_",
    )
    run("add", "Ida", *(word for line in lines for word in ("--property", line)))
    out = run("show", "Ida").out
    assert "_$!<" not in out
    assert "brother" in next(line for line in out.splitlines() if "Eva" in line)
    assert "school" in out


def test_of_somebody_removed_it_is_said() -> None:
    assert run("show", "1", "--json").json["removed_at"] is None
    assert "Removed" not in run("show", "1").out
    run("delete", "1")
    assert run("show", "1", "--json").json["removed_at"] == AT
    assert "Removed today" in run("show", "1").out
    assert "put-back 1" in run("show", "1").out
