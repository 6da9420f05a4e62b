"""Actors: what other users do, besides the code under test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Union

from ._control import Control, given
from ._resources import CallerLike, ChannelLike, ChimeMessage, UserLike, caller_name
from ._sessions import OpenSession
from .constants import ChimeError

MessageLike = Union[ChimeMessage, str]
"""A message: the object, or its id."""


class ActorError(Exception):
    """A call of an actor has failed, or its session was closed before it was established.

    ``code`` is the error, ``status`` the HTTP status, ``message`` the text in the response, ``explanation`` the reason for it, and
    ``request_id`` the ``x-amzn-RequestId``. All but ``message`` are None if there was no response, as a fault has broken the connection.
    ``close_code`` is that of a session, for example 4401; else None.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self.code = _code(words.get("code"))
        self.status: int | None = words.get("status")
        self.message = str(words["message"])
        self.explanation: str | None = words.get("explanation")
        self.request_id: str | None = words.get("requestId")
        self.close_code: int | None = words.get("closeCode")
        name = f"{self.code}, status {self.status}" if self.code else "No response" if self.close_code is None else "No session"
        super().__init__(f"{name}: {self.message}" + (f" Because: {self.explanation}" if self.explanation else ""))


def _code(name: str | None) -> ChimeError | str | None:
    try:
        return name and ChimeError(name)
    except ValueError:  # A permission rule or a fault of Java can name any.
        return name


@dataclass(frozen=True)
class Actor:
    """A user that acts for the test, besides the code under test. Each method is one call of the service with this user as the bearer.

    A call passes all checks that a client's passes; one that fails raises ``ActorError``. It is in the journal, marked as an actor's.
    Faults, stale reads, and rules for certain calls only leave it out and do not count it.
    """

    user: UserLike
    _control: Control = field(repr=False, compare=False)
    _settings: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def signed_by(self, caller: CallerLike) -> Actor:
        """Returns this actor with calls that another caller signs, instead of ``chime.caller()``."""
        return replace(self, _settings={**self._settings, "signedBy": caller_name(caller)})

    def with_faults(self) -> Actor:
        """Returns this actor with calls that faults, stale reads and schedules treat and count as they do those of clients."""
        return replace(self, _settings={**self._settings, "withFaults": True})

    def send(self, channel: ChannelLike, content: str, *, persistent: bool = True, metadata: str | None = None) -> str:
        """Sends a message of type STANDARD, which is stored unless it is not persistent. Returns its id."""
        persistence = None if persistent else "NON_PERSISTENT"
        return self._message("send", channel, content=content, persistence=persistence, metadata=metadata)

    def send_control(self, channel: ChannelLike, content: str) -> str:
        """Sends a message of type CONTROL, which is not stored. Returns its id."""
        return self._message("sendControl", channel, content=content)

    def send_to(self, channel: ChannelLike, target: UserLike, content: str) -> str:
        """Sends a message, which is not stored, to one member only. Returns its id."""
        return self._message("sendTo", channel, target=str(target), content=content)

    def type(self, channel: ChannelLike) -> None:
        """Types: sends a message of type CONTROL, which is not stored, as AWS's chat demonstration does."""
        self._act("type", channel)

    def edit(self, channel: ChannelLike, message: MessageLike, content: str) -> None:
        """Edits a message."""
        self._act("edit", channel, messageId=_id(message), content=content)

    def redact(self, channel: ChannelLike, message: MessageLike) -> None:
        """Redacts a message."""
        self._act("redact", channel, messageId=_id(message))

    def delete(self, channel: ChannelLike, message: MessageLike) -> None:
        """Deletes a message, which an app instance admin may."""
        self._act("delete", channel, messageId=_id(message))

    def join(self, channel: ChannelLike) -> None:
        """Becomes a member, with a membership that the user creates for itself."""
        self._act("join", channel)

    def add(self, channel: ChannelLike, member: UserLike) -> None:
        """Adds a member."""
        self._act("add", channel, member=str(member))

    def leave(self, channel: ChannelLike) -> None:
        """Ends the membership of the user itself."""
        self._act("leave", channel)

    def remove(self, channel: ChannelLike, member: UserLike) -> None:
        """Removes a member."""
        self._act("remove", channel, member=str(member))

    def ban(self, channel: ChannelLike, user: UserLike) -> None:
        """Bans a user."""
        self._act("ban", channel, user=str(user))

    def unban(self, channel: ChannelLike, user: UserLike) -> None:
        """Removes the ban of a user."""
        self._act("unban", channel, user=str(user))

    def mark_read(self, channel: ChannelLike) -> None:
        """Sets the read marker of the user to now."""
        self._act("markRead", channel)

    def connect(self) -> OpenSession:
        """Opens a messaging session, and returns it when it is established. It does not connect again by itself.

        The connect passes all checks; one that is closed raises ``ActorError`` with its ``close_code``.
        """
        outcome = self._act("connect")
        if "session" not in outcome:
            raise ActorError({"message": "The session was established, and has been closed since."})
        return OpenSession._of(outcome["session"], self._control)

    def disconnect(self) -> int:
        """Closes the sessions of the user that actors have opened, with code 1000. Returns how many were open."""
        return int(self._act("disconnect")["closed"])

    def drop(self) -> int:
        """Ends the connections of the user that actors have opened, without a close frame. Returns how many were open."""
        return int(self._act("drop")["closed"])

    def _message(self, action: str, channel: ChannelLike, **words: Any) -> str:
        return str(self._act(action, channel, **words)["messageId"])

    def _act(self, action: str, channel: ChannelLike | None = None, **words: Any) -> Any:
        where = {} if channel is None else {"channel": str(channel)}
        who = {"actor": str(self.user), **where, **self._settings}
        outcome = self._control.send("POST", "/v1/actors", {"action": action, **who, **given(**words)})
        if not outcome["succeeded"]:
            raise ActorError(outcome["error"])
        return outcome


def _id(message: MessageLike) -> str:
    return message.id if isinstance(message, ChimeMessage) else message
