"""Calls the fake with the older client, boto3.client("chime"), which has the operations of messaging and identity.

Usage: older_chime.py FIRST_LINE, the line that the standalone server prints first with --log json.
"""
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import EndpointConnectionError


def client(started, **config):
    return boto3.client(
        "chime",
        region_name=started["region"],
        endpoint_url=started["endpoint"],
        aws_access_key_id=started["accessKeyId"],
        aws_secret_access_key=started["secretAccessKey"],
        config=Config(retries={"max_attempts": 1}, **config),
    )


def main():
    started = json.loads(sys.argv[1])
    app = started["appInstanceArn"]
    chime = client(started, inject_host_prefix=False)
    user = chime.create_app_instance_user(AppInstanceArn=app, AppInstanceUserId="carol", Name="Carol", ClientRequestToken="token")
    carol = user["AppInstanceUserArn"]
    of_carol = {"ChimeBearer": carol}
    channel = chime.create_channel(AppInstanceArn=app, Name="general", ClientRequestToken="token", **of_carol)["ChannelArn"]
    sent = chime.send_channel_message(
        ChannelArn=channel, Content="hello", Type="STANDARD", Persistence="PERSISTENT", ClientRequestToken="token", **of_carol
    )
    messages = chime.list_channel_messages(ChannelArn=channel, **of_carol)["ChannelMessages"]
    assert [each["MessageId"] for each in messages] == [sent["MessageId"]], messages
    assert carol in {each["AppInstanceUserArn"] for each in chime.list_app_instance_users(AppInstanceArn=app)["AppInstanceUsers"]}
    try:
        chime.list_channels(AppInstanceArn=app, ChimeBearer=app + "/user/unregistered")
        raise AssertionError("An unregistered bearer was accepted")
    except chime.exceptions.UnauthorizedClientException as e:
        assert e.response["ResponseMetadata"]["HTTPStatusCode"] == 401
    try:
        client(started).list_channels(AppInstanceArn=app, **of_carol)
        print("Without inject_host_prefix=False, the call arrived as well: this machine resolves messaging-127.0.0.1")
    except EndpointConnectionError as e:
        assert "messaging-127.0.0.1" in str(e), e
    print("The older client created a user and a channel, sent a message, and got UnauthorizedClientException")


if __name__ == "__main__":
    main()
