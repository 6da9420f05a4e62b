/**
 * Serves the built demonstration, and gives credentials as its Credential Exchange Service does: node serve.mjs DIST
 * The environment may have PORT, CHIME_ENDPOINT and CHIME_CONTROL.
 */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";

const [dist] = process.argv.slice(2);
const { PORT = "9000", CHIME_ENDPOINT = "http://127.0.0.1:8111", CHIME_CONTROL = "http://127.0.0.1:8112" } = process.env;

async function post(path, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(CHIME_CONTROL + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Registers the user whose id was entered, and returns credentials for 15 minutes. */
async function exchange(authorization) {
  const id = Buffer.from(authorization.replace("Bearer ", ""), "base64").toString().trim();
  const user = await post("/v1/users", { id });
  const caller = await post("/v1/callers", {
    principal: "assumed-role/chat-demo", sessionName: `chime_${id}`, tags: { UserUUID: id }, expiresIn: "PT15M",
  });
  return {
    ChimeUserId: user.id,
    ChimeDisplayName: user.name,
    ChimeCredentials: {
      AccessKeyId: caller.accessKeyId, SecretAccessKey: caller.secretAccessKey, SessionToken: caller.sessionToken,
    },
  };
}

async function respond(method, url, headers) {
  if (method === "POST" && url === "/creds") return ["application/json", JSON.stringify(await exchange(headers.authorization))];
  if (url === "/chat-bundle.js") return ["text/javascript", await readFile(join(dist, "chat-bundle.js"))];
  const page = await readFile(join(dist, "chat.html"), "utf8");
  return ["text/html", page.replace("<head>", `<head><script>chimeEndpoint = "${CHIME_ENDPOINT}"</script>`)];
}

const server = createServer(async ({ method, url, headers }, response) => {
  try {
    const [type, body] = await respond(method, url, headers);
    response.writeHead(200, { "Content-Type": type }).end(body);
  } catch (e) {
    console.error(e.message);
    response.writeHead(500).end(e.message);
  }
});
await once(server.listen(Number(PORT), "localhost"), "listening");
console.log(`http://localhost:${server.address().port}/`);
