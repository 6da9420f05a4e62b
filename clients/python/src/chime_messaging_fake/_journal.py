"""The journal: what the fake was asked, and how it responded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ._control import Control, Duration, duration, given, parse_instant
from ._resources import CallerLike, ChannelLike, ChimeCaller, UserLike, caller_name
from .constants import ChimeError, Layer, Operation, Outcome, Provenance

_PAGE = 1000
_LONGEST_WAIT = 600.0


@dataclass(frozen=True)
class ErrorResponse:
    """An error response, with the reason for it."""

    error: ChimeError
    message: str
    layer: Layer
    explanation: str
    provenance: Provenance

    @classmethod
    def _of(cls, words: Mapping[str, Any] | None) -> ErrorResponse | None:
        if words is None:
            return None
        return cls(
            ChimeError(words["error"]),
            words["message"],
            Layer(words["layer"]),
            words["explanation"],
            Provenance(words["provenance"]),
        )


@dataclass(frozen=True)
class AppliedFault:
    """A fault that applied to an attempt."""

    id: str
    description: str


@dataclass(frozen=True)
class RecordedAttempt:
    """One request of a call, and the response to it. ``connection_fault`` is RESET or CLOSE if there was no response."""

    number: int
    received_at: datetime
    status: int
    error: ErrorResponse | None
    audit_mode_denial: ErrorResponse | None
    connection_fault: str | None
    request_id: str | None
    faults: tuple[AppliedFault, ...]

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> RecordedAttempt:
        return cls(
            words["number"],
            parse_instant(words["receivedAt"]),
            words["status"],
            ErrorResponse._of(words.get("error")),
            ErrorResponse._of(words.get("auditModeDenial")),
            words.get("connectionFault"),
            words.get("requestId"),
            tuple(AppliedFault(fault["id"], fault["description"]) for fault in words["faults"]),
        )


@dataclass(frozen=True)
class RecordedCall:
    """A call: one request with its retries. ``request`` and ``response`` have the members in AWS's spelling.

    ``by`` is the ARN in ``x-amz-chime-bearer``, ``caller`` the principal that signed, and ``by_actor`` tells calls of actors;
    ``json`` has all that the control API said.
    """

    index: int
    operation: Operation | None
    by: str | None
    in_channel: str | None
    caller: str | None
    request: Mapping[str, Any]
    outcome: Outcome
    status: int
    error: ErrorResponse | None
    response: Mapping[str, Any] | None
    attempts: tuple[RecordedAttempt, ...]
    by_actor: bool
    text: str
    json: Mapping[str, Any] = field(repr=False, compare=False)

    @classmethod
    def _of(cls, words: Mapping[str, Any]) -> RecordedCall:
        return cls(
            words["index"],
            Operation(words["operation"]) if "operation" in words else None,
            words.get("by"),
            words.get("inChannel"),
            words.get("caller", {}).get("principalArn"),
            words.get("request", {}),
            Outcome(words["outcome"]),
            words["status"],
            ErrorResponse._of(words.get("error")),
            words.get("response"),
            tuple(RecordedAttempt._of(attempt) for attempt in words["attempts"]),
            words["byActor"],
            words["text"],
            words,
        )

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class RecordedWork:
    """What the service did after it had responded."""

    description: str
    outcome: str
    cause: str


class Journal:
    """The calls since the last reset, in the order in which they arrived. ``str(journal)`` is what a failed test prints."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def calls(
        self,
        operation: Operation | None = None,
        *,
        by: UserLike | ChimeCaller | None = None,
        caller: CallerLike | None = None,
        in_channel: ChannelLike | None = None,
        error: ChimeError | None = None,
        denied: bool | None = None,
        failed: bool | None = None,
        by_actor: bool | None = None,
    ) -> list[RecordedCall]:
        """Returns the calls that have ended, all of them or those that are selected.

        ``by_actor=False`` leaves out those of actors.
        """
        selected = _selection(operation, by, caller, in_channel, error, denied, failed, by_actor)
        calls: list[RecordedCall] = []
        after = None
        while True:
            page = self._control.get("/v1/journal", **selected, after=after, limit=_PAGE)
            calls += [RecordedCall._of(call) for call in page["calls"]]
            if not page["more"]:
                return calls
            after = calls[-1].index

    def failures(self) -> list[RecordedCall]:
        """Returns the calls that failed with any error."""
        return self.calls(failed=True)

    def denials(self) -> list[RecordedCall]:
        """Returns the calls that failed with 401 or 403."""
        return self.calls(denied=True)

    def wait_for(
        self,
        operation: Operation | None = None,
        *,
        count: int = 1,
        by: UserLike | ChimeCaller | None = None,
        caller: CallerLike | None = None,
        in_channel: ChannelLike | None = None,
        matching: Mapping[str, Any] | None = None,
        error: ChimeError | None = None,
        denied: bool | None = None,
        failed: bool | None = None,
        by_actor: bool | None = None,
        timeout: Duration = 5.0,
    ) -> list[RecordedCall]:
        """Waits until the journal has so many of these calls, those from before included, and returns them.

        Raises ``AssertionError`` with the journal after the time-out, in true time.
        """
        selected = _selection(operation, by, caller, in_channel, error, denied, failed, by_actor)
        who = {name: selected.pop(query) for query, name in (("by", "user"), ("caller", "caller")) if query in selected}
        if "on" in selected:
            selected["on"] = [selected["on"]]
        found = self._control.send(
            "POST",
            "/v1/journal/wait",
            {**selected, **given(by=who or None, matching=matching), "count": count, "timeout": duration(timeout)},
            timeout=_LONGEST_WAIT + 30,
        )
        if not found["satisfied"]:
            raise AssertionError(
                f"{count} calls were expected within {duration(timeout)}, and {len(found['calls'])} of them were received. "
                f"The journal:\n{found.get('text', '')}"
            )
        return [RecordedCall._of(call) for call in found["calls"]]

    def background_work(self) -> list[RecordedWork]:
        """Returns what the service did after it had responded, oldest first."""
        work = self._control.get("/v1/journal/background-work")["work"]
        return [RecordedWork(each["description"], each["outcome"], each["cause"]) for each in work]

    def text(self) -> str:
        """Returns what a failed test prints: at most about 200 lines."""
        return str(self._control.get("/v1/journal/text"))

    def clear(self) -> None:
        """Removes all calls."""
        self._control.send("DELETE", "/v1/journal")

    def __str__(self) -> str:
        return self.text()


def _selection(
    operation: Operation | None,
    by: UserLike | ChimeCaller | None,
    caller: CallerLike | None,
    in_channel: ChannelLike | None,
    error: ChimeError | None,
    denied: bool | None,
    failed: bool | None,
    by_actor: bool | None,
) -> dict[str, Any]:
    if isinstance(by, ChimeCaller):
        by, caller = None, by
    return given(
        on=None if operation is None else str(operation),
        by=None if by is None else str(by),
        caller=None if caller is None else caller_name(caller),
        inChannel=None if in_channel is None else str(in_channel),
        error=None if error is None else str(error),
        denied=denied,
        failed=failed,
        byActor=by_actor,
    )
