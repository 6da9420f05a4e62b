"""The snippets of docs/python.md."""

import json
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError, EndpointConnectionError
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from chime_messaging_fake import (
    ACCESS_DENIED,
    FORBIDDEN,
    LIST_CHANNEL_MESSAGES,
    LIST_CHANNELS,
    MODERATION,
    MODERATOR,
    SEND_CHANNEL_MESSAGE,
    SERVICE_UNAVAILABLE,
    THROTTLED_CLIENT,
    UNAUTHORIZED_CLIENT,
    ActorError,
    ChimeChannel,
    ChimeFake,
    ChimeFakeError,
    ChimeUser,
    Layer,
)
from chime_messaging_fake.effects import error, html, lost_response, passes, truncated_body
from chime_messaging_fake.events import CREATE_CHANNEL_MESSAGE

STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat"


def send(client: Any, user: ChimeUser, channel: ChimeChannel, content: str = "hello") -> None:
    client.send_channel_message(
        ChannelArn=channel.arn,
        ChimeBearer=user.arn,
        Content=content,
        Type="STANDARD",
        Persistence="PERSISTENT",
    )


@pytest.fixture(scope="module")
def lobby(chime_fake: ChimeFake) -> ChimeChannel:
    return chime_fake.channel("lobby", members=[chime_fake.user("carol")])


def test_shared_channel(chime: ChimeFake, lobby: ChimeChannel) -> None:
    assert lobby.members() == [chime.user("carol").arn]


def test_without_pytest() -> None:
    with ChimeFake.start() as chime:
        client = chime.client(bearer=chime.user("alice"))
        client.list_channels(AppInstanceArn=chime.app_instance().arn)
        chime.reset()
    chime.close()

    with pytest.raises(ChimeFakeError, match="Check that the fake runs"):
        chime.reset()


def test_the_third_message_fails(chime: ChimeFake, chime_client: Any, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.faults.on(SEND_CHANNEL_MESSAGE).by(bob).nth_call(3).fail(UNAUTHORIZED_CLIENT)
    send(chime_client, bob, general)
    send(chime_client, bob, general)

    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        send(chime_client, bob, general)
    assert len(general.messages()) == 2


@pytest.mark.chime_unused_setup("ignore")
def test_rules(chime: ChimeFake, chime_client: Any, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    # Bob may not send in this channel.
    chime.permissions.on(SEND_CHANNEL_MESSAGE).by(bob).in_channel(general).deny()
    # The list of channels is denied once, with another error.
    chime.permissions.on(LIST_CHANNELS).once().deny(FORBIDDEN, message="not on a Sunday")
    # Moderators may not moderate.
    chime.permissions.by(MODERATOR).deny(MODERATION)
    # Alice may do nothing at all, until the end of the block.
    with chime.permissions.by(alice).deny() as banned:
        with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
            send(chime_client, alice, general)
        assert banned.times_applied() == 1

    send(chime_client, alice, general)


def test_denied_by_iam(chime: ChimeFake, alice: ChimeUser, general: ChimeChannel) -> None:
    backend = chime.caller("role/chat-backend")
    chime.permissions.by(backend).attach(
        "read-only",
        {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}},
    )
    client = chime.client(caller=backend, bearer=alice)

    with pytest.raises(ClientError) as denied:
        client.send_channel_message(ChannelArn=general.arn, Content="hello", Type="STANDARD", Persistence="PERSISTENT")

    assert denied.value.response["Error"]["Code"] == "AccessDeniedException"
    assert not isinstance(denied.value, client.exceptions.UnauthorizedClientException)
    assert chime.journal.calls(SEND_CHANNEL_MESSAGE, error=ACCESS_DENIED)[0].caller == backend.principal_arn


@pytest.mark.chime_unused_setup("ignore")
def test_faults(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    # The next two calls fail, with a message of the test.
    chime.faults.on(SEND_CHANNEL_MESSAGE).by(bob).calls(2).fail(FORBIDDEN, "not on a Sunday")
    # The response comes late.
    chime.faults.on(LIST_CHANNEL_MESSAGES).in_channel(general).delay(0.2)
    # A proxy responds in place of the service.
    chime.faults.on(LIST_CHANNELS).once().respond(502, html("<h1>Bad gateway</h1>"))
    # The response of the test, in AWS's spelling.
    chime.faults.on(LIST_CHANNELS).respond({"Channels": []})
    # The message is stored, but its response cannot be read.
    chime.faults.on(SEND_CHANNEL_MESSAGE).once().inject(truncated_body())
    # An error for the first attempt of each call, another one for the first retry.
    chime.faults.on(LIST_CHANNEL_MESSAGES).fail_each_attempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE)
    # The first call fails, the second passes, the response of the third is lost.
    chime.faults.on(LIST_CHANNELS).each_call(error(FORBIDDEN), passes(), lost_response())
    # Calls whose request says this.
    chime.faults.on(SEND_CHANNEL_MESSAGE).matching(Content="spam").fail(FORBIDDEN)
    assert len(chime.faults.all()) == 8


def test_a_lost_response_is_retried(chime: ChimeFake, chime_client: Any, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.faults.on(SEND_CHANNEL_MESSAGE).once().attempts(1).lose_response()

    send(chime_client, bob, general)

    call = chime.journal.calls(SEND_CHANNEL_MESSAGE)[0]
    assert [attempt.connection_fault for attempt in call.attempts] == ["CLOSE", None]
    assert len(general.messages()) == 1  # Stored once, as both attempts have the same ClientRequestToken.


def test_credentials_expire(chime: ChimeFake, alice: ChimeUser, general: ChimeChannel) -> None:
    backend = chime.caller("role/chat-backend", expires_in=900)
    client = chime.client(caller=backend)
    send(client, alice, general)
    chime.credentials.expire_now(backend)

    with pytest.raises(ClientError, match="ExpiredTokenException"):
        send(client, alice, general)


def test_throttling(chime: ChimeFake, alice: ChimeUser, general: ChimeChannel) -> None:
    chime.clock.freeze()
    chime.rates.on(SEND_CHANNEL_MESSAGE).per_channel(1)
    client = chime.client(retries=False)
    send(client, alice, general)

    with pytest.raises(client.exceptions.ThrottledClientException):
        send(client, alice, general)

    chime.clock.advance(1)
    send(client, alice, general)


def test_offline(chime: ChimeFake, alice: ChimeUser, general: ChimeChannel) -> None:
    client = chime.client(retries=False)
    chime.offline()
    with pytest.raises(EndpointConnectionError):
        send(client, alice, general)
    chime.online()
    send(client, alice, general)


def test_journal(chime: ChimeFake, chime_client: Any, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.permissions.by(bob).deny(SEND_CHANNEL_MESSAGE)
    send(chime_client, alice, general, "hello")
    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        send(chime_client, bob, general)

    assert chime.journal.calls(SEND_CHANNEL_MESSAGE, by=alice)[0].request["Content"] == "hello"
    [denial] = chime.journal.denials()
    assert denial.by == bob.arn
    assert denial.error is not None
    assert denial.error.layer is Layer.PERMISSION_RULE
    # Calls of another thread or process: waits for up to five seconds.
    chime.journal.wait_for(SEND_CHANNEL_MESSAGE, count=2)


def test_state(chime: ChimeFake, chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> None:
    before = chime.snapshots.take()
    send(chime_client, alice, general)
    assert [message.content for message in general.messages()] == ["hello"]
    assert "channel general" in str(chime.difference_from(before))


def test_events(chime: ChimeFake, chime_client: Any, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    send(chime_client, alice, general, "hello")

    [event] = chime.events.list(CREATE_CHANNEL_MESSAGE, channel=general)
    assert event.payload["Content"] == "hello"
    assert event.receivers() == [alice.arn, bob.arn]
    assert event.cause.operation is SEND_CHANNEL_MESSAGE
    assert chime.events.list(user="carol") == []
    # Events of another thread or process: waits for up to five seconds.
    chime.events.wait(CREATE_CHANNEL_MESSAGE, user=bob, channel=general)


def test_a_session(chime: ChimeFake, chime_client: Any, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    with connect(chime.sessions.connect_url(bob), proxy=None) as socket:
        established = json.loads(socket.recv())
        send(chime_client, alice, general, "hello")
        created = json.loads(socket.recv())
        # As if the network were lost: the client sees close code 1006.
        chime.sessions.drop(bob)
        with pytest.raises(ConnectionClosed):
            socket.recv()

    assert established["Headers"]["x-amz-chime-event-type"] == "SESSION_ESTABLISHED"
    assert json.loads(created["Payload"])["Content"] == "hello"
    assert chime.sessions.delivered(CREATE_CHANNEL_MESSAGE, user=bob)[0].payload == json.loads(created["Payload"])


def test_a_denied_connect(chime: ChimeFake) -> None:
    with connect(chime.sessions.connect_url("ghost"), proxy=None) as socket, pytest.raises(ConnectionClosed, match="4401"):
        socket.recv()

    [denied] = chime.sessions.history(denied=True)
    assert denied.denied_by is Layer.BEARER
    assert "not registered" in str(denied)


@pytest.mark.chime_unused_setup("ignore")
def test_faults_on_sessions(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    # The next two connects of Alice are closed with 4005; of those after them, the second gets 403.
    chime.faults.on_connect().by(alice).connects(2).close(4005)
    chime.faults.on_connect().by(alice).nth_connect(2).respond(403)
    # Bob misses the next message in this channel.
    chime.faults.on_events(CREATE_CHANNEL_MESSAGE).for_user(bob).in_channel(general).once().drop()
    # The session is closed after the third event.
    chime.faults.on_events().for_user(bob).nth_event(3).close(1011)
    with connect(chime.sessions.connect_url(alice), proxy=None) as socket, pytest.raises(ConnectionClosed, match="4005"):
        socket.recv()


def test_held_events(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    with connect(chime.sessions.connect_url(bob), proxy=None):
        chime.sessions.wait_open(bob)
        with chime.faults.on_events(CREATE_CHANNEL_MESSAGE).for_user(bob).hold() as held:
            chime.actor(alice).send(general, "hello")
            assert chime.sessions.delivered(CREATE_CHANNEL_MESSAGE, user=bob) == []
            assert held.release() == 1
            assert held.times_applied() == 1


def test_actors(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    message = chime.actor(bob).send(general, "hello")
    chime.actor(bob).edit(general, message, "hello, everybody")
    chime.actor(bob).type(general)
    chime.actor(alice).ban(general, bob)

    with pytest.raises(ActorError) as denied:
        chime.actor(bob).send(general, "still here")

    assert (denied.value.code, denied.value.status) == (FORBIDDEN, 403)
    assert chime.journal.calls(by_actor=False) == []


def test_sessions_of_actors(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.actor(bob).connect()
    chime.actor(bob).send(general, "hello")
    assert chime.sessions.wait_delivered(CREATE_CHANNEL_MESSAGE, user=bob)
    chime.actor(bob).drop()  # or disconnect()


def test_streams(chime: ChimeFake, chime_client: Any, alice: ChimeUser, general: ChimeChannel, tmp_path: Path) -> None:
    stream = chime.streams.to_file(tmp_path / "stream.jsonl")
    chime_client.put_messaging_streaming_configurations(
        AppInstanceArn=chime.app_instance().arn,
        StreamingConfigurations=[{"DataType": "ChannelMessage", "ResourceArn": STREAM}],
    )
    send(chime_client, alice, general, "hello")

    stream.wait_delivered()
    [record] = (tmp_path / "stream.jsonl").read_text().splitlines()
    assert json.loads(record)["Payload"]["Content"] == "hello"
