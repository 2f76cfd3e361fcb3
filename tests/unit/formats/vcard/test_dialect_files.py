"""Files as phones and programs write them, each with what must come of it beside it."""

import json
from pathlib import Path

import pytest

from relate_desktop.domain.draft import ContactDraft, LooseText, Refusal
from tests.unit.formats.vcard.reading import records, rejoined, spelled

FOLDER = Path(__file__).parents[3] / "data/vcards"
FILES = sorted(FOLDER.rglob("*.vcf"))


def name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_file_is_read_as_written_beside_it(path: Path) -> None:
    expected = json.loads(path.with_suffix(".json").read_text("utf-8"))
    found = records(path.read_bytes())
    cards = [
        {
            "version": record.source.version,
            "properties": [spelled(item) for item in record.properties],
            "remarks": [remark.kind.value for remark in record.remarks],
        }
        for record in found
        if isinstance(record, ContactDraft)
    ]
    assert cards == expected["cards"]
    refused = [record.remark.kind.value for record in found if isinstance(record, Refusal)]
    assert refused == expected.get("refused", [])
    assert sum(isinstance(record, LooseText) for record in found) == expected.get("loose", 0)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_records_join_to_the_file(path: Path) -> None:
    content = path.read_bytes()
    encoding = next(
        (record.source.charset for record in records(content) if hasattr(record, "source")), "utf-8"
    )
    as_utf8 = content if encoding == "utf-8" else content.decode(encoding).encode()
    assert rejoined(records(content)) == as_utf8


def test_every_trouble_has_its_file() -> None:
    assert len(FILES) > 50
