"""Permission rules and IAM policies."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Union, overload

from ._control import ChimeFakeError, Control, given, segment
from ._resources import CallerLike, ChimeCaller, ChimeUser, caller_name
from ._sentences import CountedSelection, Door, Registration, Words, operation_words
from ._sockets import ConnectPermissionSelection, connect_permissions
from .constants import ChannelRole, ChimeError, Operation, OperationGroup, PolicyKind, PolicyMode

Policy = Union[str, Path, Mapping[str, Any]]
"""A policy document: JSON text, the path of a file, or an object."""


class PermissionSelection(CountedSelection["PermissionSelection"]):
    """A permission rule without its last method: which calls."""

    def _next(self, words: Words, sentence: int) -> PermissionSelection:
        return PermissionSelection(self._door, words, sentence)

    def by(self, who: ChimeUser | ChimeCaller | ChannelRole | str) -> PermissionSelection:
        """Selects calls of a user (or its id), of users with this role in the channel, or those that a caller has signed."""
        if isinstance(who, ChannelRole):
            return self._step(by={**self._words.get("by", {}), "role": str(who)})
        return super().by(who)

    def deny(self, *what: Operation | OperationGroup | ChimeError, message: str | None = None) -> Registration:
        """Registers that the calls are denied: with ``UnauthorizedClientException``, or with the given error.

        Operations and groups may be given here instead of with ``on``.
        """
        errors = [each for each in what if isinstance(each, ChimeError)]
        if len(errors) > 1:
            raise TypeError(f"{len(errors)} errors were given. A rule has at most one.")
        said = self._with_operations(what)
        return said._register(decision="DENY", **given(error=str(errors[0]) if errors else None, message=message))

    def allow(self, *operations: Operation | OperationGroup) -> Registration:
        """Registers that the calls are allowed, whatever earlier rules say. Policies and roles must allow them as well."""
        return self._with_operations(operations)._register(decision="ALLOW")

    def _with_operations(self, what: tuple[Operation | OperationGroup | ChimeError, ...]) -> PermissionSelection:
        operations = [each for each in what if not isinstance(each, ChimeError)]
        if not operations:
            return self
        # Not with on(), which would note a further sentence.
        return PermissionSelection(self._door, {**self._words, **operation_words(*operations)}, self._sentence)


class AttachedPolicy:
    """A policy that is attached to a caller. ``with`` detaches it at the end of the block."""

    def __init__(self, control: Control, attached: dict[str, Any]) -> None:
        self._control = control
        self.id = str(attached["id"])
        self.kind = PolicyKind(attached["kind"])
        self.name = str(attached["name"])
        self.principal_arn = str(attached["principalArn"])
        self.warnings = [f"{warning['path']}: {warning['message']}" for warning in attached["warnings"]]

    def close(self) -> None:
        """Detaches it. Has no effect if that was done before, or by a reset."""
        try:
            self._control.send("DELETE", "/v1/policies/" + segment(self.id))
        except ChimeFakeError as error:
            if error.status != 404:
                raise

    def __enter__(self) -> AttachedPolicy:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{self.kind} policy {self.name} of {self.principal_arn}>"


class CallerPermissionSelection(PermissionSelection):
    """The permissions of one caller: a rule about its calls, or a policy."""

    def _attach(self, kind: PolicyKind, name: str, policy: Policy, **words: Any) -> AttachedPolicy:
        if self._sentence is not None:
            self._door.setup.unfinished.pop(self._sentence, None)
        body = given(caller=self._words["by"]["caller"], kind=str(kind), name=name, policy=_document(policy), **words)
        return AttachedPolicy(self._door.control, self._door.control.send("POST", "/v1/policies", body))

    def attach(
        self,
        name: str,
        policy: Policy,
        *,
        kind: PolicyKind = PolicyKind.IDENTITY,
        replacing: Mapping[str, str] | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> AttachedPolicy:
        """Attaches a policy to the user or role of the caller, so that it applies to each caller with this identity.

        ``replacing`` has placeholders and what replaces them, ``mapping`` ARNs of real app instances and those of the fake.
        """
        return self._attach(kind, name, policy, replacing=replacing, mapping=mapping)

    def attach_service_control(
        self,
        level: str,
        name: str,
        policy: Policy,
        *,
        replacing: Mapping[str, str] | None = None,
        mapping: Mapping[str, str] | None = None,
    ) -> AttachedPolicy:
        """Attaches a service control policy on a level of the organization, for example ``root``."""
        return self._attach(PolicyKind.SERVICE_CONTROL, name, policy, level=level, replacing=replacing, mapping=mapping)


def _document(policy: Policy) -> Any:
    if isinstance(policy, Path):
        return policy.read_text(encoding="utf-8-sig")
    return policy if isinstance(policy, str) else json.loads(json.dumps(dict(policy)))


class Permissions(PermissionSelection):
    """Permission rules and policies. Each step starts a rule; ``by(caller).attach(…)`` attaches a policy."""

    def __init__(self, door: Door, connects: Door) -> None:
        super().__init__(door, {})
        self._connects = connects

    def on_connect(self) -> ConnectPermissionSelection:
        """Starts a rule on connects of messaging sessions: ``on_connect().by(alice).deny()``."""
        return connect_permissions(self._connects)

    @overload
    def by(self, who: ChimeCaller) -> CallerPermissionSelection: ...

    @overload
    def by(self, who: ChimeUser | ChannelRole | str) -> PermissionSelection: ...

    def by(self, who: ChimeUser | ChimeCaller | ChannelRole | str) -> PermissionSelection:
        """Starts a rule about the calls of a user, a role or a caller, or a policy of a caller."""
        said = super().by(who)
        if isinstance(who, ChimeCaller):
            return CallerPermissionSelection(said._door, said._words, said._sentence)
        return said

    def attached_policies(self, caller: CallerLike | None = None) -> list[AttachedPolicy]:
        """Returns all policies that are attached, or those of a caller."""
        name = None if caller is None else caller_name(caller)
        control = self._door.control
        return [AttachedPolicy(control, each) for each in control.get("/v1/policies", caller=name)["policies"]]

    def policy_mode(self, mode: PolicyMode) -> None:
        """Sets whether policies deny calls (``ENFORCE``), or only report what they would deny (``AUDIT``)."""
        self._settings(policyMode=str(mode))

    def policy_denial_error(self, error: ChimeError) -> None:
        """Sets the error of calls that policies deny; ``AccessDeniedException`` by default, as on AWS."""
        self._settings(policyDenialError=str(error))

    def require_policies(self, required: bool) -> None:
        """Sets whether all calls of callers without any policy are denied."""
        self._settings(requirePolicies=required)

    def limit_policies(self, limited: bool) -> None:
        """Sets whether policies must keep AWS's quotas when they are attached."""
        self._settings(limitPolicies=limited)

    def _settings(self, **settings: Any) -> None:
        self._door.control.send("PATCH", "/v1/policy-settings", settings)

    def all(self) -> list[Registration]:
        """Returns all rules, those of the baseline included: on calls, then on connects."""
        return [*self._door.all(), *self._connects.all()]

    def clear(self) -> None:
        """Removes all rules and policies, those of the baseline included, and resets the settings of policies."""
        self._connects.note_uses()
        self._door.clear()
