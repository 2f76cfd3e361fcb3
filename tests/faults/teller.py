"""Watches of one book that die one after another: ``python -m tests.faults.teller FOLDER ROUNDS``.

Each round is a process of its own, forked from one that has loaded everything. It looks at the
clock a minute later than the one before, with one reminder more due, and is killed where the
drill wants it: after the claim, after the pop-up was shown, after that was acknowledged. A last
one is let live. Says how each ended.
"""

import os
import sys
import threading
from datetime import timedelta
from pathlib import Path

from relate_desktop.domain.place import Place
from relate_desktop.services.book import open_book
from relate_desktop.services.tellings import Tidings
from relate_desktop.services.watch import Watch
from relate_desktop.storage import drill
from relate_desktop.system.freedesktop_notifier import FreedesktopNotifier
from relate_desktop.system.notices import Answered, Notice
from relate_desktop.words.pop_ups import notice_of
from tests.clock import a_clock
from tests.present import BERLIN, at

FIRST = at("2026-11-24 10:00")
POINTS = ("telling-claimed", "telling-shown", "telling-told")
PATIENCE = 60.0


class BareDesk:
    """A desk that has the words and nothing else."""

    def notice(self, tidings: Tidings, *, hidden: bool) -> Notice:
        return notice_of(tidings, hidden=hidden)

    def show(self, _notice: Notice) -> bool:
        return False

    def withdraw(self, key: str) -> None:
        """Nothing is there."""

    def open(self, place: Place) -> None:
        """Nobody is there."""


def patient(answered: Answered) -> FreedesktopNotifier:
    """The desktop's pop-ups, with patience for a machine that has much to do."""
    return FreedesktopNotifier(answered, patience=PATIENCE)


def one_life(folder: Path, number: int, point: str) -> None:
    """One process: it watches until it has looked once, or dies at the point."""
    drill._CRASH_AT = point
    moment = FIRST + timedelta(minutes=number)
    book = open_book(folder, clock=a_clock(moment), here=lambda: BERLIN)
    watch = Watch(book, BareDesk(), window=True, notifier=patient)
    watch.start()
    pause = threading.Event()
    waited = 0.0
    while watch.looked_at != moment and waited < PATIENCE:
        pause.wait(0.01)
        waited += 0.01
    watch.stop()
    book.close()


def main(folder: str, rounds: str) -> None:
    """All rounds, and one that is let live."""
    ends = []
    for number in range(int(rounds) + 1):
        point = POINTS[number % len(POINTS)] if number < int(rounds) else ""
        child = os.fork()
        if not child:
            one_life(Path(folder), number, point)
            os._exit(0)
        ends.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    sys.stdout.write(" ".join(map(str, ends)))


if __name__ == "__main__":
    main(*sys.argv[1:])
