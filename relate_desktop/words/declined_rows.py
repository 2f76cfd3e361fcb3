"""What was not wanted, as a row of History: of look-ups and households in words of their own."""

from urllib.parse import urlsplit

from relate_desktop.domain.change_details import Row, RowChange
from relate_desktop.domain.household import LIVING_APART
from relate_desktop.domain.lookup import Provider
from relate_desktop.domain.lookup_gate import NEVER, OVERRULED
from relate_desktop.domain.refused_fact import REFUSED_FACT, RefusedFact, refused_fact_of
from relate_desktop.domain.text import display
from relate_desktop.words.lookups import field_name, provider_name
from relate_desktop.words.translation import _

_LONGEST = 200


def declined_sentence(row: RowChange) -> str:
    """What became of something that was not wanted."""
    what, gone = declined_what(row), row.after is None
    state = row.after or row.before or {}
    if row.before is not None and row.after is not None:
        return _("{what} came over").format(what=what)
    if state.get("kind") == NEVER:
        return _("May be looked up again") if gone else what
    if state.get("kind") == OVERRULED:
        reason = display(str(state.get("key", "")), _LONGEST)
        return (
            _("No longer looked up all the same")
            if gone
            else _("{what}: {reason}").format(what=what, reason=reason)
        )
    return _("{what}, and proposed again").format(what=what) if gone else what


def declined_what(row: RowChange) -> str:
    """What it was that was not wanted."""
    state: Row = row.after or row.before or {}
    kind, fact = state.get("kind"), refused_fact_of(str(state.get("key", "")))
    if kind == REFUSED_FACT and fact is not None:
        return _("Not wanted of {source}: {field}").format(source=_source(fact), field=field_name(fact.field))
    said = {
        NEVER: _("Never looked up again"),
        OVERRULED: _("Looked up all the same"),
        LIVING_APART: _("Not one household"),
    }
    return said.get(str(kind), _("Proposal declined"))


def _source(fact: RefusedFact) -> str:
    """Who said it: the provider, of a page its host."""
    host = urlsplit(fact.account).hostname if fact.provider is Provider.WEBSITE else None
    return display(host, _LONGEST) if host else provider_name(fact.provider)
