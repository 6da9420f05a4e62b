"""The log of events, with payloads and receivers."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from chime_messaging_fake import (
    SEND_CHANNEL_MESSAGE,
    UPDATE_CHANNEL,
    ChimeChannel,
    ChimeFake,
    ChimeUser,
    EventMessageType,
    MessagingEventType,
    events,
)


@pytest.fixture
def send(chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> Any:
    def send(content: str = "hello") -> Any:
        return chime_client.send_channel_message(
            ChannelArn=general.arn, ChimeBearer=alice.arn, Content=content, Type="STANDARD", Persistence="PERSISTENT"
        )["MessageId"]

    return send


def test_an_event_has_its_payload_its_receivers_and_its_cause(
    chime: ChimeFake, send: Any, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel
) -> None:
    before = chime.clock.now()
    message = send()

    [event] = chime.events.list(events.CREATE_CHANNEL_MESSAGE, user=bob, channel=general)
    assert event.type is MessagingEventType.CREATE_CHANNEL_MESSAGE
    assert event.message_type is EventMessageType.STANDARD
    assert event.channel_arn == general.arn
    assert event.sub_channel_id is None
    assert event.reason is None
    assert event.payload["MessageId"] == message
    assert event.payload["Sender"]["Name"] == "alice"
    assert event.receivers() == [alice.arn, bob.arn]
    assert event.receiver_count == 2
    assert event.cause.operation is SEND_CHANNEL_MESSAGE
    assert event.cause.by == alice.arn
    assert str(event.cause) == f"SendChannelMessage by {alice.arn}"
    assert before <= event.time <= chime.clock.now()
    assert str(event).startswith('CREATE_CHANNEL_MESSAGE "hello" of alice in general to alice, bob')


def test_events_are_selected(chime: ChimeFake, send: Any, chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> None:
    send()
    other = chime.channel("other", members=[alice])
    chime_client.update_channel(ChannelArn=other.arn, ChimeBearer=chime.admin("root").arn, Name="renamed")

    def types(**selected: Any) -> list[str]:
        return [str(event.type) for event in chime.events.list(**selected)]

    assert types() == ["CREATE_CHANNEL_MESSAGE", "UPDATE_CHANNEL"]
    assert types(type=events.UPDATE_CHANNEL) == types(channel=other) == ["UPDATE_CHANNEL"]
    assert types(user="bob") == types(channel="general") == ["CREATE_CHANNEL_MESSAGE"]
    assert types(user="carol") == []
    assert chime.events.list()[0].number < chime.events.list()[1].number
    assert str(chime.events) == "".join(f"{place}. {event}\n" for place, event in enumerate(chime.events.list(), 1))


def test_users_are_named_by_object_arn_or_id(chime: ChimeFake, send: Any, bob: ChimeUser) -> None:
    send()
    [event] = chime.events.list()

    assert all(event.is_for(user) for user in (bob, bob.arn, "bob", "user/bob"))
    assert not any(event.is_for(user) for user in ("bo", "bot/bob", "carol", chime.unregistered("carol")))


def test_an_event_of_a_large_channel_has_all_receivers(chime: ChimeFake, chime_client: Any, alice: ChimeUser) -> None:
    members = [f"m{number:03}" for number in range(120)]
    chime.add_fixtures(
        {"users": [{"id": member} for member in members], "channels": [{"name": "large", "id": "large", "members": ["alice", *members]}]}
    )
    chime_client.send_channel_message(
        ChannelArn=f"{chime.app_instance().arn}/channel/large",
        ChimeBearer=alice.arn,
        Content="hello",
        Type="STANDARD",
        Persistence="PERSISTENT",
    )

    [event] = chime.events.list()
    assert event.receiver_count == len(event.receivers()) == 121
    assert event.is_for("m119")


def test_a_log_of_several_pages_is_read_as_a_whole(chime: ChimeFake, send: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chime_messaging_fake._events.PAGE", 2)
    for number in range(5):
        send(str(number))

    assert [event.payload["Content"] for event in chime.events.list()] == ["0", "1", "2", "3", "4"]
    assert chime.events.evicted() == 0


def test_events_of_another_thread_are_waited_for(chime: ChimeFake, send: Any) -> None:
    sending = threading.Thread(target=lambda: [send(), send()])
    sending.start()

    assert len(chime.events.wait(events.CREATE_CHANNEL_MESSAGE, user="bob", count=2, timeout=30)) == 2
    sending.join()


def test_a_wait_in_vain_says_what_was_emitted_instead(chime: ChimeFake, send: Any) -> None:
    send()

    with pytest.raises(
        AssertionError,
        match=r"(?s)^1 events with type UPDATE_CHANNEL and forUser bob were expected within PT0.01S.*\n1\. CREATE_CHANNEL_MESSAGE ",
    ):
        chime.events.wait(events.UPDATE_CHANNEL, user="bob", timeout=0.01)


def test_an_operation_is_no_type_of_events(chime: ChimeFake) -> None:
    with pytest.raises(TypeError, match=r"UPDATE_CHANNEL was received, which is an operation\. .*chime_messaging_fake\.events"):
        chime.events.list(UPDATE_CHANNEL)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="UPDATE_CHANNEL"):
        chime.faults.on_events(UPDATE_CHANNEL)  # type: ignore[arg-type]


def test_a_reset_clears_the_events(chime: ChimeFake, send: Any) -> None:
    send()
    chime.reset()

    assert chime.events.list() == []
