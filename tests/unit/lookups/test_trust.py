import ssl
from pathlib import Path

import pytest

from relate_desktop.lookups.trust import trust
from tests.servers.authority import Authority


def test_names_and_certificates_are_always_looked_at(authority: Authority) -> None:
    for context in (trust(), trust(authority.path)):
        assert context.check_hostname
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.minimum_version >= ssl.TLSVersion.TLSv1_2


def test_an_own_authority_is_believed_alone(authority: Authority) -> None:
    assert [found["subject"] for found in trust(authority.path).get_ca_certs()] == [
        ((("commonName", "Authority of the tests"),),)
    ]


def test_the_system_has_authorities_wherever_it_keeps_them(
    tmp_path: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path))
    monkeypatch.setattr("relate_desktop.lookups.trust._BUNDLES", (str(tmp_path), str(authority.path)))
    assert len(trust().get_ca_certs()) == 1
    (tmp_path / "0123abcd.0").write_bytes(authority.path.read_bytes())
    assert trust().get_ca_certs() == []  # OpenSSL looks into the folder when it needs one


def test_no_keys_of_connections_are_written_down(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    assert trust().keylog_filename is None
    assert not (tmp_path / "keys").exists()
