"""The pytest plugin, in runs of pytest of its own that connect to the fake of this run."""

from __future__ import annotations

import os

import pytest

from chime_messaging_fake import ChimeFake

CONNECT = "--chime-fake-url"


@pytest.fixture(autouse=True)
def surroundings(chime_fake: ChimeFake, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHIME_FAKE_JAR", "CHIME_FAKE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CHIME_CONTROL_TOKEN", chime_fake.control_token or "")


@pytest.fixture
def run(pytester: pytest.Pytester, chime_fake: ChimeFake) -> _Run:
    return _Run(pytester, chime_fake)


class _Run:
    def __init__(self, pytester: pytest.Pytester, fake: ChimeFake) -> None:
        self._pytester = pytester
        self._fake = fake

    def __call__(self, source: str, *arguments: str) -> pytest.RunResult:
        self._pytester.makepyfile(
            "from chime_messaging_fake import *\nfrom chime_messaging_fake import ChimeFake\nimport pytest\n\n" + source
        )
        return self._pytester.runpytest_inprocess(CONNECT, self._fake.control_address, "-W", "default", *arguments)


LIST = """
def list_channels(chime):
    chime.client(bearer=chime.user("alice")).list_channels(AppInstanceArn=chime.app_instance().arn)

"""


def test_the_journal_is_printed_under_a_failed_test_and_no_other(run: _Run) -> None:
    result = run(
        LIST
        + """
def test_passes(chime):
    list_channels(chime)

def test_fails(chime):
    chime.permissions.by("alice").deny()
    list_channels(chime)
"""
    )

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*- Chime calls -*",
            "What the fake at http://* was asked:",
            "1. ListChannels by alice, signed by IAM user test",
            "    401 UnauthorizedClientException: *",
            "      because: A rule of this test denies any operation by alice.*",
        ]
    )
    assert result.stdout.str().count("Chime calls") == 1


def test_a_mistake_is_shown_at_the_line_of_the_test(run: _Run) -> None:
    result = run(
        """
def test_fails(chime):
    chime.faults.on("SendChanelMessage").fail(FORBIDDEN)
"""
    )

    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines([">*chime.faults.on*", "E *Did you mean SendChannelMessage?"])
    result.stdout.no_fnmatch_line("*_control.py*")


def test_sessions_and_events_are_printed_beside_the_calls(run: _Run) -> None:
    result = run(
        """
from websockets.sync.client import connect

def test_fails(chime):
    bob = chime.user("bob")
    general = chime.channel("general", members=[bob])
    with connect(chime.sessions.connect_url(bob), proxy=None):
        chime.sessions.wait_open(bob)
        chime.actor(bob).send(general, "hello")
        assert chime.sessions.delivered(events.UPDATE_CHANNEL)

def test_has_no_session_and_no_event_of_the_one_before(chime):
    assert (chime.sessions.open(), chime.sessions.history(), chime.sessions.delivered(), chime.events.list()) == ([], [], [], [])
"""
    )

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        [
            "*- Chime calls -*",
            "1. GetMessagingSessionEndpoint*",
            "socket: connect as user/bob, signed by IAM user test: SESSION_ESTABLISHED",
            '2. SendChannelMessage "hello" by bob in general, by an actor, *',
            "socket: CREATE_CHANNEL_MESSAGE in *general sent to *user/bob",
        ]
    )


def test_the_journal_is_printed_under_a_failed_fixture(run: _Run) -> None:
    result = run(
        LIST
        + """
@pytest.fixture
def broken(chime):
    list_channels(chime)
    raise ValueError("broken")

def test_uses_it(broken):
    pass
"""
    )

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["1. ListChannels by alice, signed by IAM user test"])


def test_each_test_begins_with_the_baseline(run: _Run) -> None:
    result = run(
        """
@pytest.mark.parametrize("time", [1, 2])
def test_adds(chime, time):
    assert chime.journal.calls() == []
    assert [user["id"] for user in chime.state()["users"]] == ["admin", "alice", "bob"]
    chime.user("carol")
    chime.permissions.require_policies(True)
    with pytest.raises(Exception, match="AccessDenied"):
        chime.client(bearer=chime.user("alice")).list_channels(AppInstanceArn=chime.app_instance().arn)
"""
    )

    result.assert_outcomes(passed=2)


def test_what_a_module_sets_up_stays_for_its_tests_and_no_others(run: _Run, pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        test_a_first="""
def test_leaves_something(chime):
    chime.user("left")
""",
        test_z_last="""
def test_finds_nothing(chime):
    assert [user["id"] for user in chime.state()["users"]] == ["admin", "alice", "bob"]
    assert chime.faults.all() == []
""",
    )
    result = run(
        """
@pytest.fixture(scope="module")
def carol(chime_fake):
    chime_fake.faults.on(SEND_CHANNEL_MESSAGE).lose_response()
    yield chime_fake.user("carol")

@pytest.fixture(scope="class")
def club(chime_fake, carol):
    return chime_fake.channel("club", members=[carol])

class TestClub:
    @pytest.mark.parametrize("time", [1, 2])
    def test_with_club(self, chime, club, time):
        assert club.members() == [chime.user("carol").arn]
        club.add_member("alice")

def test_without_club(chime, carol):
    assert [user["id"] for user in chime.state()["users"]] == ["admin", "alice", "bob", "carol"]
    assert chime.state()["channels"] == []
    assert len(chime.faults.all()) == 1
"""
    )

    result.assert_outcomes(passed=5)


def test_a_fixture_that_a_test_asks_for_itself_changes_no_baseline(run: _Run) -> None:
    result = run(
        """
@pytest.fixture(scope="module")
def carol(chime_fake):
    return chime_fake.user("carol")

def test_asks(chime, request):
    chime.user("dave")
    request.getfixturevalue("carol")
    assert [user["id"] for user in chime.state()["users"]] == ["admin", "alice", "bob", "carol", "dave"]

def test_after_it(chime):
    assert [user["id"] for user in chime.state()["users"]] == ["admin", "alice", "bob"]
"""
    )

    result.assert_outcomes(passed=2)


UNUSED = (
    LIST
    + """
def test_sets_up(chime):
    chime.faults.on(SEND_CHANNEL_MESSAGE).by("alice").fail(FORBIDDEN)
    chime.faults.on(LIST_CHANNELS).once()
    chime.rates.enforce()
    list_channels(chime)
"""
)


def test_unused_setup_is_reported_with_its_line(run: _Run) -> None:
    result = run(UNUSED)

    result.assert_outcomes(passed=1, warnings=1)
    result.stdout.fnmatch_lines(
        [
            "*ChimeUnusedSetupWarning: Not used by this test: 2 parts of its set-up",
            '*test_*.py:* fault "SendChannelMessage by alice, always: fail with ForbiddenException" never applied: no Send*',
            "*test_*.py:* a fault with on ListChannels is unfinished: *",
        ]
    )


def test_unused_setup_fails_a_test_or_is_ignored(run: _Run) -> None:
    run(UNUSED, "--chime-fake-unused-setup=fail").assert_outcomes(passed=1, errors=1)
    run(UNUSED, "--chime-fake-unused-setup=ignore").assert_outcomes(passed=1)
    run('pytestmark = pytest.mark.chime_unused_setup("ignore")\n' + UNUSED).assert_outcomes(passed=1)
    run('pytestmark = pytest.mark.chime_unused_setup("no")\n' + UNUSED).stdout.fnmatch_lines(["*Expected one of fail, report, ignore."])


def test_without_a_fake_a_test_says_what_to_do(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("def test_it(chime): pass\n\ndef test_other(): pass")
    result = pytester.runpytest_inprocess()

    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*There is no fake for the tests. Name the jar of the fake with --chime-fake-jar*"])


def test_settings_that_are_not_valid(pytester: pytest.Pytester, chime_fake: ChimeFake) -> None:
    pytester.makepyfile("def test_it(chime): pass")
    result = pytester.runpytest_inprocess("--chime-fake-jar", "missing.jar")
    result.stdout.fnmatch_lines(["*missing.jar is not a file. Expected the path of chime-messaging-fake-standalone.jar."])
    result = pytester.runpytest_inprocess("--chime-fake-jar", "missing.jar", CONNECT, chime_fake.control_address)
    result.stdout.fnmatch_lines(["*--chime-fake-url and --chime-fake-jar were given, which contradict each other.*"])
    result = pytester.runpytest_inprocess(CONNECT, "http://127.0.0.1:1")
    result.stdout.fnmatch_lines(["*GET http://127.0.0.1:1/v1/readiness failed: * Check that the fake runs*"])
    result = pytester.runpytest_inprocess("-o", "chime_fake_unused_setup=no")
    result.stderr.fnmatch_lines(["*chime_fake_unused_setup is 'no'. Expected one of fail, report, ignore."])


def test_workers_of_xdist_do_not_share_a_fake(run: _Run) -> None:
    result = run("def test_it(chime): pass", "-n", "1")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*Workers of pytest-xdist cannot share the fake at --chime-fake-url*"])


def test_each_worker_of_xdist_starts_its_own_fake(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
import os
import pytest

@pytest.mark.parametrize("time", range(4))
def test_it(chime, time):
    with open(os.environ["PYTEST_XDIST_WORKER"], "w") as file:
        file.write(chime.endpoint)
"""
    )
    pytester.makeini(f"[pytest]\nchime_fake_jar = {os.path.relpath(JAR, pytester.path)}")
    result = pytester.runpytest_inprocess("-n", "2")

    result.assert_outcomes(passed=4)
    endpoints = [(pytester.path / worker).read_text() for worker in ("gw0", "gw1")]
    assert len(set(endpoints)) == 2


JAR = os.environ["CHIME_FAKE_JAR"]
