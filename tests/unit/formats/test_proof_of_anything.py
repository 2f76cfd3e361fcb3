"""Whatever the contacts say, their export is right, and the other reader says so."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from relate_desktop.domain.exporting import ExportFormat
from relate_desktop.domain.property import Property
from tests.unit.formats.exports import exported, proven
from tests.unit.formats.strange import contacts


@pytest.mark.parametrize("form", [ExportFormat.VCARD4, ExportFormat.VCARD3, ExportFormat.JCARD])
@settings(max_examples=15, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(strangers=contacts())
def test_every_export_is_proven(form: ExportFormat, strangers: list[list[Property]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = proven(Path(folder) / "out", form, exported(form, strangers), strangers)

    assert report.faults == ()
    assert report.cards == len(strangers)
