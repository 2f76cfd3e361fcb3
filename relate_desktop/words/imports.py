"""What an import did or would do, in sentences."""

from collections.abc import Iterable

from relate_desktop.domain.importing import FileReport, ImportReport
from relate_desktop.words.numbers import listed, people, sentence
from relate_desktop.words.translation import _, ngettext


def file_sentence(file: FileReport) -> str:
    """What became of one file: ``103 cards: 99 new, 2 updated, 1 already here, 1 could not be read``."""
    cards = ngettext("{count} card", "{count} cards", file.records).format(count=f"{file.records:,}")
    parts = list(_counts(file))
    return _("{cards}: {parts}").format(cards=cards, parts=", ".join(parts)) if parts else cards


def import_sentence(report: ImportReport) -> str:
    """The whole in a sentence, also when nothing was written."""
    created = sum(file.created + file.review for file in report.files)
    updated = sum(file.updated for file in report.files)
    parts = []
    if created:
        parts.append(_("{people} added").format(people=people(created)))
    if updated:
        parts.append(_("{people} updated").format(people=people(updated)))
    if report.dry_run:
        would = listed(parts) or _("no changes")
        return _("Nothing was written. An import would mean {parts}.").format(parts=would)
    return _("{parts}.").format(parts=sentence(listed(parts) or _("nothing new")))


def _counts(file: FileReport) -> Iterable[str]:
    named = (
        (file.created, _("{count} new")),
        (file.updated, _("{count} updated")),
        (file.same, _("{count} already here")),
        (file.review, _("{count} to look at")),
        (len(file.skipped), _("{count} left out")),
    )
    return (words.format(count=f"{count:,}") for count, words in named if count)
