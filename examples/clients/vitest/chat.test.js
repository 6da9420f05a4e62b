import { SendChannelMessageCommand, UnauthorizedClientException } from "@aws-sdk/client-chime-sdk-messaging";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startChime } from "./chime.js";

let chime, general;

beforeAll(async () => {
  chime = await startChime(process.env.CHIME_JAR);
}, 60_000);
afterAll(() => chime.stop());
beforeEach(async () => {
  await chime.control("POST", "/v1/reset");
  general = await chime.control("POST", "/v1/channels", { name: "general", members: ["alice"] });
});

const send = (client = chime.client()) => client.send(new SendChannelMessageCommand({
  ChannelArn: general.arn, ChimeBearer: chime.user("alice"), Content: "hello", Type: "STANDARD", Persistence: "PERSISTENT",
}));

test("a muted user may not send", async () => {
  await chime.control("POST", "/v1/permissions", {
    on: ["SendChannelMessage"], by: { user: "alice" }, decision: "DENY",
  });
  await expect(send()).rejects.toBeInstanceOf(UnauthorizedClientException);
});

test("a message is stored once when its response is lost", async () => {
  await chime.control("POST", "/v1/faults", { once: true, attempts: 1, effect: { type: "lostResponse" } });
  await send();
  const { messages } = await chime.control("GET", "/v1/channels/general/messages");
  expect(messages.map((message) => message.content)).toEqual(["hello"]);
});

test("expired credentials", async () => {
  const caller = await chime.control("POST", "/v1/callers", { principal: "role/web", expiresIn: "PT15M" });
  await chime.control("POST", "/v1/clock/advance", { duration: "PT16M" });
  await expect(send(chime.client(caller))).rejects.toMatchObject({ name: "ExpiredTokenException" });
});
