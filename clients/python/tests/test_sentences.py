"""Each word of the control API can be said, and is understood as it was meant."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any, Callable

import pytest

from chime_messaging_fake import (
    BATCH_CREATE_CHANNEL_MEMBERSHIP,
    DESCRIBE_CHANNEL,
    FORBIDDEN,
    LIST_CHANNEL_MEMBERSHIPS,
    LIST_CHANNELS,
    MODERATION,
    MODERATOR,
    READ,
    SEND_CHANNEL_MESSAGE,
    SERVICE_UNAVAILABLE,
    THROTTLED_CLIENT,
    UNAUTHORIZED_CLIENT,
    ChimeChannel,
    ChimeFake,
    ChimeFakeError,
    ChimeUser,
    RateQuota,
    Registration,
    effects,
    events,
)

pytestmark = [
    pytest.mark.usefixtures("alice", "general"),
    pytest.mark.chime_unused_setup("ignore"),
]

LOST = {"type": "lostResponse"}
APP = "arn:aws:chime:us-east-1:111122223333:app-instance/chat"
NOON = datetime(2026, 1, 31, 12, tzinfo=timezone.utc)

Said = Callable[[ChimeFake], Registration]


def effect(value: effects.FaultEffect, words: dict[str, Any]) -> tuple[Said, dict[str, Any]]:
    return lambda chime: chime.faults.on(LIST_CHANNELS).inject(value), {"on": ["ListChannels"], "effect": words}


FAULTS: list[tuple[Said, dict[str, Any]]] = [
    effect(effects.error(FORBIDDEN), {"type": "error", "error": "ForbiddenException"}),
    effect(effects.error(FORBIDDEN, "no"), {"type": "error", "error": "ForbiddenException", "message": "no"}),
    effect(effects.throttled_with_retry_after(3), {"type": "throttledWithRetryAfter", "retryAfter": "PT3S"}),
    effect(effects.throttled_with_amz_retry_after(0.3), {"type": "throttledWithAmzRetryAfter", "retryAfter": "PT0.3S"}),
    effect(effects.response(502, effects.html("<p>")), {"type": "http", "status": 502, "body": {"html": "<p>"}}),
    effect(effects.response(502, effects.text("a")), {"type": "http", "status": 502, "body": {"text": "a"}}),
    effect(effects.response(200, effects.json("{")), {"type": "http", "status": 200, "body": {"json": "{"}}),
    effect(effects.response(503, effects.empty()), {"type": "http", "status": 503}),
    effect(
        effects.response(200, effects.of("application/zip", b"\0\1\2")),
        {"type": "http", "status": 200, "body": {"bytes": "AAEC", "contentType": "application/zip"}},
    ),
    effect(effects.response({"Channels": []}), {"type": "response", "members": {"Channels": []}}),
    effect(effects.lost_request(), {"type": "lostRequest"}),
    effect(effects.lost_response(), {"type": "lostResponse"}),
    effect(effects.reset_response(), {"type": "resetResponse"}),
    effect(effects.response_closed_half_way(), {"type": "responseClosedHalfWay"}),
    effect(effects.empty_body(), {"type": "emptyBody"}),
    effect(effects.truncated_body(), {"type": "truncatedBody"}),
    effect(effects.malformed_body(), {"type": "malformedBody"}),
    effect(effects.content_type("text/html"), {"type": "contentType", "contentType": "text/html"}),
    effect(effects.delay(0.2), {"type": "delay", "duration": "PT0.2S"}),
    effect(effects.delay(timedelta(milliseconds=1), 60), {"type": "delay", "shortest": "PT0.001S", "longest": "PT60S"}),
    effect(effects.slow_body(2), {"type": "slowBody", "duration": "PT2S"}),
    effect(effects.stale_read(2), {"type": "staleRead", "writes": 2}),
    effect(effects.expired_credentials(), {"type": "expiredCredentials"}),
    effect(effects.rotated_credentials(), {"type": "rotatedCredentials"}),
    (lambda c: c.faults.lose_response(), {"effect": LOST}),
    (lambda c: c.faults.lose_request(), {"effect": {"type": "lostRequest"}}),
    (lambda c: c.faults.delay(1), {"effect": {"type": "delay", "duration": "PT1S"}}),
    (lambda c: c.faults.fail(FORBIDDEN), {"effect": {"type": "error", "error": "ForbiddenException"}}),
    (lambda c: c.faults.respond(502, effects.empty()), {"effect": {"type": "http", "status": 502}}),
    (
        lambda c: c.faults.on(LIST_CHANNELS).respond({"Channels": []}),
        {"on": ["ListChannels"], "effect": {"type": "response", "members": {"Channels": []}}},
    ),
    (
        lambda c: c.faults.on(READ, SEND_CHANNEL_MESSAGE).lose_response(),
        {"on": ["SendChannelMessage"], "onGroup": ["READ"], "effect": LOST},
    ),
    (lambda c: c.faults.on(READ).on(LIST_CHANNELS).lose_response(), {"on": ["ListChannels"], "effect": LOST}),
    (lambda c: c.faults.by("alice").lose_response(), {"by": {"user": "alice"}, "effect": LOST}),
    (lambda c: c.faults.by_caller("user/test").lose_response(), {"by": {"caller": "user/test"}, "effect": LOST}),
    (
        lambda c: c.faults.by(c.user("alice")).by(c.caller()).lose_response(),
        {"by": {"user": APP + "/user/alice", "caller": "AIDACHIMEFAKE00000001"}, "effect": LOST},
    ),
    (lambda c: c.faults.in_channel("general").lose_response(), {"inChannel": "general", "effect": LOST}),
    (lambda c: c.faults.in_app_instance(c.app_instance()).lose_response(), {"inAppInstance": APP, "effect": LOST}),
    (
        lambda c: c.faults.on(SEND_CHANNEL_MESSAGE).matching(Content="hello", Metadata=None).lose_response(),
        {"on": ["SendChannelMessage"], "matching": {"Content": "hello", "Metadata": None}, "effect": LOST},
    ),
    (lambda c: c.faults.by("ghost").may_be_missing().lose_response(), {"by": {"user": "ghost"}, "mayBeMissing": True, "effect": LOST}),
    (lambda c: c.faults.once().lose_response(), {"once": True, "effect": LOST}),
    (lambda c: c.faults.calls(2).lose_response(), {"calls": 2, "effect": LOST}),
    (lambda c: c.faults.nth_call(3).lose_response(), {"nthCall": 3, "effect": LOST}),
    (lambda c: c.faults.from_call(2).lose_response(), {"fromCall": 2, "effect": LOST}),
    (lambda c: c.faults.every_nth_call(3).lose_response(), {"everyNthCall": 3, "effect": LOST}),
    (lambda c: c.faults.attempts(1).lose_response(), {"attempts": 1, "effect": LOST}),
    (lambda c: c.faults.with_probability(0.1).lose_response(), {"withProbability": 0.1, "effect": LOST}),
    (lambda c: c.faults.after(SEND_CHANNEL_MESSAGE).lose_response(), {"after": {"on": ["SendChannelMessage"]}, "effect": LOST}),
    (
        lambda c: c.faults.after(SEND_CHANNEL_MESSAGE, matching={"Content": "go"}).lose_response(),
        {"after": {"on": ["SendChannelMessage"], "matching": {"Content": "go"}}, "effect": LOST},
    ),
    (lambda c: c.faults.during(timedelta(minutes=10)).lose_response(), {"during": {"duration": "PT600S"}, "effect": LOST}),
    (
        lambda c: c.faults.during(NOON, NOON + timedelta(minutes=10)).lose_response(),
        {"during": {"start": "2026-01-31T12:00:00Z", "end": "2026-01-31T12:10:00Z"}, "effect": LOST},
    ),
    (
        lambda c: c.faults.on(BATCH_CREATE_CHANNEL_MEMBERSHIP).for_member("alice").fail(THROTTLED_CLIENT),
        {
            "on": ["BatchCreateChannelMembership"],
            "forMember": "alice",
            "effect": {"type": "error", "error": "ThrottledClientException"},
        },
    ),
    (
        lambda c: c.faults.each_call(effects.error(FORBIDDEN), effects.passes(), effects.lost_response()),
        {"eachCall": [{"type": "error", "error": "ForbiddenException"}, {"type": "passes"}, LOST]},
    ),
    (lambda c: c.faults.each_attempt(effects.lost_response()), {"eachAttempt": [LOST]}),
    (
        lambda c: c.faults.fail_each_call(THROTTLED_CLIENT, SERVICE_UNAVAILABLE),
        {"failEachCall": ["ThrottledClientException", "ServiceUnavailableException"]},
    ),
    (lambda c: c.faults.fail_each_attempt(THROTTLED_CLIENT), {"failEachAttempt": ["ThrottledClientException"]}),
]

RULES: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.permissions.deny(), {"decision": "DENY"}),
    (lambda c: c.permissions.on(LIST_CHANNELS).allow(), {"on": ["ListChannels"], "decision": "ALLOW"}),
    (lambda c: c.permissions.allow(LIST_CHANNELS), {"on": ["ListChannels"], "decision": "ALLOW"}),
    (lambda c: c.permissions.by(MODERATOR).deny(MODERATION), {"onGroup": ["MODERATION"], "by": {"role": "MODERATOR"}, "decision": "DENY"}),
    (
        lambda c: c.permissions.by("alice").in_channel("general").once().deny(FORBIDDEN, message="no"),
        {
            "by": {"user": "alice"},
            "inChannel": "general",
            "once": True,
            "decision": "DENY",
            "error": "ForbiddenException",
            "message": "no",
        },
    ),
    (lambda c: c.permissions.in_app_instance(APP).calls(2).deny(), {"inAppInstance": APP, "calls": 2, "decision": "DENY"}),
    (lambda c: c.permissions.nth_call(2).deny(), {"nthCall": 2, "decision": "DENY"}),
    (lambda c: c.permissions.from_call(2).deny(), {"fromCall": 2, "decision": "DENY"}),
    (lambda c: c.permissions.every_nth_call(2).deny(), {"everyNthCall": 2, "decision": "DENY"}),
    (
        lambda c: c.permissions.on(SEND_CHANNEL_MESSAGE).matching(Content="spam").may_be_missing().deny(),
        {"on": ["SendChannelMessage"], "matching": {"Content": "spam"}, "mayBeMissing": True, "decision": "DENY"},
    ),
]

RATES: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.rates.enforce(), {"enforce": {}}),
    (lambda c: c.rates.enforce(RateQuota.BEARER_CALLS, 100), {"enforce": {"quota": "BEARER_CALLS", "perSecond": 100}}),
    (lambda c: c.rates.per_bearer(10), {"perBearer": 10}),
    (lambda c: c.rates.on(SEND_CHANNEL_MESSAGE).per_channel(5), {"on": ["SendChannelMessage"], "perChannel": 5}),
    (lambda c: c.rates.per_app_instance(20), {"perAppInstance": 20}),
    (lambda c: c.rates.per_user(5), {"perUser": 5}),
]

READS: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.consistency.eventual(), {"eventual": True}),
    (lambda c: c.consistency.on(LIST_CHANNEL_MEMBERSHIPS).stale_reads(2), {"on": ["ListChannelMemberships"], "staleReads": 2}),
    (lambda c: c.consistency.stale_for(2), {"staleFor": "PT2S"}),
    (lambda c: c.consistency.sometimes_stale_for(2, 0.5), {"sometimesStaleFor": "PT2S", "share": 0.5}),
]

CONNECT_FAULTS: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.faults.on_connect().respond(403), {"effect": {"type": "respond", "status": 403}}),
    (lambda c: c.faults.on_connect().hang(), {"effect": {"type": "hang"}}),
    (lambda c: c.faults.on_connect().reset_connection(), {"effect": {"type": "resetConnection"}}),
    (lambda c: c.faults.on_connect().close(4005), {"effect": {"type": "close", "code": 4005}}),
    (lambda c: c.faults.on_connect().close_after_established(4401), {"effect": {"type": "closeAfterEstablished", "code": 4401}}),
    (lambda c: c.faults.on_connect().drop_before_established(), {"effect": {"type": "dropBeforeEstablished"}}),
    (lambda c: c.faults.on_connect().drop_after_established(), {"effect": {"type": "dropAfterEstablished"}}),
    (
        lambda c: c.faults.on_connect().send_before_established(events.UPDATE_CHANNEL, {"Name": "early"}),
        {"effect": {"type": "sendBeforeEstablished", "event": "UPDATE_CHANNEL", "payload": {"Name": "early"}}},
    ),
    (
        lambda c: c.faults.on_connect().by("alice").by(c.caller()).connects(2).hang(),
        {"by": {"user": "alice", "caller": "AIDACHIMEFAKE00000001"}, "connects": 2, "effect": {"type": "hang"}},
    ),
    (
        lambda c: c.faults.on_connect().by_caller("user/test").once().hang(),
        {"by": {"caller": "user/test"}, "once": True, "effect": {"type": "hang"}},
    ),
    (
        lambda c: c.faults.on_connect().by("ghost").may_be_missing().nth_connect(2).hang(),
        {"by": {"user": "ghost"}, "mayBeMissing": True, "nthConnect": 2, "effect": {"type": "hang"}},
    ),
    (lambda c: c.faults.on_connect().from_connect(2).hang(), {"fromConnect": 2, "effect": {"type": "hang"}}),
]

CONNECT_RULES: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.permissions.on_connect().deny(), {"decision": "DENY"}),
    (lambda c: c.permissions.on_connect().by("alice").once().allow(), {"by": {"user": "alice"}, "once": True, "decision": "ALLOW"}),
    (lambda c: c.permissions.on_connect().connects(2).deny(), {"connects": 2, "decision": "DENY"}),
    (lambda c: c.permissions.on_connect().from_connect(2).deny(), {"fromConnect": 2, "decision": "DENY"}),
    (
        lambda c: c.permissions.on_connect().by("ghost").may_be_missing().nth_connect(2).deny(),
        {"by": {"user": "ghost"}, "mayBeMissing": True, "nthConnect": 2, "decision": "DENY"},
    ),
]

EVENT_FAULTS: list[tuple[Said, dict[str, Any]]] = [
    (lambda c: c.faults.on_events().drop(), {"effect": {"type": "drop"}}),
    (lambda c: c.faults.on_events().duplicate(), {"effect": {"type": "duplicate"}}),
    (lambda c: c.faults.on_events().delay(0.2), {"effect": {"type": "delay", "duration": "PT0.2S"}}),
    (lambda c: c.faults.on_events().hold(), {"effect": {"type": "hold"}}),
    (lambda c: c.faults.on_events().reorder(), {"effect": {"type": "reorder"}}),
    (lambda c: c.faults.on_events().truncate(), {"effect": {"type": "truncate"}}),
    (lambda c: c.faults.on_events().close(1011), {"effect": {"type": "close", "code": 1011}}),
    (
        lambda c: (
            c.faults.on_events(events.CREATE_CHANNEL_MESSAGE, events.UPDATE_CHANNEL).for_user("alice").in_channel("general").once().drop()
        ),
        {
            "types": ["CREATE_CHANNEL_MESSAGE", "UPDATE_CHANNEL"],
            "forUser": "alice",
            "inChannel": "general",
            "once": True,
            "effect": {"type": "drop"},
        },
    ),
    (lambda c: c.faults.on_events().events(2).drop(), {"events": 2, "effect": {"type": "drop"}}),
    (lambda c: c.faults.on_events().nth_event(3).drop(), {"nthEvent": 3, "effect": {"type": "drop"}}),
    (lambda c: c.faults.on_events().from_event(2).drop(), {"fromEvent": 2, "effect": {"type": "drop"}}),
    (
        lambda c: c.faults.on_events().for_user("ghost").may_be_missing().drop(),
        {"forUser": "ghost", "mayBeMissing": True, "effect": {"type": "drop"}},
    ),
]

ALL = FAULTS + RULES + RATES + READS + CONNECT_FAULTS + CONNECT_RULES + EVENT_FAULTS


@pytest.mark.parametrize(("said", "words"), ALL, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_a_sentence_arrives_in_the_words_of_the_control_api(chime: ChimeFake, said: Said, words: dict[str, Any]) -> None:
    registration = said(chime)

    assert registration.given == words
    registration.close()
    assert registration.times_applied() == 0
    assert not registration.lasts()


@pytest.mark.parametrize(
    ("schema", "sentences"),
    [
        ("Fault", FAULTS),
        ("PermissionRule", RULES),
        ("RateLimit", RATES),
        ("StaleReads", READS),
        ("ConnectFault", CONNECT_FAULTS),
        ("ConnectRule", CONNECT_RULES),
        ("EventFault", EVENT_FAULTS),
    ],
    ids=["Fault", "PermissionRule", "RateLimit", "StaleReads", "ConnectFault", "ConnectRule", "EventFault"],
)
def test_the_control_api_has_no_word_that_cannot_be_said(
    openapi: dict[str, Any], schema: str, sentences: list[tuple[Said, dict[str, Any]]]
) -> None:
    selecting = {"on", "onGroup", "by", "inChannel", "inAppInstance", "matching", "mayBeMissing"}
    words = set(openapi["components"]["schemas"][schema]["properties"])

    assert words - {word for _, said in sentences for word in said} - selecting == set()


@pytest.mark.parametrize(
    ("schema", "sentences", "others"),
    [("Effect", FAULTS, {"passes"}), ("ConnectEffect", CONNECT_FAULTS, set()), ("EventEffect", EVENT_FAULTS, set())],
    ids=["Effect", "ConnectEffect", "EventEffect"],
)
def test_the_control_api_has_no_effect_that_cannot_be_said(
    openapi: dict[str, Any], schema: str, sentences: list[tuple[Said, dict[str, Any]]], others: set[str]
) -> None:
    known = {each["properties"]["type"]["enum"][0] for each in openapi["components"]["schemas"][schema]["oneOf"]}

    assert known == {said["effect"]["type"] for _, said in sentences if "effect" in said} | others


def test_a_sentence_can_be_used_twice_and_does_not_change(chime: ChimeFake) -> None:
    sending = chime.faults.on(SEND_CHANNEL_MESSAGE)
    first = sending.by("alice").nth_call(2).lose_response()
    second = sending.lose_response()

    assert first.given["by"] == {"user": "alice"}
    assert second.given == {"on": ["SendChannelMessage"], "effect": LOST}


def test_a_wrong_word_is_an_error_that_names_the_field(chime: ChimeFake, general: ChimeChannel) -> None:
    with pytest.raises(ChimeFakeError, match=r"\$\.by\.user: .*user/mallory") as unknown:
        chime.faults.on(SEND_CHANNEL_MESSAGE).by("mallory").fail(UNAUTHORIZED_CLIENT)
    assert unknown.value.status == 400
    assert [field for field, _ in unknown.value.errors] == ["$.by.user"]
    with pytest.raises(ChimeFakeError, match=r"\$\.nthCall: .*0"):
        chime.faults.nth_call(0).lose_response()
    with pytest.raises(TypeError, match="SEND_CHANNEL_MESSAGE"):
        chime.faults.on()
    with pytest.raises(ValueError, match="time zone"):
        chime.faults.during(datetime(2026, 1, 1), datetime(2026, 1, 2))
    assert chime.faults.all() == []


def test_a_registration_counts_and_ends_with_its_block(
    chime: ChimeFake, chime_client: Any, alice: ChimeUser, general: ChimeChannel
) -> None:
    with chime.permissions.on(DESCRIBE_CHANNEL).deny() as denied:
        for _ in range(2):
            with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
                chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=alice.arn)
        assert denied.times_applied() == 2

    chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=alice.arn)
    assert denied.times_applied() == 2
    denied.close()


def test_what_a_reset_has_removed_can_still_be_closed_and_read(chime: ChimeFake) -> None:
    fault = chime.faults.lose_response()
    chime.reset()

    assert fault.times_applied() == 0
    fault.close()
    assert not fault.lasts()
