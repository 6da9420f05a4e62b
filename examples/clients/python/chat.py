"""A chat client with boto3: prints one line of JSON, the result of a call or how it failed.

    python chat.py story                     creates a channel, adds a member, sends and lists
    python chat.py send CHANNEL_ARN
    python chat.py join CHANNEL_ARN USER_ARN
    python chat.py batch CHANNEL_ARN USER_ARN

The address and the keys come from the environment: AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, AWS_ACCESS_KEY_ID and so on.
CHAT_USER is the ARN of the user that calls.
"""

import json
import os
import sys

import boto3
from botocore.exceptions import BotoCoreError, ClientError

client = boto3.client("chime-sdk-messaging")
user = os.environ["CHAT_USER"]
app_instance = user.partition("/user/")[0]


def send(channel):
    return client.send_channel_message(
        ChannelArn=channel, ChimeBearer=user, Content="hello", Type="STANDARD", Persistence="PERSISTENT"
    )["MessageId"]


def join(channel, member):
    return client.create_channel_membership(ChannelArn=channel, ChimeBearer=user, MemberArn=member, Type="DEFAULT")[
        "Member"
    ]["Arn"]


def batch(channel, member):
    response = client.batch_create_channel_membership(ChannelArn=channel, ChimeBearer=user, MemberArns=[member])
    return [error["ErrorCode"] for error in response["Errors"]]


def story():
    channel = client.create_channel(AppInstanceArn=app_instance, ChimeBearer=user, Name="story")["ChannelArn"]
    join(channel, app_instance + "/user/bob")
    send(channel)
    messages = client.list_channel_messages(ChannelArn=channel, ChimeBearer=user)["ChannelMessages"]
    return [message["Content"] for message in messages]


command, *arguments = sys.argv[1:]
try:
    outcome = {"result": {"send": send, "join": join, "batch": batch, "story": story}[command](*arguments)}
except ClientError as e:
    # The service has responded with an error. Modeled errors have classes: client.exceptions.UnauthorizedClientException.
    outcome = {
        "class": type(e).__name__,
        "code": e.response["Error"]["Code"],
        "status": e.response["ResponseMetadata"]["HTTPStatusCode"],
    }
except BotoCoreError as e:
    # There was no response, or none that could be read.
    outcome = {"class": type(e).__name__, "code": None, "status": None}
except Exception as e:  # what boto3 does not wrap, such as a body that is not JSON
    outcome = {"class": type(e).__name__, "code": None, "status": None}
print(json.dumps(outcome))
