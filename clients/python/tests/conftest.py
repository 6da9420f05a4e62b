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
