"""A handler as AWS Lambda calls it, behind a small HTTP server: POST /channels {"name": "general"} creates a channel."""

import json
import os
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
from botocore.exceptions import ClientError

client = boto3.client("chime-sdk-messaging")


def handler(event, context):
    try:
        created = client.create_channel(
            AppInstanceArn=os.environ["CHAT_APP_INSTANCE"],
            ChimeBearer=os.environ["CHAT_USER"],
            Name=json.loads(event["body"])["name"],
        )
        return {"statusCode": 201, "body": json.dumps({"channelArn": created["ChannelArn"]})}
    except ClientError as e:
        return {"statusCode": 502, "body": json.dumps({"error": e.response["Error"]["Code"]})}


class Gateway(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        response = handler({"httpMethod": "POST", "path": self.path, "body": body}, None)
        content = response["body"].encode()
        self.send_response(response["statusCode"])
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    HTTPServer(("", int(os.environ.get("PORT", "8120"))), Gateway).serve_forever()
