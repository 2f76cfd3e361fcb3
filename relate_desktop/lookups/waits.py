"""How long a host asks to be left in peace, in the five ways hosts say it."""

import json
import math
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

Headers = Sequence[tuple[str, str]]
"""Names in lower case, in the order in which they came; a name may come twice."""

UNSAID = timedelta(minutes=1)
"""What is waited when a host says it was too much, and not for how long."""
LONGEST = timedelta(days=1)
"""No host shuts itself off for longer, whatever it says."""

_RESETS = ("x-ratelimit-reset", "ratelimit-reset", "x-rate-limit-reset")
_REMAINING = ("x-ratelimit-remaining", "ratelimit-remaining", "x-rate-limit-remaining")
_EPOCH_AFTER = 1_000_000_000
"""A number above is seconds since 1970, one below is seconds from now."""

_TOO_MANY, _FORBIDDEN, _UNAVAILABLE = 429, 403, 503


def asked_wait(status: int, headers: Headers, body: bytes, now: datetime) -> datetime | None:
    """Until when the host that gave this answer refuses to say more; None when it does not refuse."""
    if status == _TOO_MANY:
        moments = [*_retry_after(headers, now), *_resets(headers, now), *_in_body(body, now)]
        return _latest(moments, now) or now + UNSAID
    if status == _UNAVAILABLE:
        return _latest(_retry_after(headers, now), now)
    if status == _FORBIDDEN:
        return _latest(
            [*_retry_after(headers, now), *(_resets(headers, now) if _used_up(headers) else ())], now
        )
    return None


def spent_until(headers: Headers, now: datetime) -> datetime | None:
    """Until when the next question would be one too many, as a host says with an answer."""
    return _latest(_resets(headers, now), now) if _used_up(headers) else None


def _used_up(headers: Headers) -> bool:
    return any(name in _REMAINING and value.strip() == "0" for name, value in headers)


def _retry_after(headers: Headers, now: datetime) -> list[datetime]:
    values = [value.strip() for name, value in headers if name == "retry-after"]
    return [moment for value in values for moment in (_from_now(value, now), _of_date(value)) if moment]


def _resets(headers: Headers, now: datetime) -> list[datetime]:
    values = [value.strip() for name, value in headers if name in _RESETS]
    return [moment for value in values for moment in (_of_number(value, now), _of_iso(value)) if moment]


def _in_body(body: bytes, now: datetime) -> list[datetime]:
    """Matrix: ``retry_after_ms`` in the answer itself."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return []
    wait = found.get("retry_after_ms") if isinstance(found, dict) else None
    if not isinstance(wait, int | float) or isinstance(wait, bool):
        return []
    longest = LONGEST.total_seconds() * 1000
    moment = _after(min(max(wait, 0), longest) / 1000, now)
    return [moment] if moment else []


def _latest(moments: Sequence[datetime], now: datetime) -> datetime | None:
    """The latest of those to come, within reason."""
    coming = [min(moment, now + LONGEST) for moment in moments if moment > now]
    return max(coming, default=None)


def _from_now(value: str, now: datetime) -> datetime | None:
    return _after(float(value), now) if value.isascii() and value.isdigit() else None


def _of_number(value: str, now: datetime) -> datetime | None:
    try:
        number = float(value)
    except ValueError:
        return None
    if number > _EPOCH_AFTER:
        return _after(number - now.timestamp(), now)
    return _after(number, now)


def _after(seconds: float, now: datetime) -> datetime | None:
    if not math.isfinite(seconds):
        return None
    return now + timedelta(seconds=min(max(seconds, 0.0), LONGEST.total_seconds()))


def _of_date(value: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None


def _of_iso(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
