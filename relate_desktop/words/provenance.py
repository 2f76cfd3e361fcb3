"""Where a value came from and how old it is, in words."""

from collections.abc import Sequence
from datetime import datetime

from relate_desktop.domain.change import Origin
from relate_desktop.domain.provenance import EntryVersion, ValueVersion
from relate_desktop.domain.text import display
from relate_desktop.words.dates import elapsed, full_moment
from relate_desktop.words.operations import origin_name, summary
from relate_desktop.words.translation import _

Version = ValueVersion | EntryVersion

_LONGEST = 200


def whence_words(versions: Sequence[Version], now: datetime) -> str:
    """The present value in a line: ``From phone.vcf, 3 months ago``, ``Typed by you, today``."""
    if not versions:
        return ""
    entry = versions[0].entry
    age = elapsed(entry.at, now)
    if entry.source:
        return _("From {source}, {age}").format(source=display(entry.source, _LONGEST), age=age)
    first = versions[-1].entry
    if len(versions) > 1 and first.source:
        return _("From {source}, changed by you {age}").format(
            source=display(first.source, _LONGEST), age=age
        )
    return _("Typed by you, {age}").format(age=age)


def version_words(version: Version, now: datetime) -> str:
    """By which change a value came to be, when, and how long ago."""
    entry = version.entry
    parts = [summary(entry.kind, entry.facts).rstrip("."), full_moment(entry.at), elapsed(entry.at, now)]
    if entry.source:
        parts.append(display(entry.source, _LONGEST))
    if entry.origin is not Origin.WINDOW:
        parts.append(origin_name(entry.origin))
    return " · ".join(parts)
