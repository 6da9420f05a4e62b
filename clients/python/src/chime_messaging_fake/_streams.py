"""Streams: what app instances stream, delivered to a file or a URL."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Union

from ._control import Control, Duration, duration, segment
from ._events import LONGEST_WAIT
from ._handles import Handle

_PATH = "/v1/streams"


class StreamDelivery(Handle):
    """A delivery of streams to one file or URL. ``with`` ends it at the end of the block."""

    def __init__(self, control: Control, shown: Mapping[str, Any]) -> None:
        super().__init__(control, _PATH, shown)

    @property
    def description(self) -> str:
        """What it is, without the query of a URL."""
        return super().description

    def delivered(self) -> int:
        """Returns how many records were delivered."""
        self._refresh()
        return int(self._last["delivered"])

    def failed(self) -> int:
        """Returns how many records were not delivered, as the destination has failed, or they were too large or too many."""
        self._refresh()
        return int(self._last["failed"])

    def last_failure(self) -> str | None:
        """Returns why the last record failed; None if none did."""
        self._refresh()
        return self._last.get("lastFailure")

    def wait_delivered(self, *, timeout: Duration = 5.0) -> None:
        """Waits until the records of all writes so far were delivered or have failed.

        Raises ``AssertionError`` after the time-out, in true time.
        """
        path = f"{_PATH}/{segment(self.id)}/wait"
        waited = self._control.wait(path, LONGEST_WAIT + 30, timeout=duration(timeout))
        self._last = waited["delivery"]
        if not waited["satisfied"]:
            raise AssertionError(
                f"The records were expected to be delivered within {duration(timeout)}, and some are still waiting: {self!r}. "
                "Look at last_failure(), or wait longer."
            )

    def close(self) -> None:
        """Ends it: what is waiting is delivered within two seconds, or counts as failed. Has no effect if that was done before."""
        super().close()

    def __enter__(self) -> StreamDelivery:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{self.id}: {self.description}, {self._last['delivered']} delivered, {self._last['failed']} failed>"


@dataclass(frozen=True)
class Streams:
    """Deliveries of the streams of app instances. ``put_messaging_streaming_configurations`` decides what is streamed.

    Without a token of the control API, ``to_file`` and ``to_url`` raise ``ChimeFakeError`` with status 403.
    """

    _control: Control = field(repr=False, compare=False)
    _words: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def of_stream(self, stream_arn: str) -> Streams:
        """Selects only the records of one stream, by the ``ResourceArn`` of its configuration."""
        return replace(self, _words={**self._words, "ofStream": stream_arn})

    def allow_host(self, name: str) -> Streams:
        """Allows ``to_url`` to deliver to this host. Loopback is always allowed."""
        return replace(self, _words={**self._words, "allowHost": [*self._words.get("allowHost", ()), name]})

    def to_file(self, file: Union[str, os.PathLike[str]]) -> StreamDelivery:
        """Appends each record to a file on the machine of the fake, as one line of JSON. Its directory must exist."""
        return self._add(toFile=os.path.abspath(file))

    def to_url(self, url: str) -> StreamDelivery:
        """Sends each record to a URL, by a separate POST. Redirects are not followed, and no credentials are sent."""
        return self._add(toUrl=url)

    def list(self) -> list[StreamDelivery]:
        """Returns the deliveries that are open, those of the command line included."""
        return [StreamDelivery(self._control, each) for each in self._control.get(_PATH)["deliveries"]]

    def clear(self) -> None:
        """Ends all deliveries."""
        self._control.send("DELETE", _PATH)

    def _add(self, **words: str) -> StreamDelivery:
        return StreamDelivery(self._control, self._control.send("POST", _PATH, {**self._words, **words}))
