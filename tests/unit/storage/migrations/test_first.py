from pathlib import Path

from relate_desktop.storage.engine import writer_engine
from relate_desktop.storage.migrations import STEPS, first
from relate_desktop.storage.schema import VERSION


def test_the_first_step_makes_every_table_and_a_search_index_that_forgets(tmp_path: Path) -> None:
    engine = writer_engine(tmp_path / "x.db")
    with engine.begin() as connection:
        first.apply(connection)
        assert connection.exec_driver_sql("SELECT count(*) FROM search").scalar() == 0
        row = connection.exec_driver_sql("SELECT v FROM search_config WHERE k='secure-delete'").fetchone()
        assert row is not None
        assert row[0] == 1
    engine.dispose()


def test_the_steps_rise_by_one_to_the_version_written() -> None:
    assert [step.version for step in STEPS] == list(range(1, VERSION + 1))
