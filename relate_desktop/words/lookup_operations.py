"""What each change about look-ups was, in one sentence."""

from collections.abc import Callable, Mapping

from relate_desktop.domain.change import OperationKind
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.text import display
from relate_desktop.words.facts import Facts, count, somebody
from relate_desktop.words.lookups import provider_name
from relate_desktop.words.numbers import sentence
from relate_desktop.words.translation import _, ngettext

_LONGEST_REASON = 200


def lookup_operation_names() -> dict[OperationKind, str]:
    """The kinds in a word or two."""
    return {
        OperationKind.LOOKUP_KEEP: _("Public facts kept"),
        OperationKind.LOOKUP_REFUSE: _("Public facts not wanted"),
        OperationKind.LOOKUP_SEEN: _("Public facts looked at"),
        OperationKind.LOOKUP_REMOVE: _("Public facts removed"),
        OperationKind.LOOKUP_FORGET: _("A provider forgotten"),
        OperationKind.LOOKUP_OVERRULE: _("Look-up all the same"),
        OperationKind.LOOKUP_NEVER: _("Never looked up again"),
        OperationKind.LOOKUP_AGAIN: _("May be looked up again"),
    }


def facts_words(amount: int) -> str:
    """How many facts: ``one fact``, ``3 facts``."""
    return ngettext("one fact", "{amount} facts", amount).format(amount=amount)


def _kept(facts: Facts) -> str:
    return sentence(
        _("{facts} kept of what {name} says in public.").format(
            facts=facts_words(count(facts, "facts")), name=somebody(facts)
        )
    )


def _refused(facts: Facts) -> str:
    return _("Kept nothing of what {name} says in public.").format(name=somebody(facts))


def _seen(facts: Facts) -> str:
    return sentence(_("{facts} looked at, and kept.").format(facts=facts_words(count(facts, "facts"))))


def _removed(facts: Facts) -> str:
    return sentence(_("{facts} from look-ups removed.").format(facts=facts_words(count(facts, "facts"))))


def _forgotten(facts: Facts) -> str:
    known = {provider.value: provider for provider in Provider}
    provider = known.get(str(facts.get("provider", "")))
    if not count(facts, "facts"):
        return _("What you did not want of all that {provider} said is forgotten.").format(
            provider=provider_name(provider) if provider else _("somebody")
        )
    return _("All that {provider} said was taken out: {facts}.").format(
        provider=provider_name(provider) if provider else _("somebody"),
        facts=facts_words(count(facts, "facts")),
    )


def _overruled(facts: Facts) -> str:
    reason = display(str(facts.get("reason", "")), _LONGEST_REASON)
    if not reason:
        return _("{name} may be looked up all the same.").format(name=somebody(facts))
    return _("{name} may be looked up all the same: {reason}").format(name=somebody(facts), reason=reason)


def _never(facts: Facts) -> str:
    return _("{name} is never looked up again.").format(name=somebody(facts))


def _again(facts: Facts) -> str:
    return _("{name} may be looked up again.").format(name=somebody(facts))


LOOKUPS_WORDED: Mapping[OperationKind, Callable[[Facts], str]] = {
    OperationKind.LOOKUP_KEEP: _kept,
    OperationKind.LOOKUP_REFUSE: _refused,
    OperationKind.LOOKUP_SEEN: _seen,
    OperationKind.LOOKUP_REMOVE: _removed,
    OperationKind.LOOKUP_FORGET: _forgotten,
    OperationKind.LOOKUP_OVERRULE: _overruled,
    OperationKind.LOOKUP_NEVER: _never,
    OperationKind.LOOKUP_AGAIN: _again,
}
