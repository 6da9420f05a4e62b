"""Faults."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, overload

from ._control import Duration, duration, instant
from ._resources import UserLike
from ._sentences import Calls, CountedSelection, Door, Registration, Selection, Words, operation_words
from ._sockets import ConnectFaultSelection, EventFaultSelection, all_event_faults, connect_faults, event_faults
from .constants import ChimeError, MessagingEventType
from .effects import FaultEffect, ResponseBody, delay, error, lost_request, lost_response, response


class FaultSelection(CountedSelection["FaultSelection"]):
    """A fault without its last method: which calls, and when."""

    def _next(self, words: Words, sentence: int) -> FaultSelection:
        return FaultSelection(self._door, words, sentence)

    def attempts(self, count: int) -> FaultSelection:
        """Selects only the first attempts of each call, so that a later retry succeeds."""
        return self._step(attempts=count)

    def after(self, *operations: Calls, matching: Mapping[str, Any] | None = None) -> FaultSelection:
        """Selects calls after a call of one of these operations, or after one whose request has these members."""
        words = operation_words(*operations)
        if matching is not None:
            words["matching"] = dict(matching)
        return self._step(after=words)

    @overload
    def during(self, start: Duration) -> FaultSelection: ...

    @overload
    def during(self, start: datetime, end: datetime) -> FaultSelection: ...

    def during(self, start: Duration | datetime, end: datetime | None = None) -> FaultSelection:
        """Selects calls in a time of the fake's clock: a duration from now, or from one instant to another."""
        if isinstance(start, datetime):
            if end is None:
                raise TypeError("during() was called with a start and no end. Add the end, or give a duration.")
            return self._step(during={"start": instant(start), "end": instant(end)})
        return self._step(during={"duration": duration(start)})

    def with_probability(self, probability: float) -> FaultSelection:
        """Selects each call with this probability, from the seed of the fake."""
        return self._step(withProbability=probability)

    def for_member(self, member: UserLike) -> MemberFaultSelection:
        """Selects one member of a batch: the batch succeeds, and reports an error for this member."""
        said = self._step(forMember=str(member))
        return MemberFaultSelection(said._door, said._words, said._sentence)

    def fail(self, error_: ChimeError, message: str | None = None) -> Registration:
        """Registers an error. Without a message, AWS's is sent."""
        return self.inject(error(error_, message))

    def lose_request(self) -> Registration:
        """Registers a connection that is reset before the request reaches the service."""
        return self.inject(lost_request())

    def lose_response(self) -> Registration:
        """Registers a connection that is closed before the response. The state changes."""
        return self.inject(lost_response())

    def delay(self, shortest: Duration, longest: Duration | None = None) -> Registration:
        """Registers a response that is sent later, by a fixed time or by a random one. The state changes before."""
        return self.inject(delay(shortest, longest))

    @overload
    def respond(self, status: int, body: ResponseBody) -> Registration: ...

    @overload
    def respond(self, status: Mapping[str, Any]) -> Registration: ...

    def respond(self, status: int | Mapping[str, Any], body: ResponseBody | None = None) -> Registration:
        """Registers a response in place of the service: a status and a body, or members in AWS's spelling."""
        effect = response(status, body or ResponseBody({})) if isinstance(status, int) else response(status)
        return self.inject(effect)

    def inject(self, effect: FaultEffect) -> Registration:
        """Registers an effect of ``chime_messaging_fake.effects``."""
        return self._register(effect=dict(effect.words))

    def each_call(self, *effects: FaultEffect) -> Registration:
        """Registers one effect for each call, in order."""
        return self._register(eachCall=[dict(effect.words) for effect in effects])

    def each_attempt(self, *effects: FaultEffect) -> Registration:
        """Registers one effect for each attempt of a call, in order."""
        return self._register(eachAttempt=[dict(effect.words) for effect in effects])

    def fail_each_call(self, *errors: ChimeError) -> Registration:
        """Registers one error for each call, in order."""
        return self._register(failEachCall=[str(each) for each in errors])

    def fail_each_attempt(self, *errors: ChimeError) -> Registration:
        """Registers one error for each attempt of a call, in order."""
        return self._register(failEachAttempt=[str(each) for each in errors])


class MemberFaultSelection(Selection["MemberFaultSelection"]):
    """A fault for one member of a batch, without its last method."""

    def _next(self, words: Words, sentence: int) -> MemberFaultSelection:
        return MemberFaultSelection(self._door, words, sentence)

    def fail(self, error_: ChimeError, message: str | None = None) -> Registration:
        """Registers an error for this member."""
        return self._register(effect=dict(error(error_, message).words))


class Faults(FaultSelection):
    """Faults. Each step starts a sentence about calls; ``clear()`` removes all faults."""

    def __init__(self, door: Door, connects: Door, events: Door) -> None:
        super().__init__(door, {})
        self._connects = connects
        self._events = events

    def on_connect(self) -> ConnectFaultSelection:
        """Starts a fault on connects of messaging sessions: ``on_connect().by(alice).connects(2).close(4005)``."""
        return connect_faults(self._connects)

    def on_events(self, *types: MessagingEventType) -> EventFaultSelection:
        """Starts a fault on events on their way to messaging sessions: ``on_events(CREATE_CHANNEL_MESSAGE).for_user(bob).drop()``.

        Without types, it applies to all except ``SESSION_ESTABLISHED``. ``chime_messaging_fake.events`` has the types.
        """
        return event_faults(self._events, types)

    def all(self) -> list[Registration]:
        """Returns all faults, those of the baseline included: on calls, then on connects, then on events."""
        return [*self._door.all(), *self._connects.all(), *all_event_faults(self._events)]

    def clear(self) -> None:
        """Removes all faults, also those on connects and events, and those of the baseline until the next reset. Sends held events."""
        for door in (self._connects, self._events):
            door.note_uses()
        self._door.clear()
