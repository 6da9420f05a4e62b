"""The fake."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ._actors import Actor
from ._boto import create_client
from ._control import ChimeFakeError, Control, Duration, given, optional_duration, segment
from ._events import Events
from ._faults import Faults
from ._journal import Journal
from ._limits import Consistency, Rates
from ._permissions import Permissions
from ._process import FakeProcess
from ._resources import (
    ChimeAppInstance,
    ChimeCaller,
    ChimeChannel,
    ChimeUser,
    UserLike,
    register,
)
from ._sentences import Door, SetUp
from ._sessions import Sessions
from ._settings import (
    ChimeClock,
    Credentials,
    Directory,
    Flows,
    LeastPrivilege,
    Quotas,
    Roles,
    Snapshot,
    Snapshots,
    StateDifference,
    wait_for_background_work,
)
from ._streams import Streams


class ChimeFake:
    """A running fake of Amazon Chime SDK messaging, which this class sets up and reads with the control API.

    ``ChimeFake.start(jar=…)`` starts one, ``ChimeFake.connect(address)`` takes one that runs. ``with`` closes it at the end of the block.
    Threads may share it.
    """

    def __init__(self, control: Control, process: FakeProcess | None, app_instance_arn: str | None) -> None:
        self._control = control
        self._process = process
        self._app_instance_arn = app_instance_arn
        self._setup = SetUp()
        self._default_caller: ChimeCaller | None = None
        ready = control.get("/v1/readiness")
        self.endpoint = str(ready["endpoint"])
        self.region = str(ready["region"])
        self.faults = Faults(
            self._door("faults", "fault"),
            self._door("connect-faults", "fault on connects", "faults"),
            self._door("event-faults", "fault on events", "faults"),
        )
        self.permissions = Permissions(
            self._door("permissions", "permission rule"),
            self._door("connect-permissions", "permission rule on connects", "permissions"),
        )
        self.rates = Rates(self._door("rates", "rate limit"))
        self.consistency = Consistency(self._door("consistency", "stale read"))
        self.journal = Journal(control)
        self.events = Events(control)
        self.sessions = Sessions(control, self.client, self.caller, self._user_arn)
        self.streams = Streams(control)
        self.clock = ChimeClock(control)
        self.credentials = Credentials(control, self.caller, self._replaced)
        self.snapshots = Snapshots(control, self._forget)
        self.quotas = Quotas(control)
        self.directory = Directory(control)
        self.roles = Roles(control)
        self.flows = Flows(control)
        self.least_privilege = LeastPrivilege(control)

    def _door(self, path: str, noun: str, key: str | None = None) -> Door:
        return Door(self._control, "/v1/" + path, key or path, noun, self._setup)

    @classmethod
    def start(
        cls,
        jar: str | os.PathLike[str] | None = None,
        *,
        java: str | None = None,
        arguments: Sequence[str] = (),
        timeout: float = 60.0,
    ) -> ChimeFake:
        """Starts a fake on free ports of the loopback address.

        Without ``jar``, the environment variable CHIME_FAKE_JAR has its path. ``arguments`` are further options of the jar, for
        example ``["--app-instance", "chat"]``; ``timeout`` is in seconds. The fake ends with this process at the latest.
        """
        process = FakeProcess(jar, java, arguments, timeout)
        try:
            control = Control(process.started["control"], process.token)
            return cls(control, process, process.started["appInstanceArn"])
        except BaseException:
            process.stop()
            raise

    @classmethod
    def connect(cls, address: str, *, token: str | None = None, app_instance_arn: str | None = None) -> ChimeFake:
        """Connects to the control API of a running fake. ``app_instance_arn`` is needed only if it has several app instances."""
        return cls(Control(address, token), None, app_instance_arn)

    def close(self) -> None:
        """Ends the fake if it was started by ``start``. Can be called again."""
        process, self._process = self._process, None
        if process is not None:
            process.stop()

    def __enter__(self) -> ChimeFake:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<fake at {self.endpoint}, control API at {self._control.address}>"

    @property
    def control_address(self) -> str:
        """The address of the control API."""
        return self._control.address

    @property
    def control_token(self) -> str | None:
        """The token of the control API, or None if it has none."""
        return self._control.token

    # Contents

    def user(self, id: str, *, name: str | None = None, metadata: str | None = None, admin: bool | None = None) -> ChimeUser:
        """Returns a user of the default app instance, who is registered if necessary."""
        return register(self._control, "users", id, name=name, metadata=metadata, admin=admin)

    def admin(self, id: str) -> ChimeUser:
        """Returns an administrator of the default app instance, who is registered if necessary."""
        user = self.user(id)
        self._control.send("PATCH", "/v1/users/" + segment(user.arn), {"admin": True})
        return user

    def bot(self, id: str, *, name: str | None = None, metadata: str | None = None) -> ChimeUser:
        """Returns a bot of the default app instance, which is registered if necessary."""
        return register(self._control, "bots", id, name=name, metadata=metadata)

    def unregistered(self, id: str) -> ChimeUser:
        """Returns a user who is not registered. As a bearer, it gets ``UnauthorizedClientException``."""
        return self.app_instance().unregistered(id)

    def channel(
        self,
        name: str,
        *,
        members: Iterable[UserLike] = (),
        hidden_members: Iterable[UserLike] = (),
        moderators: Iterable[UserLike] = (),
        creator: UserLike | None = None,
        id: str | None = None,
        mode: str | None = None,
        privacy: str | None = None,
        metadata: str | None = None,
        messages: Iterable[tuple[UserLike, str]] = (),
    ) -> ChimeChannel:
        """Creates a channel with exactly these members, moderators and messages (pairs of a sender and a text)."""
        stored = self._control.send(
            "POST",
            "/v1/channels",
            given(
                name=name,
                members=[str(user) for user in members],
                hiddenMembers=[str(user) for user in hidden_members],
                moderators=[str(user) for user in moderators],
                messages=[{"sender": str(sender), "content": content} for sender, content in messages],
                creator=None if creator is None else str(creator),
                id=id,
                mode=mode,
                privacy=privacy,
                metadata=metadata,
            ),
        )
        return ChimeChannel(stored["arn"], stored["id"], stored["name"], self._control)

    def app_instance(self, id: str | None = None) -> ChimeAppInstance:
        """Returns the default app instance, or adds another one with this id or ARN."""
        if id is not None:
            return ChimeAppInstance(self._control.send("POST", "/v1/app-instances", {"id": id})["arn"], self._control)
        if self._app_instance_arn is None:
            arns = [each["arn"] for each in self._control.get("/v1/app-instances")["appInstances"]]
            if len(arns) != 1:
                raise ChimeFakeError(
                    f"The fake has {len(arns)} app instances, {', '.join(arns)}, and which one is the default is not known. "
                    "Give it to connect() as app_instance_arn."
                )
            self._app_instance_arn = arns[0]
        return ChimeAppInstance(str(self._app_instance_arn), self._control)

    def add_fixtures(self, fixtures: Mapping[str, Any]) -> list[str]:
        """Adds users, channels, members and messages, in the JSON of ``POST /v1/fixtures``: all of them, or none.

        Returns ARNs, or ids of messages, in the order of the document.
        """
        names: list[str] = self._control.send("POST", "/v1/fixtures", dict(fixtures))["names"]
        return names

    # Callers and clients

    def caller(
        self,
        principal: str | None = None,
        *,
        tags: Mapping[str, str] | None = None,
        session_name: str | None = None,
        source_ip: str | None = None,
        context_keys: Mapping[str, Sequence[str]] | None = None,
        expires_in: Duration | None = None,
    ) -> ChimeCaller:
        """Returns the caller that signs the requests of ``client()``, or creates one with credentials.

        ``principal`` is an ARN, or ``user/NAME``, ``role/NAME`` or ``assumed-role/ROLE`` in the fake's account.
        """
        if principal is None:
            return self._caller()
        body = given(
            principal=principal,
            tags=tags,
            sessionName=session_name,
            sourceIp=source_ip,
            contextKeys=None if context_keys is None else {key: list(values) for key, values in context_keys.items()},
            expiresIn=optional_duration(expires_in),
        )
        return ChimeCaller._of(self._control.send("POST", "/v1/callers", body))

    def _caller(self) -> ChimeCaller:
        if self._default_caller is None:
            first = self._control.get("/v1/callers")["callers"][0]
            if self._process is not None:
                started = {**self._process.started, "id": first["uniqueId"], "principalArn": first["principalArn"]}
                self._default_caller = ChimeCaller._of(started)
            else:
                # Its secret is not known here, so another one of the same user.
                self._default_caller = self.caller(first["principalArn"])
        return self._default_caller

    def client(self, *, bearer: UserLike | None = None, caller: ChimeCaller | None = None, retries: bool = True, config: Any = None) -> Any:
        """Returns a boto3 client of ``chime-sdk-messaging``.

        ``bearer`` is ``ChimeBearer`` of each request that does not say it. The client retries as the
        standard mode of boto3 does, without pauses, or with ``retries=False`` not at all. ``config`` is a
        ``botocore.config.Config``, whose settings have precedence; the other modes of retries pause.
        """
        return self.boto3_client("chime-sdk-messaging", bearer=bearer, caller=caller, retries=retries, config=config)

    def identity_client(self, *, caller: ChimeCaller | None = None, retries: bool = True, config: Any = None) -> Any:
        """Returns a boto3 client of ``chime-sdk-identity``."""
        return self.boto3_client("chime-sdk-identity", caller=caller, retries=retries, config=config)

    def boto3_client(
        self,
        service: str,
        *,
        bearer: UserLike | None = None,
        caller: ChimeCaller | None = None,
        retries: bool = True,
        config: Any = None,
    ) -> Any:
        """Returns a boto3 client of any service that the fake has, for example ``sts``."""
        if bearer is not None:
            bearer = self._user_arn(bearer)
        return create_client(service, self.endpoint, self.region, (caller or self.caller()).credentials, bearer, retries, config)

    def _user_arn(self, user: UserLike) -> str:
        if isinstance(user, ChimeUser) or user.startswith("arn:"):
            return str(user)
        return f"{self.app_instance().arn}/user/{user}"

    # Other users

    def actor(self, user: UserLike) -> Actor:
        """Returns a user that acts for the test, besides the code under test: ``chime.actor(bob).send(general, "hello")``."""
        return Actor(user, self._control)

    # The fake as a whole

    def reset(self) -> None:
        """Restores the baseline: contents, rules, faults and settings; counters are zero and the journal is empty."""
        self._control.send("POST", "/v1/reset")
        self._forget()

    def _forget(self) -> None:
        self._setup.clear()
        self._default_caller = None

    def _replaced(self, caller: ChimeCaller) -> None:
        if caller == self._default_caller:
            self._default_caller = caller

    def unused_setup(self) -> list[str]:
        """Returns what was set up since the last reset and had no effect: rules and faults that never applied, and sentences
        without their last method. Each begins with the line of the test.
        """
        return self._setup.unused(self._control)

    def state(self) -> dict[str, Any]:
        """Returns the state in its canonical form: equal states have equal JSON."""
        state: dict[str, Any] = self._control.get("/v1/state")
        return state

    def difference_from(self, before: Snapshot | Mapping[str, Any]) -> StateDifference:
        """Returns what has changed since a snapshot, or since ``state()`` returned this."""
        said = {"snapshot": before.id} if isinstance(before, Snapshot) else {"state": dict(before)}
        return StateDifference._of(self._control.send("POST", "/v1/state/difference", {"before": said}))

    def simulate_policy(self, simulation: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Returns the decisions about an action, in the JSON of ``POST /v1/policy-simulation``."""
        results: list[dict[str, Any]] = self._control.send("POST", "/v1/policy-simulation", dict(simulation))["results"]
        return results

    def await_background_work(self, limit: Duration | None = None) -> None:
        """Waits until what the service does after its responses is done; 10 seconds by default, in true time."""
        wait_for_background_work(self._control, limit)

    def openapi(self) -> dict[str, Any]:
        """Returns the OpenAPI document of the control API."""
        document: dict[str, Any] = self._control.get("/v1/openapi.json")
        return document

    def offline(self) -> None:
        """Closes the endpoint: connections are refused until ``online()``. The control API stays."""
        self._control.send("POST", "/v1/offline")

    def online(self) -> None:
        """Opens the endpoint again, on the same port."""
        self._control.send("POST", "/v1/online")
