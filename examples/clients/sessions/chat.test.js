import "./browser-globals.js";
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import {
  ChimeSDKMessagingClient, RedactChannelMessageCommand, SendChannelMessageCommand, UpdateChannelMessageCommand,
} from "@aws-sdk/client-chime-sdk-messaging";
import { startChime } from "./chime.js";

const { createSession } = await import("./session.js");
let chime, general;

before(async () => { chime = await startChime(process.env.CHIME_JAR); });
after(() => chime?.stop());
beforeEach(async () => {
  await chime.control("POST", "/v1/reset");
  general = await chime.control("POST", "/v1/channels", { name: "general", members: ["alice", "bob"] });
});

/** Returns the next events of a session, without SESSION_ESTABLISHED. */
function events(session, count) {
  const received = [];
  return new Promise((resolve) => session.addObserver({
    messagingSessionDidReceiveMessage: ({ type, payload }) => {
      if (type !== "SESSION_ESTABLISHED") received.push({ type, content: JSON.parse(payload).Content });
      if (received.length === count) resolve(received);
    },
  }));
}

test("bob sees what alice sends, edits and deletes", async () => {
  const session = createSession({ ...chime.access(), userArn: chime.user("bob") });
  const received = events(session, 3);
  await session.start();

  const alice = new ChimeSDKMessagingClient(chime.access());
  const common = { ChannelArn: general.arn, ChimeBearer: chime.user("alice") };
  const { MessageId } = await alice.send(new SendChannelMessageCommand({
    ...common, Content: "hello", Type: "STANDARD", Persistence: "PERSISTENT",
  }));
  await alice.send(new UpdateChannelMessageCommand({ ...common, MessageId, Content: "hello, bob" }));
  await alice.send(new RedactChannelMessageCommand({ ...common, MessageId }));

  assert.deepEqual(await received, [
    { type: "CREATE_CHANNEL_MESSAGE", content: "hello" },
    { type: "UPDATE_CHANNEL_MESSAGE", content: "hello, bob" },
    { type: "REDACT_CHANNEL_MESSAGE", content: undefined },
  ]);
  session.stop();
});

test("a role without chime:Connect is closed with 4401", async () => {
  const caller = await chime.control("POST", "/v1/callers", { principal: "role/web" });
  await chime.control("POST", "/v1/policies", {
    caller: "role/web",
    policy: { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "chime:GetMessagingSessionEndpoint", Resource: "*" } },
  });

  const session = createSession({ ...chime.access(caller), userArn: chime.user("bob") });

  await assert.rejects(session.start(), { code: 4401, reason: "Unauthorized" });
});

test("bob connects again after his connection has dropped", async () => {
  const session = createSession({ ...chime.access(), userArn: chime.user("bob") });
  const received = events(session, 1);
  await session.start();

  await chime.control("POST", "/v1/sessions/drop", { user: "bob" });
  await chime.control("GET", "/v1/sessions/wait?user=bob&timeout=PT10S");
  await chime.control("POST", "/v1/actors", { actor: "alice", action: "send", channel: "general", content: "hello again" });

  assert.deepEqual(await received, [{ type: "CREATE_CHANNEL_MESSAGE", content: "hello again" }]);
  session.stop();
});

test("bob does not connect again after he was removed", async () => {
  const session = createSession({ ...chime.access(), userArn: chime.user("bob") });
  const stopped = new Promise((resolve) => session.addObserver({ messagingSessionDidStop: resolve }));
  await session.start();

  await chime.control("POST", "/v1/sessions/kick", { user: "bob" });

  assert.equal((await stopped).code, 4003);
});

test("bob is connected although his first connect is closed with 4005", async () => {
  await chime.control("POST", "/v1/connect-faults", { by: { user: "bob" }, once: true, effect: { type: "close", code: 4005 } });
  const session = createSession({ ...chime.access(), userArn: chime.user("bob") });
  const started = new Promise((resolve) => session.addObserver({ messagingSessionDidStart: resolve }));

  session.start(); // This promise stays pending.

  await started;
  session.stop();
});
