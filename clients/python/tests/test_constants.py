import importlib.util
from pathlib import Path
from typing import Any

import chime_messaging_fake
from chime_messaging_fake import SEND_CHANNEL_MESSAGE, UNAUTHORIZED_CLIENT, ChimeError, MessagingEventType, Operation, events


def test_the_constants_are_those_of_the_control_api(openapi: dict[str, Any]) -> None:
    path = Path(__file__).parents[1] / "tools" / "generate_constants.py"
    specification = importlib.util.spec_from_file_location("generate_constants", path)
    assert specification is not None
    assert specification.loader is not None
    generator = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(generator)

    for file, text in generator.sources(openapi).items():
        assert file.read_text(encoding="utf-8") == text, "Run tools/generate_constants.py"


def test_the_names_are_those_of_java() -> None:
    assert SEND_CHANNEL_MESSAGE is Operation.SEND_CHANNEL_MESSAGE
    assert str(SEND_CHANNEL_MESSAGE) == "SendChannelMessage"
    assert UNAUTHORIZED_CLIENT is ChimeError.UNAUTHORIZED_CLIENT
    assert str(chime_messaging_fake.REQUEST_EXPIRED) == "RequestExpired"
    assert events.UPDATE_CHANNEL is MessagingEventType.UPDATE_CHANNEL
    assert chime_messaging_fake.UPDATE_CHANNEL is Operation.UPDATE_CHANNEL
