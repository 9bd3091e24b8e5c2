"""Makes a file once where many tests look at the same one."""

from __future__ import annotations

from collections.abc import Callable

from touratlas.check import Atlas
from touratlas.exports import Options

Make = Callable[[Atlas, Options], bytes]


def kept(make: Make) -> Make:
    """The same export, keeping what it made of each tour; that it makes the same bytes again is tested elsewhere."""
    found: dict[tuple[int, Options], tuple[Atlas, bytes]] = {}

    def once(atlas: Atlas, options: Options) -> bytes:
        key = (id(atlas), options)  # the atlas is kept with it, so that no other one gets its number
        if key not in found:
            found[key] = (atlas, make(atlas, options))
        return found[key][1]

    return once
