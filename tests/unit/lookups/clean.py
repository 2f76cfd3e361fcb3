"""What every finding is, whatever was read."""

import re
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from relate_desktop.domain.lookup import Finding, FindingField
from relate_desktop.domain.partial_date import PartialDate
from relate_desktop.lookups.origins import is_public_name


def judge_finding(finding: Finding) -> None:
    """What every finding is: plain, short, writable, and of the shape its field says."""
    value, about = finding.value, finding.field is FindingField.ABOUT
    assert value == value.strip() != ""
    assert len(value) <= (10_000 if about else 4096)
    for text in (value, finding.detail, finding.source_url):
        text.encode("utf-8")
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", text), ascii(text)
    assert "\n" not in finding.detail
    assert about or "\n" not in value
    assert finding.changed_at is None or finding.changed_at.utcoffset() is not None
    assert is_page(finding.source_url), finding.source_url
    judge_shape(finding)


def judge_shape(finding: Finding) -> None:
    """Addresses are addresses, days are days, zones are zones."""
    match finding.field:
        case FindingField.EMAIL:
            assert re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", finding.value)
            assert "noreply" not in finding.value.lower()
        case FindingField.URL | FindingField.PROFILE:
            assert is_page(finding.value), finding.value
        case FindingField.PHOTO:
            assert is_page(finding.value), finding.value
            assert finding.value.startswith("https:")
        case FindingField.BIRTHDAY:
            assert PartialDate.parse(finding.value) is not None
        case FindingField.TIME_ZONE:
            ZoneInfo(finding.value)
        case _:
            pass


def is_page(address: str) -> bool:
    """Whether a browser would open this, on a host out on the net and with nobody's password in it."""
    parts = urlsplit(address)
    public = is_public_name(parts.hostname or "")
    return parts.scheme in {"https", "http"} and public and parts.username is None and " " not in address
