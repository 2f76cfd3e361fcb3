"""What an edit of many people comes to, before and after it is done."""

from relate_desktop.domain.bulk import BulkPlan
from relate_desktop.words.numbers import count_words, people, sentence
from relate_desktop.words.translation import _, ngettext


def plan_words(plan: BulkPlan) -> str:
    """How many would change: ``Changes 98 of 120 people. 22 are as wished already.``"""
    return _told(plan, _("Changes {count} of {people}."), _("Changes {people}."), _("Changes nobody."))


def done_words(plan: BulkPlan) -> str:
    """How many changed."""
    return _told(plan, _("Changed {count} of {people}."), _("Changed {people}."), _("Nobody changed."))


def refused_words(plan: BulkPlan) -> str:
    """How many could not change, and why."""
    words = ngettext(
        "{count} stays as it was: without it there would be no name, number or address left.",
        "{count} stay as they were: without it there would be no name, number or address left.",
        len(plan.refused),
    )
    return sentence(words.format(count=count_words(len(plan.refused))))


def _told(plan: BulkPlan, some: str, everybody: str, nobody: str) -> str:
    changing = len(plan.changing)
    if not changing:
        said = nobody
    elif changing == plan.people:
        said = everybody.format(people=people(changing))
    else:
        said = some.format(count=count_words(changing), people=people(plan.people))
    if not plan.same:
        return said
    same = ngettext("{count} is as wished already.", "{count} are as wished already.", plan.same).format(
        count=count_words(plan.same)
    )
    return f"{said} {sentence(same)}"
