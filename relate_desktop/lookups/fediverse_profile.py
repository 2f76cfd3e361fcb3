"""What an account of the fediverse says of itself, in the three ways in which servers tell it."""

import re
from dataclasses import dataclass

from relate_desktop.domain.lookup import Finding, FindingField, LookupRemark, Proof
from relate_desktop.lookups.findings import Findings
from relate_desktop.lookups.h_card import HCard, tell_card, tell_page
from relate_desktop.lookups.html_page import HtmlPage
from relate_desktop.lookups.json_answer import JsonObject, as_line
from relate_desktop.lookups.mail_address import public_mail
from relate_desktop.lookups.plain_text import links_in, plain_text
from relate_desktop.lookups.web_address import page_of, web_address
from relate_desktop.lookups.webfinger import FediverseAccount, parts_of

_LONGEST_HTML = 100_000
_LONGEST_URL = 2000
_OWN_PICTURE = re.compile(r"/(?:missing|default[_-]?avatar|blank)[^/]*$")
_PROGRAMS = frozenset({"Service", "Application", "Organization", "Group"})
_FIELDS = {
    "pronouns": FindingField.PRONOUNS,
    "pronomen": FindingField.PRONOUNS,
    "location": FindingField.PLACE,
    "place": FindingField.PLACE,
    "where": FindingField.PLACE,
    "ort": FindingField.PLACE,
    "wohnort": FindingField.PLACE,
    "job": FindingField.TITLE,
    "beruf": FindingField.TITLE,
    "employer": FindingField.ORGANIZATION,
    "arbeitgeber": FindingField.ORGANIZATION,
}
"""What people call some rows of the table that they may fill as they like."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of that table."""

    name: str
    html: str
    verified: bool = False


@dataclass(frozen=True, slots=True)
class FediverseProfile:
    """What was read, before anything is kept of it."""

    name: str = ""
    about: str = ""
    """Plain text."""
    rows: tuple[TableRow, ...] = ()
    card: tuple[Finding, ...] = ()
    """What an h-card tells besides, its name among it."""
    picture: str = ""
    page: str = ""
    moved_page: str = ""
    moved_handle: str = ""
    less: bool = False
    """The person does not want to be listed or indexed."""
    suspended: bool = False
    remarks: tuple[LookupRemark, ...] = ()


def of_account(said: JsonObject, account: FediverseAccount) -> FediverseProfile | None:
    """By Mastodon's API; None where the server speaks of another account."""
    uri, user = said.line("uri", _LONGEST_URL), said.line("username")
    if (uri and uri != account.actor) or user.lower() != account.user:
        return None
    moved = said.record("moved")
    rows = (
        TableRow(row.line("name"), row.raw("value"), bool(row.line("verified_at")))
        for row in said.records("fields")
    )
    return FediverseProfile(
        name=_without_emoji(
            said.line("display_name"), [item.line("shortcode") for item in said.records("emojis")]
        ),
        about=plain_text(said.raw("note", _LONGEST_HTML)),
        rows=tuple(rows),
        picture=said.line("avatar_static", _LONGEST_URL) or said.line("avatar", _LONGEST_URL),
        page=said.line("url", _LONGEST_URL),
        moved_page=web_address(moved.line("url", _LONGEST_URL)),
        moved_handle=_full(moved.line("acct"), account),
        less=said.says("noindex") or said.denies("discoverable"),
        suspended=said.says("suspended"),
        remarks=_remarks(
            moved=bool(moved.values),
            automated=said.says("bot") or said.says("group"),
            memorial=said.says("memorial"),
        ),
    )


def of_actor(said: JsonObject, account: FediverseAccount) -> FediverseProfile | None:
    """By ActivityPub; None where the document is of another account."""
    if said.line("id", _LONGEST_URL) != account.actor:
        return None
    emoji = [item.line("name").strip(":") for item in said.records("tag") if item.line("type") == "Emoji"]
    rows = (
        TableRow(row.line("name"), row.raw("value"))
        for row in said.records("attachment")
        if row.line("type") == "PropertyValue"
    )
    moved = web_address(said.line("movedTo", _LONGEST_URL))
    return FediverseProfile(
        name=_without_emoji(said.line("name"), emoji),
        about=plain_text(said.raw("summary", _LONGEST_HTML)),
        rows=tuple(rows),
        picture=said.record("icon").line("url", _LONGEST_URL),
        page=said.line("url", _LONGEST_URL),
        moved_page=moved,
        less=said.denies("discoverable"),
        suspended=said.says("suspended") or said.line("type") == "Tombstone",
        remarks=_remarks(
            moved=bool(moved), automated=said.line("type") in _PROGRAMS, memorial=said.says("memorial")
        ),
    )


def of_page(card: HCard, page: HtmlPage, account: FediverseAccount) -> FediverseProfile:
    """By the h-card of the page that everybody may see."""
    found = Findings(account.page)
    tell_card(card, found, page)
    for link in page.links():
        if "me" in link.relations:
            tell_page(link.address, found)
    own = {account.actor, account.page}
    told = tuple(one for one in found.all() if one.value not in own)
    return FediverseProfile(
        name=next((one.value for one in told if one.field is FindingField.NAME), ""),
        card=told,
        picture=next(iter(card.addresses("photo")), ""),
        page=account.page,
        less=page.asks_for_less,
    )


def source_page(profile: FediverseProfile, account: FediverseAccount) -> str:
    """The account's page for people, where it lies on the account's own host."""
    for text in (profile.page, account.page, account.actor):
        page = page_of(text)
        if page is not None and page.origin == account.home:
            return text
    return str(account.home)


def findings_of(
    profile: FediverseProfile, account: FediverseAccount, photos: tuple[str, ...]
) -> tuple[Finding, ...]:
    """What is found: of who does not want to be listed the name alone."""
    found = Findings(source_page(profile, account))
    found.add(FindingField.NAME, profile.name)
    found.add(FindingField.PROFILE, profile.moved_page)
    if profile.less:
        return found.all()
    for one in profile.card:
        found.add(one.field, one.value, one.detail)
    found.add(FindingField.ABOUT, profile.about)
    for row in profile.rows:
        _add_row(found, row)
    for photo in photos:
        found.add(FindingField.PHOTO, photo)
    return found.all()


def picture_of_account(profile: FediverseProfile) -> str:
    """The address of the picture; empty where it is the server's own for those who have none."""
    address = web_address(profile.picture)
    return "" if profile.less or _OWN_PICTURE.search(address) else address


def _add_row(found: Findings, row: TableRow) -> None:
    text = as_line(plain_text(row.html))
    links = links_in(row.html)
    page = links[0] if len(links) == 1 and " " not in text else web_address(text)
    name = row.name.rstrip(":").strip()
    if page:
        found.add(
            FindingField.URL, page, name, proof=Proof.SERVER_VERIFIED if row.verified else Proof.SELF_ASSERTED
        )
    elif mail := public_mail(text):
        found.add(FindingField.EMAIL, mail, name)
    elif field := _FIELDS.get(name.casefold()):
        found.add(field, text)
    else:
        found.add(FindingField.ABOUT, text, name)


def _without_emoji(name: str, codes: list[str]) -> str:
    """A name without the pictures that the server would draw in it, such as ``:verified:``."""
    for code in filter(None, codes):
        name = name.replace(f":{code}:", " ")
    return as_line(name)


def _full(acct: str, account: FediverseAccount) -> str:
    """``user@domain``, also of an account on the same host, which is told without the domain."""
    handle = acct if "@" in acct else f"{acct}@{account.handle.split('@', 1)[1]}"
    return handle.lower() if parts_of(handle) is not None else ""


def _remarks(*, moved: bool, automated: bool, memorial: bool) -> tuple[LookupRemark, ...]:
    said = {
        LookupRemark.MOVED: moved,
        LookupRemark.AUTOMATED: automated,
        LookupRemark.IN_MEMORY: memorial,
    }
    return tuple(remark for remark, so in said.items() if so)
