"""Whom a host's certificate is believed from: the system's own authorities, and nobody else.

There is no way to go on without: no setting, no button, no variable.
"""

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


def trust(authorities: Path | None = None) -> ssl.SSLContext:
    """What TLS believes: the system's authorities, or those in one file alone.

    Built by hand, because ``ssl.create_default_context`` writes the keys of every connection to a
    file where the environment names one.
    """
    if authorities is None and sys.platform in {"win32", "darwin"}:
        return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.options |= ssl.OP_NO_RENEGOTIATION
    if authorities is not None:
        context.load_verify_locations(authorities)
        return context
    context.set_default_verify_paths()
    paths = ssl.get_default_verify_paths()
    if paths.cafile is None and paths.capath is None:
        for bundle in _BUNDLES:
            if Path(bundle).is_file():
                context.load_verify_locations(bundle)
                break
    return context
