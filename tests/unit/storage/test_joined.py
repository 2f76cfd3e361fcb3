"""Who somebody was made of."""

from pathlib import Path

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.merge_plan import merged_lines, plan_merge
from tests.unit.storage.books import a_book, a_person, a_property, added, doing


def test_the_people_a_merge_took_in_are_told_as_they_were_called_then(tmp_path: Path) -> None:
    book = a_book(tmp_path)
    ada, bea, cleo = added(
        book,
        a_person("Ada"),
        a_person("Bea", a_property("TEL", "+1")),
        a_person("Cleo", a_property("X-RELATE-CALL", "Cle")),
    )
    with book.read() as reader:
        people = [reader.contacts.get(one) for one in (ada, bea, cleo)]
    plan = plan_merge(people)
    with book.write(doing(OperationKind.MERGE, contact=ada)) as writer:
        writer.merger.merge(ada, [bea, cleo], merged_lines(people, plan, plan.standing))
        changeset = writer.changeset
    with book.read() as reader:
        found = reader.joined.people_before(changeset, ada)
    assert [(one.id, one.called) for one in found.values()] == [(ada, "Ada"), (bea, "Bea"), (cleo, "Cle")]
