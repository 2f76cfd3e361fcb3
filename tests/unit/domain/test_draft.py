"""What readers yield."""

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.draft import Accounting

accounts = st.builds(Accounting, st.integers(0), st.integers(0), st.integers(0))


@given(accounts, accounts)
def test_accounts_add_up(one: Accounting, other: Accounting) -> None:
    both = one.plus(other)
    assert both == other.plus(one)
    assert both.understood + both.kept_as_is + both.refused == sum(
        account.understood + account.kept_as_is + account.refused for account in (one, other)
    )
