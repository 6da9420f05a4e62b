"""Messaging sessions, with the package websockets as the client."""

from __future__ import annotations

import json
from typing import Any, Callable

import pytest
from sockets import close_code, connect, receive

from chime_messaging_fake import (
    GET_MESSAGING_SESSION_ENDPOINT,
    ChimeChannel,
    ChimeFake,
    ChimeUser,
    Layer,
    RateQuota,
    SessionEnd,
    events,
)


@pytest.fixture
def send(chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> Any:
    def send(content: str = "hello") -> None:
        chime_client.send_channel_message(
            ChannelArn=general.arn, ChimeBearer=alice.arn, Content=content, Type="STANDARD", Persistence="PERSISTENT"
        )

    return send


def test_a_client_of_another_project_connects_and_receives(chime: ChimeFake, send: Any, bob: ChimeUser, general: ChimeChannel) -> None:
    with connect(chime, bob, session_id="mine") as socket:
        assert receive(socket) == ("SESSION_ESTABLISHED", None)
        send()
        kind, payload = receive(socket)

        assert (kind, payload["Content"]) == ("CREATE_CHANNEL_MESSAGE", "hello")
        [session] = chime.sessions.open()
        assert (session.user, session.session_id, session.caller) == (bob.arn, "mine", chime.caller().principal_arn)
        assert session.is_open()
        [delivered] = chime.sessions.delivered(events.CREATE_CHANNEL_MESSAGE, user=bob, channel=general)
        assert delivered.payload == payload
        assert delivered.number == chime.events.list()[0].number
        assert (delivered.user, delivered.session_id, delivered.channel_arn) == (bob.arn, "mine", general.arn)
        assert json.loads(delivered.frame)["Headers"]["x-amz-chime-event-type"] == str(delivered.type)
    assert chime.journal.calls(GET_MESSAGING_SESSION_ENDPOINT, by=None, caller=chime.caller())


def test_callers_with_temporary_credentials_and_prefetch(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    backend = chime.caller("assumed-role/backend", session_name="test")
    with connect(chime, "bob", caller=backend, prefetch="unread", expires_in=300) as socket:
        assert receive(socket)[0] == "SESSION_ESTABLISHED"
        kind, payload = receive(socket)
        assert (kind, payload["Channel"]["Name"]) == ("CHANNEL_DETAILS", "general")
        assert chime.sessions.wait_open(bob).caller == backend.principal_arn
    with connect(chime, bob, prefetch=True) as socket:
        assert [receive(socket)[0] for _ in range(2)] == ["SESSION_ESTABLISHED", "CHANNEL_DETAILS"]


def test_a_user_who_is_not_registered_is_closed_with_4401(chime: ChimeFake) -> None:
    with connect(chime, "ghost") as socket:
        assert close_code(socket) == 4401

    [denied] = chime.sessions.wait_connect("ghost", denied=True)
    assert denied.denied_by is Layer.BEARER
    assert denied.explanation is not None
    assert "not registered" in denied.explanation
    assert (denied.established, denied.close_code, denied.close_reason) == (False, 4401, "Unauthorized")
    assert str(denied).startswith("connect of ghost, denied by BEARER")
    assert chime.sessions.history(denied=False) == []


def test_a_rule_denies_the_connects_of_a_user(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    with chime.permissions.on_connect().by(bob).deny() as rule:
        with connect(chime, bob) as socket:
            assert close_code(socket) == 4401
        assert rule.times_applied() == 1
        chime.permissions.on_connect().by(bob).once().allow()
        with connect(chime, bob) as socket:
            assert receive(socket)[0] == "SESSION_ESTABLISHED"
        assert [each.given["decision"] for each in chime.permissions.all()] == ["DENY", "ALLOW"]
    chime.permissions.clear()
    assert chime.permissions.all() == []
    assert [ended.denied_by for ended in chime.sessions.history(bob)] == [Layer.PERMISSION_RULE, None]


def test_a_policy_denies_the_connects_of_a_caller(chime: ChimeFake, bob: ChimeUser) -> None:
    backend = chime.caller("role/backend")
    allowed = "chime:GetMessagingSessionEndpoint"
    chime.permissions.by(backend).attach(
        "no-connect", {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": allowed, "Resource": "*"}}
    )
    with connect(chime, bob, caller=backend) as socket:
        assert close_code(socket) == 4401
    [denied] = chime.sessions.history(denied=True)
    assert denied.denied_by is Layer.IAM_POLICY
    assert "chime:Connect" in str(denied)


def test_rates_of_connects(chime: ChimeFake, bob: ChimeUser) -> None:
    chime.clock.freeze()
    chime.rates.enforce(RateQuota.CONNECTS, 1)
    with connect(chime, bob) as first:
        assert receive(first)[0] == "SESSION_ESTABLISHED"
        with connect(chime, bob) as second:
            assert close_code(second) == 4401
    assert [ended.close_reason for ended in chime.sessions.history(bob, denied=True)] == ["Too many connects"]


def test_a_test_ends_sessions(chime: ChimeFake, bob: ChimeUser) -> None:
    ends: dict[int, Callable[[], int]] = {
        4000: lambda: chime.sessions.close(bob, 4000, "over"),
        4003: lambda: chime.sessions.kick(bob),
        1006: lambda: chime.sessions.drop(bob),
    }
    for code, end in ends.items():
        with connect(chime, bob) as socket:
            session = chime.sessions.wait_open(bob)
            assert end() == 1
            assert close_code(socket) == code
            assert not session.is_open()
    assert [ended.close_code for ended in chime.sessions.history(bob)] == [4000, 4003, 1006]
    assert chime.sessions.history(bob)[0].close_reason == "over"
    assert chime.sessions.kick("carol") == 0


def test_a_test_ends_one_session(chime: ChimeFake, bob: ChimeUser) -> None:
    with connect(chime, bob, session_id="first") as first, connect(chime, bob, session_id="second") as second:
        assert receive(first) == receive(second) == ("SESSION_ESTABLISHED", None)
        sessions = {session.session_id: session for session in chime.sessions.open(bob)}
        sessions["first"].close(4100, "first")
        assert close_code(first) == 4100
        sessions["second"].drop()
        assert close_code(second) == 1006
        for session in sessions.values():
            session.close(4000)  # Has no effect.
            session.drop()
            session.expire_credentials()
    assert chime.sessions.open() == []


def test_credentials_expire_under_an_open_session(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    backend = chime.caller("role/backend")
    chime.sessions.close_code(SessionEnd.CREDENTIALS_EXPIRED, 4401)
    with connect(chime, alice) as other, connect(chime, bob, caller=backend) as socket:
        assert receive(other) == receive(socket)
        assert chime.sessions.expire_credentials(bob) == 1
        assert close_code(socket) == 4401
        assert [session.user for session in chime.sessions.open()] == [alice.arn]


def test_waits_in_vain_say_what_was_connected(chime: ChimeFake, bob: ChimeUser) -> None:
    with connect(chime, "ghost") as socket:
        close_code(socket)

    with pytest.raises(AssertionError, match=r"(?s)^1 sessions with user .*user/bob were expected .*\nconnect of ghost, denied by BEARER"):
        chime.sessions.wait_open(bob, timeout=0.01)
    with pytest.raises(AssertionError, match=r"(?s)^2 connects with denied True were expected .* 1 of them .*\nconnect of ghost"):
        chime.sessions.wait_connect(denied=True, count=2, timeout=0.01)
    with pytest.raises(AssertionError, match=r"^1 events with type CREATE_CHANNEL_MESSAGE were expected .* 0 of them were delivered"):
        chime.sessions.wait_delivered(events.CREATE_CHANNEL_MESSAGE, timeout=0.01)


def test_deliveries_are_waited_for(chime: ChimeFake, send: Any, bob: ChimeUser) -> None:
    with connect(chime, bob):
        chime.sessions.wait_open(bob)
        send()
        send()
        delivered = chime.sessions.wait_delivered(events.CREATE_CHANNEL_MESSAGE, user=bob, count=2, timeout=30)
        assert len(delivered) == 2


def test_settings_of_sessions(chime: ChimeFake, chime_client: Any) -> None:
    defaults = chime.sessions.settings()
    chime.sessions.endpoint("localhost:8443")
    chime.sessions.ping_interval(0.5)
    chime.sessions.close_code(SessionEnd.KICKED, 4999)

    changed = chime.sessions.settings()
    assert chime_client.get_messaging_session_endpoint()["Endpoint"]["Url"] == changed["endpoint"] == "localhost:8443"
    assert changed["pingInterval"] == "PT0.5S"
    assert changed["closeCodes"] == {**defaults["closeCodes"], "KICKED": 4999}
    chime.sessions.clear()
    assert chime.sessions.settings() == defaults
    assert set(defaults["closeCodes"]) == {str(end) for end in SessionEnd}


def test_a_session_is_open_as_soon_as_its_client_knows(chime: ChimeFake, bob: ChimeUser) -> None:
    for _ in range(20):
        with connect(chime, bob) as socket:
            receive(socket)
            assert len(chime.sessions.open(bob)) == 1
            assert chime.sessions.drop(bob) == 1


def test_a_reset_closes_sessions(chime: ChimeFake, bob: ChimeUser) -> None:
    with connect(chime, bob) as socket:
        receive(socket)
        chime.reset()
        assert close_code(socket) == 4002
    assert chime.sessions.history() == []
    assert chime.sessions.delivered() == []
