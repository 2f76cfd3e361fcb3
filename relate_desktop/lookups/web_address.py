"""Addresses of pages that strangers write, and those they may lead to."""

from urllib.parse import quote, unquote, urlsplit

from relate_desktop.lookups.origins import AddressMalformed, Page, is_public_name, read_page

_LONGEST = 4096
"""Characters of an address with all its signs written out."""


def page_of(text: str) -> Page | None:
    """The page that a text is the address of; None where it is none, of http or https."""
    try:
        return read_page(text.strip())
    except AddressMalformed:
        return None


def web_address(text: str) -> str:
    """The address of a page out on the net, as it may be shown and opened; empty for all else."""
    page = page_of(text)
    if page is None or not is_public_name(page.origin.host):
        return ""
    fragment = quote(urlsplit(text.strip()).fragment, safe="/:@!$&'()*+,;=~%-._?")
    whole = f"{page}#{fragment}" if fragment else str(page)
    return whole if len(whole) <= _LONGEST else ""


def same_page(address: str) -> str:
    """An address as it is compared: without scheme, ``www.``, fragment and last slash. Empty for no page."""
    whole = web_address(address)
    parts = urlsplit(whole)
    path = parts.path.rstrip("/")
    return f"{parts.netloc.removeprefix('www.')}{path}?{parts.query}" if whole else ""


def origin_of(text: str) -> str:
    """The origin of an address such as ``https://example.org``; empty where there is none."""
    page = page_of(text)
    return str(page.origin) if page is not None else ""


def host_of(text: str) -> str:
    """The host of an address as it is told to people; empty where there is none."""
    page = page_of(text)
    return page.origin.authority if page is not None else ""


def path_parts(text: str) -> tuple[str, ...]:
    """The parts of an address's path, decoded, without empty ones."""
    page = page_of(text)
    path = page.target.split("?", 1)[0] if page is not None else ""
    return tuple(part for part in (unquote(part) for part in path.split("/")) if part)
