"""What else a test can set up and read."""

from __future__ import annotations

import json
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from chime_messaging_fake import (
    CREATE_APP_INSTANCE_USER,
    DELETE_CHANNEL,
    LIST_CHANNELS,
    MEMBER,
    SEND_CHANNEL_MESSAGE,
    UNAUTHORIZED_CLIENT,
    ChimeChannel,
    ChimeFake,
    ChimeUser,
    Outcome,
    PolicyKind,
    PolicyMode,
    Quota,
    effects,
)

READ_ONLY = {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}}
NOON = datetime(2026, 1, 31, 12, tzinfo=timezone.utc)


def test_users_and_bots(chime: ChimeFake, alice: ChimeUser) -> None:
    assert chime.user("alice") == alice
    assert str(alice) == alice.arn == chime.app_instance().arn + "/user/alice"
    assert chime.app_instance().user("carol", name="Carol").name == "Carol"
    assert chime.bot("helper").arn.endswith("/bot/helper")
    chime.admin("root")
    assert {user["id"] for user in chime.state()["users"] if "adminSince" in user} == {"admin", "root"}
    assert chime.app_instance("other").user("dave").arn.endswith("app-instance/other/user/dave")


def test_a_user_who_is_not_registered_is_not_authorized(chime: ChimeFake, chime_client: Any) -> None:
    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=chime.unregistered("ghost").arn)


def test_contents_of_a_channel(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> None:
    club = chime.channel("club", members=[alice], hidden_members=[bob], moderators=["alice"], id="c1", messages=[(alice, "hi")])
    club.add_member(chime.user("carol"))
    club.add_message(alice, "later", sent_at=NOON)
    club.remove_member(bob)
    club.add_moderator("carol")
    club.remove_moderator("alice")

    assert club.id == "c1"
    assert club.members() == [alice.arn, chime.user("carol").arn]
    assert {message.content for message in club.messages()} == {"hi", "later"}
    assert [moderator["user"] for moderator in club.stored()["moderators"]] == [chime.user("carol").arn]
    club.delete()
    assert chime.state()["channels"] == []


def test_fixtures_are_added_together(chime: ChimeFake) -> None:
    names = chime.add_fixtures({"users": [{"id": "erin"}], "channels": [{"name": "general", "members": ["erin"]}]})

    assert [name.rsplit("/", 1)[1] for name in names] == ["erin", "general"]


def test_the_clock(chime: ChimeFake) -> None:
    chime.clock.freeze_at(NOON)
    chime.clock.advance(timedelta(seconds=1.5))
    assert chime.clock.now() == NOON + timedelta(seconds=1.5)
    assert chime.clock.is_frozen()
    chime.clock.freeze()
    chime.clock.resume()
    assert not chime.clock.is_frozen()


def test_credentials_are_revoked_and_rotated(chime: ChimeFake, alice: ChimeUser) -> None:
    backend = chime.caller("assumed-role/backend", session_name="test", tags={"team": "chat"}, context_keys={"aws:userid": ["u"]})
    assert backend.credentials.session_token is not None
    assert backend.credentials.secret_access_key not in repr(backend)

    def list_channels(caller: Any) -> None:
        chime.client(caller=caller, bearer=alice).list_channels(AppInstanceArn=chime.app_instance().arn)

    list_channels(backend)
    rotated = chime.credentials.rotate(backend)
    list_channels(rotated)
    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        list_channels(backend)
    chime.credentials.revoke(rotated)
    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        list_channels(rotated)


def test_the_credentials_of_the_ready_clients_expire(chime: ChimeFake, chime_client: Any, alice: ChimeUser) -> None:
    chime.credentials.expire_now()

    with pytest.raises(ClientError, match="ExpiredTokenException"):
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)


def test_the_credentials_of_the_ready_clients_are_rotated(chime: ChimeFake, alice: ChimeUser) -> None:
    before = chime.client(bearer=alice)
    chime.credentials.rotate()

    chime.client(bearer=alice).list_channels(AppInstanceArn=chime.app_instance().arn)
    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        before.list_channels(AppInstanceArn=chime.app_instance().arn)
    chime.reset()
    before.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=chime.user("alice").arn)


def test_known_keys_only(chime: ChimeFake, alice: ChimeUser) -> None:
    caller = chime.caller("user/other")
    chime.reset()  # After it, the key is unknown.
    chime.credentials.known_keys_only(True)

    with pytest.raises(ClientError, match="UnrecognizedClientException"):
        chime.client(caller=caller, bearer=chime.user("alice")).list_channels(AppInstanceArn=chime.app_instance().arn)


def test_policies_from_files_with_placeholders_and_of_other_kinds(chime: ChimeFake, tmp_path: Path) -> None:
    file = tmp_path / "policy.json"
    file.write_text(json.dumps({**READ_ONLY, "Statement": {**READ_ONLY["Statement"], "Resource": "${App}/*"}}))  # type: ignore[dict-item]
    backend = chime.caller("role/backend")
    chime.permissions.by(backend).attach("from-file", file, replacing={"${App}": chime.app_instance().arn})
    chime.permissions.by(backend).attach("boundary", READ_ONLY, kind=PolicyKind.PERMISSIONS_BOUNDARY)
    with chime.permissions.by(backend).attach_service_control("root", "scp", json.dumps(READ_ONLY)) as control:
        assert control.kind is PolicyKind.SERVICE_CONTROL
        assert {policy.name for policy in chime.permissions.attached_policies(backend)} == {"from-file", "boundary", "scp"}
    assert len(chime.permissions.attached_policies()) == 2
    chime.permissions.clear()
    assert chime.permissions.attached_policies() == []


def test_settings_of_policies(chime: ChimeFake, chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> None:
    chime.permissions.limit_policies(False)
    chime.permissions.require_policies(True)
    chime.permissions.policy_denial_error(UNAUTHORIZED_CLIENT)
    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=alice.arn)
    chime.permissions.policy_mode(PolicyMode.AUDIT)
    chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=alice.arn)

    [denial] = [attempt.audit_mode_denial for call in chime.journal.calls() for attempt in call.attempts if attempt.audit_mode_denial]
    assert denial.error is UNAUTHORIZED_CLIENT


def test_a_policy_is_simulated(chime: ChimeFake) -> None:
    [result] = chime.simulate_policy({"action": "chime:ListChannels", "identityPolicies": [READ_ONLY]})

    assert result["decision"] == "Allowed"


def test_snapshots(chime: ChimeFake, alice: ChimeUser) -> None:
    before, state = chime.snapshots.take(), chime.state()
    chime.user("frank")
    difference = chime.difference_from(state)
    assert [change.path for change in difference.changes] == ["user frank"]
    chime.snapshots.restore(before)
    assert chime.difference_from(before).is_empty()
    chime.snapshots.delete(before)


def test_quotas_roles_and_the_directory(chime: ChimeFake, chime_client: Any, bob: ChimeUser, general: ChimeChannel) -> None:
    chime.quotas.set(Quota.CHANNELS_PER_APP_INSTANCE, 1)
    assert chime.quotas.limit(Quota.CHANNELS_PER_APP_INSTANCE) == 1
    with pytest.raises(chime_client.exceptions.ResourceLimitExceededException):
        chime_client.create_channel(AppInstanceArn=chime.app_instance().arn, Name="second", ClientRequestToken="token", ChimeBearer=bob.arn)
    chime.quotas.clear()

    chime.roles.may_call(MEMBER, DELETE_CHANNEL, True)
    chime_client.delete_channel(ChannelArn=general.arn, ChimeBearer=bob.arn)
    chime.roles.clear()

    chime.directory.open(True)
    chime.directory.new_users_valid_after(30)
    chime.directory.repeated_creation_fails(True)
    chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=chime.unregistered("anyone").arn)
    chime.directory.clear()


def test_processors_of_channel_flows(chime: ChimeFake) -> None:
    function = "arn:aws:lambda:us-east-1:111122223333:function:filter"
    with chime.flows.change(function, content="***") as processor:
        assert processor.times_applied() == 0
    for verdict in (chime.flows.allow, chime.flows.deny, chime.flows.fail, chime.flows.pending):
        assert verdict(function).lambda_arn == function
    chime.flows.clear()
    chime.await_background_work()
    assert chime.journal.background_work() == []


def test_least_privilege(chime: ChimeFake, chime_client: Any, alice: ChimeUser) -> None:
    with chime.least_privilege.start_recording() as recording:
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)
        used = recording.used_permissions().policy
    assert "chime:ListChannels" in json.dumps(used)
    assert recording.used_permissions().policy == used
    assert chime.least_privilege.used_permissions(principal_arn=chime.caller().principal_arn).policy is not None


def test_the_journal_selects_and_waits(chime: ChimeFake, chime_client: Any, alice: ChimeUser, general: ChimeChannel) -> None:
    chime.faults.on(LIST_CHANNELS).each_attempt(effects.lost_response())
    chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)
    chime_client.describe_channel(ChannelArn=general.arn, ChimeBearer=alice.arn)

    [call] = chime.journal.calls(by=alice, in_channel=general, caller=chime.caller())
    assert call.outcome is Outcome.SUCCEEDED
    assert call.response is not None
    assert call.response["Channel"]["Name"] == "general"
    [lost] = chime.journal.wait_for(LIST_CHANNELS, by=chime.caller(), matching={"AppInstanceArn": chime.app_instance().arn})
    assert [fault.id for attempt in lost.attempts for fault in attempt.faults] == [chime.faults.all()[0].id]
    assert chime.journal.failures() == []
    with pytest.raises(AssertionError, match="1 calls were expected within PT0S, and 0 of them were received"):
        chime.journal.wait_for(SEND_CHANNEL_MESSAGE, timeout=0)
    assert "ListChannels" in str(chime.journal)
    chime.journal.clear()
    assert chime.journal.calls() == []


def test_the_journal_has_more_calls_than_a_page(
    chime: ChimeFake, chime_client: Any, alice: ChimeUser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("chime_messaging_fake._journal._PAGE", 2)
    for _ in range(5):
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)

    indexes = [call.index for call in chime.journal.calls(LIST_CHANNELS)]
    assert len(indexes) == 5
    assert indexes == sorted(set(indexes))


def test_the_identity_api(chime: ChimeFake) -> None:
    identity = chime.identity_client()
    chime.faults.on(CREATE_APP_INSTANCE_USER).once().fail(UNAUTHORIZED_CLIENT)
    user = {"AppInstanceArn": chime.app_instance().arn, "AppInstanceUserId": "new", "Name": "New", "ClientRequestToken": "token"}
    with pytest.raises(identity.exceptions.UnauthorizedClientException):
        identity.create_app_instance_user(**user)

    assert identity.create_app_instance_user(**user)["AppInstanceUserArn"].endswith("/user/new")


def test_sessions_of_sts(chime: ChimeFake) -> None:
    assert chime.boto3_client("sts").get_caller_identity()["Arn"] == chime.caller().principal_arn


@pytest.mark.chime_unused_setup("ignore")
def test_unused_setup_names_what_had_too_little_effect(chime: ChimeFake, chime_client: Any, alice: ChimeUser) -> None:
    listing = chime.faults.on(LIST_CHANNELS)
    listing.nth_call(1).delay(0.001)
    listing.by(alice)  # Another use of a sentence that was finished once.
    listing.with_probability(1).delay(0.001)
    listing.each_call(effects.passes(), effects.lost_request())
    listing.calls(2).fail(UNAUTHORIZED_CLIENT)
    chime.permissions.deny(SEND_CHANNEL_MESSAGE).close()
    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)

    unused = chime.unused_setup()

    assert [text.split("  ", 1)[1] for text in unused] == [
        'fault "ListChannels, always: call by call: pass, then lose the request" did not end: it applied to 1 of 2 calls',
        'fault "ListChannels, 2 calls: fail with UnauthorizedClientException" did not end: it applied to 1 of 2 calls',
        'permission rule "deny SendChannelMessage with UnauthorizedClientException" never applied: no SendChannelMessage was received',
    ]
    chime.reset()
    assert chime.unused_setup() == []


def test_what_was_used_before_it_was_cleared_is_not_reported(chime: ChimeFake, chime_client: Any, alice: ChimeUser) -> None:
    fault = chime.faults.on(LIST_CHANNELS).fail(UNAUTHORIZED_CLIENT)
    with pytest.raises(chime_client.exceptions.UnauthorizedClientException):
        chime_client.list_channels(AppInstanceArn=chime.app_instance().arn, ChimeBearer=alice.arn)
    chime.faults.clear()

    assert fault.times_applied() == 1
    assert chime.unused_setup() == []
