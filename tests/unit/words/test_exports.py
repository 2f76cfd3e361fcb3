import pytest

from relate_desktop.domain.exporting import ExportFormat, FaultKind, LossKind, ProofLimit
from relate_desktop.words.exports import fault_words, format_name, limit_words, loss_words


@pytest.mark.parametrize("chosen", ExportFormat)
def test_every_format_has_words(chosen: ExportFormat) -> None:
    assert format_name(chosen)


@pytest.mark.parametrize("kind", LossKind)
def test_every_loss_has_words(kind: LossKind) -> None:
    assert loss_words(kind)


@pytest.mark.parametrize("limit", ProofLimit)
def test_every_limit_has_words(limit: ProofLimit) -> None:
    assert limit_words(limit)


@pytest.mark.parametrize("kind", FaultKind)
def test_every_fault_has_words(kind: FaultKind) -> None:
    assert fault_words(kind)
