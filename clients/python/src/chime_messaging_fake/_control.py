"""Requests to the control API, and the values of its JSON."""

from __future__ import annotations

import http.client
import json
from datetime import datetime, timedelta, timezone
from typing import Any, Optional, Union
from urllib.parse import quote, urlencode, urlsplit

Duration = Union[timedelta, float]
"""A duration, or a number of seconds."""


class ChimeFakeError(Exception):
    """The control API rejected a request, or cannot be reached. The message says which field is wrong, and what is valid.

    ``status`` is the HTTP status, or None if there was no response; ``errors`` has the wrong fields and their messages.
    """

    def __init__(self, message: str, status: int | None = None, errors: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.status = status
        self.errors = errors


class Control:
    """The control API at one address. Uses a connection of its own for each request, so that threads can share it."""

    def __init__(self, address: str, token: str | None, timeout: float = 30.0) -> None:
        parts = urlsplit(address)
        if parts.scheme != "http" or not parts.hostname or parts.path not in ("", "/", "/v1", "/v1/"):
            raise ValueError(
                f"{address!r} is not the address of a control API. Expected one like http://127.0.0.1:7070. "
                "The fake prints it when it starts with --control-port."
            )
        self.address = f"http://{parts.netloc}"
        self._host = parts.hostname
        self._port = parts.port
        self.token = token
        self._timeout = timeout

    def get(self, path: str, **query: Any) -> Any:
        """Returns the JSON, or the text, of a GET. Leaves out parameters that are None."""
        return self.send("GET", path + _query(query))

    def wait(self, path: str, longest: float, **query: Any) -> Any:
        """Returns the JSON of a GET that responds late, at the latest after so many seconds."""
        return self.send("GET", path + _query(query), timeout=longest)

    def send(self, method: str, path: str, body: Any = None, timeout: float | None = None) -> Any:
        """Sends a request and returns the JSON or the text of its response; None for an empty one."""
        content = None if method in ("GET", "DELETE") else json.dumps({} if body is None else body).encode()
        headers = {"Accept": "application/json"}
        if content is not None:
            headers["Content-Type"] = "application/json"
        if self.token is not None:
            headers["Authorization"] = "Bearer " + self.token
        connection = http.client.HTTPConnection(self._host, self._port, timeout=timeout or self._timeout)
        try:
            connection.request(method, path, body=content, headers=headers)
            response = connection.getresponse()
            text = response.read().decode()
        except (OSError, http.client.HTTPException) as error:
            raise ChimeFakeError(
                f"{method} {self.address}{path.split('?')[0]} failed: {error}. Check that the fake runs, "
                "and that it was started with --control-port."
            ) from error
        finally:
            connection.close()
        kind = (response.getheader("Content-Type") or "").split(";")[0]
        if response.status >= 400:
            raise _problem(response.status, kind, text)
        if not text:
            return None
        return json.loads(text) if kind == "application/json" else text


def _problem(status: int, kind: str, text: str) -> ChimeFakeError:
    if kind != "application/problem+json":
        return ChimeFakeError(f"The control API responded with {status}: {text[:200]}", status)
    problem = json.loads(text)
    errors = tuple((error["field"], error["message"]) for error in problem.get("errors", ()))
    return ChimeFakeError(problem["detail"], status, errors)


def _query(query: dict[str, Any]) -> str:
    given = {name: _parameter(value) for name, value in query.items() if value is not None}
    return "?" + urlencode(given) if given else ""


def _parameter(value: Any) -> str:
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def segment(text: object) -> str:
    """Returns a text as one segment of a path."""
    return quote(str(text), safe="")


def duration(value: Duration) -> str:
    """Returns a duration in ISO 8601."""
    seconds = value.total_seconds() if isinstance(value, timedelta) else value
    return f"PT{seconds:.9f}".rstrip("0").rstrip(".") + "S"


def instant(value: datetime) -> str:
    """Returns an instant in ISO 8601."""
    if value.tzinfo is None:
        raise ValueError(f"{value!r} has no time zone. Expected an instant. Add one, for example with tzinfo=timezone.utc.")
    return value.astimezone(timezone.utc).isoformat().replace("+00:00", "Z")


def parse_instant(text: str) -> datetime:
    """Returns the instant in a text of the control API, to the microsecond."""
    base, _, fraction = text[:-1].partition(".")
    parsed = datetime.strptime(base, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return parsed + timedelta(microseconds=int(fraction[:6].ljust(6, "0")) if fraction else 0)


def given(**values: Any) -> dict[str, Any]:
    """Returns the values that are not None."""
    return {name: value for name, value in values.items() if value is not None}


def optional_duration(value: Optional[Duration]) -> str | None:
    """Returns a duration in ISO 8601, or None for None."""
    return None if value is None else duration(value)
