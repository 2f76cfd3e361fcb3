"""How often to be in touch with somebody, in sentences."""

from datetime import date

from relate_desktop.domain.cadence import CadenceSource, Keeping
from relate_desktop.domain.person_rhythm import PersonRhythm
from relate_desktop.domain.text import isolate
from relate_desktop.words.dates import day_in_row
from relate_desktop.words.numbers import count_words, sentence
from relate_desktop.words.suggestions import gap_words
from relate_desktop.words.translation import _, ngettext


def keeping_words(keeping: Keeping | None) -> str:
    """The rhythm somebody is kept to, with where it comes from: ``every six weeks``."""
    if keeping is None:
        return _("no rhythm")
    usual = gap_words(keeping.usual)
    return {
        CadenceSource.PERSON: _("every {usual}"),
        CadenceSource.CIRCLE: _("every {usual}, as in {circle}"),
        CadenceSource.LEARNED: _("every {usual}, as you usually do"),
    }[keeping.source].format(usual=usual, circle=isolate(keeping.circle))


def rhythm_sentences(rhythm: PersonRhythm, called: str, today: date) -> list[str]:
    """What there is to say of the rhythm of somebody, a sentence a line."""
    name = isolate(called)
    said = [_("Stay in touch: {rhythm}.").format(rhythm=keeping_words(rhythm.keeping))]
    least = rhythm.wishes.least_gap if rhythm.cadence is None else rhythm.cadence.no_sooner
    if least is not None:
        said.append(_("No sooner than {gap} after the last time.").format(gap=gap_words(least)))
    learned = rhythm.keeping is not None and rhythm.keeping.source is CadenceSource.LEARNED
    if rhythm.learned is not None and not learned:
        usual = gap_words(rhythm.learned.usual)
        said.append(_("You usually talk every {usual}.").format(usual=usual))
    if rhythm.last is not None:
        said.append(_("Last in touch: {day}.").format(day=day_in_row(rhythm.last.on, today)))
    if rhythm.next is not None:
        said.append(_("Planned: {day}.").format(day=day_in_row(rhythm.next, today)))
    if rhythm.rest is not None:
        rest = ngettext(
            "{name} has {count} unanswered note from you. Relate stays quiet until {until}.",
            "{name} has {count} unanswered notes from you. Relate stays quiet until {until}.",
            rhythm.rest.unanswered,
        )
        until = day_in_row(rhythm.rest.until, today)
        said.append(rest.format(name=name, count=count_words(rhythm.rest.unanswered), until=until))
    if rhythm.wishes.no_more_contact:
        said.append(_("{name} asked for no more contact.").format(name=name))
    elif rhythm.wishes.paused_until is not None and today < rhythm.wishes.paused_until:
        until = day_in_row(rhythm.wishes.paused_until, today)
        said.append(_("{name} is paused until {until}.").format(name=name, until=until))
    return [sentence(line) for line in said]
