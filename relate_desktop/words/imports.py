"""What an import did or would do, in sentences."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from relate_desktop.domain.importing import FileReport, ImportReport, Noted
from relate_desktop.words.calendar_operations import entries, events
from relate_desktop.words.numbers import count_words, listed, sentence
from relate_desktop.words.remarks import record_sentence, remark_words
from relate_desktop.words.translation import _, ngettext


class Amount(NamedTuple):
    """How many people, how many events of calendars, and how many other entries of them."""

    people: int
    events: int
    others: int = 0

    @property
    def total(self) -> int:
        """All together."""
        return self.people + self.events + self.others

    def plus(self, more: "Amount") -> "Amount":
        """Both together."""
        return Amount(self.people + more.people, self.events + more.events, self.others + more.others)


def amount(found: Amount, *, in_words: bool = False) -> str:
    """People and events, as far as there are any: ``3 people``, ``one event``, ``3 people and 2 events``.

    Tasks and journal entries of calendars are other entries.
    """
    said: list[str] = []
    if found.people or not found.total:
        count = count_words(found.people) if in_words else f"{found.people:,}"
        said.append(ngettext("{count} person", "{count} people", found.people).format(count=count))
    return listed([*said, *entries(found.events, found.others, in_words=in_words)])


def file_sentence(file: FileReport) -> str:
    """What became of one file: ``103 cards: 99 new, 2 updated, 1 already here, 1 could not be read``."""
    if file.unreadable is not None:
        return remark_words(file.unreadable)
    cards = ngettext("{count} card", "{count} cards", file.records).format(count=f"{file.records:,}")
    if file.of_events:
        others = file.others.records
        said = entries(file.records - others, others, in_words=False)
        cards = listed(said) or ngettext("{count} event", "{count} events", 0).format(count=0)
    parts = list(_counts(file))
    return _("{cards}: {parts}").format(cards=cards, parts=", ".join(parts)) if parts else cards


def import_sentence(report: ImportReport) -> str:
    """The whole in a sentence, also when nothing was written."""
    parts = []
    for of_events in (False, True):
        files = [file for file in report.files if file.of_events is of_events]
        others = [file.others for file in files]
        created = sum(file.created + file.review for file in files)
        if created:
            told = _told(created, sum(one.created for one in others), of_events=of_events)
            parts.append(_("{people} added").format(people=told))
        updated = sum(file.updated for file in files)
        if updated:
            told = _told(updated, sum(one.updated for one in others), of_events=of_events)
            parts.append(_("{people} updated").format(people=told))
    if removed := sum(file.removed for file in report.files):
        parts.append(_("{events} removed").format(events=events(removed)))
    if report.dry_run:
        would = listed(parts) or _("no changes")
        return _("Nothing was written. An import would mean {parts}.").format(parts=would)
    return _("{parts}.").format(parts=sentence(listed(parts) or _("nothing new")))


def _told(records: int, others: int, *, of_events: bool) -> str:
    found = Amount(0, records - others, others) if of_events else Amount(records, 0)
    return amount(found, in_words=True)


def record_lines(file: FileReport) -> Iterator[str]:
    """Who was left out and why, then what there is to say of the others, alike things together."""
    if file.unreadable is not None:
        return
    for skipped in file.skipped:
        yield record_sentence(skipped.record, skipped.remark, event=file.of_events) + _place(skipped.line)
    alike: dict[tuple[object, ...], list[Noted]] = {}
    for noted in file.noted:
        facts = noted.remark.facts
        told = (facts.get(name) for name in ("what", "kind", "message", "answer"))
        alike.setdefault((noted.remark.kind, *told), []).append(noted)
    for group in alike.values():
        first = group[0]
        line = record_sentence(first.record, first.remark, event=file.of_events) + _place(first.remark.line)
        more = len(group) - 1
        yield line + (_(", and {count} more like it").format(count=f"{more:,}") if more else "")


def _place(line: int) -> str:
    return _(" (line {line})").format(line=f"{line:,}")


def _counts(file: FileReport) -> Iterable[str]:
    named = (
        (file.created, _("{count} new")),
        (file.updated, _("{count} updated")),
        (file.same, _("{count} already here")),
        (file.review, _("{count} to look at")),
        (len(file.skipped), _("{count} not read") if file.of_events else _("{count} left out")),
        (file.removed, _("{count} gone")),
    )
    return (words.format(count=f"{count:,}") for count, words in named if count)
