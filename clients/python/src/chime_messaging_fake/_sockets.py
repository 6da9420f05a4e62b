"""Permission rules and faults on connects of messaging sessions, and faults on events on their way to open sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._control import Duration, duration, segment
from ._events import event_type
from ._resources import CallerLike, ChannelLike, ChimeCaller, ChimeUser, caller_name
from ._sentences import Door, Registration, S, Sentence, Words
from .constants import MessagingEventType


class ConnectSelection(Sentence[S]):
    """Selects connects of sessions. What is not said matches every connect."""

    def by(self, who: ChimeUser | ChimeCaller | str) -> S:
        """Selects connects as a user (or its id), or those that a caller has signed."""
        said = {"caller": who.id} if isinstance(who, ChimeCaller) else {"user": str(who)}
        return self._step(by={**self._words.get("by", {}), **said})

    def by_caller(self, caller: CallerLike) -> S:
        """Selects connects that a caller has signed: the object, its id, an access key id or its principal."""
        return self._step(by={**self._words.get("by", {}), "caller": caller_name(caller)})

    def may_be_missing(self) -> S:
        """Allows that the user of the sentence does not exist yet."""
        return self._step(mayBeMissing=True)

    def once(self) -> S:
        """Selects the next connect."""
        return self._step(once=True)

    def connects(self, count: int) -> S:
        """Selects the next connects."""
        return self._step(connects=count)

    def nth_connect(self, n: int) -> S:
        """Selects the n-th connect after the registration, counted from 1."""
        return self._step(nthConnect=n)

    def from_connect(self, n: int) -> S:
        """Selects the n-th connect after the registration, and all later ones."""
        return self._step(fromConnect=n)


class ConnectPermissionSelection(ConnectSelection["ConnectPermissionSelection"]):
    """A permission rule on connects of sessions without its last method: which connects. The latest rule that matches decides."""

    def _next(self, words: Words, sentence: int) -> ConnectPermissionSelection:
        return ConnectPermissionSelection(self._door, words, sentence)

    def deny(self) -> Registration:
        """Registers that the sessions are closed with 4401 after the upgrade, or with the code of ``SessionEnd.DENIED``."""
        return self._register(decision="DENY")

    def allow(self) -> Registration:
        """Registers that the connects are allowed, even if earlier rules deny them. Policies must allow them as well."""
        return self._register(decision="ALLOW")


class ConnectFaultSelection(ConnectSelection["ConnectFaultSelection"]):
    """A fault on connects of sessions without its last method: which connects.

    The first fault that is due applies; the others do not count the connect.
    """

    def _next(self, words: Words, sentence: int) -> ConnectFaultSelection:
        return ConnectFaultSelection(self._door, words, sentence)

    def respond(self, status: int) -> Registration:
        """Registers an HTTP status, 400 to 599, instead of the upgrade."""
        return self._inject("respond", status=status)

    def hang(self) -> Registration:
        """Registers that the connect gets no response."""
        return self._inject("hang")

    def reset_connection(self) -> Registration:
        """Registers a connection that is reset instead of the upgrade."""
        return self._inject("resetConnection")

    def close(self, code: int) -> Registration:
        """Registers a close code instead of SESSION_ESTABLISHED.

        It is 1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006, which ends the connection without a close frame.
        """
        return self._inject("close", code=code)

    def close_after_established(self, code: int) -> Registration:
        """Registers a close code right after SESSION_ESTABLISHED, one of those of ``close``."""
        return self._inject("closeAfterEstablished", code=code)

    def drop_before_established(self) -> Registration:
        """Registers a connection that ends without a close frame, after the upgrade and before SESSION_ESTABLISHED."""
        return self._inject("dropBeforeEstablished")

    def drop_after_established(self) -> Registration:
        """Registers a connection that ends without a close frame, right after SESSION_ESTABLISHED."""
        return self._inject("dropAfterEstablished")

    def send_before_established(self, type: MessagingEventType, payload: Mapping[str, Any]) -> Registration:
        """Registers an event that is sent before SESSION_ESTABLISHED, as AWS documents for rare cases."""
        return self._inject("sendBeforeEstablished", event=event_type(type), payload=dict(payload))

    def _inject(self, type: str, **words: Any) -> Registration:
        return self._register(effect={"type": type, **words})


class EventFaultSelection(Sentence["EventFaultSelection"]):
    """A fault on events on their way to open sessions without its last method: which events.

    An event that goes to several sessions counts once for each. ``chime.events`` is not affected.
    """

    def _next(self, words: Words, sentence: int) -> EventFaultSelection:
        return EventFaultSelection(self._door, words, sentence)

    def for_user(self, user: ChimeUser | str) -> EventFaultSelection:
        """Selects events to sessions of a user."""
        return self._step(forUser=str(user))

    def in_channel(self, channel: ChannelLike) -> EventFaultSelection:
        """Selects events of a channel."""
        return self._step(inChannel=str(channel))

    def may_be_missing(self) -> EventFaultSelection:
        """Allows that the user and the channel of the sentence do not exist yet."""
        return self._step(mayBeMissing=True)

    def once(self) -> EventFaultSelection:
        """Selects the next event."""
        return self._step(once=True)

    def events(self, count: int) -> EventFaultSelection:
        """Selects the next events."""
        return self._step(events=count)

    def nth_event(self, n: int) -> EventFaultSelection:
        """Selects the n-th event after the registration, counted from 1."""
        return self._step(nthEvent=n)

    def from_event(self, n: int) -> EventFaultSelection:
        """Selects the n-th event after the registration, and all later ones."""
        return self._step(fromEvent=n)

    def drop(self) -> Registration:
        """Registers that events are not sent."""
        return self._register(effect={"type": "drop"})

    def duplicate(self) -> Registration:
        """Registers that events are sent twice."""
        return self._register(effect={"type": "duplicate"})

    def delay(self, time: Duration) -> Registration:
        """Registers that events are sent later, in true time. Events after them do not wait for them."""
        return self._register(effect={"type": "delay", "duration": duration(time)})

    def hold(self) -> HeldEvents:
        """Registers that events are held back until the test releases them."""
        return self._note(HeldEvents(self._door, *self._create(effect={"type": "hold"})))

    def reorder(self) -> Registration:
        """Registers that an event is sent after the next one of its session."""
        return self._register(effect={"type": "reorder"})

    def truncate(self) -> Registration:
        """Registers that only the first half of the text is sent, which is not valid JSON."""
        return self._register(effect={"type": "truncate"})

    def close(self, code: int) -> Registration:
        """Registers that the session is closed with a code after the event was sent.

        It is 1000 to 1003, 1007 to 1014, 3000 to 4999, or 1006, which ends the connection without a close frame.
        """
        return self._register(effect={"type": "close", "code": code})


class HeldEvents(Registration):
    """Events that are held back. ``close()``, and the end of a ``with`` block, sends them and holds back no further ones."""

    def count(self) -> int:
        """Returns how many events are held back."""
        self._refresh()
        return 0 if self._closed else int(self._last["held"])

    def release(self) -> int:
        """Sends what is held back, in order, and goes on to hold back later events. Returns how many events were sent."""
        return int(self._door.control.send("POST", f"{self._door.path}/{segment(self.id)}/release")["released"])

    def __enter__(self) -> HeldEvents:
        return self


def connect_faults(door: Door) -> ConnectFaultSelection:
    """Starts a fault on connects."""
    return ConnectFaultSelection(door, {}, ConnectFaultSelection(door, {})._start())


def connect_permissions(door: Door) -> ConnectPermissionSelection:
    """Starts a rule on connects."""
    return ConnectPermissionSelection(door, {}, ConnectPermissionSelection(door, {})._start())


def event_faults(door: Door, types: tuple[MessagingEventType, ...]) -> EventFaultSelection:
    """Starts a fault on events of these types; on all events without any."""
    start = EventFaultSelection(door, {})
    if types:
        return start._step(types=[event_type(each) for each in types])
    return EventFaultSelection(door, {}, start._start())


def all_event_faults(door: Door) -> list[Registration]:
    """Returns all faults on events."""
    listed = door.control.get(door.path)[door.key]
    return [HeldEvents(door, each, "") if "held" in each else Registration(door, each, "") for each in listed]
