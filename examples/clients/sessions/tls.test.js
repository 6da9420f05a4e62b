/** amazon-chime-sdk-js without an adapter, against the standalone server with HTTPS: it connects by wss:// where the authority is trusted. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { startChime } from "./chime.js";
import { CHROMIUM, keyHashOf, startChromium, startNode } from "./clients.js";

const NO_CHROMIUM = !existsSync(CHROMIUM) && `There is no ${CHROMIUM}`;
let chime;

before(async () => { chime = await startChime(process.env.CHIME_JAR, ["--https-port", "0"]); });
after(() => chime?.stop());

/** Lets a client open a session of alice, waits until it has what is expected, and returns what it has recorded. */
async function record(client, options, expected) {
  try {
    const session = await client.call("open", { ...chime.access(), userArn: chime.user("alice"), ...options });
    const end = Date.now() + 20_000;
    for (;;) {
      const found = await client.call("read", session);
      if (expected(found)) return found;
      if (Date.now() > end) throw new Error(`It took longer than 20 seconds: ${expected}, and it is ${JSON.stringify(found)}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  } finally {
    await client.close();
  }
}

const settled = ({ start }) => start !== "pending";
const triedTwice = ({ connects }) => connects >= 2;
const byTls = () => ({ endpoint: chime.httpsEndpoint, tls: true });

test("Node.js that trusts the authority", async () => {
  const { start } = await record(await startNode({ authority: chime.caCertificate }), byTls(), settled);

  assert.equal(start, "resolved");
});

test("Node.js that does not trust the authority tries again and again, and start() stays pending", async () => {
  // The endpoint without TLS, because this client could not call the other one.
  const { start, established } = await record(await startNode(), { tls: true }, triedTwice);

  assert.equal(start, "pending");
  assert.equal(established, 0);
});

test("a plain connection to the same port", async () => {
  const { start } = await record(await startNode(), {}, settled);

  assert.equal(start, "resolved");
});

test("Chromium that accepts the key of the server", { skip: NO_CHROMIUM }, async () => {
  const { hostname, port } = new URL(chime.httpsEndpoint);
  const keyHash = await keyHashOf(hostname, port);

  const { start } = await record(await startChromium({ keyHash }), byTls(), settled);

  assert.equal(start, "resolved");
});

test("Chromium that does not trust the authority tries again, and start() stays pending", { skip: NO_CHROMIUM }, async () => {
  const { start, established } = await record(await startChromium(), { tls: true }, triedTwice);

  assert.equal(start, "pending");
  assert.equal(established, 0);
});
