/** Where sessions run: each client calls the functions of recorder.js, in a process of its own or in a page of Chromium. */
import { build } from "esbuild";
import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:tls";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const file = (name) => fileURLToPath(new URL(name, import.meta.url));

/** Starts Node.js with ws and jsdom. It trusts the authority in the given file, or only those of the public. */
export async function startNode({ authority } = {}) {
  const env = { ...process.env, NODE_NO_WARNINGS: "1", ...(authority && { NODE_EXTRA_CA_CERTS: authority }) };
  const child = fork(file("node-client.js"), { env });
  await once(child, "message");
  const results = new Map();
  child.on("message", ({ call, result }) => results.get(call)(result));
  return {
    call: (method, argument) => new Promise((resolve) => {
      const call = results.size;
      results.set(call, resolve);
      child.send({ call, method, argument });
    }),
    close: () => child.disconnect(),
  };
}

/** Starts Chromium with a page of this machine. It trusts certificates with this hash of the key, or none of ours. */
export async function startChromium({ keyHash } = {}) {
  const { outputFiles: [{ text }] } = await build({
    entryPoints: [file("page.js")], bundle: true, write: false, logLevel: "error",
    mainFields: ["browser", "module", "main"], define: { global: "globalThis" },
  });
  const args = keyHash ? [`--ignore-certificate-errors-spki-list=${keyHash}`] : [];
  const server = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<title>chat</title>"));
  await once(server.listen(0, "localhost"), "listening");
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.addScriptTag({ content: text });
  return {
    call: (method, argument) => page.evaluate(([name, value]) => globalThis.recorder[name](value), [method, argument]),
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** Returns the hash of the server's public key, as Chromium takes it. */
export async function keyHashOf(host, port) {
  const socket = connect({ host, port, rejectUnauthorized: false });
  await once(socket, "secureConnect");
  const key = socket.getPeerX509Certificate().publicKey.export({ type: "spki", format: "der" });
  socket.destroy();
  return createHash("sha256").update(key).digest("base64");
}
