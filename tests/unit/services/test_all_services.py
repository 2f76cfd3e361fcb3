"""Services are loaded when they are asked for, and all at once where nothing may wait later."""

import subprocess
import sys
from datetime import UTC
from pathlib import Path
from threading import Event, Thread

from relate_desktop.domain.change import Origin
from relate_desktop.services.all_services import AllServices, Service
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
        services = {name for name, made in vars(AllServices).items() if isinstance(made, Service)}
        assert len(services) > 30
        assert services <= vars(book).keys()


class Asked(AllServices):
    """Has one service more, and whoever is first to have it made sees that another one asks."""

    made = 0
    asking: Event
    other: Thread

    @Service
    def thing(self) -> object:
        """Something of which there must be one."""
        self.made += 1
        if self.made == 1:
            self.other.start()
            self.asking.wait()
        return object()


def test_threads_that_ask_at_one_time_get_the_same_service(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        for _ in range(50):
            asked = Asked(
                book.database,
                book.clock,
                Origin.WINDOW,
                here=lambda: UTC,
                preferences=book.preferences,
                drafts=book.drafts,
                log=book.log,
            )
            got: list[object] = []

            def ask(asked: Asked = asked, got: list[object] = got) -> None:
                asked.asking.set()
                got.append(asked.thing)

            asked.asking, asked.other = Event(), Thread(target=ask)
            first = asked.thing
            asked.other.join()
            assert (asked.made, got) == (1, [first])
