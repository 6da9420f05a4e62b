/** amazon-chime-sdk-js against the fake, in Node.js and in Chromium: what it receives, how it is closed, and when it connects again. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, afterEach, before, beforeEach, describe, test } from "node:test";
import { startChime } from "./chime.js";
import { CHROMIUM, startChromium, startNode } from "./clients.js";
import { EVENT_TYPES, performAll, send } from "./events.js";
import { socketsOf } from "./sockets.js";

let chime, sockets;

before(async () => {
  chime = await startChime(process.env.CHIME_JAR);
  sockets = socketsOf(chime);
  for (const id of ["alice", "bob"]) await chime.control("POST", "/v1/users", { id });
  await chime.control("PUT", "/v1/baseline");
});
after(() => chime?.stop());

const clients = [
  { name: "Node.js", start: startNode, skip: false },
  { name: "Chromium", start: startChromium, skip: !existsSync(CHROMIUM) && `There is no ${CHROMIUM}` },
];

for (const { name, start, skip } of clients) describe(name, { skip }, () => {
  let client;

  before(async () => { client = await start(); });
  after(() => client?.close());
  beforeEach(() => chime.control("POST", "/v1/reset"));
  afterEach(() => chime.control("POST", "/v1/reset"));

  const open = (user, options) => client.call("open", { ...chime.access(), userArn: chime.user(user), ...options });

  /** Returns what a session has recorded, once that satisfies the condition. */
  async function until(session, condition) {
    const end = Date.now() + 15_000;
    for (;;) {
      const record = await client.call("read", session);
      if (condition(record)) return record;
      if (Date.now() > end) throw new Error(`It took longer than 15 seconds: ${condition}, and it is ${JSON.stringify(record)}`);
      await new Promise((resolve) => { setTimeout(resolve, 20); });
    }
  }

  const hasAll = (types) => ({ messages }) => types.every((type) => messages.some((message) => message.type === type));
  const established = (count) => (record) => record.established >= count;
  const settled = ({ start: outcome }) => outcome !== "pending";
  const stopped = ({ stopped: close }) => close !== null;

  test("start() resolves with SESSION_ESTABLISHED", async () => {
    const record = await until(await open("alice"), ({ messages }) => messages.length === 1);

    assert.equal(record.start, "resolved");
    assert.deepEqual(record.messages.map(({ type, payload }) => [type, payload]), [["SESSION_ESTABLISHED", null]]);
  });

  test("every type of event arrives", async () => {
    let session;
    await performAll(chime, async () => {
      session = await open("alice", { settings: { prefetchOn: "connect" } });
      await until(session, hasAll(["SESSION_ESTABLISHED", "CHANNEL_DETAILS"]));
    });

    const { messages } = await until(session, hasAll(EVENT_TYPES));
    for (const { type, headers } of messages) {
      assert.equal(headers["x-amz-chime-event-type"], type);
      assert.equal(headers["x-amz-chime-message-type"], /_CHANNEL_MESSAGE$/.test(type) ? "STANDARD" : "SYSTEM");
    }
    const { payload } = messages.find((message) => message.type === "CREATE_CHANNEL_MESSAGE");
    assert.equal(payload.Content, "hello");
    assert.equal(payload.Sender.Arn, chime.user("bob"));
    assert.match(payload.CreatedTimestamp, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  test("an event that comes before SESSION_ESTABLISHED is kept until then", async () => {
    await sockets.sendEarly("alice");

    const { start: outcome, messages } = await until(await open("alice"), ({ messages: got }) => got.length === 2);

    assert.equal(outcome, "resolved");
    assert.deepEqual(messages.map(({ payload }) => payload), [{ Content: "early" }, null]);
  });

  for (const code of [4401, 4003]) test(`start() rejects when the connect is closed with ${code}`, async () => {
    await sockets.closeConnects("alice", code, 1);

    const record = await until(await open("alice"), settled);

    assert.equal(record.start.code, code);
    assert.equal(record.connects, 1);
  });

  test("an unknown user, and credentials that may not connect, are closed with 4401", async () => {
    const caller = await chime.control("POST", "/v1/callers", { principal: "role/web" });
    await chime.control("POST", "/v1/policies", {
      caller: caller.id, policy: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "chime:Get*", Resource: "*" } },
    });

    for (const session of [await open("nobody"), await open("alice", chime.access(caller))]) {
      const record = await until(session, settled);
      assert.deepEqual(record.start, { code: 4401, reason: "Unauthorized" });
      assert.equal(record.connects, 1);
    }
  });

  test("after 4003, an open session does not connect again", async () => {
    const session = await open("alice");
    await until(session, established(1));

    await sockets.kick("alice");

    const record = await until(session, stopped);
    assert.equal(record.stopped.code, 4003);
    assert.equal(record.connects, 1);
  });

  for (const code of [1000, 4401]) test(`after ${code}, an open session does not connect again`, async () => {
    const session = await open("alice");
    await until(session, established(1));

    await sockets.close("alice", code);

    const record = await until(session, stopped);
    assert.equal(record.stopped.code, code);
    assert.equal(record.connects, 1);
  });

  for (const code of [1001, 1011, 1012, 1013, 1014, 4005]) test(`after ${code}, an open session connects again`, async () => {
    const session = await open("alice");
    await until(session, established(1));

    await sockets.close("alice", code);

    const record = await until(session, established(2));
    assert.equal(record.stopped, null);
    assert.equal(await endpointsAskedFor(), 2);
  });

  test("after 1006, an open session connects again and receives what is sent then", async () => {
    const { arn } = await chime.control("POST", "/v1/channels", { name: "general", members: ["alice", "bob"] });
    const session = await open("alice");
    await until(session, established(1));

    await sockets.drop("alice");
    await until(session, established(2));
    await send(chime, arn, "bob", "hello again");

    await until(session, ({ messages }) => messages.some(({ payload }) => payload?.Content === "hello again"));
  });

  test("a session that is closed with 4005 three times is established, and start() stays pending", async () => {
    await sockets.closeConnects("alice", 4005, 3);

    const record = await until(await open("alice"), established(1));

    assert.equal(record.connects, 4);
    assert.equal(record.start, "pending");
    assert.equal(await endpointsAskedFor(), 4);
  });

  test("an upgrade that fails with 503 and a dropped connection are 1006, after which the session connects again", async () => {
    await sockets.respondToConnects("alice", 503, 1);
    await sockets.dropConnects("alice", 1);

    const record = await until(await open("alice"), established(1));

    assert.equal(record.connects, 3);
  });

  test("a session gives up when the time for reconnections is over", async () => {
    const session = await open("alice", { settings: { reconnectTimeoutMs: 300 } });
    await until(session, established(1));
    await sockets.respondToConnects("alice", 503, 1000);

    await sockets.drop("alice");

    assert.equal((await until(session, stopped)).stopped.code, 1006);
  });

  test("observers do not hear that a session is closed with 4401 when it connects again", async () => {
    const session = await open("alice");
    await until(session, established(1));
    await sockets.closeConnects("alice", 4401, 1);
    await sockets.drop("alice");

    const record = await until(session, ({ connects }) => connects === 2);
    for (let seen = []; !seen.includes(4401);) seen = await client.call("rejectedUnseen");
    assert.equal(record.stopped, null);
  });

  test("a reset closes sessions with 4002, after which they do not connect again", async () => {
    const session = await open("alice");
    await until(session, established(1));

    await chime.control("POST", "/v1/reset");

    assert.equal((await until(session, stopped)).stopped.code, 4002);
  });

  test("stop() ends a session with 1005 or 1000", async () => {
    const session = await open("alice");
    await until(session, established(1));

    await client.call("stop", session);

    assert.ok([1000, 1005].includes((await until(session, stopped)).stopped.code));
  });

  const endpointsAskedFor = async () =>
    (await chime.control("GET", "/v1/journal?on=GetMessagingSessionEndpoint")).calls.length;
});
