"""Rate limits and stale reads."""

from __future__ import annotations

from ._control import Duration, duration, given
from ._sentences import Door, Registration, Selection, Words
from .constants import RateQuota


class RateSelection(Selection["RateSelection"]):
    """A rate limit without its last method: which calls."""

    def _next(self, words: Words, sentence: int) -> RateSelection:
        return RateSelection(self._door, words, sentence)

    def per_bearer(self, per_second: int) -> Registration:
        """Registers a limit for each user in ``x-amz-chime-bearer``."""
        return self._register(perBearer=per_second)

    def per_channel(self, per_second: int) -> Registration:
        """Registers a limit for each channel."""
        return self._register(perChannel=per_second)

    def per_app_instance(self, per_second: int) -> Registration:
        """Registers a limit for each app instance."""
        return self._register(perAppInstance=per_second)

    def per_user(self, per_second: int) -> Registration:
        """Registers a limit for each user that requests name, or the bearer."""
        return self._register(perUser=per_second)


class Rates(RateSelection):
    """Rate limits, in calls per second. Calls above a limit get ``ThrottledClientException``."""

    def __init__(self, door: Door) -> None:
        super().__init__(door, {})

    def enforce(self, quota: RateQuota | None = None, per_second: int | None = None) -> Registration:
        """Registers the documented quotas: all of them, or one, with its default or another limit."""
        return self._register(enforce=given(quota=None if quota is None else str(quota), perSecond=per_second))

    def all(self) -> list[Registration]:
        """Returns all rate limits, those of the baseline included."""
        return self._door.all()

    def clear(self) -> None:
        """Removes all rate limits, those of the baseline included, until the next reset."""
        self._door.clear()


class ReadSelection(Selection["ReadSelection"]):
    """Stale reads without the last method: which reads."""

    def _next(self, words: Words, sentence: int) -> ReadSelection:
        return ReadSelection(self._door, words, sentence)

    def eventual(self) -> Registration:
        """Registers the staleness that was observed: three of ten reads, 2.5 seconds."""
        return self._register(eventual=True)

    def stale_for(self, time: Duration) -> Registration:
        """Registers that reads miss the writes of the last period."""
        return self._register(staleFor=duration(time))

    def stale_reads(self, count: int) -> Registration:
        """Registers how many reads after each write miss it."""
        return self._register(staleReads=count)

    def sometimes_stale_for(self, time: Duration, share: float | None = None) -> Registration:
        """Registers that a share of the reads, 0.3 by default, misses the writes of the last period."""
        return self._register(sometimesStaleFor=duration(time), **given(share=share))


class Consistency(ReadSelection):
    """Stale reads. Each step starts a sentence about reads; ``clear()`` lets all reads see all writes."""

    def __init__(self, door: Door) -> None:
        super().__init__(door, {})

    def all(self) -> list[Registration]:
        """Returns all stale reads, those of the baseline included."""
        return self._door.all()

    def clear(self) -> None:
        """Lets all reads see all writes, until the next reset."""
        self._door.clear()
