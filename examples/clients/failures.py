"""The failures: each error and each placement of docs/failures.tsv once, on SendChannelMessage where it has it."""

import csv
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BATCH = "BatchCreateChannelMembership"
COMMANDS = {"SendChannelMessage": "send", "CreateChannelMembership": "join", BATCH: "batch"}

# Placements without an error, and the effect of the control API for each.
TRANSPORT = {
    "BEFORE_EXECUTION": {"type": "lostRequest"},
    "RESPONSE_LOST": {"type": "lostResponse"},
    "RESPONSE_LOST_ONCE": {"type": "lostResponse"},
    "RESPONSE_DELAYED": {"type": "delay", "duration": "PT65S"},
}

# Failures that come from no service: what stands between, and the client's own settings.
FURTHER = {
    "a gateway responds with 502 and a page of HTML": {"type": "http", "status": 502, "body": {"html": "<h1>Bad gateway</h1>"}},
    "the body of the response is not JSON": {"type": "malformedBody"},
    "the body of the response ends too early": {"type": "truncatedBody"},
}
MEANINGS = {
    "credentials": [
        "ExpiredTokenException",
        "IncompleteSignatureException",
        "InvalidSignatureException",
        "MissingAuthenticationTokenException",
        "RequestExpired",
        "UnrecognizedClientException",
    ],
    "denied": ["AccessDeniedException", "ForbiddenException", "OptInRequired", "UnauthorizedClientException"],
    "later": ["ServiceFailureException", "ServiceUnavailableException", "ThrottledClientException", "ThrottlingException"],
}
NO_CREDENTIALS = "the client finds no credentials"
NOTHING_LISTENS = "nothing listens at the address"


class Failure:
    """One row of the table: which command fails, and how the fake is made to fail it."""

    def __init__(self, name, command, error=None, placement="BEFORE_EXECUTION", effect=None):
        self.name = name
        self.command = command
        self.error = error
        self.placement = placement
        self.effect = effect

    @property
    def meaning(self):
        """What the programs that say what to do about an error must say."""
        if self.error is None:
            return "later" if self.effect and "status" in self.effect else "unknown"
        return next((word for word, names in MEANINGS.items() if self.error in names), "invalid")

    @property
    def late(self):
        return self.placement == "RESPONSE_DELAYED"

    def set_up(self, fake, channel, caller):
        """Makes the calls to a channel by a caller fail. Returns what the environment of the client needs besides."""
        if self.name == NO_CREDENTIALS:
            return {"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}
        if self.name == NOTHING_LISTENS:
            return {"AWS_ENDPOINT_URL_CHIME_SDK_MESSAGING": "http://127.0.0.1:9"}
        if self.placement == "FROM_HERE_ON":
            self._change_state(fake, channel, caller)
            return {}
        if self.error == "UnauthorizedClientException":
            fake.call("POST", "/v1/permissions", {"inChannel": channel, "decision": "DENY"})
            return {}
        fault = {"inChannel": channel, "effect": self.effect or {"type": "error", "error": self.error}}
        if self.placement == "BATCH_MEMBER":
            fault |= {"on": [BATCH], "forMember": "bob"}
        if self.placement == "RESPONSE_LOST_ONCE":
            fault |= {"once": True, "attempts": 1}
        fake.call("POST", "/v1/faults", fault)
        return {}

    def _change_state(self, fake, channel, caller):
        """Brings about the cause itself: these failures last until somebody removes the cause."""
        match self.error:
            case "UnrecognizedClientException":
                fake.call("POST", f"/v1/callers/{caller['id']}/revoke")
            case "ExpiredTokenException":
                fake.call("POST", f"/v1/callers/{caller['id']}/expire")
            case "AccessDeniedException":
                statement = {"Effect": "Deny", "Action": "chime:SendChannelMessage", "Resource": "*"}
                policy = {"Version": "2012-10-17", "Statement": statement}
                fake.call("POST", "/v1/policies", {"caller": caller["id"], "name": "no-sending", "policy": policy})
            case "ForbiddenException":
                fake.call("DELETE", f"/v1/channels/{channel}/moderators/{channel}")
                fake.call("DELETE", f"/v1/channels/{channel}/members/{channel}")
            case "UnauthorizedClientException":
                fake.call("DELETE", f"/v1/users/{channel}")
            case _:
                raise SystemExit(f"{self.name}: add to failures.py what causes {self.error} for good")


def all_failures():
    """Returns every failure, in the order of the table of the kit."""
    failures = {}
    with open(ROOT / "docs/failures.tsv", newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t"):
            for placement in row["placements"].split():
                failure = of_row(row, placement)
                if failure and failure.name not in failures:
                    failures[failure.name] = failure
    for name, effect in FURTHER.items():
        failures[name] = Failure(name, "send", effect=effect)
    for name in (NO_CREDENTIALS, NOTHING_LISTENS):
        failures[name] = Failure(name, "send")
    return list(failures.values())


def of_row(row, placement):
    operations = row["operations"].split()
    command = next((name for operation, name in COMMANDS.items() if operation in operations or operations == ["*"]), None)
    if not command:
        return None
    if not row["error"]:
        return Failure(row["situation"], command, placement=placement, effect=TRANSPORT[placement])
    if placement == "BATCH_MEMBER":
        # The codes of members are shorter than the names of the errors of calls.
        error = service_error(row["error"])
        return Failure(f"{row['errorCode']}, for one member of a batch", "batch", error, placement)
    if placement == "FROM_HERE_ON":
        return Failure(f"{row['errorCode']}, from a call on", command, row["errorCode"], placement)
    return Failure(row["errorCode"], command, row["errorCode"], placement)


def service_error(constant):
    """Returns THROTTLED_CLIENT as ThrottledClientException."""
    return re.sub(r"(?:^|_)([a-z])", lambda letter: letter[1].upper(), constant.lower()) + "Exception"
