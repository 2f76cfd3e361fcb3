"""Promises are open until they are kept."""

from dataclasses import replace

from relate_desktop.domain.ids import ContactId
from relate_desktop.domain.promise import OwedBy, Promise
from tests.present import TODAY, at


def test_a_promise_is_open_until_it_is_kept() -> None:
    promise = Promise(OwedBy.MINE, "the contract", (ContactId(1),), TODAY)
    assert promise.open
    assert not replace(promise, kept_at=at("2026-11-24 10:00")).open
