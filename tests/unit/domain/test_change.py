"""News of a write."""

from relate_desktop.domain.change import Changes, OperationKind
from relate_desktop.domain.ids import ChangesetId, ContactId


def test_news_touch_the_people_they_name() -> None:
    news = Changes(ChangesetId(1), OperationKind.EDIT, contacts=frozenset({ContactId(3)}))
    assert news.touches(ContactId(3))
    assert not news.touches(ContactId(4))


def test_news_of_another_process_touch_everybody() -> None:
    assert Changes(None, None, everything=True).touches(ContactId(4))
