"""Starts the standalone server and speaks to its control API, with the standard library alone."""

import json
import subprocess
import urllib.request


class Fake:
    """A server that ends with this process. Use it in a "with" statement."""

    def __init__(self, jar):
        command = ["java", "-XX:TieredStopAtLevel=1", "-jar", str(jar)]
        options = ["--port", "0", "--control-port", "0", "--log", "json", "--until-stdin-closes"]
        self.process = subprocess.Popen(command + options, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"The server did not start: {' '.join(command + options)}")
        self.started = json.loads(line)
        self.endpoint = self.started["endpoint"]
        self.app_instance = self.started["appInstanceArn"]
        subprocess.Popen(["cat"], stdin=self.process.stdout, stdout=subprocess.DEVNULL)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=30)

    def call(self, method, path, body=None):
        """Calls the control API and returns the JSON of the response."""
        request = urllib.request.Request(self.started["control"] + path, method=method)
        if body is not None or method != "GET":
            request.add_header("Content-Type", "application/json")
        data = None if body is None else json.dumps(body).encode()
        try:
            with urllib.request.urlopen(request, data) as response:
                return json.loads(response.read() or "null")
        except urllib.error.HTTPError as e:
            raise SystemExit(f"{method} {path} {body}: {e.code} {e.read().decode()}") from None

    def user(self, name):
        return f"{self.app_instance}/user/{name}"

    def environment(self, caller, user):
        """The environment variables for a client that signs as a caller and calls as a user."""
        variables = {
            "AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING": self.endpoint,
            "AWS_ENDPOINT_URL_STS": self.endpoint,
            "AWS_ACCESS_KEY_ID": caller["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": caller["secretAccessKey"],
            "AWS_REGION": self.started["region"],
            "AWS_DEFAULT_REGION": self.started["region"],
            "CHAT_USER": user,
        }
        if "sessionToken" in caller:
            variables["AWS_SESSION_TOKEN"] = caller["sessionToken"]
        return variables
