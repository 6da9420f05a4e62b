"""Faults on messaging sessions, with the package websockets as the client."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sockets import LONG, close_code, connect, receive
from websockets.exceptions import InvalidStatus

from chime_messaging_fake import ChimeChannel, ChimeFake, ChimeFakeError, ChimeUser, HeldEvents, events


def contents(chime: ChimeFake, user: ChimeUser) -> list[Any]:
    sent = chime.sessions.delivered(events.CREATE_CHANNEL_MESSAGE, user=user)
    return [None if event.payload is None else event.payload["Content"] for event in sent]


def test_connects_of_a_user_are_closed_with_4005_or_get_403(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    fault = chime.faults.on_connect().by(alice).once().close(4005)
    chime.faults.on_connect().by(alice).nth_connect(2).respond(403)
    with connect(chime, alice) as socket:
        assert close_code(socket) == 4005
    with connect(chime, bob) as socket:
        assert receive(socket)[0] == "SESSION_ESTABLISHED"
    with connect(chime, alice) as socket:
        assert receive(socket)[0] == "SESSION_ESTABLISHED"
    with pytest.raises(InvalidStatus, match="403"), connect(chime, alice):
        pass

    assert fault.times_applied() == 1
    assert not fault.lasts()
    assert chime.sessions.history(alice, denied=True) == []
    first, _, last = chime.sessions.history(alice, denied=False)
    for ended in (first, last):
        assert not ended.established
        assert ended.denied_by is None
        assert str(ended.explanation).startswith("A fault of this test applies")


def test_an_event_comes_before_session_established(chime: ChimeFake, bob: ChimeUser) -> None:
    chime.faults.on_connect().send_before_established(events.UPDATE_CHANNEL, {"Name": "early"})
    with connect(chime, bob) as socket:
        assert receive(socket) == ("UPDATE_CHANNEL", {"Name": "early"})
        assert receive(socket)[0] == "SESSION_ESTABLISHED"


def test_events_are_dropped_duplicated_reordered_and_truncated(
    chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel
) -> None:
    messages = chime.faults.on_events(events.CREATE_CHANNEL_MESSAGE).for_user(bob).in_channel(general)
    dropped = messages.nth_event(1).drop()
    messages.nth_event(1).duplicate()  # An event that another fault has taken does not count.
    with connect(chime, bob) as socket:
        chime.sessions.wait_open(bob)
        for content in ("dropped", "doubled", "as it is"):
            chime.actor(alice).send(general, content)
        received = [receive(socket) for _ in range(4)]

        assert [payload["Content"] for _, payload in received[1:]] == ["doubled", "doubled", "as it is"]
        assert dropped.times_applied() == 1
        messages.once().reorder()
        messages.nth_event(2).truncate()
        for content in ("one", "two", "three"):
            chime.actor(alice).send(general, content)
        assert [receive(socket)[1]["Content"] for _ in range(2)] == ["two", "one"]
        with pytest.raises(json.JSONDecodeError):
            json.loads(socket.recv(timeout=LONG))
    assert len(chime.events.list(events.CREATE_CHANNEL_MESSAGE)) == 6


def test_events_are_held_and_released(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    with connect(chime, bob) as socket:
        chime.sessions.wait_open(bob)
        receive(socket)
        with chime.faults.on_events(events.CREATE_CHANNEL_MESSAGE).for_user(bob).hold() as held:
            chime.actor(alice).send(general, "one")
            chime.actor(alice).send(general, "two")
            assert contents(chime, bob) == []
            assert held.count() == 2
            assert held.times_applied() == 2
            assert held.release() == 2
            assert [receive(socket)[1]["Content"] for _ in range(2)] == ["one", "two"]
            chime.actor(alice).send(general, "three")
            assert contents(chime, bob) == ["one", "two"]
            assert held.count() == 1
        assert receive(socket)[1]["Content"] == "three"
        assert held.count() == 0
        assert not held.lasts()
        held.close()


def test_what_a_reset_has_removed_can_not_be_released(chime: ChimeFake) -> None:
    held = chime.faults.on_events().hold()
    chime.reset()

    assert held.count() == 0
    with pytest.raises(ChimeFakeError, match="reset"):
        held.release()


def test_a_session_is_closed_after_an_event(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.faults.on_events().for_user(bob).nth_event(2).close(1011)
    with connect(chime, bob) as socket:
        chime.sessions.wait_open(bob)
        chime.actor(alice).send(general, "one")
        chime.actor(alice).send(general, "two")
        assert close_code(socket) == 1011
    assert contents(chime, bob) == ["one", "two"]


def test_1006_ends_connections_without_a_close_frame(
    chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel
) -> None:
    chime.faults.on_connect().once().close(1006)
    chime.faults.on_connect().once().close_after_established(1006)
    chime.faults.on_events(events.CREATE_CHANNEL_MESSAGE).for_user(bob).nth_event(2).close(1006)
    for _ in range(2):
        with connect(chime, bob) as socket:
            assert close_code(socket) == 1006
    with connect(chime, bob) as socket:
        chime.sessions.wait_open(bob)
        for content in ("one", "two"):
            chime.actor(alice).send(general, content)
        assert [receive(socket)[0] for _ in range(3)][1:] == [events.CREATE_CHANNEL_MESSAGE] * 2
        assert close_code(socket) == 1006
    assert [ended.close_code for ended in chime.sessions.history(bob)] == [1006] * 3


@pytest.mark.chime_unused_setup("ignore")
def test_all_faults_are_listed_and_cleared(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    registered = [
        chime.faults.by(alice).lose_response(),
        chime.faults.on_connect().by(bob).once().close(4005),
        chime.faults.on_events().drop(),
        chime.faults.on_events().hold(),
    ]
    with connect(chime, bob) as socket:
        close_code(socket)

    listed = chime.faults.all()
    assert [fault.id for fault in listed] == [fault.id for fault in registered]
    assert [isinstance(fault, HeldEvents) for fault in listed] == [False, False, False, True]
    registered[2].close()
    assert [fault.id for fault in chime.faults.all()] == [registered[each].id for each in (0, 1, 3)]
    chime.faults.clear()
    assert chime.faults.all() == []
    assert registered[1].times_applied() == 1


@pytest.mark.chime_unused_setup("ignore")
def test_faults_on_sessions_that_were_not_used_are_reported(chime: ChimeFake, bob: ChimeUser) -> None:
    chime.faults.on_connect().by(bob).close(4005)
    chime.faults.on_events(events.CREATE_CHANNEL_MESSAGE).hold()
    chime.faults.on_connect()
    chime.faults.on_events(events.CREATE_CHANNEL_MESSAGE).for_user("bob")

    unused = chime.unused_setup()
    assert all(each.startswith("test_socket_faults.py:") for each in unused)
    assert [each.partition("  ")[2] for each in unused[2:]] == [
        "a fault on connects is unfinished: finish it with a method that registers it",
        "a fault on events with types CREATE_CHANNEL_MESSAGE is unfinished: finish it with a method that registers it",
    ]
    assert len(unused) == 4


def test_a_code_that_is_not_valid_is_an_error_that_names_the_field(chime: ChimeFake) -> None:
    with pytest.raises(ChimeFakeError, match=r"\$\.effect\.code: .*1005"):
        chime.faults.on_connect().close(1005)
    with pytest.raises(ChimeFakeError, match=r"\$\.forUser: .*mallory"):
        chime.faults.on_events().for_user("mallory").drop()
    assert chime.faults.all() == []
