"""The clock, credentials, snapshots, and what else can be set of a fake."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Callable

from ._control import (
    ChimeFakeError,
    Control,
    Duration,
    duration,
    given,
    instant,
    optional_duration,
    parse_instant,
    segment,
)
from ._resources import CallerLike, ChimeCaller, caller_name
from .constants import ChannelRole, Operation, Quota, ResourceScope


class ChimeClock:
    """The clock of the fake: for the state, expirations and quotas."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def now(self) -> datetime:
        """Returns what it shows."""
        return parse_instant(self._control.get("/v1/clock")["instant"])

    def is_frozen(self) -> bool:
        """Returns whether it stands still."""
        return bool(self._control.get("/v1/clock")["frozen"])

    def advance(self, time: Duration) -> None:
        """Advances it."""
        self._control.send("POST", "/v1/clock/advance", {"duration": duration(time)})

    def freeze(self) -> None:
        """Freezes it at what it shows."""
        self._control.send("POST", "/v1/clock/freeze")

    def freeze_at(self, at: datetime) -> None:
        """Freezes it at an instant, which may be in the past."""
        self._control.send("POST", "/v1/clock/freeze", {"at": instant(at)})

    def resume(self) -> None:
        """Lets it run again from what it shows."""
        self._control.send("POST", "/v1/clock/resume")


class Credentials:
    """The credentials of callers. Without a caller, those of the ready clients are meant."""

    def __init__(self, control: Control, default: Callable[[], ChimeCaller], replaced: Callable[[ChimeCaller], None]) -> None:
        self._control = control
        self._default = default
        self._replaced = replaced

    def _path(self, caller: CallerLike | None, action: str) -> str:
        return f"/v1/callers/{segment(caller_name(caller or self._default()))}/{action}"

    def expire_now(self, caller: CallerLike | None = None) -> None:
        """Expires credentials: calls fail with ``ExpiredTokenException``."""
        self._control.send("POST", self._path(caller, "expire"))

    def revoke(self, caller: CallerLike | None = None) -> None:
        """Revokes credentials: calls fail with ``UnrecognizedClientException``."""
        self._control.send("POST", self._path(caller, "revoke"))

    def rotate(self, caller: CallerLike | None = None) -> ChimeCaller:
        """Replaces credentials, and returns the caller with the new ones. The old ones are not valid any more."""
        rotated = ChimeCaller._of(self._control.send("POST", self._path(caller, "rotate")))
        self._replaced(rotated)
        return rotated

    def known_keys_only(self, known_keys_only: bool) -> None:
        """Sets whether calls with an unknown access key fail with ``UnrecognizedClientException``."""
        self._control.send("PUT", "/v1/credentials", {"knownKeysOnly": known_keys_only})


@dataclass(frozen=True)
class Snapshot:
    """A snapshot of the contents of a fake."""

    id: str
    state: str


class Snapshots:
    """Snapshots of the contents, and the baseline that a reset restores."""

    def __init__(self, control: Control, forget: Callable[[], None]) -> None:
        self._control = control
        self._forget = forget

    def take(self) -> Snapshot:
        """Returns a snapshot of the present contents."""
        taken = self._control.send("POST", "/v1/snapshots")
        return Snapshot(taken["id"], taken["state"])

    def restore(self, snapshot: Snapshot) -> None:
        """Restores the contents. Counters are zero then, and the journal is empty."""
        self._control.send("POST", f"/v1/snapshots/{segment(snapshot.id)}/restore")
        self._forget()

    def delete(self, snapshot: Snapshot) -> None:
        """Deletes a snapshot."""
        self._control.send("DELETE", f"/v1/snapshots/{segment(snapshot.id)}")

    def mark_baseline(self) -> None:
        """Makes the present contents the baseline."""
        self._control.send("PUT", "/v1/baseline")


@dataclass(frozen=True)
class StateChange:
    """What was added, removed or changed. ``before`` and ``after`` are JSON, or None."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class StateDifference:
    """The difference of two states; ``str(difference)`` has it as lines for people."""

    changes: tuple[StateChange, ...]
    text: str = field(repr=False)

    def is_empty(self) -> bool:
        """Returns whether the states are equal."""
        return not self.changes

    def __str__(self) -> str:
        return self.text

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> StateDifference:
        changes = (StateChange(each["path"], each.get("before"), each.get("after")) for each in words["changes"])
        return cls(tuple(changes), words["text"])


class Quotas:
    """Limits on the number of resources."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def set(self, quota: Quota, limit: int) -> None:
        """Sets a limit."""
        self._control.send("PUT", "/v1/quotas/" + segment(quota), {"limit": limit})

    def limit(self, quota: Quota) -> int:
        """Returns the limit that applies."""
        return int(self._control.get("/v1/quotas/" + segment(quota))["limit"])

    def clear(self) -> None:
        """Sets every limit to the documented one."""
        self._control.send("DELETE", "/v1/quotas")


class Directory:
    """The directory of users."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def _set(self, **settings: Any) -> None:
        self._control.send("PATCH", "/v1/directory", settings)

    def open(self, open: bool) -> None:
        """Sets whether every well-formed user counts as registered as soon as a call names it."""
        self._set(open=open)

    def new_users_valid_after(self, delay: Duration) -> None:
        """Sets how long after ``CreateAppInstanceUser`` a new user is accepted as a bearer."""
        self._set(newUsersValidAfter=duration(delay))

    def repeated_creation_fails(self, fails: bool) -> None:
        """Sets whether every ``CreateAppInstanceUser`` for an existing id fails with ``ConflictException``."""
        self._set(repeatedCreationFails=fails)

    def clear(self) -> None:
        """Sets these settings back to their defaults."""
        self._control.send("DELETE", "/v1/directory")


class Roles:
    """The role matrix."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def may_call(self, role: ChannelRole, operation: Operation, allowed: bool) -> None:
        """Sets whether a role may call an operation."""
        self._control.send("PUT", "/v1/roles", {"role": str(role), "operation": operation.value, "allowed": allowed})

    def clear(self) -> None:
        """Removes all overrides."""
        self._control.send("DELETE", "/v1/roles")


class FlowProcessor:
    """A processor of channel flows. ``with`` removes it at the end of the block."""

    def __init__(self, control: Control, registered: Mapping[str, Any]) -> None:
        self._control = control
        self._path = "/v1/flows/" + segment(registered["id"])
        self.lambda_arn = str(registered["lambda"])

    def times_applied(self) -> int:
        """Returns how many messages it has decided about."""
        return int(self._control.get(self._path)["timesApplied"])

    def close(self) -> None:
        """Removes it. Has no effect if that was done before, or by a reset."""
        try:
            self._control.send("DELETE", self._path)
        except ChimeFakeError as error:
            if error.status != 404:
                raise

    def __enter__(self) -> FlowProcessor:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Flows:
    """Processors in place of the Lambda functions of channel flows. Each method decides about all messages of a function."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def _processor(self, lambda_arn: str, kind: str, **words: Any) -> FlowProcessor:
        body = {"lambda": lambda_arn, "verdict": {"kind": kind, **given(**words)}}
        return FlowProcessor(self._control, self._control.send("POST", "/v1/flows", body))

    def allow(self, lambda_arn: str) -> FlowProcessor:
        """Sends messages as they are."""
        return self._processor(lambda_arn, "allow")

    def change(self, lambda_arn: str, *, content: str | None = None, metadata: str | None = None) -> FlowProcessor:
        """Sends messages with another content or other metadata."""
        return self._processor(lambda_arn, "change", content=content, metadata=metadata)

    def deny(self, lambda_arn: str) -> FlowProcessor:
        """Does not send messages."""
        return self._processor(lambda_arn, "deny")

    def fail(self, lambda_arn: str) -> FlowProcessor:
        """Behaves like a function that cannot be reached; the ``FallbackAction`` of the processor decides."""
        return self._processor(lambda_arn, "fail")

    def pending(self, lambda_arn: str) -> FlowProcessor:
        """Leaves messages ``PENDING`` until ``ChannelFlowCallback``."""
        return self._processor(lambda_arn, "pending")

    def clear(self) -> None:
        """Removes all processors."""
        self._control.send("DELETE", "/v1/flows")


@dataclass(frozen=True)
class UsedPermissions:
    """The smallest policy for the calls, or None if there were none, and what attached policies grant and no call used."""

    policy: Mapping[str, Any] | None
    unused: tuple[Mapping[str, Any], ...]

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> UsedPermissions:
        return cls(words.get("policy"), tuple(words["unused"]))


class PermissionRecording:
    """A recording of the permissions that calls use. ``with`` ends it at the end of the block."""

    def __init__(self, control: Control, started: Mapping[str, Any]) -> None:
        self._control = control
        self._path = "/v1/least-privilege/recordings/" + segment(started["id"])
        self._last: Mapping[str, Any] | None = None

    def used_permissions(self) -> UsedPermissions:
        """Returns the permissions that calls have used since the recording was started, until it was closed."""
        return UsedPermissions._of((self._last or self._control.get(self._path))["usedPermissions"])

    def close(self) -> None:
        """Ends the recording."""
        if self._last is None:
            self._last = self._control.send("DELETE", self._path)

    def __enter__(self) -> PermissionRecording:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class LeastPrivilege:
    """The smallest policy that allows what was called."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def used_permissions(self, *, principal_arn: str | None = None, scope: ResourceScope | None = None) -> UsedPermissions:
        """Returns the permissions that calls have used since the start of the fake. A reset does not clear them."""
        return UsedPermissions._of(self._control.get("/v1/least-privilege", principal=principal_arn, scope=scope))

    def start_recording(self) -> PermissionRecording:
        """Starts recording the permissions of the calls that follow."""
        return PermissionRecording(self._control, self._control.send("POST", "/v1/least-privilege/recordings"))


def wait_for_background_work(control: Control, limit: Duration | None) -> None:
    """Waits until the background work is done. Raises ``TimeoutError`` if it takes longer."""
    done = control.send("POST", "/v1/background-work/wait", given(limit=optional_duration(limit)), timeout=330.0)
    if not done["done"]:
        raise TimeoutError(f"Background work is not done: {done.get('pending', '')}")
