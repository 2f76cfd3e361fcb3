import pytest

from relate_desktop.services.jobs import JobKind, Progress
from relate_desktop.words.jobs import job_words, progress_words


@pytest.mark.parametrize("kind", JobKind)
def test_every_kind_of_work_has_words(kind: JobKind) -> None:
    assert job_words(kind)


def test_progress_counts_as_far_as_it_is_known() -> None:
    kind = JobKind.IMPORT_PLAN
    assert progress_words(kind, Progress(812, 1940)) == "Reading people: 812 of 1,940"
    assert progress_words(kind, Progress(812)) == "Reading people: 812"
    assert progress_words(kind, Progress()) == "Reading people"
