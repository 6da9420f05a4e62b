"""Looks for misspelled words in all sources and documents with CSpell, each word once. Literals in tests are test data.

Usage: spelling.py DIRECTORY CSPELL. Prints one line for each finding, and exits with 1 if there is any.
"""

import re
import subprocess
import sys
from pathlib import Path

import java_source
from project import HERE, every_file

NO_WORDS = re.compile(
    r'<a id="[^"]*">|\]\([^)\s]*\)'  # anchors and links, which repeat titles in lower case
    r'|https?:[^\s"\'`)]+|arn:[^\s"\'`]+|\\u[0-9a-fA-F]{4}|\\[nrt]|[A-Za-z0-9+/=_-]{48,}|&#?\w+;|0x[0-9a-fA-F_]+L?'
    r'|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F-]+|\bA(?:KIA|SIA|IDA|ROA)[A-Z0-9]*|(?<![\w-])-[DPX](?=\w)'
)
WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
PART = re.compile(r'[A-Z]?[a-z]+|[A-Z]+(?![a-z])')
SHORTEST = 4


def first_places(root):
    """Returns each word with the place where it is found first."""
    places = {}
    for path, source in every_file(root):
        if '/src/test/java/' in path:
            source = java_source.without_literals(source)
        for number, line in enumerate(source.splitlines(), start=1):
            for word in WORD.findall(NO_WORDS.sub(' ', line)):
                if len(word) >= SHORTEST:
                    places.setdefault(word, f'{path}:{number}')
    return places


def misspelled(words, cspell):
    """Returns the parts of words that CSpell does not know, for example "Behaviour" of "ofBehaviour"."""
    command = [cspell, 'lint', 'stdin', '--config', HERE / 'cspell.json', '--words-only', '--unique', '--no-progress', '--no-summary']
    result = subprocess.run(command, input='\n'.join(words), capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1) or (result.returncode == 1 and not result.stdout.strip()):
        sys.exit(f'CSpell failed:\n{result.stdout}{result.stderr}')
    return sorted(set(result.stdout.split()))


def main():
    places = first_places(Path(sys.argv[1]))
    findings = misspelled(places, sys.argv[2])
    for part in findings:
        words = [word for word in places if part in word]
        word = next((word for word in words if part in PART.findall(word)), words[0] if words else part)
        print(f'{places.get(word, "?")}: "{part}" is in no dictionary. Correct it, or add it to .ci/wording/dictionary.txt')
    sys.exit(1 if findings else 0)


main()
