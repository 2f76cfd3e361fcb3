"""Whether every part below the window works on this machine."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from relate_desktop.domain.change import Origin
from relate_desktop.domain.clock import Clock
from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.services.book import OpenBook, open_book
from relate_desktop.services.contacts import line_of_card
from relate_desktop.services.jobs import InlineRunner, Job, JobKind, Lane
from relate_desktop.system.paths import resources_folder

Problems = dict[str, BaseException | None]

_PEOPLE = 12
_SHIPPED = ("icons/regular", "styles/tokens.json", "sample/people.vcf")
_WANTED = {"one character of a name": "田", "part of a number": "0142", "a name without accents": "rios"}


class PartError(Exception):
    """A part answered something else than it must."""


def check_parts(clock: Clock) -> Mapping[str, BaseException | None]:
    """Each part with what is wrong with it, None where it works. Leaves nothing behind."""
    found: Problems = {"resources": _problem(_check_resources), "keyring": _problem(_check_keyring)}
    with tempfile.TemporaryDirectory(prefix="relate-self-test-", ignore_cleanup_errors=True) as place:
        folder = Path(place) / "book"
        found["book"] = _problem(lambda: _check_book(folder, clock))
        if found["book"] is not None:
            return found

        def with_book(check: Callable[[OpenBook], None]) -> BaseException | None:
            def checked() -> None:
                with open_book(folder, clock=clock, create=True, origin=Origin.COMMAND_LINE) as book:
                    check(book)

            return _problem(checked)

        found["import"] = with_book(_check_import)
        found["search"] = with_book(_check_search)
        found["history"] = with_book(_check_history)
        found["export"] = with_book(lambda book: _check_export(book, Path(place)))
        found["health"] = with_book(_check_health)
    return found


def _problem(check: Callable[[], None]) -> BaseException | None:
    """What the check raised; the job runner is the place where anything may be raised."""
    return InlineRunner().submit(Lane.WRITE, lambda _job: check(), JobKind.DETAIL).error


def _check_resources() -> None:
    missing = [name for name in _SHIPPED if not (resources_folder() / name).exists()]
    if missing:
        raise PartError(", ".join(missing))


def _check_keyring() -> None:
    """Whether what speaks to keyrings is here; whether there is one is the system's affair."""
    from relate_desktop.system.keyring_backends import backends  # noqa: PLC0415 - loaded by who needs it

    for backend in backends():
        backend.vault()


def _check_book(folder: Path, clock: Clock) -> None:
    with open_book(folder, clock=clock, create=True, origin=Origin.COMMAND_LINE) as book:
        added = book.contacts.add([line_of_card("FN:Ada Lovelace")])
    with open_book(folder, clock=clock, origin=Origin.COMMAND_LINE) as book:
        if book.contacts.named("Ada Lovelace") != added:
            raise PartError("written and read differ")


def _check_import(book: OpenBook) -> None:
    job: Job[int] = InlineRunner().submit(
        Lane.WRITE, lambda job: sum(file.created for file in book.sample.add(job).files), JobKind.SAMPLE
    )
    if job.result() != _PEOPLE:
        raise PartError(str(job.result()))


def _check_search(book: OpenBook) -> None:
    missing = [what for what, words in _WANTED.items() if not book.search.find(words, 1).total]
    if missing:
        raise PartError(", ".join(missing))


def _check_history(book: OpenBook) -> None:
    before = book.contacts.count()
    book.history.undo()
    book.history.redo()
    if book.contacts.count() != before:
        raise PartError("undo and redo do not agree")


def _check_export(book: OpenBook, place: Path) -> None:
    for chosen in ExportFormat:
        target = place / f"out.{chosen.value}"
        job = InlineRunner().submit(
            Lane.READ,
            lambda job, chosen=chosen, target=target: book.exports.export(target, format=chosen, job=job),  # type: ignore[misc]
            JobKind.EXPORT,
        )
        report = job.result()
        if not report.proof.passed or report.cards != book.contacts.count():
            raise PartError(chosen.value)


def _check_health(book: OpenBook) -> None:
    problems = book.health().problems
    if problems:
        raise PartError(", ".join(code for code, _facts in problems))
