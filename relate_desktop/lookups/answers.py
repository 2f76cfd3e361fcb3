"""From what came back to an answer: what a status means, and what every provider's answer says alike."""

import hashlib
from collections.abc import Iterable
from datetime import UTC

from relate_desktop.domain.errors import ErrorKind, NetworkError
from relate_desktop.domain.lookup import Answer, Finding, LookupRemark, LookupTarget, Picture
from relate_desktop.domain.wall_time import zone_named
from relate_desktop.lookups.asking import Got, Known, Secret
from relate_desktop.lookups.web_address import host_of

JSON = "application/json"
OK, NOT_MODIFIED, NOT_FOUND, GONE = 200, 304, 404, 410
MOST_FINDINGS = 60
"""Things that one account says: nobody decides about more, and who says more wants something else."""
_LOCKED = frozenset({401, 403})


def demand_answer(got: Got, target: LookupTarget, secret: Secret | None) -> None:
    """Let a 200 pass. Raises PROFILE_MISSING, OPTED_OUT, KEY_REFUSED or KEY_NEEDED, ANSWER_BROKEN …"""
    if got.status != OK:
        raise refusal(got, target, secret)


def demand_document(got: Got, target: LookupTarget) -> None:
    """Let a 200 pass of a document that is there for everybody: whoever shuts it away has none.

    Raises PROFILE_MISSING, OPTED_OUT, REDIRECT_REFUSED, ANSWER_BROKEN.
    """
    if got.status != OK:
        raise broken(got) if got.status in _LOCKED else refusal(got, target, None)


def refusal(got: Got, target: LookupTarget, secret: Secret | None) -> NetworkError:
    """The error that an answer other than 200 is; ``secret`` is the key that was sent with the question."""
    host = host_of(got.url)
    if got.status == NOT_FOUND:
        return missing(got, target)
    if got.status == GONE:
        return NetworkError(ErrorKind.OPTED_OUT, host=host)
    if got.status in _LOCKED:
        return NetworkError(ErrorKind.KEY_REFUSED if secret else ErrorKind.KEY_NEEDED, host=host)
    sent_on = 300 <= got.status < 400 and got.status != NOT_MODIFIED
    kind = ErrorKind.REDIRECT_REFUSED if sent_on else ErrorKind.ANSWER_BROKEN
    return NetworkError(kind, host=host)


def missing(got: Got, target: LookupTarget) -> NetworkError:
    """The error that nobody is called so there."""
    return NetworkError(ErrorKind.PROFILE_MISSING, host=host_of(got.url), handle=target.handle)


def broken(got: Got) -> NetworkError:
    """The error of an answer that is not what the provider's documentation says."""
    return NetworkError(ErrorKind.ANSWER_BROKEN, host=host_of(got.url))


def answered(
    target: LookupTarget,
    got: Got,
    account_id: str,
    findings: Iterable[Finding],
    known: Known,
    *,
    remarks: Iterable[LookupRemark] = (),
    pictures: Iterable[tuple[str, Picture]] = (),
    handle_now: str = "",
) -> Answer:
    """What one target answered; that it is another account than the last time, or renamed, is remarked."""
    said = [LookupRemark.OTHER_ACCOUNT] if known.account_id not in {"", account_id} else []
    if handle_now and LookupRemark.MOVED not in (remarks := tuple(remarks)):
        said.append(LookupRemark.RENAMED)
    found = tuple(dict.fromkeys(findings))
    if len(found) > MOST_FINDINGS:
        said.append(LookupRemark.SAYS_MORE)
    return Answer(
        target=target,
        account_id=account_id,
        findings=found[:MOST_FINDINGS],
        fetched_at=got.at,
        pictures=tuple(pictures),
        etag=got.etag,
        last_modified=got.last_modified,
        digest=hashlib.sha256(got.body).hexdigest(),
        handle_now=handle_now,
        remarks=(*said, *remarks),
    )


def unchanged(target: LookupTarget, got: Got, known: Known) -> Answer:
    """The answer that all is as it was the last time. Raises ANSWER_BROKEN where no last time was named."""
    if not (known.etag or known.last_modified):
        raise broken(got)
    return Answer(
        target=target,
        account_id=known.account_id,
        findings=(),
        fetched_at=got.at,
        etag=got.etag or known.etag,
        last_modified=got.last_modified or known.last_modified,
        unchanged=True,
    )


def is_zone(name: str) -> bool:
    """Whether this names a time zone that the system knows."""
    return zone_named(name, UTC) is not UTC
