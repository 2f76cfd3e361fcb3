import io
import json
from datetime import datetime

from relate_desktop.cli.output import bare, columns, iso, prepare, print_document, table
from relate_desktop.domain.text import visible


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert list(table([("1", "Ada", "x"), ("12", "田中", "y")])) == ["1   Ada   x", "12  田中  y"]


def test_an_empty_column_takes_no_room() -> None:
    assert list(table([("1", "", "x"), ("2", "", "y")])) == ["1  x", "2  y"]


def test_no_rows_are_no_lines() -> None:
    assert list(table([])) == []


def test_a_row_cannot_speak_to_the_terminal() -> None:
    (line,) = table([("\x1b[2J\x07evil\r\n\u202e", "b")])
    assert line.isprintable()


def test_long_cells_are_cut() -> None:
    (line,) = table([("x" * 100, "b")])
    assert len(line) < 50


def test_marks_take_no_column_and_wide_letters_two() -> None:
    assert (columns("Zoe\u0308"), columns("田"), columns("\u2068a\u2069")) == (3, 2, 1)


def test_moments_have_an_offset() -> None:
    text = iso(datetime.fromisoformat("2026-11-24T09:00+01:00"))
    assert text is not None
    assert datetime.fromisoformat(text) == datetime.fromisoformat("2026-11-24T09:00+01:00")
    assert iso(None) is None


def test_a_document_is_one_json_text_in_every_script() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    prepare(stream)
    print_document(stream, {"name": "ليلى", "path": "a\udc80"})
    assert json.loads(raw.getvalue())["name"] == "ليلى"
    assert raw.getvalue().endswith(b"}\n")


def test_cells_and_answers_for_programs_have_no_isolates() -> None:
    assert bare("You met \u2068ليلى\u2069 today") == "You met ليلى today"
    assert list(table([("You met \u2068Ada\u2069", "\u202ex")])) == [f"You met Ada  {visible(chr(0x202E))}x"]
