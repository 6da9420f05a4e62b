"""Actors: what other users do, besides the code under test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Union

from ._control import ChimeFakeError, Control, given, segment
from ._resources import CallerLike, ChannelLike, ChimeMessage, UserLike, caller_name
from .constants import ChimeError

MessageLike = Union[ChimeMessage, str]
"""A message: the object, or its id."""


class ActorError(Exception):
    """The service has responded to a call of an actor with an error.

    ``code`` is the error, ``status`` the HTTP status, ``message`` the text in the response, ``explanation`` the reason for it.
    """

    def __init__(self, code: ChimeError, status: int, message: str, explanation: str) -> None:
        super().__init__(f"{code} ({status}): {message} Because: {explanation}")
        self.code = code
        self.status = status
        self.message = message
        self.explanation = explanation


@dataclass(frozen=True)
class Actor:
    """A user whom the test lets act, besides the code under test. Each method is one call of the service with this user as the bearer.

    A call passes all checks that a client's passes; one that fails raises ``ActorError``. It is in the journal, marked as an actor's. Faults,
    stale reads, and rules for certain calls only leave it out and do not count it.
    """

    user: UserLike
    _control: Control = field(repr=False, compare=False)
    _words: Mapping[str, Any] = field(default_factory=dict)

    def signed_by(self, caller: CallerLike) -> Actor:
        """Returns this actor with calls that another caller signs, instead of ``chime.caller()``."""
        return replace(self, _words={**self._words, "signedBy": caller_name(caller)})

    def with_faults(self) -> Actor:
        """Returns this actor with calls that faults, stale reads and schedules treat and count as they do those of clients."""
        return replace(self, _words={**self._words, "withFaults": True})

    def send(
        self,
        channel: ChannelLike,
        content: str,
        *,
        persistent: bool = True,
        metadata: str | None = None,
    ) -> str:
        """Sends a message of type STANDARD, and returns its id."""
        return self._message("send", channel, content=content, persistent=persistent, metadata=metadata)
