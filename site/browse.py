"""Opens pages of a built site from its files in Chromium: each shows what it should, and asks for nothing but files.

usage: browse.py DIRECTORY
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# A page, and what it shows once its scripts have run.
PAGES = {
    "docs/index.html": r"Architecture.*not affiliated with",
    "docs/architecture.html": r'<pre class="mermaid"[^>]*><svg',
    "docs/fidelity/messaging.html": r'id="unknown-channel"',
    "search.html?q=throttling": r'class="search">.*?<a href="docs/',
    "api/core/index.html": r"io\.github\.chimefake",
}
FETCHED = re.compile(r"^(https?|wss?|ftp):")

# What Chromium notes as the origin of its own requests, such as those for updates.
BROWSER = "not an origin"


def open_page(chromium, url, folder):
    """Returns the page after its scripts have run, and the URLs that it asked for over a network."""
    log = folder / "net.json"
    page = subprocess.run(
        [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
         "--disable-extensions", "--host-resolver-rules=MAP * ~NOTFOUND", "--virtual-time-budget=10000",
         f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}", "--dump-dom", url],
        capture_output=True, text=True, timeout=120, check=True).stdout
    events = json.loads(log.read_text())["events"]
    requests = [event["params"] for event in events if "initiator" in event.get("params", {})]
    urls = {request.get("url", "") for request in requests if request["initiator"] != BROWSER}
    return page, sorted(url for url in urls if FETCHED.match(url))


def main():
    root = Path(sys.argv[1]).resolve()
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        sys.exit("There is no chromium on the PATH.")
    failed = False
    for name, shown in PAGES.items():
        with tempfile.TemporaryDirectory() as folder:
            page, urls = open_page(chromium, f"{root.as_uri()}/{name}", Path(folder))
        problems = [f"asks for {url}" for url in urls]
        if not re.search(shown, page, re.DOTALL):
            problems.append(f"does not show {shown}")
        print(f"{name}: {'; '.join(problems) or 'as it should be'}")
        failed = failed or bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
