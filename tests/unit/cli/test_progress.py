import io

from relate_desktop.cli.progress import ProgressBar
from relate_desktop.services.jobs import InlineRunner, Job, JobKind, Lane


def work(job: Job[None]) -> None:
    job.step(812, 1940)


def drawn(*, shown: bool) -> str:
    stream = io.StringIO()
    with ProgressBar(stream, shown=shown) as bar:
        InlineRunner().submit(Lane.WRITE, work, JobKind.IMPORT_PLAN, bar.hear)
    return stream.getvalue()


def test_a_bar_says_how_far_and_is_gone_in_the_end() -> None:
    text = drawn(shown=True)
    assert "Reading people: 812 of 1,940" in text
    assert "42%" in text
    assert text.endswith("\r\x1b[K")
    assert "\n" not in text


def test_nobody_looks_and_nothing_is_drawn() -> None:
    assert drawn(shown=False) == ""
