import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** Starts the standalone server, which ends with this process, and returns what tests need of it. */
export async function startChime(jar, options = []) {
  const always = ["--port", "0", "--control-port", "0", "--log", "json", "--until-stdin-closes"];
  const server = spawn("java", ["-jar", jar, ...always, ...options], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: server.stdout });
  const started = await new Promise((resolve, reject) => {
    lines.once("line", (line) => resolve(JSON.parse(line)));
    server.once("exit", (code) => reject(new Error(`The server ended with exit code ${code}`)));
  });

  async function control(method, path, body) {
    const response = await fetch(started.control + path, {
      method, headers: { "Content-Type": "application/json" }, body: body && JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text && JSON.parse(text);
  }

  return {
    ...started,
    controlAddress: started.control,
    control,
    user: (id) => `${started.appInstanceArn}/user/${id}`,
    /** What a client needs of a caller, or of the default one. */
    access: ({ accessKeyId, secretAccessKey, sessionToken } = started) => ({
      endpoint: started.endpoint, region: started.region, credentials: { accessKeyId, secretAccessKey, sessionToken },
    }),
    stop: async () => {
      server.stdin.end();
      await once(server, "exit");
    },
  };
}
