"""How a fake is started, and how it ends."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from chime_messaging_fake import LIST_CHANNELS, UNAUTHORIZED_CLIENT, ChimeFake, ChimeFakeError

PROGRAM = """
import os, sys
from chime_messaging_fake import ChimeFake
fake = ChimeFake.start(arguments=["--app-instance", "support"])
assert fake.app_instance().arn.endswith("app-instance/support")
print(fake.endpoint, flush=True)
sys.stdin.read()
os._exit(1)
"""


def test_a_fake_ends_with_the_process_that_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        endpoint = urlsplit(process.stdout.readline().strip())
        with socket.create_connection((endpoint.hostname or "", endpoint.port or 0)) as connection:
            process.stdin.close()
            assert process.wait() == 1
            connection.settimeout(60)
            assert connection.recv(1) == b""


def test_options_that_are_not_valid_are_reported_with_the_output_of_the_fake() -> None:
    with pytest.raises(ChimeFakeError, match=r"status 2: (?s:.*)--bind"):
        ChimeFake.start(arguments=["--bind", "0.0.0.0"])


def test_what_is_missing_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ChimeFakeError, match=r"missing-java cannot be run: .*Java 17"):
        ChimeFake.start(java="missing-java")
    with pytest.raises(ChimeFakeError, match="is not a file"):
        ChimeFake.start(tmp_path)
    monkeypatch.delenv("CHIME_FAKE_JAR")
    with pytest.raises(ChimeFakeError, match="variable CHIME_FAKE_JAR"):
        ChimeFake.start(java="java")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ChimeFakeError, match="Set JAVA_HOME"):
        ChimeFake.start()


def test_a_fake_that_runs_elsewhere(chime: ChimeFake) -> None:
    with ChimeFake.connect(chime.control_address + "/v1", token=chime.control_token) as connected:
        alice = connected.user("alice")
        client = connected.client(bearer=alice)
        connected.faults.on(LIST_CHANNELS).by(connected.caller()).fail(UNAUTHORIZED_CLIENT)
        with pytest.raises(client.exceptions.UnauthorizedClientException):
            client.list_channels(AppInstanceArn=connected.app_instance().arn)
        connected.app_instance("another")

    with pytest.raises(ChimeFakeError, match="The fake has 2 app instances"):
        ChimeFake.connect(chime.control_address, token=chime.control_token).app_instance()
    chime.reset()  # The fake runs on.


def test_a_token_that_is_missing_and_an_address_that_is_not_valid(chime: ChimeFake) -> None:
    connected = ChimeFake.connect(chime.control_address)  # Readiness needs no token.
    with pytest.raises(ChimeFakeError) as refused:
        connected.state()
    assert refused.value.status == 401
    with pytest.raises(ValueError, match=r"Expected one like http://127\.0\.0\.1:7070"):
        ChimeFake.connect("127.0.0.1:7070")
