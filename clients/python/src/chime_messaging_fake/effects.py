"""What a fault does to a call: values for ``inject``, ``each_call``, ``each_attempt`` and ``respond``."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, overload

from ._control import Duration, duration, given
from .constants import ChimeError


@dataclass(frozen=True)
class FaultEffect:
    """An effect of a fault, in the JSON of the control API."""

    words: Mapping[str, Any]


@dataclass(frozen=True)
class ResponseBody:
    """The body of a response that a fault sends."""

    words: Mapping[str, Any]


def error(error: ChimeError, message: str | None = None) -> FaultEffect:
    """Returns the effect of an error; without a message, AWS's is sent."""
    return FaultEffect(given(type="error", error=str(error), message=message))


def throttled_with_retry_after(retry_after: Duration) -> FaultEffect:
    """Returns the effect of a ``ThrottledClientException`` with ``Retry-After``, in seconds."""
    return FaultEffect({"type": "throttledWithRetryAfter", "retryAfter": duration(retry_after)})


def throttled_with_amz_retry_after(retry_after: Duration) -> FaultEffect:
    """Returns the effect of a ``ThrottledClientException`` with ``x-amz-retry-after``, in milliseconds."""
    return FaultEffect({"type": "throttledWithAmzRetryAfter", "retryAfter": duration(retry_after)})


@overload
def response(status: int, body: ResponseBody) -> FaultEffect: ...


@overload
def response(status: Mapping[str, Any]) -> FaultEffect: ...


def response(status: int | Mapping[str, Any], body: ResponseBody | None = None) -> FaultEffect:
    """Returns the effect of an HTTP response, or of a response with these members in AWS's spelling."""
    if isinstance(status, int):
        return FaultEffect({"type": "http", "status": status, **({"body": dict(body.words)} if body and body.words else {})})
    return FaultEffect({"type": "response", "members": dict(status)})


def lost_request() -> FaultEffect:
    """Returns the effect of a connection that is reset before the request reaches the service."""
    return FaultEffect({"type": "lostRequest"})


def lost_response() -> FaultEffect:
    """Returns the effect of a connection that is closed before the response. The state changes."""
    return FaultEffect({"type": "lostResponse"})


def reset_response() -> FaultEffect:
    """Returns the effect of a connection that is reset instead of the response. The state changes."""
    return FaultEffect({"type": "resetResponse"})


def response_closed_half_way() -> FaultEffect:
    """Returns the effect of half of the body, then the end of the connection. The state changes."""
    return FaultEffect({"type": "responseClosedHalfWay"})


def empty_body() -> FaultEffect:
    """Returns the effect of a response without its body. The state changes."""
    return FaultEffect({"type": "emptyBody"})


def truncated_body() -> FaultEffect:
    """Returns the effect of half of the JSON in a complete HTTP response. The state changes."""
    return FaultEffect({"type": "truncatedBody"})


def malformed_body() -> FaultEffect:
    """Returns the effect of a body that is no JSON. The state changes."""
    return FaultEffect({"type": "malformedBody"})


def content_type(content_type: str) -> FaultEffect:
    """Returns the effect of another content type. The state changes."""
    return FaultEffect({"type": "contentType", "contentType": content_type})


def delay(shortest: Duration, longest: Duration | None = None) -> FaultEffect:
    """Returns the effect of a response that is sent later, by a fixed or a random time. The state changes before."""
    if longest is None:
        return FaultEffect({"type": "delay", "duration": duration(shortest)})
    return FaultEffect({"type": "delay", "shortest": duration(shortest), "longest": duration(longest)})


def slow_body(time: Duration) -> FaultEffect:
    """Returns the effect of a body that is sent in parts over this time. The state changes before."""
    return FaultEffect({"type": "slowBody", "duration": duration(time)})


def stale_read(writes: int = 1) -> FaultEffect:
    """Returns the effect of a read that misses the last writes."""
    return FaultEffect({"type": "staleRead", "writes": writes})


def expired_credentials() -> FaultEffect:
    """Returns the effect of ``ExpiredTokenException``, also in all later calls of the caller."""
    return FaultEffect({"type": "expiredCredentials"})


def rotated_credentials() -> FaultEffect:
    """Returns the effect of ``UnrecognizedClientException``, also in all later calls with the old keys."""
    return FaultEffect({"type": "rotatedCredentials"})


def passes() -> FaultEffect:
    """Returns no effect, for a place in a sequence."""
    return FaultEffect({"type": "passes"})


def html(page: str) -> ResponseBody:
    """Returns a page, sent as ``text/html``."""
    return ResponseBody({"html": page})


def text(text: str) -> ResponseBody:
    """Returns a text, sent as ``text/plain``."""
    return ResponseBody({"text": text})


def json(json: str) -> ResponseBody:
    """Returns a text, sent as ``application/json``; it need not be valid."""
    return ResponseBody({"json": json})


def of(content_type: str, content: bytes) -> ResponseBody:
    """Returns a body of any content type."""
    return ResponseBody({"bytes": base64.b64encode(content).decode(), "contentType": content_type})


def empty() -> ResponseBody:
    """Returns no byte."""
    return ResponseBody({})
