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
from botocore.exceptions import ClientError, NoCredentialsError

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


CREDENTIALS = {
    "ExpiredTokenException",
    "IncompleteSignatureException",
    "InvalidSignatureException",
    "MissingAuthenticationTokenException",
    "RequestExpired",
    "UnrecognizedClientException",
}


def meaning(error):
    """What the caller of the code should do about an error."""
    if isinstance(error, NoCredentialsError):
        return "credentials"
    if not isinstance(error, ClientError):
        return "unknown"  # no response that can be read: the message may be stored, so send it again with the same token
    code = error.response["Error"]["Code"]
    status = error.response["ResponseMetadata"]["HTTPStatusCode"]
    if code in CREDENTIALS:
        return "credentials"  # get others
    if code in ("ThrottledClientException", "ThrottlingException") or status >= 500:
        return "later"
    if status in (401, 403):
        return "denied"
    return "invalid"  # the request, or the state of what it is about


command, *arguments = sys.argv[1:]
try:
    outcome = {"result": {"send": send, "join": join, "batch": batch, "story": story}[command](*arguments)}
except ClientError as e:
    # The service has responded with an error. Modeled errors have classes: client.exceptions.UnauthorizedClientException.
    code, status = e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"]
    outcome = {"class": type(e).__name__, "code": code, "status": status, "meaning": meaning(e)}
except Exception as e:
    # There was no response, or none that could be read: mostly a BotoCoreError.
    outcome = {"class": type(e).__name__, "code": None, "status": None, "meaning": meaning(e)}
print(json.dumps(outcome))
