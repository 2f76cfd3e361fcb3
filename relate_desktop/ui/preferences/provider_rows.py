"""The rows of the page Look-ups: one a provider, with its account, its key and whether it may be asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QMenu, QWidget

from relate_desktop.domain.account import WITH_ACCOUNTS, Account, AccountState
from relate_desktop.domain.lookup import Provider
from relate_desktop.ui.kit.accessibility import give_role, named
from relate_desktop.ui.kit.buttons import Button, IconButton, rounded
from relate_desktop.ui.kit.toggles import Switch
from relate_desktop.ui.preferences.rows import SettingRow, side_by_side
from relate_desktop.words.accounts import account_line, account_state
from relate_desktop.words.looking_up import bluesky_service_words, provider_sentence
from relate_desktop.words.lookups import provider_name
from relate_desktop.words.translation import _

ICONS = {
    Provider.GITHUB: "github-logo",
    Provider.MASTODON: "mastodon-logo",
    Provider.GRAVATAR: "envelope-simple",
    Provider.LIBRAVATAR: "envelope-simple",
    Provider.MATRIX: "chat-circle-text",
}
"""All others have a globe."""


@dataclass(frozen=True, slots=True)
class ProviderActs:
    """What a row can ask for."""

    agree: Callable[[Provider, bool], object]
    by_service: Callable[[bool], object]
    sign_in: Callable[[Provider], object]
    renew: Callable[[Account], object]
    sign_out: Callable[[Account], object]
    forget: Callable[[Provider], object]


def provider_rows(
    agreed: Sequence[Provider], accounts: Sequence[Account], acts: ProviderActs, *, by_service: bool
) -> list[SettingRow]:
    """Every provider in order; one with several accounts has a row for each, Bluesky one for its service."""
    held: Mapping[Provider, list[Account]] = {
        one: [account for account in accounts if account.provider is one] for one in Provider
    }
    rows: list[SettingRow] = []
    for provider in Provider:
        on = provider in agreed
        first, others = next(iter(held[provider]), None), held[provider][1:]
        rows.append(_row(provider, first, acts, on=on, by_service=by_service))
        rows += [
            _row(provider, account, acts, on=None, number=number)
            for number, account in enumerate(others, start=2)
        ]
        if provider is Provider.BLUESKY and on:
            rows.append(_service_row(acts, on=by_service))
    return rows


def _service_row(acts: ProviderActs, *, on: bool) -> SettingRow:
    """The way round by the service that knows everybody, with a yes of its own."""
    label, under = bluesky_service_words()
    switch = Switch("settings.provider.bluesky.service", label)
    switch.setChecked(on)
    switch.clicked.connect(lambda: acts.by_service(switch.isChecked()))
    return SettingRow(label, under, switch)


def _row(
    provider: Provider,
    account: Account | None,
    acts: ProviderActs,
    *,
    on: bool | None,
    number: int = 1,
    by_service: bool = False,
) -> SettingRow:
    """``on`` is whether the provider may be asked; None where another row says so."""
    identifier = f"settings.account.{provider.value}" + (f".{number}" if number > 1 else "")
    name = provider_name(provider)
    controls: list[QWidget] = []
    if account is not None:
        controls.append(_account_button(identifier, account, acts))
    elif provider in WITH_ACCOUNTS and on:
        button = Button(
            _("Sign in"),
            f"{identifier}.action",
            small=True,
            kind="quiet",
            name=_("Sign in to {provider}").format(provider=name),
        )
        button.clicked.connect(lambda: acts.sign_in(provider))
        controls.append(button)
    if on is not None:
        controls.append(_more(identifier, provider, acts))
        switch = Switch(f"settings.provider.{provider.value}", _("Ask {provider}").format(provider=name))
        switch.setChecked(on)
        switch.clicked.connect(lambda: acts.agree(provider, switch.isChecked()))
        controls.append(switch)
    wrong = account is not None and not account.state.usable
    line = (
        account_line(account) if account is not None else provider_sentence(provider, by_service=by_service)
    )
    row = SettingRow(
        name,
        line,
        side_by_side(*controls),
        icon=ICONS.get(provider, "globe-simple"),
        tone="amber" if wrong else "text2",
    )
    state = account_state(account.state) if account is not None else _on_words(on=bool(on))
    give_role(row, "panel")
    named(row, identifier, _("{provider}, {state}").format(provider=name, state=state))
    return row


def _account_button(identifier: str, account: Account, acts: ProviderActs) -> Button:
    name = provider_name(account.provider)
    words, spoken, act = {
        AccountState.KEY_EXPIRED: (_("Renew key"), _("Renew key for {provider}"), acts.renew),
        AccountState.KEY_MISSING: (_("Sign in"), _("Sign in to {provider}"), acts.renew),
    }.get(account.state, (_("Sign out"), _("Sign out of {provider}"), acts.sign_out))
    button = Button(words, f"{identifier}.action", small=True, name=spoken.format(provider=name))
    button.clicked.connect(lambda: act(account))
    if account.state.usable:
        return button
    menu = rounded(QMenu(button))
    menu.addAction(words, lambda: act(account))
    menu.addAction(_("Sign out"), lambda: acts.sign_out(account))
    button.setMenu(menu)
    return button


def _more(identifier: str, provider: Provider, acts: ProviderActs) -> IconButton:
    """What is seldom done with a provider."""
    name = provider_name(provider)
    more = IconButton(
        "dots-three",
        _("More for {provider}").format(provider=name),
        f"{identifier}.more",
        kind="quiet",
        small=True,
        weight="bold",
    )
    menu = rounded(QMenu(more))
    menu.addAction(
        _("Forget {provider} and all it said").format(provider=name), lambda: acts.forget(provider)
    )
    more.setMenu(menu)
    return more


def _on_words(*, on: bool) -> str:
    return _("may be asked") if on else _("off")
