import logging
from pathlib import Path

import pytest

from relate_desktop.system.log import start_log, stop_log
from relate_desktop.system.masking import MASK, MASKING, masked

CANARY = "ZZCANARY0123456789"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {CANARY}",
        f"authorization: token {CANARY}",
        f"{{'Authorization': 'Bearer {CANARY}', 'Accept': 'application/json'}}",
        f"[(b'authorization', b'Bearer {CANARY}'), (b'accept', b'*/*')]",
        f"PRIVATE-TOKEN: {CANARY}",
        f"X-Api-Key={CANARY}",
        f"Cookie: session={CANARY}; other={CANARY}",
        f"Set-Cookie: session={CANARY}",
        f"GET https://git.example.org/api?token={CANARY}&page=2",
        f"https://git.example.org/cb?code={CANARY}",
        f"https://git.example.org/?access_token={CANARY}",
        f'{{"password": "{CANARY}"}}',
        f"ghp_{CANARY}",
        f"github_pat_{CANARY}",
        f"glpat-{CANARY}",
        f"ya29.{CANARY}",
        f"eyJ{CANARY}.eyJ{CANARY}.sig{CANARY}",
        f"the key Bearer {CANARY} was refused",
        f"https://me:{CANARY}@git.example.org/",
    ],
)
def test_keys_are_masked_wherever_they_stand(text: str) -> None:
    assert CANARY not in masked(text)
    assert MASK in masked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reading 12 cards took 3 ms",
        "https://codeberg.org/ada",
        "ada@example.com is in the book",
        "the token is missing",
        "status code 404",
        "{'Accept': 'application/json'}",
    ],
)
def test_everything_else_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "token=" * 50_000, "://" * 50_000, "eyJ." * 50_000, "'" * 200_000]
)
def test_a_long_text_is_looked_through_at_once(text: str) -> None:
    assert len(masked(text)) <= len(text) + 100


def test_whatever_a_record_is_made_of_is_masked() -> None:
    for message, words in (
        ("asked %s", (f"token={CANARY}",)),
        (f"token={CANARY}", ()),
        (f"ghp_{CANARY} %d", ("x",)),
    ):
        record = logging.LogRecord("x", logging.INFO, "x.py", 1, message, words, None)
        record.exc_text = f"KeyError: Bearer {CANARY}"
        assert MASKING.filter(record)
        assert CANARY not in logging.Formatter("%(message)s").format(record)


def test_what_libraries_warn_of_is_masked_as_well(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stop_log(start_log(tmp_path))
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    logging.getLogger("some.library").warning("sent Authorization: Bearer %s", CANARY)
    said = capsys.readouterr().err
    assert MASK in said
    assert CANARY not in said
