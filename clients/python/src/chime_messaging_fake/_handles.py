"""Objects of the control API that a test holds and can remove."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ._control import ChimeFakeError, Control, segment


class Handle:
    """An object of the control API, as it was shown last. ``with`` removes it at the end of the block."""

    def __init__(self, control: Control, path: str, shown: Mapping[str, Any]) -> None:
        self._control = control
        self._path = path
        self._last = shown
        self._closed = False

    @property
    def id(self) -> str:
        """The id in the control API, such as ``fault-1``."""
        return str(self._last["id"])

    @property
    def description(self) -> str:
        """What it is, as the journal prints it."""
        return str(self._last["description"])

    def close(self) -> None:
        """Removes it. Has no effect if that was done before, or by a reset."""
        if not self._closed:
            self._read("DELETE")
            self._closed = True

    def _refresh(self) -> None:
        if not self._closed:
            self._read("GET")

    def _read(self, method: str) -> None:
        try:
            self._last = self._control.send(method, f"{self._path}/{segment(self.id)}")
        except ChimeFakeError as error:
            if error.status != 404:
                raise
            self._closed = True  # By a reset or a clear(); what was read last stays.

    def __repr__(self) -> str:
        return f"<{self.id}: {self.description}>"
