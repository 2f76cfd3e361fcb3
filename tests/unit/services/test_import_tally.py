"""Counts of one file add up."""

from hypothesis import given
from hypothesis import strategies as st

from relate_desktop.domain.draft import Accounting, Remark, RemarkKind
from relate_desktop.services.import_tally import MOST_NOTED, Tally

small = st.integers(0, 50)


@given(small, small, small, small, small)
def test_a_report_always_balances(created: int, updated: int, same: int, review: int, skipped: int) -> None:
    tally = Tally("a.vcf", "vcard", created, updated, same, review)
    for number in range(skipped):
        tally.skip(number + 1, number, Remark(RemarkKind.NO_CONTENT, number))
    report = tally.report()
    assert report.balanced
    assert report.records == tally.records == created + updated + same + review + skipped


def test_the_properties_of_all_records_are_added_up() -> None:
    tally = Tally("a.vcf", "vcard")
    tally.account(Accounting(understood=3, kept_as_is=1))
    tally.account(Accounting(understood=2, refused=4))
    assert tally.report().properties == Accounting(understood=5, kept_as_is=1, refused=4)


def test_what_there_is_to_say_of_a_file_ends_somewhere() -> None:
    tally = Tally("a.vcf", "vcard")
    for number in range(200):
        tally.note(number + 1, [Remark(RemarkKind.LINE_WITHOUT_NAME, number)] * 200)
    assert len(tally.report().noted) == MOST_NOTED
