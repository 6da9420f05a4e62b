"""The clients: how each is installed and run. A client that cannot be had here is skipped, and the reason is said."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


class Unavailable(Exception):
    """A client that cannot be had here."""


def output(command, **options):
    """Runs a command and returns what it printed."""
    if not shutil.which(command[0]):
        raise Unavailable(f"{command[0]} is not installed")
    result = subprocess.run(command, capture_output=True, text=True, **options)
    if result.returncode:
        last = (result.stderr.strip() or result.stdout.strip() or "no output").splitlines()[-1]
        raise Unavailable(f"{' '.join(map(str, command))} failed: {last}")
    return result.stdout.strip() or result.stderr.strip()


class Client:
    """A program in a folder next to this file."""

    # Another program in the folder that gets credentials from STS.
    sts = None

    def __init__(self, name, folder):
        self.name = name
        self.folder = HERE / folder

    def install(self):
        """Makes the program ready and returns the version of the SDK."""
        raise NotImplementedError

    def command(self, program=None):
        raise NotImplementedError

    def environment(self):
        return {}

    def run(self, arguments, variables, program=None):
        """Runs the program and returns the line of JSON that it printed."""
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("AWS_")}
        surroundings |= {"AWS_EC2_METADATA_DISABLED": "true", "AWS_CONFIG_FILE": os.devnull}
        surroundings |= {"AWS_SHARED_CREDENTIALS_FILE": os.devnull, "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
        surroundings |= self.environment() | variables
        result = subprocess.run(self.command(program) + arguments, capture_output=True, text=True, env=surroundings)
        lines = [line for line in result.stdout.splitlines() if line.startswith("{")]
        if not lines:
            raise SystemExit(f"{self.name} {arguments} printed no result: {result.stdout}{result.stderr}")
        return json.loads(lines[-1])


class Python(Client):
    module = "boto3"
    sts = "sts.py"

    def python(self):
        """Returns an interpreter that has the module: this one, or that of a virtual environment."""
        if subprocess.run([sys.executable, "-c", f"import {self.module}"], capture_output=True).returncode == 0:
            return Path(sys.executable)
        return self.folder / "target/venv/bin/python"

    def install(self):
        python = self.python()
        if not python.exists():
            output([sys.executable, "-m", "venv", str(self.folder / "target/venv")])
            output([python, "-m", "pip", "--quiet", "install", "-r", self.folder / "requirements.txt"])
        return output([python, "-c", f"import {self.module}; print({self.module}.__version__)"])

    def command(self, program=None):
        return [str(self.python()), str(self.folder / (program or "chat.py"))]


class Cli(Python):
    module = "awscli"
    sts = "sts.sh"

    def install(self):
        if shutil.which("aws"):
            return re.match(r"aws-cli/(\S+)", output(["aws", "--version"])).group(1)
        return super().install()

    def environment(self):
        return {} if shutil.which("aws") else {"PATH": f"{self.folder}/target/venv/bin:{os.environ['PATH']}"}

    def command(self, program=None):
        return ["bash", str(self.folder / (program or "chat.sh"))]


class JavaScript(Client):
    def __init__(self, name, folder, program, package):
        super().__init__(name, folder)
        self.program = program
        self.package = package

    def install(self):
        manifest = self.folder / "node_modules" / self.package / "package.json"
        if not manifest.exists():
            output(["npm", "install", "--silent", "--no-fund", "--no-audit", "--no-package-lock"], cwd=self.folder)
        return json.loads(manifest.read_text())["version"]

    def command(self, program=None):
        return ["node", str(self.folder / self.program)]


class Java(Client):
    def __init__(self, name, folder, program="Chat"):
        super().__init__(name, folder)
        self.program = program

    def install(self):
        goals = ["compile", "dependency:build-classpath", "-Dmdep.outputFile=target/classpath"]
        output(["mvn", "-q", *goals], cwd=self.folder)
        return re.findall(r"<version>(.*)</version>", (self.folder / "pom.xml").read_text())[-1]

    def command(self, program=None):
        classes = f"{self.folder}/target/classes:{(self.folder / 'target/classpath').read_text().strip()}"
        quiet = ["-Daws.java.v1.disableDeprecationAnnouncement=true"]
        return ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", *quiet, "-cp", classes, self.program]


class Go(Client):
    def install(self):
        output(["go", "build", "-o", "target/chat", "."], cwd=self.folder)
        return re.search(r"aws-sdk-go v(\S+)", (self.folder / "go.mod").read_text()).group(1)

    def command(self, program=None):
        return [str(self.folder / "target/chat")]


class Rust(Client):
    def install(self):
        output(["cargo", "build", "--quiet"], cwd=self.folder, env=os.environ | {"CARGO_PROFILE_DEV_DEBUG": "0"})
        return re.search(r'name = "aws-sdk-chimesdkmessaging"\nversion = "(.*)"', (self.folder / "Cargo.lock").read_text())[1]

    def command(self, program=None):
        return [str(self.folder / "target/debug/chat")]


def all_clients():
    """Returns every client, those of the short form first."""
    return [
        Python("boto3", "python"),
        Cli("AWS CLI", "cli"),
        JavaScript("JavaScript SDK v3", "javascript", "chat.mjs", "@aws-sdk/client-chime-sdk-messaging"),
        Java("Java SDK v2", "java"),
        Java("Java SDK v2 async", "java", "ChatAsync"),
        Java("Java SDK v1", "java-v1"),
        JavaScript("JavaScript SDK v2", "javascript-v2", "chat.js", "aws-sdk"),
        Go("Go SDK v1", "go"),
        Rust("Rust SDK", "rust"),
    ]
