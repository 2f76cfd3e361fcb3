"""Services are loaded when they are asked for, and all at once where nothing may wait later."""

import subprocess
import sys
from functools import cached_property
from pathlib import Path

from relate_desktop.services.all_services import AllServices
from tests.command_line import ROOT
from tests.open_book import a_book


def test_a_command_loads_no_more_services_than_it_needs(tmp_path: Path) -> None:
    ask = (
        "import sys; from relate_desktop.services.book import open_book; from tests.clock import a_clock\n"
        "from pathlib import Path\n"
        f"with open_book(Path({str(tmp_path / 'book')!r}), clock=a_clock(), create=True) as book:\n"
        "    book.search.ids('ada')\n"
        "unneeded = {'captures', 'calendars', 'lookups', 'exports', 'imports', 'sample', 'names'}\n"
        "print({name for name in unneeded if 'relate_desktop.services.' + name in sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_service_is_made_once(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contacts = book.contacts
        book.load()
        assert book.contacts is contacts


def test_a_window_has_all_of_them_made_before(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        book.load()
        services = {name for name, made in vars(AllServices).items() if isinstance(made, cached_property)}
        assert len(services) > 30
        assert services <= vars(book).keys()
