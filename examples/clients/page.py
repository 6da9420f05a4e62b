"""The tables of docs/failures-by-client.md."""

import re
from dataclasses import dataclass

from clients import all_clients
from failures import ROOT

PAGE = ROOT / "docs/failures-by-client.md"
BEGIN = "<!-- results -->"
END = "<!-- /results -->"
HEAD = "| failure | class | code | status | attempts | seconds |\n| --- | --- | --- | --- | --- | --- |\n"


@dataclass(frozen=True)
class Row:
    failure: str
    kind: str
    code: str
    status: str
    attempts: str
    seconds: str

    @classmethod
    def of(cls, failure, outcome, attempts, seconds):
        if "result" in outcome:
            result = outcome["result"]
            kinds = {str: "no error", list: "no error, `Errors` in the response"}
            kind = kinds.get(type(result), "no error, and no result")
            code = ", ".join(result) if isinstance(result, list) else ""
            return cls(failure, kind, code, "", str(attempts), str(seconds))
        values = [outcome["class"], outcome["code"], outcome["status"]]
        kind, code, status = ("" if value is None else str(value) for value in values)
        return cls(failure, kind, code, status, str(attempts) if attempts else "", str(seconds))

    def cells(self):
        values = [self.failure, self.kind, self.code, self.status, self.attempts, self.seconds]
        names = [f"`{value}`" if value and re.fullmatch(r"[\w.:]+|exit \d+", value) else value for value in values[1:3]]
        return [values[0], *names, *values[3:]]


@dataclass(frozen=True)
class Table:
    client: str
    version: str
    rows: list

    def text(self):
        lines = "".join(f"| {' | '.join(row.cells())} |\n" for row in self.rows)
        return f"### {self.client} {self.version}\n{HEAD}{lines}"

    def differences(self, known):
        """Returns how classes, codes and statuses differ from the page. Other major versions may have other classes."""
        table = known.get(self.client)
        if table is None:
            return [f"{self.client}: the page has no table; run with --write"]
        same_major = table.version.split(".")[0] == self.version.split(".")[0]
        rows = {row.failure: row for row in table.rows}
        problems = []
        for row in self.rows:
            expected = rows.get(row.failure)
            found = (row.kind, row.code, row.status)
            if expected is None:
                problems.append(f"{self.client}, {row.failure}: not in the page, and here {found}")
            elif found != (expected.kind, expected.code, expected.status) if same_major else row.code != expected.code:
                problems.append(f"{self.client}, {row.failure}: in the page {expected}, and here {row}")
        return problems


def read_tables():
    """Returns the tables of the page by the names of the clients."""
    generated = PAGE.read_text(encoding="utf-8").split(BEGIN)[1].split(END)[0]
    tables = {}
    for section in generated.split("### ")[1:]:
        title, *lines = section.strip().splitlines()
        client, _, version = title.rpartition(" ")
        rows = []
        for line in lines[2:]:
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            rows.append(Row(*[re.sub(r"^`([^`]*)`$", r"\1", cell) for cell in cells]))
        tables[client] = Table(client, version, rows)
    return tables


def write_tables(tables):
    """Replaces the tables of these clients, and keeps the others."""
    found = read_tables() | {table.client: table for table in tables}
    all_tables = {client.name: found[client.name] for client in all_clients() if client.name in found}
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    text = "\n".join(table.text() for table in all_tables.values())
    PAGE.write_text(f"{before}{BEGIN}\n{text}{END}{rest.split(END)[1]}", encoding="utf-8")
