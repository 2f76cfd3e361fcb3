"""Who each record is, against the book and against earlier records."""

from collections.abc import Iterable, Mapping, Sequence

from relate_desktop.domain.contact import Contact
from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.match_reason import MatchReason
from relate_desktop.services import import_judge
from relate_desktop.services.import_judge import Judge, Judged, KeyOverlay
from relate_desktop.services.import_target import Target
from tests.unit.services.going import a_card, a_phone_card, drafts_of


class Gathering:
    """People by number, as a judge asks for them; the first are in the book."""

    def __init__(self, *cards: bytes) -> None:
        self.people: dict[Target, Contact] = {}
        self._keys: dict[int, list[ContactId]] = {}
        self.asked = 0
        for number, draft in enumerate(drafts_of(*cards), start=1):
            self.people[Target(number)] = Contact(draft.properties, ContactId(number))
            for key in draft.keys.values():
                self._keys.setdefault(key, []).append(ContactId(number))
        self.judge = Judge(self.look_up, self.get, lambda _targets: None)

    def look_up(self, numbers: Iterable[int]) -> Mapping[int, Sequence[ContactId]]:
        """Who of the book has the keys."""
        return {number: self._keys[number] for number in numbers if number in self._keys}

    def get(self, target: Target) -> Contact:
        """Somebody."""
        self.asked += 1
        return self.people[target]

    def take(self, *cards: bytes) -> list[Judged]:
        """Judge records; who is new or uncertain comes in on their own."""
        found = []
        for judged in self.judge.judged(drafts_of(*cards)):
            if judged.target is None or not judged.certain:
                self.people[judged.as_new] = Contact(judged.draft.properties)
                self.judge.settled(judged, judged.as_new)
            found.append(judged)
        return found


def targets(judgements: Iterable[Judged]) -> list[int | None]:
    return [judged.target for judged in judgements]


def test_somebody_unlike_all_others_is_new() -> None:
    assert targets(Gathering(a_card("Ada")).take(a_card("Mary", "TEL:123456"))) == [None]


def test_a_stored_card_is_known_by_its_bytes_without_looking_further() -> None:
    gathering = Gathering(a_card("Ada"), a_card("Mary"))
    (judged,) = gathering.take(a_card("Mary"))
    assert (judged.target, judged.stored, judged.reasons) == (2, True, (MatchReason.IDENTICAL,))
    assert gathering.asked == 0


def test_the_best_match_is_taken() -> None:
    gathering = Gathering(
        a_card("Ada King", "TEL:030 123456"), a_phone_card("Ada King", "9", "TEL:030 123456")
    )
    (judged,) = gathering.take(a_phone_card("Ada King", "9", "TEL:030 123456", "NOTE:x"))
    assert (judged.target, judged.certain) == (2, True)


def test_records_of_one_import_are_twins_under_negative_numbers() -> None:
    found = Gathering().take(
        a_card("Ada King", "EMAIL:a@example.org"),
        a_card("Mary"),
        a_card("A. King", "EMAIL:a@example.org"),
        a_card("Mary"),
    )
    assert targets(found) == [None, None, -1, -2]
    assert [judged.stored for judged in found] == [False, False, False, True]


def test_a_record_passed_over_takes_a_number() -> None:
    gathering = Gathering()
    gathering.judge.pass_over()
    (judged,) = gathering.take(a_card("Ada"))
    assert judged.number == 2


def test_people_with_a_common_name_are_fetched_once() -> None:
    gathering = Gathering(*(a_card("John Smith", f"NOTE:{number}") for number in range(5)))
    gathering.take(*(a_card("John Smith", f"TEL:0301234{number}") for number in range(40)))
    assert gathering.asked <= 5 + import_judge.MOST_HOLDERS


def test_a_shared_key_remembers_some_holders_only() -> None:
    overlay = KeyOverlay()
    for number in range(1, 100):
        overlay.note([7, 8], Target(-number))
        overlay.note([7, 8], Target(-number))
    held = overlay.holders(7)
    assert len(held) == len(set(held)) == import_judge.MOST_HOLDERS
    assert held[0] == -1
