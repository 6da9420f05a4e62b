"""Messaging sessions with the package websockets."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from typing import Any

from websockets.exceptions import ConnectionClosed
from websockets.sync import client
from websockets.sync.client import ClientConnection

from chime_messaging_fake import ChimeFake, UserLike

LONG = 30


def connect(chime: ChimeFake, user: UserLike, **settings: Any) -> AbstractContextManager[ClientConnection]:
    return client.connect(chime.sessions.connect_url(user, **settings), proxy=None, open_timeout=LONG)


def receive(socket: ClientConnection) -> tuple[str, Any]:
    """Returns the type and the payload of the next event."""
    message = json.loads(socket.recv(timeout=LONG))
    return message["Headers"]["x-amz-chime-event-type"], json.loads(message.get("Payload", "null"))


def close_code(socket: ClientConnection) -> int:
    """Returns the code with which a session is closed, after whatever is received before."""
    try:
        while True:
            socket.recv(timeout=LONG)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else 1006
