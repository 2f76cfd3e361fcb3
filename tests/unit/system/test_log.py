import logging
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relate_desktop.system.log import (
    LOGGER,
    describe_fault,
    fault_report,
    keep_report,
    start_log,
    stop_log,
)

CANARY = "ZZCANARY"
AT = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = start_log(tmp_path)
    yield tmp_path / "logs" / "relate.log"
    stop_log(handler)


def open_what_is_not_there() -> None:
    Path(f"/{CANARY}").read_text("utf-8")


def fail() -> None:
    try:
        open_what_is_not_there()
    except OSError as error:
        raise KeyError(CANARY) from error


def a_fault() -> BaseException:
    with pytest.raises(KeyError) as caught:
        fail()
    return caught.value


def test_ids_counts_and_own_words_are_noted(log: Path) -> None:
    logging.getLogger(LOGGER).info("%s: %d of %s", "import", 12, "vcard.read")
    assert "INFO import: 12 of vcard.read" in log.read_text()


@pytest.mark.parametrize(
    "secret",
    [f"{CANARY} Ada", "ada@example.com", "+44 20 1234", "4420123456", f"/home/{CANARY}/a.vcf", "Ada"],
)
def test_names_numbers_and_addresses_are_kept_out(log: Path, secret: str) -> None:
    logging.getLogger(LOGGER).warning("about %s", secret)
    logging.getLogger(LOGGER).warning("about %(who)s", {"who": secret})
    text = log.read_text()
    assert secret not in text
    assert text.count("[kept out]") == 2


def test_a_fault_is_noted_by_place_and_never_by_message(log: Path) -> None:
    fault = a_fault()
    logging.getLogger(LOGGER).error("fault", exc_info=(type(fault), fault, fault.__traceback__))
    text = log.read_text()
    assert CANARY not in text
    assert "KeyError" in text
    assert "test_log.py" in text


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
def test_notes_are_their_owners_alone(log: Path) -> None:
    logging.getLogger(LOGGER).info("started")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_the_notes_stay_small(log: Path) -> None:
    for number in range(12_000):
        logging.getLogger(LOGGER).info("step %d of a rather long sentence that fills the file", number)
    kept = list(log.parent.iterdir())
    assert len(kept) <= 4
    assert sum(path.stat().st_size for path in kept) < 1_100_000


def test_a_fault_tells_what_caused_it() -> None:
    described = describe_fault(a_fault())
    assert described.index("KeyError") < described.index("FileNotFoundError")
    assert "fail" in described


def test_a_report_is_kept_beside_the_notes(tmp_path: Path) -> None:
    path = keep_report(tmp_path, fault_report(a_fault(), "1.2.3", AT), AT)
    text = path.read_text()
    assert path == tmp_path / "logs" / "fault-20260314T092653.txt"
    assert "Relate 1.2.3" in text
    assert CANARY not in text
    assert str(Path.cwd()) not in text
