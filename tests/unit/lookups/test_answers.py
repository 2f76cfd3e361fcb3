from datetime import UTC, datetime

import pytest

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, LookupTarget, Provider
from relate_desktop.lookups.answers import (
    MOST_FINDINGS,
    answered,
    demand_answer,
    demand_document,
    is_zone,
    unchanged,
)
from relate_desktop.lookups.asking import Got, Known, Secret

TARGET = LookupTarget(Provider.GITHUB, "https://github.com", "ada")
KEY = Secret("ZZCANARY")


def got(status: int, **headers: str) -> Got:
    return Got("https://example.org/x", status, headers, b"{}", datetime.now(UTC))


@pytest.mark.parametrize(
    ("status", "secret", "kind"),
    [
        (404, None, ErrorKind.PROFILE_MISSING),
        (410, None, ErrorKind.OPTED_OUT),
        (401, None, ErrorKind.KEY_NEEDED),
        (403, KEY, ErrorKind.KEY_REFUSED),
        (302, None, ErrorKind.REDIRECT_REFUSED),
        (204, None, ErrorKind.ANSWER_BROKEN),
        (500, KEY, ErrorKind.ANSWER_BROKEN),
    ],
)
def test_every_status_but_one_is_an_error_that_names_the_host(
    status: int, secret: Secret | None, kind: ErrorKind
) -> None:
    with pytest.raises(NetworkError) as caught:
        demand_answer(got(status), TARGET, secret)
    assert (caught.value.kind, caught.value.facts["host"]) == (kind, "example.org")
    demand_answer(got(200), TARGET, secret)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, ErrorKind.ANSWER_BROKEN),
        (403, ErrorKind.ANSWER_BROKEN),
        (404, ErrorKind.PROFILE_MISSING),
        (410, ErrorKind.OPTED_OUT),
    ],
)
def test_a_document_for_everybody_needs_no_key(status: int, kind: ErrorKind) -> None:
    with pytest.raises(NetworkError) as caught:
        demand_document(got(status), TARGET)
    assert caught.value.kind is kind
    demand_document(got(200), TARGET)


def test_who_answers_is_compared_with_who_answered_the_last_time() -> None:
    assert answered(TARGET, got(200), "1", (), Known()).remarks == ()
    assert answered(TARGET, got(200), "1", (), Known("1")).remarks == ()
    assert answered(TARGET, got(200), "1", (), Known("2")).remarks == (LookupRemark.OTHER_ACCOUNT,)


def test_a_new_handle_is_told_as_a_new_name_or_as_a_move() -> None:
    renamed = answered(TARGET, got(200), "1", (), Known("1"), handle_now="countess")
    assert (renamed.handle_now, renamed.remarks) == ("countess", (LookupRemark.RENAMED,))
    moved = answered(TARGET, got(200), "1", (), Known(), remarks=[LookupRemark.MOVED], handle_now="countess")
    assert moved.remarks == (LookupRemark.MOVED,)


def test_the_same_said_twice_is_said_once() -> None:
    found = Finding(FindingField.NAME, "Ada", "https://example.org/ada")
    answer = answered(TARGET, got(200, etag='"1"'), "1", [found, found], Known())
    assert (answer.findings, answer.etag, len(answer.digest)) == ((found,), '"1"', 64)


def test_what_did_not_change_keeps_its_tags() -> None:
    answer = unchanged(TARGET, got(304), Known("1", '"1"', "Sun, 22 Nov 2026 07:00:00 GMT"))
    assert (answer.unchanged, answer.account_id, answer.etag) == (True, "1", '"1"')
    assert answer.last_modified == "Sun, 22 Nov 2026 07:00:00 GMT"


def test_what_nobody_named_cannot_be_unchanged() -> None:
    with pytest.raises(NetworkError) as refused:
        unchanged(TARGET, got(304), Known("1"))
    assert refused.value.kind is ErrorKind.ANSWER_BROKEN


def test_zones_are_those_that_the_system_knows() -> None:
    assert is_zone("Asia/Tokyo")
    assert not any(map(is_zone, ("", "Tokyo", "../../etc/passwd", "Asia/Nowhere", "x" * 5000)))


def test_who_says_without_end_is_read_to_a_certain_length_and_that_is_told() -> None:
    said = [Finding(FindingField.ABOUT, str(number), "https://example.org") for number in range(1000)]
    answer = answered(TARGET, got(200), "1", iter(said), Known())
    assert answer.findings == tuple(said[:MOST_FINDINGS])
    assert answer.remarks == (LookupRemark.SAYS_MORE,)
    assert answered(TARGET, got(200), "1", said[:MOST_FINDINGS], Known()).remarks == ()
