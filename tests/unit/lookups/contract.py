"""What holds for every provider: its test class inherits this and says what an account there looks like.

    class TestGitHub(ProviderContract):
        source = GitHubSource()
        profile = Profile(target=…, lines=…, hosts=…, main=…, account_id=…, findings=…)

Everything is asked of small servers on loopback through the real fetcher, over TLS.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import pytest

from relate_desktop.domain.errors import Cancelled, ErrorKind, NetworkError
from relate_desktop.domain.lookup import (
    Answer,
    Finding,
    FindingField,
    LookupRemark,
    LookupTarget,
)
from relate_desktop.lookups.asking import PICTURE_LIMIT, Known, Secret, Source
from tests.servers.authority import Authority
from tests.servers.net import Answering, Asked, Net, Reply, a_net, a_page, sent_on
from tests.unit.lookups.clean import judge_finding
from tests.unit.lookups.hostile import (
    BROKEN,
    HOSTILE_LINES,
    WRONG_TYPES,
    json_of,
    leaves,
    with_leaf,
)

ELSEWHERE = "elsewhere.example.org"
CANARY = "ZZCANARYKEY"
KEY = Secret(CANARY)
ANSWERS = {
    *(ErrorKind.ANSWER_BROKEN, ErrorKind.PROFILE_MISSING, ErrorKind.OPTED_OUT, ErrorKind.KEY_NEEDED),
    *(ErrorKind.KEY_REFUSED, ErrorKind.REDIRECT_REFUSED, ErrorKind.ADDRESS_REFUSED, ErrorKind.SLOW_DOWN),
    *(ErrorKind.ANSWER_TOO_LARGE, ErrorKind.HOST_UNKNOWN),
}
"""What may become of an answer that is not as it should be; anything else is a bug."""

Hosts = dict[str, dict[str, Answering]]


@dataclass(frozen=True)
class Profile:
    """An account as its provider answers about it, and what Relate must make of that."""

    target: LookupTarget
    lines: tuple[str, ...]
    """Lines of a card of which each, alone, names the account."""
    hosts: Mapping[str, Mapping[str, Answering]]
    main: str
    """The address whose answer is the profile."""
    account_id: str
    findings: tuple[Finding, ...]
    """All of them, in order."""
    records: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    """Hosts that those told of name, and that are then asked."""
    pictures: tuple[str, ...] = ()
    """The addresses of the pictures that are read."""
    remarks: tuple[LookupRemark, ...] = ()
    keyed: tuple[str, ...] = ()
    """Hosts that get the key, where there is one."""
    missing: Reply = field(default_factory=lambda: a_page({"message": "Not Found"}, 404))
    """What the profile's address answers for a handle that nobody has."""

    def told(self, main: Answering | None = None) -> Hosts:
        """The hosts with their routes, to be changed at will; ``main`` replaces the profile's answer."""
        hosts = {host: dict(routes) for host, routes in self.hosts.items()}
        if main is not None:
            hosts[urlsplit(self.main).netloc][self.path] = main
        return hosts

    @property
    def path(self) -> str:
        """The route of the profile."""
        parts = urlsplit(self.main)
        target = f"{parts.path}?{parts.query}" if parts.query else parts.path
        return target if target in self.hosts[parts.netloc] else parts.path

    @property
    def answer(self) -> Reply:
        """What the profile's address answers."""
        reply = self.hosts[urlsplit(self.main).netloc][self.path]
        assert isinstance(reply, Reply)
        return reply


class ProviderContract:
    """Never a search, never a guess, never a host nobody was told of; and no answer breaks anything."""

    source: Source
    profile: Profile
    others: tuple[str, ...] = ()
    """Lines of a card that look like an account and certainly are none, or not of this provider."""
    keeps_tags = True
    """Whether the same profile is asked for with the tag of the last time."""
    sent_on_is_an_error = True

    @pytest.fixture(autouse=True)
    def _stand_by(self, authority: Authority) -> None:
        self.authority = authority

    @contextmanager
    def net(self, hosts: Hosts | None = None) -> Iterator[Net]:
        """The profile's servers, or changed ones; and one elsewhere that nobody may ask."""
        given = {**(self.profile.told() if hosts is None else hosts)}
        given.setdefault(ELSEWHERE, {"/": self.profile.answer, self.profile.path: self.profile.answer})
        with a_net(self.authority, given, self.profile.records) as net:
            yield net

    def ask(self, net: Net, known: Known | None = None, secret: Secret | None = None, **door: Any) -> Answer:
        """The profile's answer."""
        return self.source.ask(self.profile.target, net.door(**door), secret, known or Known())

    def outcome(self, net: Net, known: Known | None = None, secret: Secret | None = None) -> ErrorKind | None:
        """Ask and judge what comes of it: a clean answer, or an error that says what it is."""
        try:
            answer = self.ask(net, known, secret)
        except NetworkError as error:
            problem = error
        else:
            self.judge(answer)
            return None
        assert problem.kind in ANSWERS, problem.kind
        assert problem.facts.get("host"), problem.kind
        assert CANARY not in repr(problem)
        return problem.kind

    def judge(self, answer: Answer) -> None:
        """What every answer is, whatever was read."""
        assert answer.target == self.profile.target
        assert answer.account_id
        assert answer.fetched_at.utcoffset() is not None
        assert re.fullmatch(r"[0-9a-f]{64}", answer.digest)
        said = [(finding.field, finding.value) for finding in answer.findings]
        assert len(said) == len(set(said))
        for finding in answer.findings:
            judge_finding(finding)
        photos = {finding.value for finding in answer.findings if finding.field is FindingField.PHOTO}
        assert {address for address, _ in answer.pictures} <= photos
        assert all(0 < len(picture.data) <= PICTURE_LIMIT for _, picture in answer.pictures)
        assert CANARY not in repr(answer)

    # ------------------------------------------------------------- whom one asks

    def test_lines_of_a_card_that_name_an_account_are_known(self) -> None:
        for line in self.profile.lines:
            assert self.source.targets((line,)) == (self.profile.target,), line

    def test_one_account_named_twice_is_one_target(self) -> None:
        assert self.source.targets(self.profile.lines * 2) == (self.profile.target,)

    def test_what_is_not_certainly_an_account_is_left_out(self) -> None:
        for line in (*self.others, *HOSTILE_LINES):
            assert self.source.targets((line,)) == (), line

    def test_the_question_before_tells_what_is_sent_and_to_whom(self) -> None:
        request = self.source.request(self.profile.target)
        assert request.target == self.profile.target
        assert request.target.provider is self.source.provider
        assert request.sends
        assert len(request.hosts) == len(set(request.hosts)) > 0

    def test_exactly_the_hosts_told_of_are_asked_and_no_other(self) -> None:
        request = self.source.request(self.profile.target)
        with self.net() as net:
            self.ask(net)
            asked = {host for host in net.hosts if not host.startswith("_")}
            assert asked <= {*request.hosts, *self.profile.named}
            records = {host.lstrip("_").partition(".")[2] for host in net.hosts - asked}
            assert all(name.endswith((*request.hosts, *request.named_by)) for name in records)
        assert len(self.profile.named) <= len(request.named_by)

    # --------------------------------------------------------- what one makes of it

    def test_a_profile_is_read_as_it_says(self) -> None:
        with self.net() as net:
            answer = self.ask(net)
        self.judge(answer)
        assert answer.findings == self.profile.findings
        assert answer.account_id == self.profile.account_id
        assert tuple(address for address, _ in answer.pictures) == self.profile.pictures
        assert answer.remarks == self.profile.remarks
        assert not answer.unchanged

    def test_the_same_account_again_is_no_news(self) -> None:
        with self.net() as net:
            answer = self.ask(net, Known(account_id=self.profile.account_id))
        assert LookupRemark.OTHER_ACCOUNT not in answer.remarks
        assert answer.findings == self.profile.findings

    def test_another_account_under_the_same_handle_is_said(self) -> None:
        with self.net() as net:
            answer = self.ask(net, Known(account_id="whose it was"))
        assert answer.account_id == self.profile.account_id
        assert LookupRemark.OTHER_ACCOUNT in answer.remarks

    def test_what_did_not_change_is_not_read_again(self) -> None:
        if not self.keeps_tags:
            return
        with self.net(with_tags(self.profile.told())) as net:
            first = self.ask(net)
            known = Known(first.account_id, first.etag, first.last_modified)
            again = self.ask(net, known)
            assert again.unchanged
            assert (again.findings, again.account_id) == ((), first.account_id)
            assert (again.etag, again.last_modified) == (first.etag, first.last_modified)

    def test_nothing_is_unchanged_of_which_nothing_was_known(self) -> None:
        with self.net(self.profile.told(Reply(304))) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_a_tag_of_old_days_brings_everything(self) -> None:
        with self.net(with_tags(self.profile.told())) as net:
            answer = self.ask(net, Known(self.profile.account_id, '"of old days"', ""))
        self.judge(answer)
        assert answer.findings == self.profile.findings

    # -------------------------------------------------------------------- keys

    def test_a_key_goes_to_its_own_host_alone(self) -> None:
        with self.net() as net:
            self.ask(net, secret=KEY)
            keyed = [asked.host for asked in net.asked if CANARY in str(asked.headers)]
            assert set(keyed) == set(self.profile.keyed)
            assert not [asked for asked in net.asked if CANARY in asked.target]

    def test_a_key_that_is_not_taken_is_said(self) -> None:
        with self.net(self.profile.told(main=a_page({"message": "Unauthorized"}, 401))) as net:
            keyed = urlsplit(self.profile.main).netloc in self.profile.keyed
            assert self.outcome(net, secret=KEY) is (ErrorKind.KEY_REFUSED if keyed else ErrorKind.KEY_NEEDED)

    def test_a_server_that_wants_a_key_is_no_server_that_refused_one(self) -> None:
        with self.net(self.profile.told(main=a_page({"message": "Unauthorized"}, 401))) as net:
            assert self.outcome(net) is ErrorKind.KEY_NEEDED

    # ----------------------------------------------------------- what goes wrong

    def test_somebody_unknown_is_said_with_host_and_handle(self) -> None:
        hosts = self.profile.told(main=self.profile.missing)
        with self.net(hosts) as net, pytest.raises(NetworkError) as caught:
            self.ask(net)
        assert caught.value.kind is ErrorKind.PROFILE_MISSING
        assert caught.value.facts["handle"] == self.profile.target.handle
        assert caught.value.facts["host"]

    def test_who_took_the_profile_away_is_let_alone(self) -> None:
        with self.net(self.profile.told(main=a_page({}, 410))) as net:
            assert self.outcome(net) is ErrorKind.OPTED_OUT

    def test_a_host_that_asks_for_a_wait_gets_it(self) -> None:
        slow = Reply(429, (("Retry-After", "90"),))
        with self.net(self.profile.told(main=slow)) as net:
            assert self.outcome(net) is ErrorKind.SLOW_DOWN
            asked = len(net.asked)
            assert self.outcome(net) is ErrorKind.SLOW_DOWN
            first = urlsplit(self.profile.main).netloc
            assert [one.host for one in net.asked[asked:]].count(first) == 0

    @pytest.mark.parametrize("status", [400, 418, 500, 502, 503, 599])
    def test_a_server_in_trouble_is_no_answer(self, status: int) -> None:
        with self.net(self.profile.told(main=Reply(status))) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_BROKEN

    def test_nobody_is_sent_on_to_a_host_that_was_not_told_of(self) -> None:
        with self.net(self.profile.told(main=sent_on(f"https://{ELSEWHERE}{self.profile.path}"))) as net:
            outcome = self.outcome(net, secret=KEY)
            assert ELSEWHERE not in net.hosts
        assert (outcome is ErrorKind.REDIRECT_REFUSED) is self.sent_on_is_an_error

    def test_a_ring_of_redirects_ends(self) -> None:
        with self.net(self.profile.told(main=sent_on(self.profile.main))) as net:
            assert self.outcome(net) is ErrorKind.REDIRECT_REFUSED

    def test_an_answer_without_end_is_cut_off(self) -> None:
        huge = Reply(200, self.profile.answer.headers, self.profile.answer.body + b" " * 3_000_000)
        with self.net(self.profile.told(main=huge)) as net:
            assert self.outcome(net) is ErrorKind.ANSWER_TOO_LARGE

    def test_stopping_leaves_at_any_moment(self) -> None:
        with self.net() as net:
            self.ask(net)
            total = len(net.asked)
        for most in range(total):
            with self.net() as net, pytest.raises(Cancelled):
                self.ask(net, stop=stop_at(net, most))

    def test_everything_beside_the_profile_may_fail(self) -> None:
        may_name = self.source.request(self.profile.target).named_by
        for host, path in self.beside():
            for reply in (Reply(500), Reply(404), Reply(200, (), b"{"), sent_on(f"https://{ELSEWHERE}/")):
                hosts = self.profile.told()
                hosts[host][path] = reply
                with self.net(hosts) as net:
                    self.outcome(net, secret=KEY)
                    assert ELSEWHERE not in net.hosts or host in may_name
                    assert not [a for a in net.asked if a.host == ELSEWHERE and CANARY in str(a.headers)]

    def beside(self) -> list[tuple[str, str]]:
        """Every route but the profile's."""
        routes = [(host, path) for host, routes in self.profile.hosts.items() for path in routes]
        return [route for route in routes if route != (urlsplit(self.profile.main).netloc, self.profile.path)]

    # ------------------------------------------------------- what strangers write

    def test_an_answer_that_is_no_profile_is_broken(self) -> None:
        for body in self.broken():
            with self.net(self.profile.told(main=Reply(200, self.profile.answer.headers, body))) as net:
                assert self.outcome(net) is ErrorKind.ANSWER_BROKEN, body[:40]

    def test_no_field_of_any_type_breaks_anything(self) -> None:
        hosts = self.profile.told()
        with self.net(hosts) as net:
            for reply in self.spoilt():
                hosts[urlsplit(self.profile.main).netloc][self.profile.path] = reply
                self.outcome(net)

    def broken(self) -> Sequence[bytes]:
        """Bodies that can be no profile."""
        return BROKEN

    def spoilt(self) -> Iterator[Reply]:
        """The profile with every field of a wrong type, one after another and all at once; then hostile."""
        answer = self.profile.answer
        content = json_of(answer.body)
        paths = list(leaves(content))
        for place, path in enumerate(paths):
            wrong = WRONG_TYPES[place % len(WRONG_TYPES)]
            yield replace(answer, body=a_page(with_leaf(content, path, wrong)).body)
        for wrong in WRONG_TYPES:
            spoilt = content
            for path in paths:
                spoilt = with_leaf(spoilt, path, wrong)
            yield replace(answer, body=a_page(spoilt).body)


def stop_at(net: Net, most: int) -> Callable[[], None]:
    """The user stops once so many questions were asked."""

    def stop() -> None:
        if len(net.asked) >= most:
            raise Cancelled

    return stop


def with_tags(hosts: Hosts) -> Hosts:
    """The same hosts, with answers that say by a tag whether they changed."""
    return {
        host: {path: _tagged(reply) if isinstance(reply, Reply) else reply for path, reply in routes.items()}
        for host, routes in hosts.items()
    }


def _tagged(reply: Reply) -> Callable[[Asked], Reply]:
    tag = f'W/"{sha256(reply.body).hexdigest()[:12]}"'

    def answer(asked: Asked) -> Reply:
        if reply.status == 200 and asked.headers.get("if-none-match") == tag:
            return Reply(304, (("ETag", tag),))
        return replace(reply, headers=(*reply.headers, ("ETag", tag)))

    return answer
