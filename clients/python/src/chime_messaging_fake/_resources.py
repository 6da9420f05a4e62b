"""Users, channels, app instances and callers of a fake."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Union

from ._control import Control, given, instant, segment

UserLike = Union["ChimeUser", str]
"""A user or bot: the object, its id in the default app instance (``alice``, ``bot/helper``), or its ARN."""


@dataclass(frozen=True)
class ChimeUser:
    """A user or bot: the identity in ``x-amz-chime-bearer``. Roles apply to it."""

    arn: str
    id: str
    name: str

    def __str__(self) -> str:
        return self.arn


@dataclass(frozen=True)
class ChimeMessage:
    """A message in a channel."""

    id: str
    sender: str
    content: str


@dataclass(frozen=True)
class ChimeChannel:
    """A channel. Its methods bypass permission checks, and are not recorded in the journal."""

    arn: str
    id: str
    name: str
    _control: Control = field(repr=False, compare=False)

    def __str__(self) -> str:
        return self.arn

    @property
    def _path(self) -> str:
        return "/v1/channels/" + segment(self.arn)

    def add_member(self, user: UserLike, *, hidden: bool = False) -> None:
        """Adds a member."""
        self._control.send("POST", self._path + "/members", {"user": str(user), "type": "HIDDEN" if hidden else "DEFAULT"})

    def remove_member(self, user: UserLike) -> None:
        """Removes a member."""
        self._control.send("DELETE", f"{self._path}/members/{segment(user)}")

    def add_moderator(self, user: UserLike) -> None:
        """Adds a moderator."""
        self._control.send("POST", self._path + "/moderators", {"user": str(user)})

    def remove_moderator(self, user: UserLike) -> None:
        """Removes a moderator."""
        self._control.send("DELETE", f"{self._path}/moderators/{segment(user)}")

    def add_message(self, sender: UserLike, content: str, *, metadata: str | None = None, sent_at: datetime | None = None) -> ChimeMessage:
        """Adds a message, sent at the time of the fake's clock unless another time is given."""
        return _message(
            self._control.send(
                "POST",
                self._path + "/messages",
                given(
                    sender=str(sender),
                    content=content,
                    metadata=metadata,
                    sentAt=None if sent_at is None else instant(sent_at),
                ),
            )
        )

    def messages(self) -> list[ChimeMessage]:
        """Returns all messages, oldest first."""
        return [_message(message) for message in self._control.get(self._path + "/messages")["messages"]]

    def members(self) -> list[str]:
        """Returns the ARNs of all members."""
        return [member["user"] for member in self._control.get(self._path + "/members")["members"]]

    def stored(self) -> dict[str, Any]:
        """Returns the channel with all that is in it, in the form of ``chime.state()``."""
        stored: dict[str, Any] = self._control.get(self._path)
        return stored

    def delete(self) -> None:
        """Deletes the channel."""
        self._control.send("DELETE", self._path)


def _message(stored: dict[str, Any]) -> ChimeMessage:
    return ChimeMessage(stored["id"], stored["sender"], stored.get("content", ""))


ChannelLike = Union[ChimeChannel, str]
"""A channel: the object, its id in the default app instance, or its ARN."""


@dataclass(frozen=True)
class ChimeAppInstance:
    """An app instance."""

    arn: str
    _control: Control = field(repr=False, compare=False)

    def __str__(self) -> str:
        return self.arn

    def user(self, id: str, *, name: str | None = None, metadata: str | None = None, admin: bool | None = None) -> ChimeUser:
        """Returns a user, who is registered if necessary."""
        return register(self._control, "users", id, name=name, metadata=metadata, admin=admin, appInstance=self.arn)

    def unregistered(self, id: str) -> ChimeUser:
        """Returns a user who is not registered. As a bearer, it gets ``UnauthorizedClientException``."""
        return ChimeUser(f"{self.arn}/user/{id}", id, id)


def register(control: Control, kind: str, id: str, **values: Any) -> ChimeUser:
    """Registers a user or bot and returns it."""
    stored = control.send("POST", "/v1/" + kind, given(id=id, **values))
    return ChimeUser(stored["arn"], stored["id"], stored["name"])


@dataclass(frozen=True)
class CallerCredentials:
    """Credentials of a caller. The secrets are not printed."""

    access_key_id: str
    secret_access_key: str = field(repr=False)
    session_token: str | None = field(default=None, repr=False)

    @classmethod
    def _of(cls, created: dict[str, Any]) -> CallerCredentials:
        return cls(created["accessKeyId"], created["secretAccessKey"], created.get("sessionToken"))


@dataclass(frozen=True)
class ChimeCaller:
    """A principal that signs requests. IAM policies apply to it."""

    id: str
    principal_arn: str
    credentials: CallerCredentials = field(compare=False)

    def __str__(self) -> str:
        return self.principal_arn

    @classmethod
    def _of(cls, created: dict[str, Any]) -> ChimeCaller:
        return cls(created["id"], created["principalArn"], CallerCredentials._of(created))


CallerLike = Union[ChimeCaller, str]
"""A caller: the object, its id, one of its access key ids, or its principal."""


def caller_name(caller: CallerLike) -> str:
    """Returns what the control API calls a caller."""
    return caller.id if isinstance(caller, ChimeCaller) else caller
