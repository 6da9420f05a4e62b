"""Reads Java sources as far as a check of their wording needs it: comments, string literals and declarations."""

import re
from typing import NamedTuple

TOKEN = re.compile(
    r'(?P<javadoc>/\*\*(?!/).*?\*/)'
    r'|(?P<block>/\*.*?\*/)'
    r'|(?P<line>//[^\n]*)'
    r'|(?P<text>""".*?(?<!\\)""")'
    r'|(?P<string>"(?:\\.|[^"\\\n])*")'
    r"|(?P<char>'(?:\\.|[^'\\\n])+')",
    re.DOTALL,
)


class Text(NamedTuple):
    """A comment or a string literal: its kind, the number of its first line, and what it says, line by line."""

    kind: str
    line: int
    content: str


class Declaration(NamedTuple):
    """A type or a member with its Javadoc, which is empty if there is none."""

    kind: str  # "class", "interface", "enum", "record", "@interface", "method", "constructor" or "field"
    name: str
    line: int
    modifiers: str
    overrides: bool
    owner: str  # the kind of the type around it; empty for a top-level type
    public: bool
    javadoc: str


def _plain(kind, raw):
    if kind in ('javadoc', 'block'):
        raw = re.sub(r'^/\*+|\*/$', '', raw)
        return re.sub(r'(?m)^[ \t]*\*[ \t]?', '', raw)
    if kind == 'line':
        return raw[2:]
    return raw.strip('"').replace('\\n', ' ').replace('\\"', '"')


def texts(source):
    """Returns comments and string literals; successive line comments are one text, and so are concatenated literals."""
    found = []
    end, previous = 0, ''
    for match in TOKEN.finditer(source):
        kind = match.lastgroup
        between = source[end : match.start()]
        content = _plain(kind, match.group())
        joins = (kind == 'line' and previous == 'line' and between.strip() == '') or (
            kind in ('string', 'text') and previous in ('string', 'text') and between.strip() == '+'
        )
        if joins:
            last = found[-1]
            found[-1] = last._replace(content=last.content + '\n' * between.count('\n') + content)
        elif kind != 'char':
            found.append(Text(kind, source.count('\n', 0, match.start()) + 1, content))
        end, previous = match.end(), kind
    return found


def _blank(source):
    """Returns the source with comments and literals replaced by spaces, so that offsets stay the same."""

    def spaces(match):
        return re.sub(r'[^\n]', ' ', match.group())

    return TOKEN.sub(spaces, source)


def without_literals(source):
    """Returns the source with string literals replaced by spaces."""

    def spaces(match):
        return re.sub(r'[^\n]', ' ', match.group()) if match.lastgroup in ('text', 'string', 'char') else match.group()

    return TOKEN.sub(spaces, source)


def _without_annotations(code):
    code = re.sub(r'@interface\b', '#interface', code)
    previous = None
    while previous != code:
        previous = code
        code = re.sub(r'@[\w.]+\s*(\((?:[^()]|\([^()]*\))*\))?', ' ', code)
    return code.replace('#interface', '@interface')


TYPE = re.compile(r'(?P<modifiers>(?:\b(?:public|protected|private|static|final|abstract|sealed|non-sealed)\s+)*)'
                  r'(?P<kind>@interface|class|interface|enum|record)\s+(?P<name>\w+)')


def _is_public(modifiers, owner, owner_public):
    if owner in ('interface', '@interface'):
        return owner_public and 'private' not in modifiers
    visible = 'public' in modifiers or (owner != '' and 'protected' in modifiers)
    return visible and (owner == '' or owner_public)


def declarations(source):
    """Returns the types and members of a compilation unit; what is inside of methods is skipped."""
    code = _blank(source)
    javadocs = [(m.start(), m.end(), _plain('javadoc', m.group())) for m in TOKEN.finditer(source) if m.lastgroup == 'javadoc']
    found, stack = [], []  # stack: (kind, public, name, constants still to come)
    start = position = parentheses = 0

    def declare(end):
        chunk = code[start:end]
        docs = [doc for doc in javadocs if start <= doc[0] < end]
        javadoc = docs[-1][2] if docs else ''
        bare = _without_annotations(chunk)
        overrides = re.search(r'@Override\b', chunk) is not None
        owner, owner_public, owner_name = stack[-1][:3] if stack else ('', True, '')
        first = re.search(r'\S', chunk)
        line = source.count('\n', 0, start + (first.start() if first else 0)) + 1
        type_match = TYPE.search(bare)
        if type_match and bare[: type_match.start()].strip() == '':
            modifiers, kind, name = type_match['modifiers'], type_match['kind'], type_match['name']
        else:
            head = bare.split('=')[0]
            method = re.search(r'(\w+)\s*\(', head)
            words = head.split('(')[0].split()
            if not words or words[0] in ('package', 'import', 'static') and len(words) == 1:
                return None
            name = method.group(1) if method else words[-1]
            kind = 'field' if not method else 'constructor' if name == owner_name else 'method'
            modifiers = ' '.join(w for w in words if w in ('public', 'protected', 'private', 'static', 'default'))
            if owner == '':
                return None  # package and import
        public = _is_public(modifiers, owner, owner_public)
        found.append(Declaration(kind, name, line, modifiers, overrides, owner, public, javadoc))
        return found[-1]

    def skip_block(at):
        depth = 0
        for brace in re.finditer(r'[{}]', code[at:]):
            depth += 1 if brace.group() == '{' else -1
            if depth == 0:
                return at + brace.end()
        return len(code)

    while position < len(code):
        char = code[position]
        if char == '(':
            parentheses += 1
        elif char == ')':
            parentheses -= 1
        elif parentheses == 0 and char == ';':
            if stack and stack[-1][3]:
                stack[-1][3] = False  # The constants of an enum end here; they need no Javadoc.
            else:
                declare(position)
            start = position + 1
        elif parentheses == 0 and char == '{':
            bare = _without_annotations(code[start:position])
            in_initializer = '=' in bare
            if stack and stack[-1][3] or in_initializer:
                position = skip_block(position)
                continue
            declared = declare(position)
            if declared is not None and declared.kind in ('class', 'interface', 'enum', 'record', '@interface'):
                stack.append([declared.kind, declared.public, declared.name, declared.kind == 'enum'])
                start = position + 1
            else:
                position = skip_block(position)
                start = position
                continue
        elif parentheses == 0 and char == '}':
            if stack:
                stack.pop()
            start = position + 1
        position += 1
    return found
