/** Two users of AWS's chat demonstration in Chromium. The environment has the folder of the built application in CHAT_DEMO. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { startChime } from "./chime.js";
import { CHROMIUM } from "./clients.js";

const SERVE = fileURLToPath(new URL("../chat-demo/serve.mjs", import.meta.url));
const OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1";
let chime, server, address, browser;

before(async () => {
  chime = await startChime(process.env.CHIME_JAR);
  const env = { ...process.env, PORT: "0", CHIME_ENDPOINT: chime.endpoint, CHIME_CONTROL: chime.controlAddress };
  server = spawn(process.execPath, [SERVE, process.env.CHAT_DEMO], { env, stdio: ["ignore", "pipe", "inherit"] });
  address = String((await once(server.stdout, "data"))[0]).trim();
  browser = await chromium.launch({ executablePath: CHROMIUM, args: [OFFLINE] });
});
after(async () => {
  await browser?.close();
  server?.kill();
  await chime?.stop();
});

const logged = (page, text) => page.waitForEvent("console", {
  predicate: (message) => message.text() === text, timeout: 60_000,
});

async function signIn(user, page) {
  page ??= await (await browser.newContext()).newPage();
  await page.goto(address);
  await page.getByLabel("sign in option").selectOption("ces");
  await page.locator(".access-token-input").last().fill(user);
  const started = logged(page, "Messaging Connection started!");
  await page.getByRole("button", { name: "Exchange Token for AWS Credentials" }).click();
  await started;
  return page;
}

async function send(page, text) {
  await page.getByPlaceholder("Type your message").fill(text);
  await page.keyboard.press("Enter");
}

test("alice creates a channel and adds bob, and they see each other's messages", async () => {
  const alice = await signIn("alice");
  const bob = await signIn("bob");

  await alice.locator(".create-channel-button").click();
  await alice.locator("#new-channel-form input[type=text]").fill("general");
  await alice.getByRole("button", { name: "Add", exact: true }).click();
  await alice.getByText("Successfully created channel.").waitFor();

  await alice.locator(".ch-selected").getByRole("button", { name: "Open channel options" }).click();
  await alice.getByText("Add members").click();
  await alice.locator(".add-members").getByText("bob", { exact: true }).click();
  await alice.getByRole("button", { name: "Add", exact: true }).click();

  // CREATE_CHANNEL_MEMBERSHIP brings the channel into bob's list.
  await bob.getByRole("button", { name: "general" }).click();
  await send(alice, "hello bob");
  await bob.locator(".message").getByText("hello bob").waitFor();
  await send(bob, "hello alice");
  await alice.locator(".message").getByText("hello alice").waitFor();

  const { messages } = await chime.control("GET", `/v1/channels/${await idOf("general")}/messages`);
  assert.deepEqual(messages.map(({ content }) => content).filter((content) => content.startsWith("hello")), ["hello bob", "hello alice"]);
});

async function idOf(name) {
  const { channels } = await chime.control("GET", "/v1/channels");
  return encodeURIComponent(channels.find((channel) => channel.name === name).arn);
}
