import json
from pathlib import Path

import pytest

from tests.command_line import run

TWO = (
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Lovelace\r\nN:Lovelace;Ada;;;\r\n"
    b"TEL;TYPE=CELL:+44 20 7946 0142\r\nX-OWN:kept\r\nUID:a\r\nEND:VCARD\r\n"
    b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bea\r\nEMAIL:bea@example.com\r\nUID:b\r\nEND:VCARD\r\n"
)
EMPTY = b"BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "phone.vcf"
    path.write_bytes(TWO)
    return path


def test_import_brings_people_in_and_accounts_for_all(file: Path) -> None:
    ran = run("import", file, "--json")
    assert ran.status == 0
    assert ran.json["operation"] == "1"
    assert ran.json["dry_run"] is False
    (told,) = ran.json["files"]
    assert told["path"] == str(file)
    assert told["format"] == "vcard"
    counts = [told[name] for name in ("records", "created", "updated", "same", "review")]
    assert (counts, told["skipped"]) == ([2, 2, 0, 0, 0], [])
    assert told["properties"].keys() == {"understood", "kept_as_is", "refused"}
    assert told["properties"]["kept_as_is"] == 1
    assert run("list", "--json").json["total"] == 2


def test_importing_again_changes_nothing(file: Path) -> None:
    run("import", file)
    ran = run("import", file, "--json")
    assert (ran.status, ran.json["operation"], ran.json["files"][0]["same"]) == (0, None, 2)
    assert len(run("history", "--json").json["operations"]) == 1


def test_dry_run_answers_the_same_and_writes_nothing(file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    dry = run("import", file, "--dry-run", "--json", "--book", folder)
    assert (dry.status, dry.json["dry_run"], dry.json["operation"]) == (0, True, None)
    assert not folder.exists()
    assert dry.json["files"] == run("import", file, "--json", "--book", folder).json["files"]


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(file: Path) -> None:
    file.write_bytes(TWO + EMPTY)
    ran = run("import", file, "--json")
    assert ran.status == 1
    (skipped,) = ran.json["files"][0]["skipped"]
    assert (skipped["record"], skipped["line"]) == (3, 15)
    assert skipped["reason"]
    assert run("list", "--json").json["total"] == 2


def test_import_is_told_for_people(file: Path) -> None:
    file.write_bytes(TWO + EMPTY)
    out = run("import", file).out
    assert "3 cards: 2 new, 1 left out" in out
    assert "Card 3: " in out
    assert "(line 15)" in out
    assert out.endswith("Two people added.\n")


def test_somebody_alike_waits_for_a_decision(file: Path) -> None:
    run("add", "Ada Lovelace", "--phone", "020 7946 0142")
    ran = run("import", file, "--json")
    told = ran.json["files"][0]
    assert (ran.status, told["review"], told["created"]) == (1, 1, 1)
    assert run("list", "--json").json["total"] == 3


@pytest.mark.parametrize(("on_match", "total"), [("merge", 2), ("skip", 2), ("new", 3)])
def test_on_match_decides_about_somebody_alike(file: Path, on_match: str, total: int) -> None:
    run("add", "Ada Lovelace", "--phone", "020 7946 0142")
    run("import", file, "--on-match", on_match)
    assert run("list", "--json").json["total"] == total


def test_several_files_are_one_change(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vcf"
    other.write_bytes(b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Cid\r\nEND:VCARD\r\n")
    assert len(run("import", file, other, "--json").json["files"]) == 2
    assert len(run("history", "--json").json["operations"]) == 1
    run("undo")
    assert run("list", "--json").json["total"] == 0


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "file_missing"), (b"", "file_empty"), (b"%PDF-1.4 nothing", "format_unknown")],
)
def test_what_is_no_contact_list_begins_no_book(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "given"
    if content is not None:
        path.write_bytes(content)
    folder = tmp_path / "new"
    ran = run("import", path, "--book", folder, "--json")
    assert (ran.status, ran.error["code"]) == (3, code)
    assert str(path) in ran.err
    assert not folder.exists()


def test_an_unknown_format_is_wrong_usage(file: Path) -> None:
    assert run("import", file, "--as", "nonsense").status == 2


def test_original_gives_back_what_came_in(file: Path, tmp_path: Path) -> None:
    run("import", file)
    out = tmp_path / "out.vcf"
    ran = run("export", out, "--format", "original", "--json")
    assert ran.status == 0
    assert out.read_bytes() == TWO
    document = ran.json
    assert (document["path"], document["format"], document["contacts"], document["cards"]) == (
        str(out),
        "original",
        2,
        2,
    )
    assert document["size"] == len(TWO)
    assert document["proof"]["passed"] is True


def test_standard_output_holds_the_export_alone(file: Path) -> None:
    run("import", file)
    ran = run("export", "-", "--format", "original", "--json")
    assert (ran.status, ran.out.encode()) == (0, TWO)


@pytest.mark.parametrize("chosen", ["vcard4", "vcard3", "jcard"])
def test_every_format_is_written_and_read_back(file: Path, tmp_path: Path, chosen: str) -> None:
    run("import", file)
    out = tmp_path / "out"
    ran = run("export", out, "--format", chosen)
    assert ran.status == 0
    assert ran.out.startswith("Two people written to ")
    text = out.read_text("utf-8")
    assert "Ada Lovelace" in text
    if chosen == "jcard":
        assert len(json.loads(text)) == 2


def test_only_those_who_match_or_are_named_are_written(file: Path, tmp_path: Path) -> None:
    run("import", file)
    out = tmp_path / "out.vcf"
    run("export", out, "--format", "vcard4", "--query", "bea")
    assert "Ada" not in out.read_text("utf-8")
    run("export", out, "--format", "vcard4", "--contact", "Ada Lovelace", "2")
    assert out.read_text("utf-8").count("BEGIN:VCARD") == 2
    run("export", out, "--format", "vcard4", "--contact", "1", "2", "--query", "bea")
    assert "Ada" not in out.read_text("utf-8")
    assert "Bea" in out.read_text("utf-8")


def test_a_target_that_cannot_be_written_is_told(file: Path, tmp_path: Path) -> None:
    run("import", file)
    ran = run("export", tmp_path / "none" / "out.vcf", "--format", "vcard4", "--json")
    assert (ran.status, ran.error["code"]) == (3, "export_target")


def test_export_needs_a_book_and_a_known_format(tmp_path: Path) -> None:
    assert run("export", tmp_path / "out", "--format", "vcard4").status == 3
    assert run("export", tmp_path / "out", "--format", "csv").status == 2
    assert run("export", tmp_path / "out").status == 2


def test_what_was_refused_inside_a_card_is_named(file: Path) -> None:
    file.write_bytes(TWO.replace(b"X-OWN:kept", b"kept without a name"))
    ran = run("import", file, "--json")
    told = ran.json["files"][0]
    assert (ran.status, told["properties"]["refused"]) == (1, 1)
    assert told["remarks"] == [
        {"record": 1, "line": 6, "reason": "a line has no name", "code": "line_without_name"}
    ]
    assert "Card 1: a line has no name (line 6)" in run("import", file).out


def test_one_file_that_cannot_be_read_does_not_keep_the_others_out(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.vcf"
    other.write_bytes(b"%PDF-1.4 nothing")
    ran = run("import", file, other, tmp_path / "none.vcf")
    assert ran.status == 1
    assert f"{other}: this is no contact list or calendar Relate can read. It looks like a PDF" in ran.out
    assert f"{tmp_path / 'none.vcf'}: there is no such file" in ran.out
    assert run("list", "--json").json["total"] == 2


@pytest.mark.parametrize("form", ["vcard4", "ics"])
def test_an_empty_query_is_refused_and_nothing_is_written(file: Path, tmp_path: Path, form: str) -> None:
    run("import", file)
    out = tmp_path / "out"
    ran = run("export", out, "--format", form, "--query=", "--json")
    assert (ran.status, ran.error["code"]) == (2, "wrong_usage")
    assert not out.exists()
    assert run("list", "--query= ").status == 2
