"""Deliveries of streams."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from chime_messaging_fake import ChimeChannel, ChimeFake, ChimeFakeError, ChimeUser

STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-chat"
LONG = 30


@pytest.fixture
def streaming(chime: ChimeFake, chime_client: Any) -> None:
    chime_client.put_messaging_streaming_configurations(
        AppInstanceArn=chime.app_instance().arn, StreamingConfigurations=[{"DataType": "ChannelMessage", "ResourceArn": STREAM}]
    )


@pytest.mark.usefixtures("streaming")
def test_a_file_gets_the_records(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel, tmp_path: Path) -> None:
    other = chime.streams.of_stream(STREAM + "-other").to_file(tmp_path / "other.jsonl")
    with chime.streams.of_stream(STREAM).to_file(tmp_path / "stream.jsonl") as stream:
        chime.actor(bob).send(general, "hello")
        stream.wait_delivered(timeout=LONG)
        other.wait_delivered(timeout=LONG)
        assert [each.description for each in chime.streams.list()] == [other.description, stream.description]
    chime.actor(bob).send(general, "later")

    [line] = (tmp_path / "stream.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["Payload"]["Content"] == "hello"
    assert (stream.delivered(), stream.failed(), stream.last_failure()) == (1, 0, None)
    assert other.delivered() == 0
    chime.streams.clear()
    assert chime.streams.list() == []
    other.close()


@pytest.mark.usefixtures("streaming")
def test_a_url_gets_the_records_and_its_failures_are_told(chime: ChimeFake, bob: ChimeUser, general: ChimeChannel) -> None:
    bodies: list[Any] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204 if len(bodies) == 1 else 500)
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Collector)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        stream = chime.streams.to_url(f"http://127.0.0.1:{server.server_port}/records")
        chime.actor(bob).send(general, "first")
        chime.actor(bob).send(general, "second")
        stream.wait_delivered(timeout=LONG)
        stream.close()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()

    assert [body["Payload"]["Content"] for body in bodies] == ["first", "second"]
    assert (stream.delivered(), stream.failed()) == (1, 1)
    assert "500" in str(stream.last_failure())


def test_what_must_not_be_reached_is_an_error(chime: ChimeFake, tmp_path: Path) -> None:
    with pytest.raises(ChimeFakeError, match=r"collector\.test"):
        chime.streams.to_url("https://collector.test/records")
    chime.streams.allow_host("other.test").allow_host("collector.test").to_url("https://collector.test/records")
    with pytest.raises(ChimeFakeError, match="neither http nor https"):
        chime.streams.to_url("ftp://127.0.0.1/records")
    with pytest.raises(ChimeFakeError, match="directory that exists"):
        chime.streams.to_file(tmp_path / "missing" / "stream.jsonl")
