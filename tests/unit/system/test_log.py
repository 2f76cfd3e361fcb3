import logging
import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relate_desktop.system.log import (
    describe_fault,
    fault_report,
    keep_report,
    start_log,
    stop_log,
)

CANARY = "ZZCANARY"
AT = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[logging.Logger]:
    logger = start_log(tmp_path)
    yield logger
    stop_log(logger)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "relate.log"


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


def test_ids_counts_and_own_words_are_noted(log: logging.Logger, file: Path) -> None:
    log.info("%s: %d of %s", "import", 12, "vcard.read")
    assert "INFO import: 12 of vcard.read" in file.read_text()


@pytest.mark.parametrize(
    "secret",
    [f"{CANARY} Ada", "ada@example.com", "+44 20 1234", "4420123456", f"/home/{CANARY}/a.vcf", "Ada"],
)
def test_names_numbers_and_addresses_are_kept_out(log: logging.Logger, file: Path, secret: str) -> None:
    log.warning("about %s", secret)
    log.warning("about %(who)s", {"who": secret})
    text = file.read_text()
    assert secret not in text
    assert text.count("[kept out]") == 2


def test_a_fault_is_noted_by_place_and_never_by_message(log: logging.Logger, file: Path) -> None:
    fault = a_fault()
    log.error("fault", exc_info=(type(fault), fault, fault.__traceback__))
    text = file.read_text()
    assert CANARY not in text
    assert "KeyError" in text
    assert "test_log.py" in text


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
def test_notes_are_their_owners_alone(log: logging.Logger, file: Path) -> None:
    log.info("started")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_the_notes_stay_small(log: logging.Logger, file: Path) -> None:
    for number in range(12_000):
        log.info("step %d of a rather long sentence that fills the file", number)
    kept = list(file.parent.iterdir())
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


def test_without_a_note_there_is_no_file(log: logging.Logger, file: Path) -> None:
    assert not file.parent.exists()


def test_a_folder_that_cannot_be_written_costs_only_the_notes(tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    logger = start_log(tmp_path)
    logger.info("started")
    stop_log(logger)
    assert (tmp_path / "logs").read_bytes() == b""


def test_what_looks_like_a_key_is_kept_out_though_it_is_one_small_word(
    log: logging.Logger, file: Path
) -> None:
    log.info("%s %s", "0123456789abcdef0123456789abcdef01234567", "a1b2c3d4e5f6")
    assert "INFO [kept out] [kept out]" in file.read_text()


def test_no_key_is_told_even_where_the_sentence_holds_it(log: logging.Logger, file: Path) -> None:
    log.info("Authorization: Bearer ghp_ZZCANARY")
    assert CANARY not in file.read_text()
