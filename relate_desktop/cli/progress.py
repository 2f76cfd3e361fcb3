"""A bar on the terminal's standard error while work is under way."""

import shutil
from types import TracebackType
from typing import Any, Self, TextIO

from relate_desktop.services.jobs import Job
from relate_desktop.words.jobs import progress_words

_BAR = 24
_CLEAR = "\r\x1b[K"


class ProgressBar:
    """Draws how far a job is, in one line that is gone when the block ends."""

    def __init__(self, stream: TextIO, *, shown: bool) -> None:
        self._stream = stream
        self.shown = shown
        """Whether anybody looks."""
        self._drawn = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._drawn:
            self._stream.write(_CLEAR)
            self._stream.flush()

    def hear(self, job: Job[Any]) -> None:
        """Draws the job's progress; a listener for the job runner."""
        if not self.shown or job.state.ended:
            return
        fraction = job.progress.fraction
        bar = ""
        if fraction is not None:
            full = round(fraction * _BAR)
            bar = f"[{'#' * full}{'-' * (_BAR - full)}] {fraction:4.0%}  "
        line = bar + progress_words(job.kind, job.progress)
        width = shutil.get_terminal_size().columns
        self._stream.write(_CLEAR + line[: max(0, width - 1)])
        self._stream.flush()
        self._drawn = True
