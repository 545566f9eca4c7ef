"""Where in a name the words looked for stand, so that the match can be shown."""

from __future__ import annotations

from functools import lru_cache

from wangfund.thai.search_key import search_key
from wangfund.thai.words import clusters


@lru_cache(4_000)
def _keyed(text: str) -> tuple[str, tuple[int, ...]]:
    """The search key of a text, with the place in the text of each letter of the key; the last is the text's end."""
    key, places, at = "", [], 0
    for cluster in clusters(text):
        part = " " if cluster.isspace() else search_key(cluster)
        key += part
        places += [at] * len(part)
        at += len(cluster)
    return key, (*places, at)


def match_span(text: str, wanted_key: str) -> tuple[int, int] | None:
    """First and last place (exclusive) of a search key in a text, in whole clusters; None where it is not."""
    if not wanted_key:
        return None
    key, places = _keyed(text)
    start = key.find(wanted_key)
    if start < 0:
        return None
    end = start + len(wanted_key)
    stop = places[end] if end < len(key) else places[-1]
    if stop == places[end - 1]:  # the match ends inside a cluster
        stop = next((place for place in places[end:] if place > stop), places[-1])
    return places[start], stop
