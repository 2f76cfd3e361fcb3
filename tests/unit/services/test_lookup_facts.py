"""What is kept of a look-up: an undoable change that names its source; refused, removed, forgotten."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.errors import ErrorKind
from relate_desktop.domain.finding_review import Verdict
from relate_desktop.domain.ids import ChangesetId, ContactId
from relate_desktop.domain.interaction import Happened
from relate_desktop.domain.kept_fact import content_hash, note_text
from relate_desktop.domain.lookup import Finding, FindingField, Picture, Provider
from relate_desktop.domain.timeline_note import TimelineNote
from relate_desktop.services.book import OpenBook
from relate_desktop.services.contacts import line_of_card
from relate_desktop.services.lookup_facts import Chosen
from relate_desktop.services.lookups import LookupResult
from tests.looking_up import PAGE, USER, a_connected_book, a_github, looked_up, somebody
from tests.open_book import a_person
from tests.servers.authority import Authority
from tests.servers.net import Reply, a_page
from tests.unit.lookups.pictures import PNG


def chosen(result: LookupResult, *fields: FindingField) -> list[Chosen]:
    return [
        Chosen(answer, one) for answer in result.answers for one in answer.findings if one.field in fields
    ]


def keep(book: OpenBook, contact: ContactId, *fields: FindingField) -> LookupResult:
    result = looked_up(book, contact)
    book.lookups.facts.keep(contact, result.id, chosen(result, *fields))
    return result


def text_of(book: OpenBook, contact: ContactId, name: str) -> list[str]:
    return [line.text for line in book.contacts.get(contact).all(name)]


def test_kept_facts_are_one_change_that_names_source_and_day(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        before = book.contacts.get(contact)
        result = keep(book, contact, FindingField.ORGANIZATION, FindingField.PLACE)
        assert text_of(book, contact, "ORG") == ["Engine"]
        assert book.history.entries()[0].kind is OperationKind.LOOKUP_KEEP
        facts = book.lookups.facts.of(contact)
        assert {fact.field for fact in facts} == {FindingField.ORGANIZATION, FindingField.PLACE}
        assert {fact.source_url for fact in facts} == {PAGE}
        assert {fact.fetched_at for fact in facts} == {result.answers[0].fetched_at}
        assert book.lookups.asked(1)[0].kept == 2
        book.history.undo()
        assert book.contacts.get(contact) == before
        assert book.lookups.facts.of(contact) == []
        book.history.redo()
        assert len(book.lookups.facts.of(contact)) == 2


def test_taking_a_fact_out_gives_back_the_line_it_replaced_as_it_was_written(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        line = line_of_card("item1.ORG;X-OWN=1;JSCOMPS=;0:Own Works;Attic")
        book.contacts.save(book.contacts.get(contact).added(line))
        before = book.contacts.get(contact)
        keep(book, contact, FindingField.ORGANIZATION)
        assert text_of(book, contact, "ORG") == ["Engine"]
        book.lookups.facts.remove([fact.id for fact in book.lookups.facts.of(contact) if fact.id is not None])
        assert book.contacts.get(contact) == before


def test_what_was_not_wanted_is_not_proposed_again_until_that_is_undone(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        others = chosen(result, FindingField.PLACE)
        book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.ORGANIZATION), others)
        fields = review_fields(book, contact, result)
        assert FindingField.PLACE not in fields
        assert fields[FindingField.ORGANIZATION] is Verdict.CONFIRMS
        book.history.undo()
        assert review_fields(book, contact, result)[FindingField.PLACE] is Verdict.NEW


def review_fields(book: OpenBook, contact: ContactId, result: LookupResult) -> dict[FindingField, Verdict]:
    groups = book.lookups.facts.review(contact, result.answers)
    return {one.finding.field: one.verdict for group in groups for one in group.findings}


def test_keeping_none_is_remembered_as_a_change_of_its_own(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = looked_up(book, contact)
        assert book.lookups.facts.keep(contact, result.id, [], chosen(result, *FindingField)) is not None
        assert book.history.entries()[0].kind is OperationKind.LOOKUP_REFUSE
        assert review_fields(book, contact, result) == {}
        assert book.lookups.asked(1)[0].kept == 0


def test_forgetting_a_provider_takes_out_what_it_said_and_gives_back_what_that_replaced(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, f"URL:{PAGE}", "ORG:Mill", "NOTE:Numbers")
        before = book.contacts.get(contact)
        keep(book, contact, *FindingField)
        assert text_of(book, contact, "ORG") == ["Engine"]
        assert book.lookups.facts.forget(Provider.GITHUB) > 2
        assert {line.value for line in book.contacts.get(contact).properties} == {
            line.value for line in before.properties
        }
        assert book.lookups.facts.of(contact) == []
        assert book.lookups.consent.agreed() == {}
        book.history.undo()
        assert text_of(book, contact, "ORG") == ["Engine"]


def test_what_the_user_said_already_is_never_taken_out(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book, f"URL:{PAGE}", "ORG:Engine")
        keep(book, contact, FindingField.ORGANIZATION)
        (fact,) = book.lookups.facts.of(contact)
        assert not fact.added
        assert fact.id is not None
        assert book.lookups.facts.remove([fact.id]) == 1
        assert text_of(book, contact, "ORG") == ["Engine"]
        assert book.lookups.facts.of(contact) == []


def test_what_nobody_looked_at_for_long_is_offered_until_somebody_does(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, net):
        contact = somebody(book)
        keep(book, contact, FindingField.ORGANIZATION)
        assert book.lookups.facts.stale(timedelta(days=365)) == []
        net.clock.pass_time(timedelta(days=366))
        (fact,) = book.lookups.facts.stale(timedelta(days=365))
        assert fact.id is not None
        book.lookups.facts.seen([fact.id])
        assert book.lookups.facts.stale(timedelta(days=365)) == []


def test_facts_go_with_a_merge_and_come_back_with_separating(tmp_path: Path, authority: Authority) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        keep(book, contact, FindingField.ORGANIZATION)
        other = somebody(book, "TEL:+49 30 1", name="Ada King")
        merge = book.merges.merge(other, [contact])
        assert len(book.lookups.facts.of(other)) == 1
        book.history.undo()
        assert len(book.lookups.facts.of(contact)) == 1
        assert book.lookups.facts.of(other) == []
        assert merge


def test_facts_come_back_to_whom_they_were_about_with_separating(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        result = keep(book, contact, FindingField.ORGANIZATION)
        others = chosen(result, FindingField.PLACE)
        book.lookups.facts.keep(contact, result.id, [], others)
        other = somebody(book, "TEL:+49 30 1", name="Ada King")
        merged = book.merges.merge(other, [contact])
        assert FindingField.PLACE not in review_fields(book, other, result)
        book.timeline.note([other], "Since then", Happened(date(2026, 1, 6)))
        book.merges.separate(merged.changeset)
        assert [fact.field for fact in book.lookups.facts.of(contact)] == [FindingField.ORGANIZATION]
        assert book.lookups.facts.of(other) == []
        assert FindingField.PLACE not in review_fields(book, contact, result)
        assert FindingField.PLACE in review_fields(book, other, result)


def test_nothing_of_a_look_up_is_left_in_the_files_of_the_book_when_somebody_is_erased(
    tmp_path: Path, authority: Authority
) -> None:
    canary = "zzcanary"
    page = f"https://github.com/{canary}"
    user = USER | {"login": canary, "html_url": page, "location": canary.title(), "bio": f"About {canary}"}
    hosts = a_github()
    hosts["api.github.com"] = {
        f"/users/{canary}": a_page(user),
        f"/users/{canary}/social_accounts": a_page([]),
    }
    with a_connected_book(tmp_path, authority, hosts) as (book, _net):
        contact = somebody(book, f"URL:{page}", name="Zoe")
        result = looked_up(book, contact)
        place = chosen(result, FindingField.PLACE)
        assert place
        book.lookups.facts.keep(contact, result.id, place, chosen(result, FindingField.ABOUT))
        book.history.undo()
        book.history.redo()
        assert files_with(canary, book.folder)
        book.contacts.forget([contact])
        folder = book.folder
    assert files_with(canary, folder) == []


def files_with(word: str, folder: Path) -> list[str]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path.name for path in files if word.encode() in path.read_bytes().lower()]


def test_erasing_somebody_erases_what_was_asked_and_kept_about_them(
    tmp_path: Path, authority: Authority
) -> None:
    with a_connected_book(tmp_path, authority) as (book, _net):
        contact = somebody(book)
        keep(book, contact, FindingField.ORGANIZATION)
        book.contacts.forget([contact])
        assert book.lookups.asked(10) == []
        assert book.lookups.facts.stale(timedelta(days=-10_000)) == []
        assert all("ada" not in str(entry.facts).lower() for entry in book.history.entries())


class TestNewsAndPictures:
    TALK = Finding(FindingField.NEWS, "Gives a talk", "https://ada.example.org/talks")
    FACE = Finding(FindingField.PHOTO, "https://ada.example.org/face.png", PAGE)

    def said(self, result: LookupResult, finding: Finding, *pictures: tuple[str, Picture]) -> LookupResult:
        answer = replace(result.answers[0], findings=(finding,), pictures=pictures)
        return replace(result, answers=(answer,))

    def test_what_they_published_becomes_one_note_however_often_it_is_kept(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, _net):
            contact = somebody(book)
            result = self.said(looked_up(book, contact), self.TALK)
            assert review_fields(book, contact, result) == {FindingField.NEWS: Verdict.NEW}
            for _time in range(2):
                book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.NEWS))
            assert review_fields(book, contact, result) == {FindingField.NEWS: Verdict.CONFIRMS}
            notes = {
                one.id: one.item.text
                for one in book.timeline.recent(contact, 9)
                if isinstance(one.item, TimelineNote)
            }
            (fact,) = book.lookups.facts.of(contact)
            assert notes == {fact.entry: note_text(self.TALK)}

    def test_a_note_the_user_took_out_may_be_kept_again(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, _net):
            contact = somebody(book)
            result = self.said(looked_up(book, contact), self.TALK)
            book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.NEWS))
            (fact,) = book.lookups.facts.of(contact)
            assert fact.entry is not None
            book.timeline.remove([fact.entry])
            assert review_fields(book, contact, result) == {FindingField.NEWS: Verdict.NEW}
            book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.NEWS))
            (again,) = book.lookups.facts.of(contact)
            assert again.entry not in {None, fact.entry}
            assert again.id is not None
            book.lookups.facts.remove([again.id])
            assert [one for one in book.timeline.recent(contact, 9) if one.id == again.entry] == []

    def test_a_picture_is_kept_as_it_was_read_and_known_again(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, _net):
            contact = somebody(book)
            first = looked_up(book, contact)
            assert review_fields(book, contact, self.said(first, self.FACE)) == {}
            result = self.said(first, self.FACE, (self.FACE.value, Picture(PNG, "image/png")))
            assert review_fields(book, contact, result) == {FindingField.PHOTO: Verdict.NEW}
            book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.PHOTO))
            assert book.contacts.get(contact).all("PHOTO")[0].media == content_hash(PNG)
            assert review_fields(book, contact, result) == {FindingField.PHOTO: Verdict.CONFIRMS}
            other = self.said(first, self.FACE, (self.FACE.value, Picture(PNG + b" ", "image/png")))
            assert review_fields(book, contact, other) == {FindingField.PHOTO: Verdict.DIFFERS}


def test_a_wait_of_a_host_that_was_asked_about_them_alone_is_erased_with_them(
    tmp_path: Path, authority: Authority
) -> None:
    hosts = a_github()
    hosts["codeberg.org"] = {
        "/api/v1/users/ada": Reply(429, (("Retry-After", "60"),)),
        "/api/v1/users/bob": a_page({"message": "gone"}, 404),
    }
    with a_connected_book(tmp_path, authority, hosts) as (book, net):
        book.lookups.consent.agree(Provider.FORGEJO)
        contact = somebody(book, "URL:https://codeberg.org/ada")
        (problem,) = looked_up(book, contact).problems
        assert problem.error.kind is ErrorKind.SLOW_DOWN
        other = somebody(book, "URL:https://codeberg.org/bob", name="Bob Babbage")
        net.asked.clear()
        (problem,) = looked_up(book, other).problems
        assert problem.error.kind is ErrorKind.SLOW_DOWN
        book.contacts.forget([other])
        book.contacts.forget([contact])
        third = somebody(book, "URL:https://codeberg.org/bob", name="Charles Darwin")
        (problem,) = looked_up(book, third).problems
        assert problem.error.kind is ErrorKind.PROFILE_MISSING


class TestTakingBackWhoWasLookedUp:
    """What only confirmed the book goes with the person; what was written since keeps them."""

    def brought_in(self, book: OpenBook) -> tuple[ContactId, ChangesetId]:
        lines = (f"URL:{PAGE}", "ORG:Engine", "X-RELATE-MET:At a fair")
        contact = book.contacts.add(a_person("Ada Lovelace", *lines))
        added = book.history.entries(limit=1)[0].changeset
        book.lookups.consent.overrule(contact, "we meet tomorrow")
        return contact, added

    def test_whoever_was_only_confirmed_goes_and_comes_back(
        self, tmp_path: Path, authority: Authority
    ) -> None:
        with a_connected_book(tmp_path, authority) as (book, _net):
            contact, added = self.brought_in(book)
            result = looked_up(book, contact)
            wanted = chosen(result, FindingField.ORGANIZATION)
            book.lookups.facts.keep(contact, result.id, wanted, chosen(result, FindingField.PLACE))
            assert book.history.undo(added).conflicts == ()
            assert book.lookups.facts.stale(timedelta(days=-1)) == []
            assert not book.health().problems
            book.history.undo()
            assert [fact.field for fact in book.lookups.facts.of(contact)] == [FindingField.ORGANIZATION]
            assert FindingField.PLACE not in review_fields(book, contact, result)
            assert not book.health().problems

    def test_whoever_has_a_kept_line_stays_with_it(self, tmp_path: Path, authority: Authority) -> None:
        with a_connected_book(tmp_path, authority) as (book, _net):
            contact, added = self.brought_in(book)
            result = looked_up(book, contact)
            book.lookups.facts.keep(contact, result.id, chosen(result, FindingField.PLACE))
            conflicts = book.history.undo(added).conflicts
            assert [(one.contact, one.table) for one in conflicts] == [(contact, "contacts")]
            assert [fact.field for fact in book.lookups.facts.of(contact)] == [FindingField.PLACE]
            assert not book.health().problems
