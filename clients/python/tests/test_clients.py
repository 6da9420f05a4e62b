"""Clients of boto3 in surroundings that say something else about AWS."""

from __future__ import annotations

from typing import Any

import pytest
from botocore.config import Config
from botocore.exceptions import ClientError

from chime_messaging_fake import LIST_CHANNELS, SERVICE_UNAVAILABLE, THROTTLED_CLIENT, ChimeFake, ChimeUser, effects


def list_channels(client: Any, chime: ChimeFake, **bearer: str) -> Any:
    return client.list_channels(AppInstanceArn=chime.app_instance().arn, **bearer)


def test_the_surroundings_do_not_change_a_client(chime: ChimeFake, alice: ChimeUser, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "AWS_SESSION_TOKEN": "stale",
        "AWS_PROFILE": "missing",
        "AWS_DEFAULT_REGION": "eu-west-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:1",
        "AWS_USE_FIPS_ENDPOINT": "true",
        "AWS_USE_DUALSTACK_ENDPOINT": "true",
        "AWS_MAX_ATTEMPTS": "1",
        "HTTP_PROXY": "http://127.0.0.1:1",
        "http_proxy": "http://127.0.0.1:1",
        "AWS_CONFIG_FILE": "/missing",
    }.items():
        monkeypatch.setenv(name, value)
    chime.faults.once().attempts(2).fail(SERVICE_UNAVAILABLE)

    list_channels(chime.client(bearer=alice), chime)

    [call] = chime.journal.calls(LIST_CHANNELS, by=alice, caller=chime.caller())
    assert len(call.attempts) == 3


def test_a_client_speaks_for_its_bearer_unless_a_request_says_another(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    client = chime.client(bearer="alice")
    list_channels(client, chime)
    list_channels(client, chime, ChimeBearer=bob.arn)
    client.list_channel_flows(AppInstanceArn=chime.app_instance().arn)  # An operation without a bearer.

    assert [call.by for call in chime.journal.calls()] == [alice.arn, bob.arn, None]


def test_a_client_retries_without_pauses(chime: ChimeFake, alice: ChimeUser, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr("botocore.endpoint.time.sleep", pauses.append)
    chime.faults.on(LIST_CHANNELS).once().inject(effects.response(503, effects.text("down")))
    client = chime.client(bearer=alice)
    with pytest.raises(ClientError, match="503"):
        list_channels(client, chime)

    assert len(chime.journal.calls(LIST_CHANNELS)[0].attempts) == 3
    assert pauses == [0, 0]


def test_the_settings_of_a_client_can_be_changed(chime: ChimeFake, alice: ChimeUser) -> None:
    chime.faults.on(LIST_CHANNELS).fail(SERVICE_UNAVAILABLE)
    client = chime.client(bearer=alice, config=Config(retries={"mode": "standard", "total_max_attempts": 2}))
    with pytest.raises(client.exceptions.ServiceUnavailableException):
        list_channels(client, chime)

    assert len(chime.journal.calls(LIST_CHANNELS)[0].attempts) == 2


def test_the_standard_mode_does_not_retry_throttled_calls(chime: ChimeFake, alice: ChimeUser) -> None:
    chime.faults.on(LIST_CHANNELS).fail(THROTTLED_CLIENT)
    client = chime.client(bearer=alice)
    with pytest.raises(client.exceptions.ThrottledClientException):
        list_channels(client, chime)

    assert len(chime.journal.calls(LIST_CHANNELS)[0].attempts) == 1


def test_a_client_without_retries(chime: ChimeFake, alice: ChimeUser) -> None:
    chime.faults.on(LIST_CHANNELS).fail(SERVICE_UNAVAILABLE)
    client = chime.client(bearer=alice, retries=False)
    with pytest.raises(client.exceptions.ServiceUnavailableException):
        list_channels(client, chime)

    assert len(chime.journal.calls(LIST_CHANNELS)[0].attempts) == 1
