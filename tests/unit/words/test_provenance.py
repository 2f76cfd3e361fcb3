from datetime import UTC, datetime, timedelta

from relate_desktop.domain.change import HistoryEntry, OperationKind, Origin
from relate_desktop.domain.ids import ChangesetId
from relate_desktop.domain.property import Property
from relate_desktop.domain.provenance import ValueVersion
from relate_desktop.words.provenance import version_words, whence_words
from tests.bare import bare

NOW = datetime(2026, 3, 14, 12, tzinfo=UTC)


def a_version(
    days: int,
    source: str | None = None,
    kind: OperationKind = OperationKind.EDIT,
    origin: Origin = Origin.WINDOW,
) -> ValueVersion:
    """A version so many days old."""
    at = NOW - timedelta(days=days)
    entry = HistoryEntry(ChangesetId(1), kind, origin, at, {"name": "Ada"}, source, 1, undone=False)
    return ValueVersion(Property("NOTE", "x"), entry)


def test_a_value_says_where_it_came_from_and_how_old_it_is() -> None:
    imported = a_version(100, "phone.vcf", OperationKind.IMPORT)
    assert bare(whence_words([imported], NOW)) == "From phone.vcf, 3 months ago"
    assert bare(whence_words([a_version(4)], NOW)) == "Typed by you, 4 days ago"
    assert bare(whence_words([a_version(4), imported], NOW)) == "From phone.vcf, changed by you 4 days ago"
    assert bare(whence_words([imported, a_version(200)], NOW)) == "From phone.vcf, 3 months ago"
    assert whence_words([], NOW) == ""


def test_a_version_names_its_change_and_its_door() -> None:
    words = bare(version_words(a_version(4, "a.vcf", origin=Origin.COMMAND_LINE), NOW))
    assert words.startswith("Edited Ada · Tuesday 10 March 2026, ")
    assert words.endswith(" · 4 days ago · a.vcf · On the command line")
