import json
import subprocess
import sys
from pathlib import Path

from relate_desktop.services.first_look import first_people, glance
from relate_desktop.services.preferences import PreferencesService, Theme
from tests.clock import START
from tests.open_book import a_book, a_person


def test_a_glance_tells_what_the_preferences_have_kept(tmp_path: Path) -> None:
    PreferencesService(tmp_path).change(theme=Theme.DARK)
    assert glance(tmp_path)["theme"] == "dark"


def test_a_glance_at_nothing_or_nonsense_is_empty(tmp_path: Path) -> None:
    assert glance(tmp_path) == {}
    for nonsense in (b"", b"[1]", b"{", b"[" * 100_000, b"\xff\xfe"):
        (tmp_path / "preferences.json").write_bytes(nonsense)
        assert glance(tmp_path) == {}


def test_the_first_people_of_a_book(tmp_path: Path) -> None:
    assert list(first_people(tmp_path / "book", START.date())) == []
    with a_book(tmp_path) as book:
        book.contacts.add(a_person("Ada Lovelace"))
    assert [row.full_name for row in first_people(tmp_path / "book", START.date())] == ["Ada Lovelace"]


def test_what_comes_before_the_first_paint_loads_nothing_heavy() -> None:
    look = (
        "import sys, json, relate_desktop.app, relate_desktop.ui.shell.first_paint;"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert "PySide6.QtWidgets" in loaded
    heavy = {
        "sqlalchemy",
        "sqlcipher3",
        "platformdirs",
        "PySide6.QtNetwork",
        "PySide6.QtSvg",
    }
    assert loaded & heavy == set()


def test_what_comes_before_the_first_people_loads_no_book() -> None:
    look = (
        "import sys, json, relate_desktop.ui.shell.start, relate_desktop.ui.people.page;"
        "import relate_desktop.storage.first_look;"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = set(json.loads(done.stdout))
    assert loaded & {"sqlalchemy", "vobject", "chardet", "PySide6.QtNetwork"} == set()
