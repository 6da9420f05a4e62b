"""Looks for forbidden words in all sentences of the project, and for the form of the public Javadoc.

Usage: check.py DIRECTORY. Prints one line for each finding, and exits with 1 if there is any.
"""

import fnmatch
import re
import sys
from pathlib import Path

import java_source
from project import every_file, rows

MAIN_CODE = re.compile(r'(^|/)src/main/java/')
PUBLIC_API = re.compile(r'^(core|junit5-extension|session|spring-boot)/src/main/java/(?!.*/internal/)')
NO_NOUN_PHRASE = re.compile(r'(What|How|Whether|Who|Which|When|Where|Why)\b')


class Exceptions:
    """What is allowed all the same, each with its reason. One that allows nothing is a finding, so that the list stays short."""

    def __init__(self):
        self.rows = rows('exceptions.tsv')
        self.used = set()

    def allow(self, path, content, start, end):
        for index, (pattern, allowed, _) in enumerate(self.rows):
            if fnmatch.fnmatch(path, pattern):
                for match in re.finditer(allowed.replace(' ', r'\s+'), content):
                    if match.start() <= start and end <= match.end():
                        self.used.add(index)
                        return True
        return False

    def unused(self):
        return [row for index, row in enumerate(self.rows) if index not in self.used]


def whole_words(expression):
    spaced = expression.replace(' ', r'\s+')
    return re.compile(rf'(?<![\w-])(?:{spaced})(?![\w-])', re.IGNORECASE)


def same_lines(match):
    return re.sub(r'[^\n]', ' ', match.group())


def prose(path, source):
    """Returns the sentences of a file as pairs of a line number and a text, in which code is blank. Names of the API are split into words."""
    if path.endswith('.java'):
        found = []
        for kind, line, content in java_source.texts(source):
            if kind in ('string', 'text'):
                if ' ' in content.strip():
                    found.append((line, content))
                continue
            content = re.sub(r'<pre>.*?</pre>|<code>.*?</code>|<a href=".*?">', same_lines, content, flags=re.DOTALL)
            content = re.sub(r'\{@(code|literal|link|linkplain) (?:[^{}]|\{[^{}]*\})*\}', same_lines, content)
            found.append((line, re.sub(r'@see \S+', same_lines, content)))
        return found
    if path.endswith('.md'):
        text = re.sub(r'^```.*?^```', same_lines, source, flags=re.DOTALL | re.MULTILINE)
        return [(1, re.sub(r'`[^`\n]*`|\]\([^)]*\)', same_lines, text))]
    if path.endswith('.xml'):
        pattern = r'<!--(?P<comment>.*?)-->|<(?P<tag>description|name)>(?P<text>.*?)</(?P=tag)>'
        return [
            (source.count('\n', 0, m.start()) + 1, m['comment'] or m['text'] or '') for m in re.finditer(pattern, source, re.DOTALL)
        ]
    if path.endswith('.txt'):
        return [(1, re.sub(r'(?<=[a-z])(?=[A-Z])|[_.#]', ' ', source))]
    quoted = r'(?:^|(?<=\s))#[^\n]*|(?<!\\)"[^"\n]*"'
    return [(source.count('\n', 0, m.start()) + 1, m.group()) for m in re.finditer(quoted, source, re.MULTILINE)]


def files(root):
    """Returns the files whose sentences are checked: all but the sources of tests."""
    return ((path, source) for path, source in every_file(root) if not path.endswith('.java') or MAIN_CODE.search(path))


def forbidden_words(path, source, exceptions, forbidden):
    for line, content in prose(path, source):
        for expression, instead in forbidden:
            for match in expression.finditer(content):
                if not exceptions.allow(path, content, *match.span()):
                    found = ' '.join(match.group().split())
                    at = line + content.count('\n', 0, match.start())
                    yield f'{path}:{at}: "{found}" is not used here. Write instead: {instead}'


def first_word(javadoc):
    match = re.match(r'\s*(\S+)', javadoc)
    return match.group(1).strip('.,:;') if match else ''


def javadoc_problem(declared, verbs):
    """Returns what is wrong with the Javadoc of a public declaration, or nothing."""
    first = first_word(declared.javadoc)
    if declared.kind in ('class', 'interface', 'enum', 'record', '@interface'):
        if not first:
            return 'has no Javadoc'
        if not re.search(r'^\s*@since \d+\.\d+$', declared.javadoc, re.MULTILINE):
            return 'has no "@since" with a version, for example "@since 0.1"'
        if NO_NOUN_PHRASE.match(first) or (declared.kind != '@interface' and first in verbs):
            return f'has Javadoc that begins with "{first}". The Javadoc of a type begins with a noun phrase'
    elif declared.kind in ('method', 'constructor'):
        if declared.overrides and not first:
            return None
        if not first:
            return 'has no Javadoc'
        if declared.owner != '@interface' and first not in verbs:
            return f'has Javadoc that begins with "{first}", which is not in .ci/wording/verbs.txt. Write "Returns …", "Sets …" or the like'
    return None


def public_javadoc(path, source, verbs):
    for declared in java_source.declarations(source):
        problem = javadoc_problem(declared, verbs) if declared.public else None
        if problem:
            yield f'{path}:{declared.line}: {declared.name} {problem}'


def main():
    root = Path(sys.argv[1])
    exceptions = Exceptions()
    verbs = {row[0] for row in rows('verbs.txt')}
    forbidden = [(whole_words(expression), instead) for expression, instead in rows('forbidden.tsv')]
    findings = []
    for path, source in files(root):
        findings += forbidden_words(path, source, exceptions, forbidden)
        if path.endswith('.java') and PUBLIC_API.match(path):
            findings += public_javadoc(path, source, verbs)
    for pattern, allowed, _ in exceptions.unused():
        findings.append(f'.ci/wording/exceptions.tsv: "{allowed}" in {pattern} allows nothing. Remove the line.')
    print('\n'.join(findings), end='\n' if findings else '')
    sys.exit(1 if findings else 0)


main()
