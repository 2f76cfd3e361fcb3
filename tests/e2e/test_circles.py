"""A circle made, people dragged onto it with the mouse, and taken back, in a real window."""

import json
from pathlib import Path

from relate_desktop.services.preferences import PreferencesService
from tests.e2e.desktop import Desktop
from tests.e2e.test_journey import opened, say


def test_a_person_is_dragged_onto_a_circle(desktop: Desktop, tmp_path: Path) -> None:
    book = tmp_path / "book"
    for name in ("Ada Lovelace", "Grace Hopper"):
        say(book, "add", name)
    PreferencesService(book).change(keep_messages=True)
    program = opened(desktop, book, "open", "people")
    person = program.find(role="list item", has="Grace")
    program.find(id="circles.add").press()
    program.find(id="circle.name").enter("Navy")
    desktop.press_keys("Return")
    circle = program.find(role="list item", has="Navy, 0 people")
    person.drag_onto(circle)
    program.find(role="list item", has="Navy, 1 person")
    program.find(id="snackbar.undo").press()
    program.find(role="list item", has="Navy, 0 people")
    assert json.loads(say(book, "circles", "--json"))["circles"][0]["people"] == 0
    assert program.quit() == 0
