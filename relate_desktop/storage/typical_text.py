"""Short texts that resemble each other, each compressed by itself against what they have in common."""

import zlib
from dataclasses import dataclass

_WINDOW = -15


@dataclass(frozen=True, slots=True)
class TypicalText:
    """What most of them hold. Never change one that is in use: what is kept needs it to open."""

    content: bytes

    def packed(self, text: bytes) -> bytes:
        """A text as it is kept."""
        stream = zlib.compressobj(1, zlib.DEFLATED, _WINDOW, 8, zlib.Z_DEFAULT_STRATEGY, self.content)
        return stream.compress(text) + stream.flush()

    def unpacked(self, column: bytes) -> bytes:
        """A kept text as it was."""
        stream = zlib.decompressobj(_WINDOW, self.content)
        return stream.decompress(column) + stream.flush()
