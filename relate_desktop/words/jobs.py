"""What the program is doing, for the job bar and the bar in a terminal."""

from relate_desktop.services.jobs import JobKind, Progress
from relate_desktop.words.translation import _


def job_words(kind: JobKind) -> str:
    """What a piece of work is about."""
    return {
        JobKind.IMPORT_PLAN: _("Reading people"),
        JobKind.IMPORT: _("Importing people"),
        JobKind.EXPORT: _("Exporting people"),
        JobKind.SAMPLE: _("Adding sample people"),
        JobKind.DUPLICATES: _("Looking for people who are here twice"),
        JobKind.NAMES: _("Looking at names"),
        JobKind.EDIT: _("Saving"),
        JobKind.BULK: _("Changing people"),
        JobKind.UNDO: _("Undoing"),
        JobKind.LIST: _("Listing people"),
        JobKind.SEARCH: _("Searching"),
        JobKind.DETAIL: _("Opening"),
    }[kind]


def progress_words(kind: JobKind, progress: Progress) -> str:
    """The work with how far it is: ``Reading people: 812 of 1,940``."""
    if not progress.done:
        return job_words(kind)
    if not progress.total:
        return _("{work}: {done}").format(work=job_words(kind), done=f"{progress.done:,}")
    return _("{work}: {done} of {total}").format(
        work=job_words(kind), done=f"{progress.done:,}", total=f"{progress.total:,}"
    )
