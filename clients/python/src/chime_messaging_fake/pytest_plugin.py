"""The pytest plugin: fixtures ``chime_fake``, ``chime`` and ``chime_client``, and the journal under each test that failed."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from . import ChimeFake

_URL_VARIABLE = "CHIME_FAKE_URL"
_JAR_VARIABLE = "CHIME_FAKE_JAR"
_TOKEN_VARIABLE = "CHIME_CONTROL_TOKEN"
_MARKER = "chime_unused_setup"
_MODES = ("fail", "report", "ignore")


class ChimeUnusedSetupWarning(pytest.PytestWarning):
    """A test has set up rules or faults that had no effect."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the options of the plugin."""
    group = parser.getgroup("chime-messaging-fake")
    group.addoption("--chime-fake-jar", metavar="JAR", help=f"jar of the fake, which is started. Default: {_JAR_VARIABLE}")
    group.addoption(
        "--chime-fake-url",
        metavar="URL",
        help=f"address of the control API of a running fake, used instead of a jar. Default: {_URL_VARIABLE}. "
        f"Its token is read from {_TOKEN_VARIABLE}",
    )
    group.addoption("--chime-fake-unused-setup", choices=_MODES, help="what is done about set-up that was not used. Default: report")
    parser.addini("chime_fake_jar", "jar of the fake, relative to the directory of the configuration file")
    parser.addini("chime_fake_url", "address of the control API of a running fake")
    parser.addini("chime_fake_unused_setup", "fail, report or ignore set-up that was not used", default="report")


def pytest_configure(config: pytest.Config) -> None:
    """Checks the options, and registers the hooks."""
    mode = _unused_setup(config)
    if mode not in _MODES:
        raise pytest.UsageError(f"chime_fake_unused_setup is {mode!r}. Expected one of {', '.join(_MODES)}.")
    config.addinivalue_line("markers", f"{_MARKER}(mode): fail, report or ignore set-up that this test did not use")
    config.pluginmanager.register(_Baselines(), "chime_messaging_fake_baselines")


def _unused_setup(config: pytest.Config, item: Any = None) -> str:
    marker = None if item is None else item.get_closest_marker(_MARKER)
    if marker is not None:
        if len(marker.args) != 1 or marker.args[0] not in _MODES:
            pytest.fail(f"{_MARKER}{marker.args!r} is not valid. Expected one of {', '.join(_MODES)}.", pytrace=False)
        return str(marker.args[0])
    return str(config.getoption("--chime-fake-unused-setup") or config.getini("chime_fake_unused_setup"))


def _shorten_tracebacks(error: type[Exception]) -> None:
    """Lets the traceback of this error end at the line of the test, as its message says all. Other errors keep theirs."""
    prefix = f"{__package__}._"
    for name, module in list(sys.modules.items()):
        if name.startswith(prefix):
            module.__dict__["__tracebackhide__"] = lambda failure: failure is not None and failure.errisinstance(error)


def _start_or_connect(config: pytest.Config) -> ChimeFake:
    from . import ChimeFake, ChimeFakeError

    _shorten_tracebacks(ChimeFakeError)
    url = config.getoption("--chime-fake-url")
    jar = config.getoption("--chime-fake-jar")
    if url and jar:
        raise pytest.UsageError("--chime-fake-url and --chime-fake-jar were given, which contradict each other. Leave out one of them.")
    if not jar:
        url = url or os.environ.get(_URL_VARIABLE) or config.getini("chime_fake_url")
    try:
        if url:
            if hasattr(config, "workerinput"):
                pytest.fail(
                    "Workers of pytest-xdist cannot share the fake at --chime-fake-url, because each resets it for its tests. "
                    "Run without -n, or let each worker start a fake of its own with --chime-fake-jar.",
                    pytrace=False,
                )
            return ChimeFake.connect(str(url), token=os.environ.get(_TOKEN_VARIABLE))
        jar = jar or os.environ.get(_JAR_VARIABLE)
        ini = config.getini("chime_fake_jar")
        if not jar and ini:
            jar = os.path.join(config.inipath.parent if config.inipath else config.rootpath, str(ini))
        if not jar:
            pytest.fail(
                "There is no fake for the tests. Name the jar of the fake with --chime-fake-jar, the environment variable "
                f"{_JAR_VARIABLE} or chime_fake_jar in the configuration of pytest; or start it yourself with --control-port, "
                "and name the address of its control API with --chime-fake-url.",
                pytrace=False,
            )
        return ChimeFake.start(str(jar))
    except ChimeFakeError as error:
        pytest.fail(str(error), pytrace=False)


@pytest.fixture(scope="session")
def chime_fake(pytestconfig: pytest.Config) -> Iterator[ChimeFake]:
    """A fake for all tests of the run. What fixtures of a wider scope than a function set up in it, stays for the tests of that scope."""
    fake = _start_or_connect(pytestconfig)
    fake.reset()
    with fake:
        yield fake


@pytest.fixture
def chime(chime_fake: ChimeFake, request: pytest.FixtureRequest) -> Iterator[ChimeFake]:
    """The fake, reset for this test. If the test fails, the calls that the fake received are printed."""
    chime_fake.reset()
    item = request.node
    item.stash[_FAKE] = chime_fake
    request.config.stash[_IN_TEST] = True
    yield chime_fake
    request.config.stash[_IN_TEST] = False
    del item.stash[_FAKE]
    mode = _unused_setup(request.config, item)
    if mode == "ignore" or not item.stash.get(_PASSED, False):
        return
    unused = chime_fake.unused_setup()
    if not unused:
        return
    if mode == "fail":
        pytest.fail(_not_used(unused), pytrace=False)
    item.warn(ChimeUnusedSetupWarning(_not_used(unused)))


@pytest.fixture
def chime_client(chime: ChimeFake) -> Any:
    """A boto3 client of chime-sdk-messaging that calls the fake."""
    return chime.client()


_FAKE = pytest.StashKey["ChimeFake"]()
_PASSED = pytest.StashKey[bool]()
_IN_TEST = pytest.StashKey[bool]()


def _not_used(unused: list[str]) -> str:
    parts = "1 part" if len(unused) == 1 else f"{len(unused)} parts"
    return "\n  ".join([f"Not used by this test: {parts} of its set-up", *unused])


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, None]:
    """Adds the journal to the report of a failure."""
    outcome = yield
    report = outcome.get_result()
    if report.when == "call":
        item.stash[_PASSED] = report.passed
    fake = item.stash.get(_FAKE, None)
    if fake is None or not report.failed:
        return
    try:
        report.sections.append(("Chime calls", f"What the fake at {fake.endpoint} was asked:\n{fake.journal.text()}"))
        unused = fake.unused_setup()
        if unused:
            report.sections.append(("Chime set-up", _not_used(unused)))
    except Exception as error:  # The failure of the test must be reported, whatever became of the fake.
        report.sections.append(("Chime calls", f"The journal cannot be read: {error}"))


class _Baselines:
    """Makes what fixtures of classes, modules, packages and the session set up the baseline of their tests."""

    def __init__(self) -> None:
        self._dependents = {"chime_fake"}
        self._before: dict[Any, Any] = {}

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Generator[None, Any, None]:
        if fixturedef.scope == "function" or self._dependents.isdisjoint(fixturedef.argnames):
            yield
            return
        self._dependents.add(fixturedef.argname)
        if request.config.stash.get(_IN_TEST, False):  # The test asks for it itself, and must keep what it has set up.
            yield
            return
        fake: ChimeFake = request.getfixturevalue("chime_fake")
        fake.reset()  # Of the test before, nothing may get into the baseline.
        self._before[fixturedef] = fake, fake.snapshots.take()
        yield
        fake.snapshots.mark_baseline()

    def pytest_fixture_post_finalizer(self, fixturedef: Any) -> None:
        fake, before = self._before.pop(fixturedef, (None, None))
        if fake is not None:
            fake.snapshots.restore(before)
            fake.snapshots.mark_baseline()
            fake.snapshots.delete(before)
