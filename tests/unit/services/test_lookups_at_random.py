"""Whatever is kept, removed, merged, edited and undone: undo of all is the start, redo of all the end."""

from datetime import UTC, datetime

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from relate_desktop.domain.change import Origin
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRequest,
    LookupTarget,
    Picture,
    Proof,
    Provider,
)
from relate_desktop.domain.request_ledger import LookupId
from relate_desktop.services.lookup_consent import LookupConsent
from relate_desktop.services.lookup_facts import Chosen, LookupFacts
from relate_desktop.services.preferences import PreferencesService
from relate_desktop.services.present import PresentSource
from relate_desktop.system.zone import machine_zone
from tests.clock import a_clock
from tests.unit.lookups.pictures import PNG
from tests.unit.storage.test_reverting_time import TimeSequence

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
FACE = "https://github.example/face.png"
TARGETS = st.builds(
    LookupTarget,
    st.sampled_from([Provider.GITHUB, Provider.MASTODON]),
    st.just("https://github.example"),
    st.sampled_from(["ada", "bob"]),
)
VALUES = st.sampled_from(
    ["Lead", "lead ", "2026-02-30", "--04-12", "https://x.example/", "a\x00b", "媒,;\\", FACE]
)
FINDINGS = st.builds(
    Finding,
    st.sampled_from(FindingField),
    VALUES,
    st.just("https://github.example/ada"),
    st.sampled_from(Proof),
    st.none() | st.just(NOW),
)
ANSWERS = st.builds(
    Answer,
    TARGETS,
    st.sampled_from(["1", "2"]),
    st.lists(FINDINGS, min_size=1, max_size=4).map(tuple),
    st.just(NOW),
    st.just(((FACE, Picture(PNG, "image/png")),)),
)


class LookupSequence(TimeSequence):
    """The same with what look-ups leave in the book."""

    def __init__(self) -> None:
        super().__init__()
        present = PresentSource(a_clock(), PreferencesService(self.folder), machine_zone)
        self.facts = LookupFacts(self.book, Origin.WINDOW, present)
        self.consent = LookupConsent(self.book, Origin.WINDOW, present)

    def _facts(self) -> list[int]:
        with self.book.read() as reader:
            everybody = [fact.id for one in self._people() for fact in reader.kept_facts.of(one)]
        return [number for number in everybody if number is not None]

    @rule(data=st.data(), answer=ANSWERS)
    def keep_facts(self, data: st.DataObject, answer: Answer) -> None:
        contact = self._pick(data)
        if contact is not None and not self.consent.gate(contact).never:
            self.consent.agree(answer.target.provider)
            self.consent.agree_to(contact, [LookupRequest(answer.target, ("github.example",), "ada")])
            ticked = [data.draw(st.booleans()) for _ in answer.findings]
            every = [Chosen(answer, finding) for finding in answer.findings]
            chosen = [one for one, yes in zip(every, ticked, strict=True) if yes]
            others = [one for one, yes in zip(every, ticked, strict=True) if not yes]
            self.facts.keep(contact, LookupId(1), chosen, others)

    @rule(data=st.data(), only_seen=st.booleans())
    def decide_again(self, data: st.DataObject, only_seen: bool) -> None:
        facts = self._facts()
        if facts:
            some = data.draw(st.lists(st.sampled_from(facts), min_size=1, max_size=3))
            self.facts.seen(some) if only_seen else self.facts.remove(some)

    @rule(provider=st.sampled_from([Provider.GITHUB, Provider.MASTODON]))
    def forget_a_provider(self, provider: Provider) -> None:
        self.facts.forget(provider)

    @rule(data=st.data(), never=st.booleans(), reason=st.sampled_from(["we meet tomorrow", "because"]))
    def refuse(self, data: st.DataObject, never: bool, reason: str) -> None:
        contact = self._pick(data)
        if contact is not None:
            self.consent.overrule(contact, reason)
            self.consent.never(contact, never=never)

    @invariant()
    def every_fact_is_about_somebody_there(self) -> None:
        with self.book.read() as reader:
            for provider in (Provider.GITHUB, Provider.MASTODON):
                for fact in reader.kept_facts.from_provider(provider):
                    assert reader.contacts.find(fact.contact) is not None
                    self.facts.review(fact.contact, ())


TestLookupSequence = LookupSequence.TestCase
TestLookupSequence.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
