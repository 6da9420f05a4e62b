from __future__ import annotations

from typing import Any

import pytest

from chime_messaging_fake import ChimeChannel, ChimeFake, ChimeUser

pytest_plugins = ["pytester"]


@pytest.fixture
def alice(chime: ChimeFake) -> ChimeUser:
    return chime.user("alice")


@pytest.fixture
def bob(chime: ChimeFake) -> ChimeUser:
    return chime.user("bob")


@pytest.fixture
def general(chime: ChimeFake, alice: ChimeUser, bob: ChimeUser) -> ChimeChannel:
    return chime.channel("general", members=[alice, bob], moderators=[alice])


@pytest.fixture(scope="session")
def openapi(chime_fake: ChimeFake) -> dict[str, Any]:
    document: dict[str, Any] = chime_fake.openapi()
    return document
