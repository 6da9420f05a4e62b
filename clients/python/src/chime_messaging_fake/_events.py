"""Events: what writes emitted to users, even if no user was connected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Optional

from ._control import Control, Duration, duration, given, parse_instant
from ._resources import ChannelLike, UserLike
from .constants import EventMessageType, MessagingEventType, Operation

PAGE = 1000
LONGEST_WAIT = 600.0


@dataclass(frozen=True)
class EventCause:
    """What made an event. ``operation`` is None if no call did; ``by`` is the ARN in ``x-amz-chime-bearer`` of the call."""

    operation: Operation | None
    by: str | None
    text: str

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> EventCause:
        return cls(Operation(words["operation"]) if "operation" in words else None, words.get("by"), words["text"])

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class MessagingEvent:
    """An event that a write emitted to users. ``payload`` has the members in AWS's spelling, with timestamps as texts in ISO 8601.

    ``number`` increases in the order of the writes; ``json`` has all that the control API said.
    """

    number: int
    type: MessagingEventType
    message_type: EventMessageType
    channel_arn: str
    sub_channel_id: str | None
    reason: str | None
    payload: Mapping[str, Any]
    receiver_count: int
    cause: EventCause
    time: datetime
    text: str
    json: Mapping[str, Any] = field(repr=False, compare=False)
    _control: Control = field(repr=False, compare=False)

    @classmethod
    def _of(cls, words: Mapping[str, Any], control: Control) -> MessagingEvent:
        return cls(
            words["number"],
            MessagingEventType(words["type"]),
            EventMessageType(words["messageType"]),
            words["channelArn"],
            words.get("subChannelId"),
            words.get("reason"),
            words["payload"],
            words["receiverCount"],
            EventCause._of(words["cause"]),
            parse_instant(words["time"]),
            words["text"],
            words,
            control,
        )

    def receivers(self) -> list[str]:
        """Returns the ARNs of the users and bots that receive it, sorted."""
        listed: list[str] = list(self.json["receivers"])
        if len(listed) < self.receiver_count:  # Lists of events have the first ones only.
            listed = self._control.get(f"/v1/events/{self.number}")["receivers"]
        return listed

    def is_for(self, user: UserLike) -> bool:
        """Returns whether a user receives it: the user, its ARN, or its id in the app instance of the channel."""
        name = str(user)
        if not name.startswith("arn:"):
            app_instance = self.channel_arn.partition("/channel/")[0]
            name = f"{app_instance}/{name}" if name.startswith(("user/", "bot/")) else f"{app_instance}/user/{name}"
        return name in self.receivers()

    def __str__(self) -> str:
        return self.text


_Events = list[MessagingEvent]


class Events:
    """The events since the last reset, in the order of the writes. ``str(events)`` has the latest 100, one in a line."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def list(
        self,
        type: MessagingEventType | None = None,
        *,
        user: UserLike | None = None,
        channel: ChannelLike | None = None,
    ) -> _Events:
        """Returns all events, or those of a type, that a user receives, or about a channel."""
        words = pages(self._control, "/v1/events", "events", "number", event_words(type, user, channel))
        return [MessagingEvent._of(each, self._control) for each in words]

    def wait(
        self,
        type: MessagingEventType | None = None,
        *,
        user: UserLike | None = None,
        channel: ChannelLike | None = None,
        count: int = 1,
        timeout: Duration = 5.0,
    ) -> _Events:
        """Waits until there are so many of these events, those from before included, and returns them.

        Raises ``AssertionError`` with all events after the time-out, in true time.
        """
        selected = event_words(type, user, channel)
        found = wait(self._control, "/v1/events/wait", "events", "emitted", count, timeout, selected)
        return [MessagingEvent._of(each, self._control) for each in found]

    def evicted(self) -> int:
        """Returns how many events were dropped because the log was full."""
        return int(self._control.get("/v1/events", limit=1)["evictedEvents"])

    def text(self) -> str:
        """Returns the latest 100 events, one in a line."""
        return str(self._control.get("/v1/events/text"))

    def __str__(self) -> str:
        return self.text()


def event_words(type: Optional[MessagingEventType], user: Optional[UserLike], channel: Optional[ChannelLike]) -> dict[str, Any]:
    """Returns the parameters that select events."""
    return given(
        type=None if type is None else event_type(type),
        forUser=None if user is None else str(user),
        inChannel=None if channel is None else str(channel),
    )


def event_type(type: MessagingEventType) -> str:
    """Returns a type of events as the control API names it. Raises ``TypeError`` for an operation, which may have the same name."""
    if isinstance(type, Operation):
        raise TypeError(
            f"{type.name} was received, which is an operation. Expected a type of events: chime_messaging_fake.events has them."
        )
    return str(type)


def pages(control: Control, path: str, noun: str, order: str, selected: Mapping[str, Any]) -> list[Any]:
    """Returns all entries of a log, which is read page by page."""
    entries: list[Any] = []
    after = None
    while True:
        page = control.get(path, **selected, after=after, limit=PAGE)
        entries += page[noun]
        if not page["more"]:
            return entries
        after = entries[-1][order]


def wait(control: Control, path: str, noun: str, participle: str, count: int, timeout: Duration, selected: Mapping[str, Any]) -> list[Any]:
    """Waits until a log has so many entries, and returns them. Raises ``AssertionError`` with what happened instead."""
    words = {**selected, "count": count, "timeout": duration(timeout)}
    found = control.wait(path, LONGEST_WAIT + 30, **words)
    entries: list[Any] = found[noun]
    if not found["satisfied"]:
        said = " and ".join(f"{name} {value}" for name, value in selected.items())
        what = f"{noun} with {said}" if said else noun
        raise AssertionError(
            f"{count} {what} were expected within {duration(timeout)}, and {len(entries)} of them were {participle}. "
            f"Instead:\n{found.get('text', '')}"
        )
    return entries
