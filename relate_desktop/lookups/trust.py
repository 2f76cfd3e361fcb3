"""Whom a host's certificate is believed from: the system's own authorities, and nobody else.

There is no way to go on without: no setting, no button. Where a Linux system keeps its authorities
elsewhere, it may say so as it does to all programs that use OpenSSL: SSL_CERT_FILE and SSL_CERT_DIR.
"""

import re
import ssl
import sys
from pathlib import Path

import truststore

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/pki/tls/cert.pem",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)
"""Where Linux systems keep them, for a Python that was built on another one."""

_HASHED = re.compile(r"[0-9a-f]{8}\.[0-9]")


def trust(authorities: Path | None = None) -> ssl.SSLContext:
    """What TLS believes: the system's authorities, or those in one file alone.

    Built by hand, because ``ssl.create_default_context`` writes the keys of every connection to a
    file where the environment names one.
    """
    if authorities is None and sys.platform in {"win32", "darwin"}:
        context: ssl.SSLContext = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    else:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        _load(context, authorities)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION
    return context


def _load(context: ssl.SSLContext, authorities: Path | None) -> None:
    if authorities is not None:
        context.load_verify_locations(authorities)
        return
    paths = ssl.get_default_verify_paths()
    if paths.cafile is not None or _holds_certificates(paths.capath):
        context.set_default_verify_paths()
        return
    for bundle in _BUNDLES:
        if Path(bundle).is_file():
            context.load_verify_locations(bundle)
            return


def _holds_certificates(folder: str | None) -> bool:
    """Whether a folder holds certificates under the names by which OpenSSL looks for them."""
    return folder is not None and any(_HASHED.fullmatch(path.name) for path in Path(folder).iterdir())
