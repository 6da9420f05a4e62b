"""Sentences about calls: which calls, when, and what happens. Only the last method registers anything."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any, Generic, TypeVar, Union

from ._control import Control, given
from ._handles import Handle
from ._resources import CallerLike, ChannelLike, ChimeAppInstance, ChimeCaller, ChimeUser, caller_name
from .constants import Operation, OperationGroup

Words = Mapping[str, Any]
S = TypeVar("S")
R = TypeVar("R", bound="Registration")
Calls = Union[Operation, OperationGroup, str]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))


def line_of_test() -> str:
    """Returns the file and line outside of this package that is being executed."""
    frame = sys._getframe(1)
    while frame.f_back is not None and os.path.dirname(os.path.abspath(frame.f_code.co_filename)) == _PACKAGE:
        frame = frame.f_back
    return f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}"


class Registration(Handle):
    """A fault, a rule or a limit that is registered. ``with`` removes it at the end of the block."""

    def __init__(self, door: Door, registered: Mapping[str, Any], line: str) -> None:
        super().__init__(door.control, door.path, registered)
        self._door = door
        self.line = line

    @property
    def given(self) -> Words:
        """The words with which it was registered; none for what Java has registered."""
        given: Words = self._last.get("given", {})
        return given

    def times_applied(self) -> int:
        """Returns how many calls, connects or events it applied to; a call and its retries count once."""
        self._refresh()
        return int(self._last["timesApplied"])

    def _is_behind(self, door: Door) -> bool:
        return self._door is door

    def _is(self, unused: Words) -> bool:
        same_text = bool(unused["description"].endswith(f'"{self.description}"'))
        return same_text and bool(unused["source"].startswith(f"POST {self._door.path} "))

    def lasts(self) -> bool:
        """Returns whether it can still apply."""
        self._refresh()
        return bool(self._last["lasts"]) and not self._closed

    def __enter__(self) -> Registration:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return " and ".join(str(each) for each in value.values())
    return ", ".join(value) if isinstance(value, list) else str(value)


class SetUp:
    """What the test has set up since the last reset."""

    def __init__(self) -> None:
        self.registrations: list[Registration] = []
        self.unfinished: dict[int, str] = {}
        self._started = 0

    def clear(self) -> None:
        """Forgets all of it."""
        self.registrations.clear()
        self.unfinished.clear()

    def start(self, text: str) -> int:
        """Notes that a sentence was started, and returns its number."""
        self._started += 1
        self.unfinished[self._started] = text
        return self._started

    def unused(self, control: Control) -> list[str]:
        """Returns what had no effect, with the line of the test, or else with the request that has set it up."""
        ours = list(self.registrations)
        texts = []
        for each in control.get("/v1/unused-setup")["unused"]:
            found = next((registration for registration in ours if registration._is(each)), None)
            if found is not None:
                ours.remove(found)
            source = each["source"] if found is None else found.line
            texts.append(f"{source}  {each['description']} {each['explanation']}")
        return [*texts, *self.unfinished.values()]


class Door:
    """One kind of registrations: where they are in the control API, and what has been set up."""

    def __init__(self, control: Control, path: str, key: str, noun: str, setup: SetUp) -> None:
        self.control = control
        self.path = path
        self.key = key
        self.noun = noun
        self.setup = setup

    def all(self) -> list[Registration]:
        """Returns all that is registered, that of the baseline included."""
        return [Registration(self, each, "") for each in self.control.get(self.path)[self.key]]

    def clear(self) -> None:
        """Removes all of them."""
        self.note_uses()
        self.control.send("DELETE", self.path)

    def note_uses(self) -> None:
        """Reads how often each of them has applied."""
        for registration in self.setup.registrations:
            if registration._is_behind(self):
                registration.times_applied()  # Later, the control API does not tell any more.


class Sentence(Generic[S]):
    """What is said step by step. Each step returns a new sentence; a step that repeats another one replaces it.

    A sentence can be used several times.
    """

    def __init__(self, door: Door, words: Words, sentence: int | None = None) -> None:
        self._door = door
        self._words = words
        self._sentence = sentence

    def _step(self, **words: Any) -> S:
        sentence = self._sentence
        if sentence is None:
            steps = ", ".join(f"{name} {_text(value)}" for name, value in words.items() if value is not None)
            sentence = self._start(f" with {steps}")
        return self._next(given(**{**self._words, **words}), sentence)

    def _start(self, steps: str = "") -> int:
        return self._door.setup.start(
            f"{line_of_test()}  a {self._door.noun}{steps} is unfinished: finish it with a method that registers it"
        )

    def _next(self, words: Words, sentence: int) -> S:
        raise NotImplementedError

    def _create(self, **words: Any) -> tuple[dict[str, Any], str]:
        """Sends the sentence, and returns what was registered, and the line of the test."""
        if self._sentence is not None:
            self._door.setup.unfinished.pop(self._sentence, None)
        return self._door.control.send("POST", self._door.path, {**self._words, **words}), line_of_test()

    def _register(self, **words: Any) -> Registration:
        return self._note(Registration(self._door, *self._create(**words)))

    def _note(self, registration: R) -> R:
        self._door.setup.registrations.append(registration)
        return registration


class Selection(Sentence[S]):
    """Selects calls by operation, user, caller and channel. What is not said matches every call."""

    def on(self, *operations: Calls) -> S:
        """Selects calls of these operations, or of the operations of these groups."""
        return self._step(**{"on": None, "onGroup": None, **operation_words(*operations)})

    def by(self, who: ChimeUser | ChimeCaller | str) -> S:
        """Selects calls of a user (or its id), or those that a caller has signed."""
        said = dict(self._words.get("by", {}))
        said.update({"caller": who.id} if isinstance(who, ChimeCaller) else {"user": str(who)})
        return self._step(by=said)

    def by_caller(self, caller: CallerLike) -> S:
        """Selects calls that a caller has signed: the object, its id, an access key id or its principal."""
        return self._step(by={**self._words.get("by", {}), "caller": caller_name(caller)})

    def in_channel(self, channel: ChannelLike) -> S:
        """Selects calls on a channel."""
        return self._step(inChannel=str(channel))

    def in_app_instance(self, app_instance: ChimeAppInstance | str) -> S:
        """Selects calls on an app instance, or on a resource in it."""
        return self._step(inAppInstance=str(app_instance))

    def matching(self, **members: Any) -> S:
        """Selects calls whose request has equal members, in AWS's spelling; None for a missing one. Needs exactly one operation."""
        return self._step(matching=members)

    def may_be_missing(self) -> S:
        """Allows that the users and channels of the sentence do not exist yet."""
        return self._step(mayBeMissing=True)


class CountedSelection(Selection[S]):
    """Selects calls by their number, too. Retries of an SDK belong to their call."""

    def once(self) -> S:
        """Selects the next call."""
        return self._step(once=True)

    def calls(self, count: int) -> S:
        """Selects the next calls."""
        return self._step(calls=count)

    def nth_call(self, n: int) -> S:
        """Selects the n-th call after the registration, counted from 1."""
        return self._step(nthCall=n)

    def from_call(self, n: int) -> S:
        """Selects the n-th call after the registration, and all later ones."""
        return self._step(fromCall=n)

    def every_nth_call(self, n: int) -> S:
        """Selects every n-th call after the registration."""
        return self._step(everyNthCall=n)


def operation_words(*operations: Calls) -> dict[str, Any]:
    """Returns the words for operations and groups of operations."""
    if not operations:
        raise TypeError("on() was called without an operation. Expected at least one, for example SEND_CHANNEL_MESSAGE.")
    groups = [str(each) for each in operations if isinstance(each, OperationGroup)]
    others = [str(each) for each in operations if not isinstance(each, OperationGroup)]
    return given(on=others or None, onGroup=groups or None)
