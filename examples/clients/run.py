#!/usr/bin/env python3
"""Runs every client against the standalone server, and compares how calls fail with docs/failures-by-client.md.

    run.py            every client and every failure; minutes, as some clients wait for a response a minute
    run.py --short    boto3, AWS CLI and JavaScript v3, with a few failures
    run.py --write    as without options, and writes the tables of the page
"""

import argparse
import re
import sys
import tempfile
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from threading import Lock

sys.dont_write_bytecode = True
from clients import Unavailable, all_clients
from failures import NO_CREDENTIALS, ROOT, all_failures
from fake import Fake
from page import PAGE, Row, Table, read_tables, write_tables

WRITING = Lock()
SHORT_CLIENTS = ["boto3", "AWS CLI", "JavaScript SDK v3"]
SHORT_FAILURES = [
    "UnauthorizedClientException",
    "ThrottledClientException",
    "ExpiredTokenException, from a call on",
    "the connection is closed before the response to the first attempt arrives",
]


def find_jar():
    jars = sorted(ROOT.glob("standalone/target/chime-messaging-fake-standalone-*.jar"))
    jars = [jar for jar in jars if not jar.stem.endswith(("-sources", "-javadoc"))]
    if not jars:
        raise SystemExit("standalone/target has no jar. Make it as docs/standalone.md says.")
    return jars[0]


def identifier(client, name):
    text = f"{client.name} {name}"
    return re.sub(r"[^a-z0-9]+", "-", text.lower())[:40] + f"-{zlib.crc32(text.encode()):08x}"


def prepare(fake, place):
    """Puts a channel into the fake with a moderator of the same id, and returns a caller with temporary credentials."""
    fake.call("POST", "/v1/users", {"id": place})
    fake.call("POST", "/v1/channels", {"id": place, "name": place, "members": [place], "moderators": [place]})
    return fake.call("POST", "/v1/callers", {"principal": f"role/{place}", "expiresIn": "PT1H"})


def check_story(fake, client):
    """Creates a channel, adds a member, sends and lists."""
    caller = fake.call("POST", "/v1/callers", {"principal": f"user/{identifier(client, 'story')}"})
    outcome = client.run(["story"], fake.environment(caller, fake.user("alice")))
    if outcome != {"result": ["hello"]}:
        raise SystemExit(f"{client.name}: expected the message that it sent, and it printed {outcome}")


def check_sts(fake, client):
    """Gets credentials from STS at the fake, and calls with them."""
    caller = fake.call("POST", "/v1/callers", {"principal": f"user/{identifier(client, 'sts')}"})
    token = f"token of {client.name}"
    fake.call("POST", "/v1/web-identities", {"token": token, "role": "role/pod"})
    with tempfile.NamedTemporaryFile("w", suffix=".token") as file:
        file.write(token)
        file.flush()
        outcome = client.run([file.name], fake.environment(caller, fake.user("alice")), client.sts)
    roles = [arn.split("/")[1] for arn in outcome.get("result", [])]
    if roles != ["chat-backend", "pod"]:
        raise SystemExit(f"{client.name}: expected sessions of two roles, and it printed {outcome}")


def arrivals(fake, place):
    """Returns when each attempt arrived at the fake, once the journal does not grow any more."""
    times = None
    while True:
        calls = fake.call("GET", f"/v1/journal?inChannel={place}")["calls"]
        found = sorted(attempt["receivedAt"] for call in calls for attempt in call["attempts"])
        if found == times:
            return [datetime.fromisoformat(re.sub(r"(\.\d{6})\d*Z|Z", r"\1+00:00", text)) for text in found]
        times = found
        time.sleep(0.2)


def fail(fake, client, failure, short):
    """Lets one call fail, and returns the row of the table."""
    place = identifier(client, failure.name)
    caller = prepare(fake, place)
    variables = fake.environment(caller, fake.user(place))
    variables |= failure.set_up(fake, place, caller)
    if short:
        variables["AWS_MAX_ATTEMPTS"] = "2"  # class and code are the same after fewer retries
    if variables["AWS_ACCESS_KEY_ID"] == "":
        variables = {name: value for name, value in variables.items() if value and name != "AWS_SESSION_TOKEN"}
    arguments = [failure.command, f"{fake.app_instance}/channel/{place}"]
    if failure.command != "send":
        arguments.append(fake.user("bob"))
    begun = time.monotonic()
    outcome = client.run(arguments, variables)
    took = time.monotonic() - begun
    if outcome.get("meaning", failure.meaning) != failure.meaning and failure.name != NO_CREDENTIALS:
        raise SystemExit(f"{client.name}, {failure.name}: expected the meaning {failure.meaning}, and it printed {outcome}")
    if failure.late:
        time.sleep(66)  # until the last response is sent, which is when a call comes into the journal
    times = arrivals(fake, place)
    if not failure.late:
        took = (times[-1] - times[0]).total_seconds() if times else 0
    return Row.of(failure.name, outcome, len(times), round(took))


def run_client(fake, client, version, failures, options):
    """Runs one client. Returns its table, and what went wrong besides."""
    problems = []

    def attempt(action, *arguments):
        try:
            return action(fake, client, *arguments)
        except (Exception, SystemExit) as e:
            problems.append(f"{client.name}: {e}")
            print(problems[-1], flush=True)

    attempt(check_story)
    if client.sts:
        attempt(check_sts)
    # The late ones wait most of their time, so they run beside the others.
    with ThreadPoolExecutor(2) as late:
        waiting = {f.name: late.submit(attempt, fail, f, options.short) for f in failures if f.late}
        rows = [None if f.late else attempt(fail, f, options.short) for f in failures]
        rows = [waiting[f.name].result() if f.late else row for f, row in zip(failures, rows)]
    table = Table(client.name, version, [row for row in rows if row])
    print(f"{client.name} {version}: sent and listed, and {len(table.rows)} calls failed as intended", flush=True)
    if options.write:
        with WRITING:
            write_tables([table])
    return table, problems


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--client", action="append", help="only this client, by the name in the page")
    options = parser.parse_args()

    failures = [failure for failure in all_failures() if not options.short or failure.name in SHORT_FAILURES]
    chosen = options.client or (SHORT_CLIENTS if options.short else None)
    ready = []
    for client in all_clients():
        if chosen and client.name not in chosen:
            continue
        try:
            ready.append((client, client.install()))
        except Unavailable as e:
            print(f"{client.name}: skipped, {e}", flush=True)
    with Fake(find_jar()) as fake, ThreadPoolExecutor(4) as pool:
        running = [pool.submit(run_client, fake, client, version, failures, options) for client, version in ready]
        results = [future.result() for future in running]

    problems = [problem for _, found in results for problem in found]
    if not options.write:
        known = read_tables()
        problems += [problem for table, _ in results for problem in table.differences(known)]
    print("\n".join(problems) or f"All as in {PAGE.relative_to(ROOT)}")
    sys.exit(bool(problems))


main()
