"""Looking somebody up: only what was agreed to, over real sockets to hosts on loopback."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from relate_desktop.domain.change import Changes
from relate_desktop.domain.errors import Cancelled, ErrorKind, UserError
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import FindingField, Provider
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_facts import Chosen
from relate_desktop.services.lookups import addresses_of
from relate_desktop.services.preferences import PreferencesService
from tests.clock import a_clock
from tests.looking_up import (
    GITHUB,
    PAGE,
    USER,
    Steps,
    a_connected_book,
    a_github,
    agreed,
    looked_up,
    somebody,
)
from tests.open_book import a_book, a_person
from tests.servers.authority import Authority
from tests.servers.net import Asked, Reply, a_page
from tests.unit.lookups.pictures import PNG


def refused(act: Callable[[], object]) -> ErrorKind:
    with pytest.raises(UserError) as told:
        act()
    return told.value.kind


def test_it_is_off_until_switched_on_and_says_since_when(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        contact = somebody(book)
        assert not book.lookups.on
        book.lookups.consent.agree(Provider.GITHUB)
        requests = agreed(book, contact)
        assert requests
        assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.LOOKUPS_OFF
        book.lookups.switch(on=True)
        assert book.preferences.current.lookups_since == book.present().today.isoformat()
        book.lookups.switch(on=False)
        assert not book.lookups.on


def test_switched_off_by_another_process_nothing_is_asked_either(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        contact = somebody(book)
        requests = agreed(book, contact)
        PreferencesService(book.folder).change(lookups=False)
        assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.LOOKUPS_OFF
        assert net.asked == []
        book.preferences.change(your_name="Mira")
        assert not book.lookups.on


def test_what_stands_on_the_card_is_asked_and_nothing_else(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        contact = somebody(book)
        (request,) = book.lookups.requests(contact)
        assert (request.target.provider, request.target.handle) == (Provider.GITHUB, "ada")
        assert GITHUB in request.hosts
        result = looked_up(book, contact)
        assert not result.problems
        found = {finding.field: finding.value for finding in result.answers[0].findings}
        assert found[FindingField.PLACE] == "London"
        assert found[FindingField.ORGANIZATION] == "Engine"
        assert net.hosts == {GITHUB}
        (made,) = book.lookups.asked(10)
        assert (made.contact, made.kept, made.hosts) == (contact, None, (GITHUB,))
        assert made.found == len(result.answers[0].findings)
        assert all(one.outcome == "answered" and one.received for one in made.asked if not one.is_name)


def test_it_is_said_before_that_a_key_goes_along(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        assert [one.with_key for one in book.lookups.requests(contact)] == [False]
        account = book.accounts.add(Provider.GITHUB, "canary", session_only=True)
        assert [one.with_key for one in book.lookups.requests(contact)] == [True]
        looked_up(book, contact)
        assert "Authorization" in book.lookups.asked(1)[0].asked[1].sent
        book.accounts.mark_refused(account.id)
        assert [one.with_key for one in book.lookups.requests(contact)] == [False]


def test_asking_changes_nothing_in_the_book(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        before = (book.contacts.get(contact), len(book.history.entries()))
        looked_up(book, contact)
        assert (book.contacts.get(contact), len(book.history.entries())) == before


def test_nobody_is_looked_up_by_name(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        contact = somebody(book, "NOTE:github.com/ada is hers", "TEL:+49 30 1")
        assert book.lookups.requests(contact) == ()
        assert refused(lambda: book.lookups.ask(contact, (), Steps())) is ErrorKind.LOOKUP_NOTHING
        assert net.asked == []


class TestConsent:
    def test_a_provider_nobody_agreed_to_is_not_asked(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            requests = agreed(book, contact)
            book.lookups.consent.withdraw(Provider.GITHUB)
            assert book.lookups.requests(contact) == ()
            assert book.lookups.providers_of(contact) == (Provider.GITHUB,)
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.PROVIDER_OFF
            assert net.asked == []

    def test_each_account_needs_its_own(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact, other = somebody(book), somebody(book, name="Bob Babbage")
            agreed(book, other)
            requests = book.lookups.requests(contact)
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.CONSENT_MISSING
            assert net.asked == []

    def test_what_left_the_card_meanwhile_is_not_asked(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            requests = agreed(book, contact)
            person = book.contacts.get(contact)
            book.contacts.save(person.without(person.all("URL")[0]))
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.CONSENT_MISSING
            assert net.asked == []

    def test_never_again_forgets_the_consent_and_is_undone_like_any_change(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            requests = agreed(book, contact)
            book.lookups.consent.never(contact)
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.LOOKUP_REFUSED
            book.history.undo()
            assert not book.lookups.consent.gate(contact).never
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.CONSENT_MISSING
            assert net.asked == []

    def test_second_thoughts_in_the_middle_stop_what_was_not_asked_yet(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        hosts = a_github()
        hosts["codeberg.org"] = {"/api/v1/users/ada": a_page({"message": "gone"}, 404)}
        with a_connected_book(tmp_path, authority, hosts) as (book, net):
            book.lookups.consent.agree(Provider.FORGEJO)
            contact = somebody(book, f"URL:{PAGE}", "URL:https://codeberg.org/ada")
            requests = agreed(book, contact)

            class Withdrawing:
                def step(self, done: int, _total: int) -> None:
                    if done == 1:
                        book.lookups.consent.withdraw(Provider.FORGEJO)

            result = book.lookups.ask(contact, requests, Withdrawing())
            assert [one.error.kind for one in result.problems] == [ErrorKind.PROVIDER_OFF]
            assert net.hosts == {GITHUB}

    @pytest.mark.parametrize(
        ("change_their_mind", "told"),
        [
            (lambda book, _contact: book.lookups.switch(on=False), ErrorKind.LOOKUPS_OFF),
            (lambda book, contact: book.lookups.consent.never(contact), ErrorKind.LOOKUP_REFUSED),
            (lambda book, _contact: book.lookups.consent.withdraw(Provider.GITHUB), ErrorKind.PROVIDER_OFF),
            (lambda book, _contact: book.lookups.forget(Provider.GITHUB), ErrorKind.PROVIDER_OFF),
            (lambda book, contact: book.contacts.trash([contact]), ErrorKind.CONTACT_UNKNOWN),
        ],
        ids=["off", "never", "withdrawn", "forgotten", "trashed"],
    )
    def test_second_thoughts_between_two_questions_end_it_and_nothing_is_noted(
        self,
        tmp_path: Path,
        authority: Authority,
        change_their_mind: Callable[[OpenBook, ContactId], object],
        told: ErrorKind,
    ) -> None:
        def answer(_asked: Asked) -> Reply:
            change_their_mind(book, contact)
            return a_page(USER)

        hosts = a_github()
        hosts[GITHUB]["/users/ada"] = answer
        with a_connected_book(tmp_path, authority, hosts) as (book, net):
            contact = somebody(book)
            (request,) = book.lookups.requests(contact)
            result = looked_up(book, contact)
            assert [one.error.kind for one in result.problems] == [told]
            assert result.answers == ()
            assert len(net.asked) == 1
            with book.database.read() as reader:
                assert reader.answers.find(contact, request.target) is None

    def test_nobody_in_the_trash_is_looked_up(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            requests = agreed(book, contact)
            book.contacts.trash([contact])
            assert refused(lambda: book.lookups.ask(contact, requests, Steps())) is ErrorKind.CONTACT_UNKNOWN
            assert net.asked == []


class TestWhatGoesWrong:
    def test_is_told_of_the_one_account_and_the_rest_goes_on(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        hosts = a_github()
        hosts["codeberg.org"] = {"/api/v1/users/ada": a_page({"message": "gone"}, 404)}
        with a_connected_book(tmp_path, authority, hosts) as (book, _net):
            book.lookups.consent.agree(Provider.FORGEJO)
            contact = somebody(book, f"URL:{PAGE}", "URL:https://codeberg.org/ada")
            result = looked_up(book, contact)
            assert [answer.target.provider for answer in result.answers] == [Provider.GITHUB]
            assert [(one.target.provider, one.error.kind) for one in result.problems] == [
                (Provider.FORGEJO, ErrorKind.PROFILE_MISSING)
            ]

    def test_stopping_leaves_what_was_asked_in_the_ledger(self, tmp_path: Path, authority: Authority) -> None:
        class Stopped:
            def step(self, _done: int, _total: int) -> None:
                raise Cancelled

        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            requests = agreed(book, contact)
            heard: list[Changes] = []
            book.listen(heard.append)
            with pytest.raises(Cancelled):
                book.lookups.ask(contact, requests, Stopped())
            assert any("lookups" in news.tables for news in heard)
            assert net.asked == []
            (made,) = book.lookups.asked(10)
            assert made.asked == ()


def test_what_did_not_change_is_not_read_twice(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority, a_github(etag='"1"')) as (book, net):
        contact = somebody(book)
        first = looked_up(book, contact)
        net.asked.clear()
        again = looked_up(book, contact)
        assert {one.headers.get("if-none-match") for one in net.asked} == {'"1"'}
        assert first.answers[0].findings
        assert again.answers[0].findings == first.answers[0].findings
        assert again.answers[0].unchanged


def test_switching_on_twice_keeps_the_day_of_the_first_time(tmp_path: Path) -> None:
    clock = a_clock()
    with a_book(tmp_path, clock) as book:
        book.lookups.switch(on=True)
        since = book.preferences.current.lookups_since
        clock.pass_time(timedelta(days=3))
        book.lookups.switch(on=True)
        assert book.preferences.current.lookups_since == since


def test_a_picture_that_was_not_kept_is_read_again_although_nothing_changed(
    tmp_path: Path, authority: Authority
) -> None:
    face = "https://avatars.githubusercontent.com/u/1815"
    hosts = a_github(USER | {"avatar_url": face}, etag='"1"')
    hosts["avatars.githubusercontent.com"] = {"/u/1815": a_page(PNG)}
    with a_connected_book(tmp_path, authority, hosts) as (book, net):
        contact = somebody(book)
        result = first = looked_up(book, contact)
        assert [address for address, _picture in first.answers[0].pictures]
        result = looked_up(book, contact)
        assert result.answers[0].pictures == first.answers[0].pictures
        (face_found,) = [one for one in result.answers[0].findings if one.field is FindingField.PHOTO]
        book.lookups.facts.keep(contact, result.id, [Chosen(result.answers[0], face_found)])
        net.asked.clear()
        assert looked_up(book, contact).answers[0].unchanged


def test_never_again_forgets_what_was_answered(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority, a_github(etag='"1"')) as (book, net):
        contact = somebody(book)
        looked_up(book, contact)
        book.lookups.consent.never(contact)
        book.lookups.consent.never(contact, never=False)
        net.asked.clear()
        assert not looked_up(book, contact).answers[0].unchanged
        assert {one.headers.get("if-none-match") for one in net.asked} == {None}


def test_forgetting_a_provider_signs_out_there_too(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        answer = result.answers[0]
        chosen = [Chosen(answer, one) for one in answer.findings if one.field is FindingField.ORGANIZATION]
        book.lookups.facts.keep(contact, result.id, chosen)
        book.accounts.add(Provider.GITHUB, "ghp_key", session_only=True)
        book.accounts.add(Provider.GITLAB, "glpat-key", session_only=True)
        assert book.lookups.forget(Provider.GITHUB) == (1, 1)
        assert [one.provider for one in book.accounts.all()] == [Provider.GITLAB]
        assert book.lookups.consent.agreed() == {}
        assert book.contacts.get(contact).all("ORG") == ()


def test_a_handle_says_its_network_before_it(tmp_path: Path) -> None:
    with a_book(tmp_path) as book:
        person = book.contacts.get(
            book.contacts.add(
                a_person(
                    "Ada",
                    "X-SOCIALPROFILE;TYPE=github:x-apple:ada",
                    "IMPP:matrix:u/ada:engine.example",
                    "X-SOCIALPROFILE;TYPE=mastodon;X-USER=ada:https://social.example.org/@ada",
                    "URL:https://ada.example.org",
                    "EMAIL:ada@example.org",
                )
            )
        )
        found = addresses_of(person)
        assert "https://ada.example.org" in found
        assert "ada@example.org" in found
        assert any(one.startswith("github:") for one in found)
        assert "matrix:u/ada:engine.example" in found
        assert "https://social.example.org/@ada" in found


class TestAKeyThatCameLater:
    """A key says who asks: an agreement that did not speak of it does not hold for it."""

    def test_it_is_not_sent_before_that_was_agreed_to_as_well(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            before = agreed(book, contact)
            book.accounts.add(Provider.GITHUB, "canary", session_only=True)
            for requests in (before, book.lookups.requests(contact)):
                kind = refused(partial(book.lookups.ask, contact, requests, Steps()))
                assert kind is ErrorKind.CONSENT_MISSING
            assert net.asked == []
            assert not looked_up(book, contact).problems
            assert net.asked[0].headers["authorization"] == "Bearer canary"

    def test_one_of_another_account_is_another_one(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            first = book.accounts.add(Provider.GITHUB, "canary", session_only=True)
            requests = agreed(book, contact)
            book.accounts.renew(first.id, "canary2", session_only=True)
            assert not book.lookups.ask(contact, requests, Steps()).problems
            net.asked.clear()
            book.accounts.remove(first.id)
            assert not book.lookups.ask(contact, requests, Steps()).problems
            assert all("authorization" not in one.headers for one in net.asked)
            net.asked.clear()
            book.accounts.add(Provider.GITHUB, "canary3", session_only=True)
            kind = refused(lambda: book.lookups.ask(contact, requests, Steps()))
            assert kind is ErrorKind.CONSENT_MISSING
            assert net.asked == []

    def test_one_that_could_not_be_used_when_that_was_agreed_to_is_asked_about_too(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, net):
            contact = somebody(book)
            account = book.accounts.add(Provider.GITHUB, "canary", session_only=True)
            book.accounts.mark_refused(account.id)
            requests = agreed(book, contact)
            book.accounts.renew(account.id, "canary2", session_only=True)
            kind = refused(lambda: book.lookups.ask(contact, requests, Steps()))
            assert kind is ErrorKind.CONSENT_MISSING
            assert net.asked == []
