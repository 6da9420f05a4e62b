"""Checks the WebSocket server with the client "websockets": client.py PORT"""

import asyncio
import sys

from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

URL = f"ws://127.0.0.1:{sys.argv[1]}"


def client(path="/connect", **options):
    return connect(URL + path, max_size=None, proxy=None, **options)


async def closed(connection):
    """Returns how the connection ended, as this client sees it."""
    try:
        while True:
            await connection.recv()
    except ConnectionClosed:
        return connection.close_code, connection.close_reason


async def messages_of_every_length():
    async with client() as connection:
        for length in [0, 1, 125, 126, 65535, 65536, 1000000]:
            for message in ["é" * length, b"\x07" * length]:
                await connection.send(message)
                assert await connection.recv() == message


async def fragments_with_a_ping_between_them():
    async with client() as connection:
        pongs = []

        async def parts():
            yield "a"
            pongs.append(await connection.ping("now"))
            yield "€"
            yield "b"

        await connection.send(parts())
        await pongs[0]
        assert await connection.recv() == "a€b"


async def compression_is_not_negotiated():
    async with client(compression="deflate") as connection:
        assert connection.protocol.extensions == []
        await connection.send("x" * 5000)
        assert await connection.recv() == "x" * 5000


async def many_messages_in_order():
    async with client() as connection:
        await connection.send("burst 20000")
        for i in range(20000):
            assert await connection.recv() == f"message {i}"


async def pings_have_pongs():
    async with client() as connection:
        await connection.send("ping")
        assert await connection.recv() == "pong received"


async def close_codes_of_the_server():
    for code in [1000, 1001, 1008, 1011, 1012, 1013, 1014, 3000, 4003, 4005, 4401, 4999]:
        async with client() as connection:
            await connection.send(f"close {code} reason é")
            assert await closed(connection) == (code, "reason é")


async def ends_without_a_code():
    for command, code in [("close 1005", 1005), ("close 1006", 1006), ("abort", 1006)]:
        async with client() as connection:
            await connection.send(command)
            assert await closed(connection) == (code, "")


async def close_codes_of_the_client():
    for code in [1000, 3999, 4002]:
        async with client() as connection:
            await connection.close(code, "enough")
            assert connection.protocol.close_rcvd.code == code
            assert connection.protocol.close_rcvd.reason == "enough"


async def a_text_that_is_cut_within_a_character():
    async with client() as connection:
        await connection.send("truncated 1 é")
        await closed(connection)
        assert connection.protocol.close_sent.code == 1007


async def a_refused_handshake():
    try:
        async with client("/403"):
            raise AssertionError("It was accepted.")
    except InvalidStatus as refused:
        assert refused.response.status_code == 403


async def a_hundred_connections_at_once():
    async def one(number):
        async with client() as connection:
            await connection.send(f"number {number}")
            return await connection.recv()

    messages = await asyncio.gather(*(one(number) for number in range(100)))
    assert messages == [f"number {number}" for number in range(100)]


CHECKS = [
    messages_of_every_length,
    fragments_with_a_ping_between_them,
    compression_is_not_negotiated,
    many_messages_in_order,
    pings_have_pongs,
    close_codes_of_the_server,
    ends_without_a_code,
    close_codes_of_the_client,
    a_text_that_is_cut_within_a_character,
    a_refused_handshake,
    a_hundred_connections_at_once,
]


async def main():
    for check in CHECKS:
        try:
            await asyncio.wait_for(check(), 60)
        except Exception as error:
            raise SystemExit(f"websockets: {check.__name__}: {error!r}") from error
    print(f"websockets: {len(CHECKS)} checks passed")


asyncio.run(main())
