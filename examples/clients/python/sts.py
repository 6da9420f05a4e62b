"""Credentials from STS at the fake, with boto3: the session of a role, and one for the token of an identity provider.

    python sts.py TOKEN_FILE

The address comes from AWS_ENDPOINT_URL_STS and AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING, the keys from the environment.
"""

import json
import os
import sys

import boto3

account = boto3.client("sts").get_caller_identity()["Account"]
user = os.environ["CHAT_USER"]
app_instance = user.partition("/user/")[0]

assumed = boto3.client("sts").assume_role(RoleArn=f"arn:aws:iam::{account}:role/chat-backend", RoleSessionName="web")
keys = assumed["Credentials"]
chat = boto3.client(
    "chime-sdk-messaging",
    aws_access_key_id=keys["AccessKeyId"],
    aws_secret_access_key=keys["SecretAccessKey"],
    aws_session_token=keys["SessionToken"],
)
chat.list_channels(AppInstanceArn=app_instance, ChimeBearer=user)

# With these variables, which EKS sets in a pod, every SDK exchanges the token by itself. It then needs no keys.
del os.environ["AWS_ACCESS_KEY_ID"], os.environ["AWS_SECRET_ACCESS_KEY"]
os.environ.pop("AWS_SESSION_TOKEN", None)
os.environ["AWS_ROLE_ARN"] = f"arn:aws:iam::{account}:role/pod"
os.environ["AWS_WEB_IDENTITY_TOKEN_FILE"] = sys.argv[1]
pod = boto3.session.Session()
pod.client("chime-sdk-messaging").list_channels(AppInstanceArn=app_instance, ChimeBearer=user)
print(json.dumps({"result": [assumed["AssumedRoleUser"]["Arn"], pod.client("sts").get_caller_identity()["Arn"]]}))
