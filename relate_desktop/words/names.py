"""Names to get right: what may be wrong, what is proposed, how many."""

from relate_desktop.domain.name_doubts import NameDoubt, NameProposal
from relate_desktop.domain.text import isolate, visible
from relate_desktop.words.translation import _, ngettext

_LONGEST = 80


def doubt_name(doubt: NameDoubt) -> str:
    """A kind of doubt in a word or two, on its tab."""
    return {
        NameDoubt.GARBLED: _("Garbled letters"),
        NameDoubt.COMPANY: _("Companies"),
        NameDoubt.SWAPPED: _("Swapped"),
        NameDoubt.JOINED: _("Written as one"),
        NameDoubt.CAPITALS: _("Capitals"),
        NameDoubt.MISSING: _("No name"),
        NameDoubt.CALLED: _("Short forms"),
    }[doubt]


def doubt_reason(doubt: NameDoubt) -> str:
    """Why Relate asks."""
    return {
        NameDoubt.GARBLED: _("It seems to have been read in the wrong alphabet."),
        NameDoubt.COMPANY: _("A company stands in the name."),
        NameDoubt.SWAPPED: _("Given and family name seem to have changed places."),
        NameDoubt.JOINED: _("Given and family name stand in one."),
        NameDoubt.CAPITALS: _("It is written in one kind of letters throughout."),
        NameDoubt.MISSING: _("An address or a number stands for the name."),
        NameDoubt.CALLED: _("There is a shorter form. Only they know which one they like."),
    }[doubt]


def proposal_sentence(proposal: NameProposal) -> str:
    """What is proposed, in one line: ``ANNA LIND: Anna Lind?``"""
    before = isolate(visible(proposal.before, _LONGEST))
    if proposal.doubt is NameDoubt.CALLED:
        return _("What does {name} like to be called?").format(name=before)
    if becomes_company(proposal):
        return _("Is {name} a company?").format(name=before)
    if not proposal.after:
        return _("Who is {name}?").format(name=before)
    return _("{before}: {after}?").format(before=before, after=isolate(visible(proposal.after, _LONGEST)))


def take_words(proposal: NameProposal) -> str:
    """The button that takes a proposal."""
    return _("It is a company") if becomes_company(proposal) else _("Use this")


def names_found(count: int) -> str:
    """How many names there are to look at."""
    if not count:
        return _("Every name looks right.")
    said = ngettext("{count} name to look at.", "{count} names to look at.", count)
    return said.format(count=f"{count:,}")


def odd_names(count: int) -> str:
    """That some names may be wrong: ``12 names look odd``."""
    return ngettext("{count} name looks odd", "{count} names look odd", count).format(count=f"{count:,}")


def take_all_words(count: int) -> str:
    """The button that takes everything that is listed."""
    return ngettext("Put {count} name right", "Put {count} names right", count).format(count=f"{count:,}")


def names_put_right(count: int) -> str:
    """What taking proposals came to."""
    if not count:
        return _("No name was changed.")
    said = ngettext(
        "Put {count} name right. Undo takes it back.", "Put {count} names right. Undo takes it back.", count
    )
    return said.format(count=f"{count:,}")


def names_left_words(count: int) -> str:
    """What leaving proposals came to."""
    if not count:
        return _("There was no name to leave.")
    said = ngettext("Left {count} name as it is.", "Left {count} names as they are.", count)
    return said.format(count=f"{count:,}")


def becomes_company(proposal: NameProposal) -> bool:
    """Whether nothing of the name would change, only what it stands for."""
    return proposal.doubt is NameDoubt.COMPANY and proposal.before == proposal.after
