// Checks the WebSocket server with the client "ws": node client.mjs PORT
import assert from "node:assert/strict";
import { once } from "node:events";
import WebSocket from "ws";

const url = `ws://127.0.0.1:${process.argv[2]}`;

/** Returns an open connection, with what it receives in "messages". */
async function open(options = {}) {
  const socket = new WebSocket(`${url}/connect`, options);
  socket.messages = [];
  socket.on("message", (data, binary) => {
    socket.messages.push(binary ? data : data.toString());
    socket.emit("counted");
  });
  await once(socket, "open");
  return socket;
}

/** Returns the messages, when there are so many. */
async function received(socket, count) {
  while (socket.messages.length < count) {
    await once(socket, "counted");
  }
  return socket.messages.splice(0, count);
}

async function closed(socket) {
  socket.on("error", () => {}); // A reset is an error first.
  const [code, reason] = await once(socket, "close");
  return `${code} ${reason}`;
}

const checks = {
  async "messages of every length"() {
    const socket = await open();
    for (const length of [0, 1, 125, 126, 65535, 65536, 1000000]) {
      socket.send("é".repeat(length));
      socket.send(Buffer.alloc(length, 7));
      assert.deepEqual(await received(socket, 2), ["é".repeat(length), Buffer.alloc(length, 7)]);
    }
    socket.terminate();
  },

  async "fragments with a ping between them"() {
    const socket = await open();
    const pong = once(socket, "pong");
    socket.send("a", { fin: false });
    socket.ping("now");
    socket.send("€", { fin: false });
    socket.send("b", { fin: true });
    assert.equal((await pong).toString(), "now");
    assert.deepEqual(await received(socket, 1), ["a€b"]);
    socket.terminate();
  },

  async "compression is not negotiated"() {
    const socket = await open({ perMessageDeflate: true });
    assert.equal(socket.extensions, "");
    socket.send("x".repeat(5000));
    assert.deepEqual(await received(socket, 1), ["x".repeat(5000)]);
    socket.terminate();
  },

  async "many messages in order"() {
    const socket = await open();
    socket.send("burst 20000");
    const messages = await received(socket, 20000);
    messages.forEach((message, i) => assert.equal(message, `message ${i}`));
    socket.terminate();
  },

  async "pings have pongs"() {
    const socket = await open();
    socket.send("ping");
    assert.deepEqual(await received(socket, 1), ["pong received"]);
    socket.terminate();
  },

  async "close codes of the server"() {
    for (const code of [1000, 1001, 1008, 1011, 1012, 1013, 1014, 3000, 4003, 4005, 4401, 4999]) {
      const socket = await open();
      socket.send(`close ${code} reason é`);
      assert.equal(await closed(socket), `${code} reason é`);
    }
  },

  async "ends without a code"() {
    for (const [command, code] of [["close 1005", 1005], ["close 1006", 1006], ["abort", 1006]]) {
      const socket = await open();
      socket.send(command);
      assert.equal(await closed(socket), `${code} `);
    }
  },

  async "close codes of the client"() {
    for (const code of [1000, 3999, 4002]) {
      const socket = await open();
      socket.close(code, "enough");
      assert.equal(await closed(socket), `${code} enough`);
    }
    const socket = await open();
    socket.close();
    assert.equal(await closed(socket), "1005 ");
  },

  async "a text that is cut within a character"() {
    const socket = await open();
    socket.send("truncated 1 é");
    const [error] = await once(socket, "error");
    assert.equal(error.code, "WS_ERR_INVALID_UTF8");
  },

  async "refused and reset handshakes"() {
    const refused = new WebSocket(`${url}/403`);
    const [, response] = await once(refused, "unexpected-response");
    assert.equal(response.statusCode, 403);
    refused.on("error", () => {});
    refused.terminate();
    const [error] = await once(new WebSocket(`${url}/reset`), "error");
    assert.equal(error.code, "ECONNRESET");
  },

  async "a hundred connections at once"() {
    const sockets = await Promise.all(Array.from({ length: 100 }, () => open()));
    sockets.forEach((socket, i) => socket.send(`number ${i}`));
    const messages = await Promise.all(sockets.map((socket) => received(socket, 1)));
    messages.forEach((message, i) => assert.deepEqual(message, [`number ${i}`]));
    sockets.forEach((socket) => socket.terminate());
  },
};

for (const [name, check] of Object.entries(checks)) {
  const limit = setTimeout(() => {
    console.error(`ws: ${name}: no result after 60 s`);
    process.exit(1);
  }, 60000);
  await check().catch((error) => {
    console.error(`ws: ${name}:`, error);
    process.exit(1);
  });
  clearTimeout(limit);
}
console.log(`ws: ${Object.keys(checks).length} checks passed`);
