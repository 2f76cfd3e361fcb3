"""Bodies as they come: gzip or plain, and never more than was agreed on."""

import zlib

from relate_desktop.domain.errors import ErrorKind, NetworkError

ACCEPTED = "gzip"
_GZIP = {"gzip", "x-gzip"}
_PLAIN = {"", "identity"}
_WRAPPED = 31
"""For zlib: a gzip header and its checksum."""
_SMALL = 256 * 1024
_SLACK = 64 * 1024
"""Bytes by which packing may make a body larger."""
_RATIO = 100
"""How many times its size a body of more than ``_SMALL`` bytes may unpack to; pages reach 20."""


class Unpacking:
    """Takes the bytes of one body and holds what is in them."""

    def __init__(self, host: str, encoding: str, limit: int) -> None:
        coding = encoding.strip().lower()
        if coding not in _GZIP | _PLAIN:
            raise NetworkError(ErrorKind.ANSWER_BROKEN, host=host)
        self._host = host
        self._limit = limit
        self._packed = coding in _GZIP
        self._unpacker = zlib.decompressobj(_WRAPPED)
        self._body = bytearray()
        self._came = 0

    def feed(self, data: bytes) -> None:
        """Take some more. Raises ANSWER_TOO_LARGE and ANSWER_BROKEN."""
        self._came += len(data)
        if not self._packed:
            self._body += data
            self._weigh()
        while self._packed and data:
            data = self._unpack(data)
            self._weigh()

    def end(self) -> bytes:
        """The whole body. Raises ANSWER_BROKEN when its end is missing."""
        if self._packed and self._came and not self._unpacker.eof:
            raise NetworkError(ErrorKind.ANSWER_BROKEN, host=self._host)
        return bytes(self._body)

    def _unpack(self, data: bytes) -> bytes:
        """Unpack a step of bounded size, and give what is left of the packed bytes."""
        if self._unpacker.eof:  # another part follows, which is allowed
            self._unpacker = zlib.decompressobj(_WRAPPED)
        try:
            self._body += self._unpacker.decompress(data, self._limit - len(self._body) + 1)
        except zlib.error:
            raise NetworkError(ErrorKind.ANSWER_BROKEN, host=self._host) from None
        return self._unpacker.unconsumed_tail or self._unpacker.unused_data

    def _weigh(self) -> None:
        size = len(self._body)
        if size > self._limit or self._came > self._limit + _SLACK or size > max(_SMALL, self._came * _RATIO):
            raise NetworkError(ErrorKind.ANSWER_TOO_LARGE, host=self._host)
