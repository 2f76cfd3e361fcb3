"""Lines of a card that name an account on a server for code, where each account is one part of the path."""

import re
from collections.abc import Collection, Iterable

from relate_desktop.domain.lookup import LookupTarget, Provider
from relate_desktop.lookups.web_address import origin_of, page_of, path_parts

_NOT_ACCOUNTS = frozenset(
    {
        *("about", "admin", "api", "assets", "attachments", "avatars", "blog", "dashboard", "devtest"),
        *("error", "explore", "ghost", "groups", "health", "help", "import", "issues", "login", "metrics"),
        *("milestones", "new", "notifications", "oauth", "org", "organizations", "pricing", "profile"),
        *("projects", "public", "pulls", "raw", "repo", "search", "stars", "status", "template", "uploads"),
        *("user", "users", "v2"),
    }
)
"""Pages of the servers themselves."""
_ACCOUNT = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,253}[A-Za-z0-9_-])?")
_FILES = (".git", ".atom", ".rss", ".keys", ".gpg", ".png", ".html", ".txt", ".xml", ".ico", ".json")


def code_targets(
    provider: Provider, addresses: Iterable[str], known: Collection[str], typed: Collection[str], usual: str
) -> tuple[LookupTarget, ...]:
    """Accounts on servers known to be of a provider, and on those that the user typed for it.

    ``known`` are hosts; ``typed`` are origins; a handle that only names the provider, such as
    ``gitlab:ada``, is on the ``usual`` server.
    """
    found: dict[LookupTarget, None] = {}
    for address in addresses:
        text = address.strip()
        service, _, name = text.partition(":")
        if service.lower() == provider.value:
            server, names = usual, [name.removeprefix("@")]
        else:
            server, names = _server(text, known, typed), list(path_parts(text))
        if server and len(names) == 1 and is_account(names[0]):
            found[LookupTarget(provider, server, names[0].lower())] = None
    return tuple(found)


def _server(address: str, known: Collection[str], typed: Collection[str]) -> str:
    """The origin to ask for accounts of an address's host; empty where it is not one of the provider's."""
    origin, page = origin_of(address), page_of(address)
    host = page.origin.host.removeprefix("www.") if page is not None else ""
    if origin in typed:
        return origin
    return f"https://{host}" if host in known else ""


def is_account(name: str) -> bool:
    """Whether a text could be the name of an account, and is no page of the server itself."""
    lowered = name.lower()
    whole = _ACCOUNT.fullmatch(name) is not None and ".." not in name
    return whole and lowered not in _NOT_ACCOUNTS and not lowered.endswith(_FILES)
