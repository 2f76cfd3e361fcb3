from tests.command_line import run

LINE = "called anna 20m yesterday re invoice, she sends the draft friday, remind me in two weeks"


def test_a_line_is_shown_and_nothing_is_saved() -> None:
    run("add", "Anna Lindqvist")
    ran = run("capture", LINE, "--json")
    assert ran.status == 0
    assert ran.json["saved"] is False
    assert ran.json["unclear"] == []
    assert ran.json["entries"][0] == {
        "kind": "call",
        "contact": "1",
        "contacts": ["1"],
        "direction": "out",
        "when": "2026-03-13",
        "text": "re invoice",
        "due": None,
        "minutes": 20,
        "saved": False,
    }
    kinds = [(entry["kind"], entry["direction"], entry["due"]) for entry in ran.json["entries"]]
    assert kinds == [("call", "out", None), ("promise", "in", "2026-03-20"), ("reminder", None, "2026-03-28")]
    assert run("show", "Anna", "--json").json["timeline"] == []
    assert len(run("history", "--json").json["operations"]) == 1


def test_with_yes_all_of_it_is_kept_as_one_change() -> None:
    run("add", "Anna Lindqvist")
    ran = run("capture", *LINE.split(), "--yes", "--json")
    assert (ran.status, ran.json["saved"]) == (0, True)
    assert all(entry["saved"] and entry["id"] for entry in ran.json["entries"])
    (operation, _add) = run("history", "--json").json["operations"]
    assert operation["operation"] == ran.json["operation"]
    assert operation["summary"] == "Written down for Anna Lindqvist."
    run("undo")
    assert run("show", "Anna", "--json").json["timeline"] == []


def test_what_is_not_clear_is_asked_and_never_saved() -> None:
    run("add", "Anna Lindqvist")
    run("add", "Anna Berg")
    shown = run("capture", "called anna", "--json")
    assert (shown.status, shown.json["saved"]) == (0, False)
    ran = run("capture", "called anna", "--yes", "--json")
    assert (ran.status, ran.json["saved"]) == (1, False)
    (unclear,) = ran.json["unclear"]
    assert unclear["question"] == "Which anna do you mean?"
    assert {one["name"] for one in unclear["candidates"]} == {"Anna Lindqvist", "Anna Berg"}
    assert len(run("history", "--json").json["operations"]) == 2


def test_what_is_clear_beside_it_is_kept() -> None:
    for name in ("Anna Lindqvist", "Anna Berg", "Olena Bondar"):
        run("add", name)
    ran = run("capture", "called anna. Remind me to write to Olena tomorrow", "--yes", "--json")
    assert (ran.status, ran.json["saved"]) == (1, True)
    assert [(entry["kind"], entry["saved"]) for entry in ran.json["entries"]] == [
        ("call", False),
        ("reminder", True),
    ]


def test_suggestions_are_shown_and_not_kept() -> None:
    run("add", "Anna Lindqvist")
    ran = run("capture", "Anna likes dark chocolate", "--yes", "--json")
    assert [(entry["kind"], entry["saved"]) for entry in ran.json["entries"]] == [
        ("note", True),
        ("remember", False),
    ]


def test_a_repeating_reminder_names_its_rule() -> None:
    run("add", "Anna Lindqvist")
    (entry,) = run("capture", "remind me every month at 9:30 to call Anna", "--json").json["entries"]
    assert entry["repeats"] == "FREQ=MONTHLY"
    assert entry["due"].startswith("2026-04-14T09:30")


def test_somebody_new_is_kept() -> None:
    run("add", "Anna Lindqvist")
    ran = run("capture", "+Johanna Vale, Northlight Clinic, 020 7946 0123", "--yes", "--json")
    (entry,) = ran.json["entries"]
    assert (entry["kind"], entry["name"], entry["phones"]) == ("person", "Johanna Vale", ["020 7946 0123"])
    assert run("list", "--json").json["total"] == 2


def test_it_is_told_for_people() -> None:
    run("add", "Anna Lindqvist")
    out = run("capture", "called anna").out
    assert "You called Anna Lindqvist: today" in out
    assert "--yes" in out
    assert "Nothing is said there." in run("capture", " ").out


def test_without_a_book_it_is_only_begun_with_yes() -> None:
    assert run("capture", "called anna").status == 3
    assert run("capture", "+Anna Lindqvist", "--yes").status == 0
