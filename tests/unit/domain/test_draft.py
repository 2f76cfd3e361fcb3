"""What readers yield."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.draft import Accounting, CardSource, ContactDraft
from relate_desktop.domain.gist import gist_of
from tests.cards import lines

accounts = st.builds(Accounting, st.integers(0), st.integers(0), st.integers(0))


@given(accounts, accounts)
def test_accounts_add_up(one: Accounting, other: Accounting) -> None:
    both = one.plus(other)
    assert both == other.plus(one)
    assert both.understood + both.kept_as_is + both.refused == sum(
        account.understood + account.kept_as_is + account.refused for account in (one, other)
    )


def test_a_gist_that_is_ready_is_taken_as_it_is() -> None:
    source = CardSource(b"", (), "ab" * 32, "3.0", "utf-8")
    draft = ContactDraft(1, 1, lines("FN:Ada"), ((0, 1),), source, "phone", Accounting(1))
    assert draft.gist == gist_of(draft.properties, "phone", "ab" * 32)
    assert draft.keys == draft.gist.keys
    other = gist_of(lines("FN:Bob"), "phone", "cd" * 32)
    ready = replace(draft, ready=other)
    assert ready.gist is other
    assert ready.keys is other.keys
    assert ready == draft
