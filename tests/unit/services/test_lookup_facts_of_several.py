"""Facts that stand on each other: replaced one by one, kept from several, or written on by the user."""

from dataclasses import replace
from pathlib import Path

import pytest

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRequest,
    LookupTarget,
    Provider,
)
from relate_desktop.domain.markdown import mentions, parse
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.book import OpenBook
from relate_desktop.services.lookup_facts import Chosen
from tests.looking_up import a_connected_book, looked_up, somebody
from tests.servers.authority import Authority

GITHUB = LookupTarget(Provider.GITHUB, "https://api.github.com", "ada")
GITLAB = LookupTarget(Provider.GITLAB, "https://gitlab.com", "ada")
BLOG = LookupTarget(Provider.WEBSITE, "https://ada.example.org", "https://ada.example.org/")
OTHER_BLOG = LookupTarget(Provider.WEBSITE, "https://king.example.org", "https://king.example.org/")


def keep(book: OpenBook, contact: ContactId, target: LookupTarget, field: FindingField, *values: str) -> None:
    """Keeps what a source is made to have said."""
    result = looked_up(book, contact)
    book.lookups.consent.agree(target.provider)
    book.lookups.consent.agree_to(contact, [LookupRequest(target, ("ada.example.org",), "ada")])
    source = "https://ada.example.org/said"
    for value in values:
        finding = Finding(field, value, source)
        answer = Answer(target, "1", (finding,), result.answers[0].fetched_at)
        assert book.lookups.facts.keep(contact, result.id, [Chosen(answer, finding)]) is not None


def organizations(book: OpenBook, contact: ContactId) -> list[str]:
    return [line.text for line in book.contacts.get(contact).all("ORG")]


def test_forgetting_a_provider_takes_out_what_it_said_before_and_since(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, "URL:https://github.com/ada", "ORG:Mill")
        keep(book, contact, GITHUB, FindingField.ORGANIZATION, "Engine", "Bridge")
        assert organizations(book, contact) == ["Bridge"]
        assert book.lookups.facts.forget(Provider.GITHUB) == 2
        assert organizations(book, contact) == ["Mill"]


@pytest.mark.parametrize("order", [(Provider.GITHUB, Provider.GITLAB), (Provider.GITLAB, Provider.GITHUB)])
def test_what_a_forgotten_provider_said_is_not_said_again_when_another_goes(
    tmp_path: Path, authority: Authority, order: tuple[Provider, ...]
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, "URL:https://github.com/ada", "ORG:Mill")
        keep(book, contact, GITHUB, FindingField.ORGANIZATION, "Engine")
        keep(book, contact, GITLAB, FindingField.ORGANIZATION, "Bridge")
        said = [organizations(book, contact)] + [
            (book.lookups.facts.forget(provider), organizations(book, contact))[1] for provider in order
        ]
        between = ["Bridge"] if order[0] is Provider.GITHUB else ["Engine"]
        assert said == [["Bridge"], between, ["Mill"]]


def test_what_another_provider_was_kept_for_as_well_stays_until_that_one_goes(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, "URL:https://github.com/ada", "ORG:Mill")
        keep(book, contact, GITHUB, FindingField.ORGANIZATION, "Engine")
        keep(book, contact, GITLAB, FindingField.ORGANIZATION, "Engine")
        book.lookups.facts.forget(Provider.GITHUB)
        assert organizations(book, contact) == ["Engine"]
        (fact,) = book.lookups.facts.of(contact)
        assert fact.target == GITLAB
        book.lookups.facts.forget(Provider.GITLAB)
        assert organizations(book, contact) == ["Mill"]


def test_a_note_that_the_user_wrote_on_stays_when_its_fact_goes(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        keep(book, contact, BLOG, FindingField.NEWS, "A new engine", "A new bridge")
        facts = book.lookups.facts.of(contact)
        mine = next(fact.entry for fact in facts if fact.value.startswith("A new engine"))
        assert mine is not None
        entry = book.timeline.get(mine)
        assert isinstance(entry.item, TimelineNote)
        text = f"{entry.item.text}\nShe wants my help with it in May."
        book.timeline.save(replace(entry, item=replace(entry.item, text=text)))
        book.lookups.facts.forget(Provider.WEBSITE)
        with book.database.read() as reader:
            left = reader.timeline.items([fact.entry for fact in facts if fact.entry is not None])
        assert list(left) == [mine]


def test_a_note_kept_from_two_pages_stays_until_both_are_gone(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        keep(book, contact, BLOG, FindingField.NEWS, "A new engine")
        keep(book, contact, OTHER_BLOG, FindingField.NEWS, "A new engine")
        first, second = book.lookups.facts.of(contact)
        assert first.entry is not None
        assert second.entry == first.entry
        assert first.id is not None
        assert second.id is not None
        for number, there in ((first.id, 1), (second.id, 0)):
            book.lookups.facts.remove([number])
            with book.database.read() as reader:
                assert len(reader.timeline.items([first.entry])) == there


def test_a_title_of_theirs_is_kept_as_text_and_not_as_signs(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        title = "[Your bank](https://evil.example) with @[Grace]"
        keep(book, contact, BLOG, FindingField.NEWS, title)
        (fact,) = book.lookups.facts.of(contact)
        assert fact.entry is not None
        item = book.timeline.get(fact.entry).item
        assert isinstance(item, TimelineNote)
        links = {span.link for block in parse(item.text) for span in block.spans}
        assert links == {None, "https://ada.example.org/said"}
        assert mentions(item.text) == ()
        assert fact.text.splitlines()[0] == title
        assert book.lookups.facts.forget(Provider.WEBSITE) == 1
        assert book.lookups.facts.of(contact) == []


@pytest.mark.parametrize("keeps_the_looked_up", [True, False])
def test_a_line_the_user_wrote_for_one_of_two_who_are_merged_stays_when_its_fact_goes(
    tmp_path: Path, authority: Authority, *, keeps_the_looked_up: bool
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        looked_at = somebody(book)
        keep(book, looked_at, GITHUB, FindingField.ORGANIZATION, "Engine")
        written = somebody(book, "ORG:Engine", name="Ada King")
        first, second = (looked_at, written) if keeps_the_looked_up else (written, looked_at)
        book.merges.merge(first, [second])
        assert [fact.added for fact in book.lookups.facts.of(first)] == [False]
        book.lookups.facts.forget(Provider.GITHUB)
        assert organizations(book, first) == ["Engine"]
        book.history.undo()
        book.history.undo()
        assert [fact.added for fact in book.lookups.facts.of(looked_at)] == [True]
        book.lookups.facts.forget(Provider.GITHUB)
        assert (organizations(book, looked_at), organizations(book, written)) == ([], ["Engine"])


def test_a_line_that_look_ups_wrote_for_both_who_are_merged_goes_with_its_facts(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact, other = somebody(book), somebody(book, name="Ada King")
        for one in (contact, other):
            book.lookups.consent.overrule(one, "They are the same")
            keep(book, one, GITHUB, FindingField.ORGANIZATION, "Engine")
        book.merges.merge(contact, [other])
        assert organizations(book, contact) == ["Engine"]
        book.lookups.facts.forget(Provider.GITHUB)
        assert organizations(book, contact) == []
