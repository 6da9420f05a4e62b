"""Messaging sessions: WebSocket connections over which users receive events."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Callable

from ._boto import presign_connect
from ._control import ChimeFakeError, Control, Duration, duration, given, parse_instant, segment
from ._events import PAGE, event_words, pages, wait
from ._resources import ChannelLike, ChimeCaller, UserLike
from .constants import Layer, MessagingEventType, SessionEnd

_SETTINGS = "/v1/sessions/settings"


@dataclass(frozen=True)
class OpenSession:
    """A session of a user. Its methods have no effect once it is closed.

    ``session_id`` is the parameter ``sessionId`` of the connect, ``connected_at`` when the connect was received, by the system's clock.
    ``by_actor`` tells sessions of actors.
    """

    user: str
    session_id: str
    caller: str
    connected_at: datetime
    by_actor: bool
    _id: str = field(repr=False)
    _control: Control = field(repr=False, compare=False)

    @classmethod
    def _of(cls, words: Mapping[str, Any], control: Control) -> OpenSession:
        caller = words["caller"]["principalArn"]
        return cls(
            words["user"],
            words["sessionId"],
            caller,
            parse_instant(words["connectedAt"]),
            words["byActor"],
            words["id"],
            control,
        )

    def is_open(self) -> bool:
        """Returns whether it is still open."""
        return bool((self._send("GET") or {"open": False})["open"])

    def close(self, code: int, reason: str = "") -> None:
        """Closes it with a code: 1000 to 1003, 1007 to 1014, or 3000 to 4999."""
        self._send("POST", "/close", {"code": code, "reason": reason})

    def drop(self) -> None:
        """Ends the connection without a close frame, as a network does. The client sees close code 1006."""
        self._send("POST", "/drop")

    def expire_credentials(self) -> None:
        """Expires the credentials that signed the connect. This closes all sessions that were opened with them."""
        self._send("POST", "/expire-credentials")

    def _send(self, method: str, action: str = "", body: Any = None) -> Any:
        try:
            return self._control.send(method, f"/v1/sessions/{segment(self._id)}{action}", body)
        except ChimeFakeError as error:
            if error.status != 404:
                raise
            return None


@dataclass(frozen=True)
class RecordedSession:
    """A connect that the fake received, and what became of the session.

    ``user`` is the parameter ``userArn`` as received. ``by_actor`` tells connects of actors. ``denied_by`` is the part of the fake that
    denied the connect; None if nothing did. ``explanation`` tells why, or what a fault did to it. ``close_code`` is None while the session
    is open.
    """

    user: str | None
    session_id: str | None
    caller: str | None
    connected_at: datetime
    by_actor: bool
    established: bool
    denied_by: Layer | None
    explanation: str | None
    close_code: int | None
    close_reason: str | None
    text: str
    json: Mapping[str, Any] = field(repr=False, compare=False)

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> RecordedSession:
        return cls(
            words.get("user"),
            words.get("sessionId"),
            words.get("caller", {}).get("principalArn"),
            parse_instant(words["connectedAt"]),
            words["byActor"],
            words["established"],
            Layer(words["deniedBy"]) if "deniedBy" in words else None,
            words.get("explanation"),
            words.get("closeCode"),
            words.get("closeReason"),
            words["text"],
            words,
        )

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class DeliveredEvent:
    """A message that an open session was sent. ``number`` is that of the event in ``chime.events``; None if no write made it.

    ``payload`` has the members in AWS's spelling; it is None if there is none, or if a fault has truncated it. ``frame`` is the WebSocket
    message.
    """

    type: MessagingEventType
    user: str
    session_id: str
    channel_arn: str | None
    number: int | None
    payload: Mapping[str, Any] | None
    frame: str

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> DeliveredEvent:
        return cls(
            MessagingEventType(words["type"]),
            words["user"],
            words["sessionId"],
            words.get("channelArn"),
            words.get("number"),
            words.get("payload"),
            words["frame"],
        )


class Sessions:
    """Messaging sessions. The fake's server for them starts with the first ``GetMessagingSessionEndpoint``; it speaks ``ws``."""

    def __init__(
        self, control: Control, client: Callable[..., Any], caller: Callable[[], ChimeCaller], user_arn: Callable[[UserLike], str]
    ) -> None:
        self._control = control
        self._client = client
        self._caller = caller
        self._user_arn = user_arn

    def connect_url(
        self,
        user: UserLike,
        *,
        caller: ChimeCaller | None = None,
        prefetch: bool | str = False,
        session_id: str | None = None,
        expires_in: int = 10,
    ) -> str:
        """Returns the presigned URL with which a WebSocket client connects as a user. Needs boto3.

        It looks up the endpoint with a client that signs as ``caller``, so that this call is in the journal, too. ``prefetch`` asks for
        ``CHANNEL_DETAILS`` of the user's channels: ``True``, or their order, ``"unread"`` or ``"last-message-timestamp"``. The URL is
        valid for ``expires_in`` seconds, and for one connection.
        """
        signer = caller or self._caller()
        client = self._client(caller=signer, bearer=user)
        parameters = {"sessionId": session_id or str(uuid.uuid4()), "userArn": self._user_arn(user)}
        if prefetch:
            parameters["prefetch-on"] = "connect"
        if isinstance(prefetch, str):
            parameters["prefetch-sort-by"] = prefetch
        host = client.get_messaging_session_endpoint()["Endpoint"]["Url"]
        return presign_connect(host, client.meta.region_name, signer.credentials, parameters, expires_in)

    def open(self, user: UserLike | None = None) -> list[OpenSession]:
        """Returns the open sessions, or those of a user, the oldest first."""
        return self._opened(self._control.get("/v1/sessions", **_of_user(user))["sessions"])

    def wait_open(self, user: UserLike, *, timeout: Duration = 10.0) -> OpenSession:
        """Waits until a user has an open session, and returns the oldest one.

        Raises ``AssertionError`` with what was connected after the time-out, in true time.
        """
        return self._opened(wait(self._control, "/v1/sessions/wait", "sessions", "open", 1, timeout, _of_user(user)))[0]

    def _opened(self, sessions: list[Any]) -> list[OpenSession]:
        return [OpenSession._of(each, self._control) for each in sessions]

    def close(self, user: UserLike, code: int, reason: str = "") -> int:
        """Closes the open sessions of a user, and returns how many there were."""
        return self._end("close", user, code=code, reason=reason)

    def kick(self, user: UserLike) -> int:
        """Closes the open sessions of a user with code 4003, after which clients do not connect again. Returns how many there were."""
        return self._end("kick", user)

    def drop(self, user: UserLike) -> int:
        """Ends the connections of a user without a close frame; clients see code 1006. Returns how many there were."""
        return self._end("drop", user)

    def _end(self, action: str, user: UserLike, **words: Any) -> int:
        return int(self._control.send("POST", "/v1/sessions/" + action, {"user": str(user), **words})["closed"])

    def expire_credentials(self, user: UserLike) -> int:
        """Expires the credentials with which the open sessions of a user were opened; all sessions with them are closed.

        Returns how many sessions the user had.
        """
        sessions = self.open(user)
        for session in sessions:
            session.expire_credentials()
        return len(sessions)

    def history(self, user: UserLike | None = None, *, denied: bool | None = None) -> list[RecordedSession]:
        """Returns what was connected since the last reset, denied connects included: the latest 1000, the oldest first."""
        connects = self._control.get("/v1/sessions/history", **_of_user(user), denied=denied, limit=PAGE)["connects"]
        return [RecordedSession._of(each) for each in connects]

    def wait_connect(
        self, user: UserLike | None = None, *, denied: bool | None = None, count: int = 1, timeout: Duration = 5.0
    ) -> list[RecordedSession]:
        """Waits until so many connects were received, those from before included, and returns them.

        Raises ``AssertionError`` with what was connected after the time-out, in true time.
        """
        selected = {**_of_user(user), **given(denied=denied)}
        connects = wait(self._control, "/v1/sessions/history/wait", "connects", "received", count, timeout, selected)
        return [RecordedSession._of(each) for each in connects]

    def delivered(
        self, type: MessagingEventType | None = None, *, user: UserLike | None = None, channel: ChannelLike | None = None
    ) -> list[DeliveredEvent]:
        """Returns what open sessions were sent since the last reset, oldest first, or those of a type, to a user, or about a channel."""
        words = pages(self._control, "/v1/sessions/delivered", "events", "index", event_words(type, user, channel))
        return [DeliveredEvent._of(each) for each in words]

    def wait_delivered(
        self,
        type: MessagingEventType | None = None,
        *,
        user: UserLike | None = None,
        channel: ChannelLike | None = None,
        count: int = 1,
        timeout: Duration = 5.0,
    ) -> list[DeliveredEvent]:
        """Waits until sessions were sent so many of these events, those from before included, and returns them.

        Raises ``AssertionError`` with all of them after the time-out, in true time.
        """
        selected = event_words(type, user, channel)
        words = wait(self._control, "/v1/sessions/delivered/wait", "events", "delivered", count, timeout, selected)
        return [DeliveredEvent._of(each) for each in words]

    def endpoint(self, host_and_port: str) -> None:
        """Sets the endpoint that ``GetMessagingSessionEndpoint`` returns, without scheme and path, for example that of a proxy."""
        self._set(endpoint=host_and_port)

    def close_code(self, end: SessionEnd, code: int) -> None:
        """Sets the code with which sessions are closed for a reason; 1006 ends them without a close frame."""
        self._set(closeCodes={str(end): code})

    def ping_interval(self, interval: Duration) -> None:
        """Sets how often each session is sent a ping: at least every 0.01 seconds, in true time."""
        self._set(pingInterval=duration(interval))

    def settings(self) -> dict[str, Any]:
        """Returns what is set, in the JSON of ``GET /v1/sessions/settings``."""
        settings: dict[str, Any] = self._control.get(_SETTINGS)
        return settings

    def clear(self) -> None:
        """Sets endpoint, close codes and ping interval to their defaults, until the next reset. Sessions stay open."""
        self._control.send("DELETE", _SETTINGS)

    def _set(self, **settings: Any) -> None:
        self._control.send("PATCH", _SETTINGS, settings)


def _of_user(user: UserLike | None) -> dict[str, str]:
    return {} if user is None else {"user": str(user)}
