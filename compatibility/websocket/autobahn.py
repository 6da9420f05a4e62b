"""Prints what the Autobahn test suite found: autobahn.py INDEX. Fails if a case failed, or if there are too few."""

import json
import sys
from collections import Counter

ACCEPTED = {"OK", "INFORMATIONAL"}
FEWEST_CASES = 300

with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)["chime"]

failed = {
    name: (case["behavior"], case["behaviorClose"])
    for name, case in cases.items()
    if case["behavior"] not in ACCEPTED or case["behaviorClose"] not in ACCEPTED
}
counts = Counter(case["behavior"] for case in cases.values())
print(f"Autobahn: {len(cases)} cases: " + ", ".join(f"{count} {behavior}" for behavior, count in sorted(counts.items())))
for name, behavior in sorted(failed.items()):
    print(f"Case {name}: {behavior[0]}, at the close {behavior[1]}")
if failed or len(cases) < FEWEST_CASES:
    sys.exit(1)
