from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.ids import ContactId, EntryId, InteractionId, TimelineNoteId
from relate_desktop.domain.interaction import Direction, Happened, Interaction, InteractionKind
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.storage.entry_rows import FIELDS, Kept, fields_of, item_of, sort_column
from relate_desktop.storage.moments import to_column

PEOPLE = (ContactId(4), ContactId(2))
DAYS = st.dates(date(2, 1, 1), date(9998, 12, 31))
MOMENTS = st.datetimes(datetime(2, 1, 2), datetime(9998, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
HAPPENED = st.one_of(
    st.builds(Happened, DAYS, zone=st.sampled_from(["", "Asia/Tokyo"])),
    st.builds(lambda at, zone: Happened.moment(at, zone, UTC), MOMENTS, st.sampled_from(["", "Asia/Tokyo"])),
)
ITEMS = st.one_of(
    st.builds(
        Interaction,
        st.sampled_from(InteractionKind),
        st.sampled_from(Direction),
        HAPPENED,
        st.just(PEOPLE),
        st.text(st.characters(codec="utf-8")),
        st.none() | st.integers(0, 10_000),
        st.just(InteractionId(EntryId(9))),
    ),
    st.builds(
        TimelineNote,
        st.text(st.characters(codec="utf-8")),
        HAPPENED,
        st.just(PEOPLE),
        st.booleans(),
        st.booleans(),
        st.just(TimelineNoteId(EntryId(9))),
    ),
)


@given(ITEMS)
def test_what_goes_in_comes_out(item: Kept) -> None:
    row = fields_of(item)
    assert len(row) == len(FIELDS.split(","))
    assert item_of(EntryId(9), row, PEOPLE) == item


def test_a_day_stands_at_noon_and_a_moment_where_it_was() -> None:
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)
    assert sort_column(Happened(date(2026, 3, 1))) == to_column(noon)
    assert sort_column(Happened(date(2026, 3, 1), zone="Asia/Tokyo")) == to_column(noon.replace(hour=3))
    late = datetime(2026, 3, 1, 22, tzinfo=UTC)
    assert sort_column(Happened.moment(late, "Asia/Tokyo", UTC)) == to_column(late)


def test_letters_that_are_none_are_replaced() -> None:
    item = TimelineNote("a\ud800b", Happened(date(2026, 3, 1)), PEOPLE)
    assert fields_of(item)[6] == "a\ufffdb"
