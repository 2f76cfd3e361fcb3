from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from relate_desktop.lookups.waits import LONGEST, UNSAID, asked_wait, spent_until

NOW = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)
LATER = NOW + timedelta(minutes=2)
EPOCH = str(int(LATER.timestamp()))


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([("retry-after", "120")], b""),
        ([("retry-after", "Sat, 14 Mar 2026 09:28:53 GMT")], b""),
        ([("retry-after", "60"), ("retry-after", "Sat, 14 Mar 2026 09:28:53 GMT")], b""),
        ([("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", EPOCH)], b""),
        ([("x-ratelimit-reset", "2026-03-14T09:28:53.000Z")], b""),
        ([("ratelimit-reset", "120")], b""),
        ([], b'{"errcode": "M_LIMIT_EXCEEDED", "retry_after_ms": 120000}'),
    ],
)
def test_every_spelling_of_a_wait_is_read(headers: list[tuple[str, str]], body: bytes) -> None:
    assert asked_wait(429, headers, body, NOW) == LATER


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([], b""),
        ([("retry-after", "-5")], b""),
        ([("retry-after", "soon"), ("x-ratelimit-reset", "nan")], b'{"retry_after_ms": true}'),
        ([("x-ratelimit-reset", "2020-01-01T00:00:00Z")], b"[" * 100_000),
        ([("retry-after", "Sat, 99 Mar 2026 09:28:53 GMT")], b'{"retry_after_ms": "2"}'),
    ],
)
def test_too_many_without_a_wait_means_a_short_one(headers: list[tuple[str, str]], body: bytes) -> None:
    assert asked_wait(429, headers, body, NOW) == NOW + UNSAID


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        ([("retry-after", "9" * 400)], b""),
        ([("retry-after", "Fri, 31 Dec 9999 23:59:59 -1200")], b""),
        ([("retry-after", "Fri, 31 Dec 9999 23:59:59 GMT")], b""),
        ([("x-ratelimit-reset", "1e300")], b""),
        ([("x-ratelimit-reset", "9999-12-31T23:59:59Z")], b""),
        ([], b'{"retry_after_ms": 1' + b"0" * 400 + b"}"),
    ],
)
def test_nobody_shuts_themselves_off_for_long(headers: list[tuple[str, str]], body: bytes) -> None:
    wait = asked_wait(429, headers, body, NOW)
    assert wait is not None
    assert wait <= NOW + LONGEST


def test_refused_and_unavailable_are_a_wait_only_where_they_name_one() -> None:
    reset = [("x-ratelimit-reset", EPOCH)]
    assert asked_wait(403, [("x-ratelimit-remaining", "0"), *reset], b"", NOW) == LATER
    assert asked_wait(403, [("retry-after", "120")], b"", NOW) == LATER
    assert asked_wait(503, [("retry-after", "120")], b"", NOW) == LATER
    assert asked_wait(403, [("x-ratelimit-remaining", "12"), *reset], b"", NOW) is None
    assert asked_wait(403, [], b"", NOW) is None
    assert asked_wait(503, [], b"", NOW) is None
    assert asked_wait(200, [("retry-after", "120")], b"", NOW) is None


def test_the_last_question_of_an_hour_is_known_by_its_answer() -> None:
    assert spent_until([("x-ratelimit-remaining", "0"), ("x-ratelimit-reset", EPOCH)], NOW) == LATER
    assert spent_until([("x-ratelimit-remaining", "1"), ("x-ratelimit-reset", EPOCH)], NOW) is None
    assert spent_until([("x-ratelimit-remaining", "0")], NOW) is None


@given(
    some.sampled_from(["retry-after", "x-ratelimit-reset", "ratelimit-reset", "x-ratelimit-remaining"]),
    some.text(some.characters(max_codepoint=255)),
    some.binary(max_size=50),
    some.sampled_from([200, 403, 429, 503]),
)
def test_whatever_a_host_says_is_within_a_day(name: str, value: str, body: bytes, status: int) -> None:
    wait = asked_wait(status, [(name, value)], body, NOW)
    assert wait is None or NOW < wait <= NOW + LONGEST
