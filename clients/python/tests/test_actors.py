"""What other users do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from chime_messaging_fake import (
    CREATE_CHANNEL_BAN,
    CREATE_CHANNEL_MEMBERSHIP,
    DELETE_CHANNEL_BAN,
    DELETE_CHANNEL_MEMBERSHIP,
    DELETE_CHANNEL_MESSAGE,
    DESCRIBE_CHANNEL,
    FORBIDDEN,
    REDACT_CHANNEL_MESSAGE,
    SEND_CHANNEL_MESSAGE,
    THROTTLED_CLIENT,
    UNAUTHORIZED_CLIENT,
    UPDATE_CHANNEL_MESSAGE,
    UPDATE_CHANNEL_READ_MARKER,
    ActorError,
    ChimeChannel,
    ChimeFake,
    ChimeFakeError,
    ChimeUser,
    events,
)


def test_an_actor_sends_edits_and_redacts(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    message = chime.actor(bob).send(general, "hello", metadata="m")
    assert [(each.id, each.content) for each in general.messages()] == [(message, "hello")]
    chime.actor(bob).edit(general, message, "changed")
    assert [each.content for each in general.messages()] == ["changed"]
    chime.actor(alice).redact(general, general.messages()[0])
    chime.actor(chime.admin("root")).delete(general, message)
    assert general.messages() == []

    assert [call.operation for call in chime.journal.calls()] == [
        SEND_CHANNEL_MESSAGE,
        UPDATE_CHANNEL_MESSAGE,
        REDACT_CHANNEL_MESSAGE,
        DELETE_CHANNEL_MESSAGE,
    ]
    assert chime.journal.calls()[0].request["Metadata"] == "m"
    assert [event.type for event in chime.events.list(channel=general)] == [
        events.CREATE_CHANNEL_MESSAGE,
        events.UPDATE_CHANNEL_MESSAGE,
        events.REDACT_CHANNEL_MESSAGE,
        events.DELETE_CHANNEL_MESSAGE,
    ]


def test_an_actor_sends_what_is_not_stored(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    ids = [
        chime.actor(bob).send(general, "hello", persistent=False),
        chime.actor(bob).send_control(general, "control"),
        chime.actor("bob").send_to("general", "alice", "for alice"),
    ]
    chime.actor(bob).type(general)

    sent = chime.events.list(events.CREATE_CHANNEL_MESSAGE)
    assert [event.payload["MessageId"] for event in sent[:3]] == ids
    assert [event.payload["Content"] for event in sent] == ["hello", "control", "for alice", '{"Typing":"Indicator"}']
    assert [str(event.message_type) for event in sent] == ["STANDARD", "CONTROL", "STANDARD", "CONTROL"]
    assert general.messages() == []


def test_an_actor_changes_memberships(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    carol = chime.user("carol")
    club = chime.channel("club", members=[bob], moderators=[alice], mode="UNRESTRICTED")
    chime.actor(carol).join(club)
    assert carol.arn in club.members()
    chime.actor(carol).mark_read(club)
    chime.actor(carol).leave(club)
    chime.actor(alice).add(club, carol)
    chime.actor(alice).remove(club, bob)
    assert club.members() == [carol.arn]
    chime.actor(alice).ban(club, carol)
    assert club.members() == []
    with pytest.raises(ActorError):
        chime.actor(carol).join(club)
    chime.actor(alice).unban(club, "carol")
    chime.actor(carol).join(club)

    assert [call.operation for call in chime.journal.calls()] == [
        CREATE_CHANNEL_MEMBERSHIP,
        UPDATE_CHANNEL_READ_MARKER,
        DELETE_CHANNEL_MEMBERSHIP,
        CREATE_CHANNEL_MEMBERSHIP,
        DELETE_CHANNEL_MEMBERSHIP,
        CREATE_CHANNEL_BAN,
        CREATE_CHANNEL_MEMBERSHIP,
        DELETE_CHANNEL_BAN,
        CREATE_CHANNEL_MEMBERSHIP,
    ]


def test_what_is_denied_raises_an_error_with_code_status_and_message(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    with pytest.raises(ActorError, match=r"^ForbiddenException, status 403: .*Because: .*bob") as denied:
        chime.actor(bob).delete(general, "0" * 64)

    assert denied.value.code is FORBIDDEN
    assert denied.value.status == 403
    [call] = chime.journal.calls(denied=True)
    assert call.error is not None
    assert (denied.value.message, denied.value.explanation) == (call.error.message, call.error.explanation)
    assert denied.value.request_id == call.attempts[0].request_id

    chime.permissions.on(SEND_CHANNEL_MESSAGE).by(bob).deny(message="muted")
    with pytest.raises(ActorError) as muted:
        chime.actor(bob).send(general, "hello")
    assert (muted.value.code, muted.value.status, muted.value.message) == (UNAUTHORIZED_CLIENT, 401, "muted")


def test_the_service_finds_users_and_channels_that_do_not_exist(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    with pytest.raises(ActorError) as unknown:
        chime.actor("ghost").join(general)
    assert unknown.value.code is UNAUTHORIZED_CLIENT
    with pytest.raises(ActorError) as missing:
        chime.actor(bob).send("nowhere", "hello")
    assert missing.value.code is FORBIDDEN


def test_what_is_no_call_is_an_error_of_the_control_api(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    with pytest.raises(ChimeFakeError, match=r"\$\.signedBy"):
        chime.actor(bob).signed_by("role/unknown").send(general, "hello")
    with pytest.raises(ChimeFakeError, match=r"\$\.messageId"):
        chime.actor(bob).edit(general, "", "hello")
    assert chime.journal.calls() == []


def test_faults_leave_an_actor_out_unless_it_asks_for_them(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    fault = chime.faults.on(SEND_CHANNEL_MESSAGE).once().fail(THROTTLED_CLIENT)
    actor = chime.actor(bob)
    actor.send(general, "sent")
    assert fault.times_applied() == 0

    with pytest.raises(ActorError) as throttled:
        actor.with_faults().send(general, "throttled")
    assert throttled.value.code is THROTTLED_CLIENT
    actor.with_faults().send(general, "sent")

    chime.faults.on(SEND_CHANNEL_MESSAGE).lose_response()
    with pytest.raises(ActorError, match=r"^No response: ") as lost:
        actor.with_faults().send(general, "lost")
    assert (lost.value.code, lost.value.status, lost.value.request_id) == (None, None, None)


def test_an_actor_connects_disconnects_and_drops_off(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser, general: ChimeChannel) -> None:
    session = chime.actor(bob).connect()
    assert session.user == bob.arn
    assert chime.sessions.open(bob) == [session]
    chime.actor(alice).send(general, "hello")
    [delivered] = chime.sessions.wait_delivered(events.CREATE_CHANNEL_MESSAGE, user=bob)
    assert delivered.payload is not None
    assert delivered.payload["Content"] == "hello"

    assert chime.actor(bob).disconnect() == 1
    assert not session.is_open()
    chime.actor(bob).connect()
    assert chime.actor(bob).drop() == 1
    assert chime.actor(bob).drop() == 0
    assert [connect.close_code for connect in chime.sessions.history(bob)] == [1000, 1006]


def test_a_connect_of_an_actor_that_is_closed_raises_an_error_with_its_code(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    with pytest.raises(ActorError, match=r"^No session: .*4401.* Because: .*ghost") as denied:
        chime.actor("ghost").connect()
    assert (denied.value.close_code, denied.value.code) == (4401, None)

    fault = chime.faults.on_connect().by(bob).once().close(4005)
    chime.actor(bob).connect()
    assert fault.times_applied() == 0
    with pytest.raises(ActorError) as closed:
        chime.actor(bob).with_faults().connect()
    assert closed.value.close_code == 4005


def test_another_caller_signs(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    backend = chime.caller("role/backend")
    chime.actor(bob).signed_by(backend).send(general, "hello")
    chime.actor(bob).signed_by("role/backend").with_faults().send(general, "hello")

    assert [call.caller for call in chime.journal.calls()] == [backend.principal_arn] * 2


def test_an_actor_acts_while_the_endpoint_is_offline_and_when_the_clock_stands(
    chime: ChimeFake, bob: ChimeUser, general: ChimeChannel
) -> None:
    chime.clock.freeze()
    chime.offline()
    try:
        chime.actor(bob).send(general, "are you there?")
    finally:
        chime.online()
    chime.clock.advance(timedelta(days=1))
    chime.actor(bob).send(general, "hello?")

    assert len(general.messages()) == 2


def test_calls_of_actors_are_marked(chime: ChimeFake, chime_client: Any, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.actor(bob).send(general, "hello")
    chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=bob.arn)

    assert [call.by_actor for call in chime.journal.calls()] == [True, False]
    assert [call.operation for call in chime.journal.calls(by_actor=True)] == [SEND_CHANNEL_MESSAGE]
    assert [call.operation for call in chime.journal.wait_for(by_actor=False)] == [DESCRIBE_CHANNEL]
    assert "by an actor" in str(chime.journal)
