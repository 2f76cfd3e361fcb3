"""Builders of rows of the people list."""

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.people import ContactSummary
from tests.clock import START


def a_summary(
    number: int, called: str, *, full_name: str = "", organization: str = "", role: str = ""
) -> ContactSummary:
    """Somebody as lists show them."""
    return ContactSummary(
        ContactId(number),
        called,
        full_name or called,
        "",
        organization,
        role,
        "",
        "",
        None,
        3,
        is_organization=False,
        added_at=START,
        changed_at=START,
    )
