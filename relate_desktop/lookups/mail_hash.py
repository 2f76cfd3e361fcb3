"""Mail addresses as services of avatars know them: by a hash that whoever knows the address can make."""

import hashlib

from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.mail_address import public_mail


def mail_hash(address: str) -> str:
    """SHA-256 of the address in lower case without blanks around it, in hexadecimal."""
    return hashlib.sha256(address.strip().lower().encode("utf-8")).hexdigest()


def mail_targets(provider: Provider, server: str, addresses: tuple[str, ...]) -> tuple[LookupTarget, ...]:
    """A target for each mail address among the lines of a card."""
    mails = dict.fromkeys(public_mail(address).lower() for address in addresses)
    return tuple(LookupTarget(provider, server, mail) for mail in mails if mail)


def mail_domain(address: str) -> str:
    """The domain of an address as the net knows it; empty where it has no such spelling."""
    domain = address.rsplit("@", 1)[-1].strip().rstrip(".").lower()
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
