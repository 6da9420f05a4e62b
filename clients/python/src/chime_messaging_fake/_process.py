"""The process of a fake that was started from its jar."""

from __future__ import annotations

import json
import os
import queue
import secrets
import shutil
import subprocess
import threading
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

from ._control import ChimeFakeError

JAR_VARIABLE = "CHIME_FAKE_JAR"
TOKEN_VARIABLE = "CHIME_CONTROL_TOKEN"


class FakeProcess:
    """A running jar. It ends when its standard input ends, so when this process ends, however that happens."""

    def __init__(self, jar: str | os.PathLike[str] | None, java: str | None, arguments: Sequence[str], timeout: float) -> None:
        self.token = secrets.token_urlsafe()
        self._errors: deque[str] = deque(maxlen=50)
        self._lines: queue.Queue[str | None] = queue.Queue()
        command = [
            java or find_java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            str(find_jar(jar)),
            *("--port", "0", "--control-port", "0", "--log", "json", "--until-stdin-closes"),
            *arguments,
        ]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, TOKEN_VARIABLE: self.token},
                text=True,
                encoding="utf-8",
            )
        except OSError as error:
            raise ChimeFakeError(f"{command[0]} cannot be run: {error}. Java 17 or later is needed.") from error
        self._readers = [
            threading.Thread(target=self._read_output, daemon=True),
            threading.Thread(target=self._read_errors, daemon=True),
        ]
        for reader in self._readers:
            reader.start()
        try:
            self.started: dict[str, Any] = self._await_start(command, timeout)
        except BaseException:
            self.stop()
            raise

    def _await_start(self, command: Sequence[str], timeout: float) -> dict[str, Any]:
        try:
            line = self._lines.get(timeout=timeout)
        except queue.Empty:
            raise ChimeFakeError(f"The fake did not start within {timeout:g} s: {' '.join(command)}") from None
        if line is None:
            status = self._process.wait()
            self._readers[1].join(5)
            raise ChimeFakeError(f"The fake did not start, status {status}: {' '.join(command)}\n{''.join(self._errors)}".rstrip())
        started: dict[str, Any] = json.loads(line)
        return started

    def _read_output(self) -> None:
        output = _stream(self._process.stdout)
        self._lines.put(next(output, None))
        for _ in output:  # A line for each request; unread, they would fill the pipe.
            pass
        output.close()

    def _read_errors(self) -> None:
        errors = _stream(self._process.stderr)
        self._errors.extend(errors)
        errors.close()

    def stop(self) -> None:
        """Ends the process, and waits for its end."""
        _stream(self._process.stdin).close()
        try:
            self._process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join(5)


def _stream(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def find_java() -> str:
    """Returns the command that runs Java: that of JAVA_HOME, else the one on the path."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=os.path.join(home, "bin")) if home else None
    found = found or shutil.which("java")
    if found is None:
        raise ChimeFakeError(
            "No Java was found. Java 17 or later is needed to start the fake. Set JAVA_HOME, put java on the path, "
            "or connect to a fake that runs elsewhere, with ChimeFake.connect(address)."
        )
    return found


def find_jar(jar: str | os.PathLike[str] | None) -> Path:
    """Returns the path of the jar, which the environment variable names unless it is given."""
    given = jar or os.environ.get(JAR_VARIABLE)
    if not given:
        raise ChimeFakeError(
            f"No jar was named. Give the path of chime-messaging-fake-standalone.jar as jar, or in the environment variable {JAR_VARIABLE}."
        )
    path = Path(given)
    if not path.is_file():
        raise ChimeFakeError(f"{path} is not a file. Expected the path of chime-messaging-fake-standalone.jar.")
    return path
