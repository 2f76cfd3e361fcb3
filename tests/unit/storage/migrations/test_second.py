from pathlib import Path

from relate_desktop.domain.people import PeopleFilter
from relate_desktop.storage.database import Database
from relate_desktop.storage.engine import writer_engine
from relate_desktop.storage.migrations import STEPS
from relate_desktop.storage.migrations.step import migrate
from relate_desktop.storage.schema import APPLICATION_ID, SECOND
from tests.clock import a_clock

PEOPLE = (
    "INSERT INTO contacts VALUES (1, 4, 1700000000000000, NULL)",
    "INSERT INTO properties VALUES (1, 1, 0, NULL, 'FN', NULL, 'Ada Müller', NULL, NULL, NULL, 0)",
    "INSERT INTO summaries VALUES (1, 'Ada', 'Ada', '', '', '', '', '', NULL, 4, 0, 'ada', 1, 1, 0)",
)


def test_a_book_of_the_first_version_keeps_its_people_and_gains_empty_tables(tmp_path: Path) -> None:
    folder = tmp_path / "book"
    folder.mkdir(mode=0o700)
    engine = writer_engine(folder / "relate.db")
    migrate(engine, STEPS[:1], 0, APPLICATION_ID)
    with engine.begin() as connection:
        for statement in PEOPLE:
            connection.exec_driver_sql(statement)
    engine.dispose()
    book = Database.open(folder, clock=a_clock())
    with book.read() as reader:
        assert [row.called for row in reader.contacts.summaries(reader.contacts.ids(PeopleFilter()))] == [
            "Ada"
        ]
        assert [hit.contact for hit in reader.search.find("mueller").hits] == [1]
    with book._readers.connect() as connection:
        for table in SECOND:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table.name}").scalar() == 0
    book.close()
    assert any(path.name.endswith("-before-v2.db") for path in (folder / "backups").iterdir())
