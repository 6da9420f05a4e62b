"""Opens a page of another origin in Chromium: it may call the fake, and reaches nothing of the control API.

Usage: foreign_page.py FIRST_LINE, the line that the standalone server prints first with --log json. With the further argument
--planted, a proxy before the control API lets pages of every origin in: then the check has to fail.
"""
import contextlib
import http.server
import json
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.error
import urllib.request

PAGE = """<!doctype html><meta charset="utf-8"><script>
const fake = FAKE, control = CONTROL, results = {};
async function attempt(name, url, options) {
  try {
    const response = await fetch(url, options);
    results[name] = response.type === "opaque" ? "opaque" : response.status + " " + (await response.text());
  } catch (e) {
    results[name] = e.name;
  }
}
const json = {"content-type": "application/json"};
(async () => {
  const date = new Date().toISOString().replace(/[-:]|\\.\\d{3}/g, "");
  await attempt("fake, signed", fake.url + "/channels?app-instance-arn=" + encodeURIComponent(fake.app), {headers: {
    "authorization": `AWS4-HMAC-SHA256 Credential=AKIAPAGE/${date.slice(0, 8)}/${fake.region}/chime/aws4_request, ` +
      "SignedHeaders=host;x-amz-chime-bearer;x-amz-date, Signature=" + "0".repeat(64),
    "x-amz-date": date, "x-amz-chime-bearer": fake.bearer}});
  await attempt("fake, unsigned", fake.url + "/channels?app-instance-arn=" + encodeURIComponent(fake.app));
  for (const path of ["/v1/state", "/v1/health", "/v1/openapi.json", "/v1/journal", "/v1/callers"]) {
    await attempt("control GET " + path, control + path);
    await attempt("control GET no-cors " + path, control + path, {mode: "no-cors"});
  }
  for (const [method, path, body] of [["POST", "/v1/users", '{"id": "intruder"}'], ["POST", "/v1/reset", ""],
      ["POST", "/v1/offline", ""], ["PUT", "/v1/credentials", '{"knownKeysOnly": true}'],
      ["POST", "/v1/faults", '{"effect": {"type": "lostResponse"}}'], ["DELETE", "/v1/users/alice", null]]) {
    await attempt(`control ${method} ${path}`, control + path, {method, body, headers: json});
    await attempt(`control ${method} text ${path}`, control + path, {method, body, headers: {"content-type": "text/plain"}});
    if (method === "POST") await attempt(`control ${method} no-cors ${path}`, control + path, {method, body, mode: "no-cors"});
  }
  await fetch("/results", {method: "POST", body: JSON.stringify(results)});
})();
</script>"""


def main():
    started = json.loads(sys.argv[1])
    if "--planted" in sys.argv:
        with proxy_for_every_origin(started["control"]) as open_control:
            try:
                check(started | {"control": open_control})
            except AssertionError as e:
                print(f"With a control API that lets every page in, the check fails: {str(e)[:100]}…")
                return
        sys.exit("A control API that lets every page in was not found")
    check(started)


def check(started):
    control = started["control"]
    before = state(control)
    results = results_of_page(started)
    assert results["fake, signed"].startswith("200 ") and '"Channels"' in results["fake, signed"], results
    assert results["fake, unsigned"].startswith("403 "), results
    reached = {name: text for name, text in results.items() if name.startswith("control") and text not in ("TypeError", "opaque")}
    assert not reached, f"A foreign page can read {reached}"
    assert state(control) == before, "A foreign page has changed the fake"
    assert len(results) > 25, results
    print(f"A page of another origin called the fake, and {len(results) - 2} requests to the control API reached nothing")


@contextlib.contextmanager
def proxy_for_every_origin(control):
    """A control API without its checks of the origin: it hides from where a request comes, and lets every page read the response."""

    class Proxy(http.server.BaseHTTPRequestHandler):
        def forward(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {"Content-Type": "application/json"}
            request = urllib.request.Request(control + self.path, data=body or None, method=self.command, headers=headers)
            try:
                with urllib.request.urlopen(request) as response:
                    self.answer(response.status, response.read())
            except urllib.error.HTTPError as e:
                self.answer(e.code, e.read())

        do_GET = do_POST = do_PUT = do_DELETE = forward

        def do_OPTIONS(self):
            self.answer(204, b"")

        def answer(self, status, body):
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
            self.send_header("Access-Control-Allow-Headers", "content-type")
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if status != 204:
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    proxy = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=proxy.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{proxy.server_port}"
    finally:
        proxy.shutdown()


def state(control):
    with urllib.request.urlopen(control + "/v1/state") as response:
        state = json.load(response)
    with urllib.request.urlopen(control + "/v1/faults") as response:
        return state, json.load(response)


def results_of_page(started):
    bearer = started["userArns"][0]
    fake = {"url": started["endpoint"], "app": started["appInstanceArn"], "region": started["region"], "bearer": bearer}
    page = PAGE.replace("FAKE", json.dumps(fake)).replace("CONTROL", json.dumps(started["control"])).encode()
    results = queue.Queue()

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer(page)

        def do_POST(self):
            results.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.answer(b"")

        def answer(self, body):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    pages = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    threading.Thread(target=pages.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [shutil.which("chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
            + ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
            + ["--host-resolver-rules=MAP evil.example 127.0.0.1", f"--user-data-dir={profile}"]
            + [f"http://evil.example:{pages.server_port}/"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            return results.get(timeout=120)
        finally:
            browser.kill()
            browser.wait()
            pages.shutdown()


if __name__ == "__main__":
    main()
