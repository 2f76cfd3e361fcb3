"""Where an entry came from and what it said before, as the panel tells it."""

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from relate_desktop.domain.present import Present
from relate_desktop.domain.text import visible
from relate_desktop.domain.timeline import TimelineEntry
from relate_desktop.ui.kit.sentences import Sentence
from relate_desktop.ui.kit.whence import CHANGE, Story
from relate_desktop.ui.timeline.rows import About, row_of
from relate_desktop.words.provenance import version_words, whence_words
from relate_desktop.words.translation import _

if TYPE_CHECKING:
    from relate_desktop.services.book import OpenBook

LONGEST = 300


def story_of_entry(
    book: "OpenBook", entry: TimelineEntry, about: About, present: Present, now: datetime
) -> Story | None:
    """What an entry said from the beginning on, newest first; None where the record tells nothing."""
    versions = book.history.entry_story(entry.id)
    if not versions:
        return None
    rows = []
    for number, version in enumerate(versions):
        words = _("Taken away")
        if version.said is not None:
            words = visible(row_of(replace(entry, item=version.said), about, present).spoken, LONGEST)
        icon = "circle" if number else "check-circle"
        rows.append(Sentence(icon, words, version_words(version, now), f"{CHANGE}{version.entry.changeset}"))
    return Story(row_of(entry, about, present).title, whence_words(versions, now), rows)
