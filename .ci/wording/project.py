"""The files of the project and the tables of this directory."""

import fnmatch
from pathlib import Path

HERE = Path(__file__).parent
SKIPPED_DIRECTORIES = {'.git', 'target', 'node_modules'}


def rows(name):
    """Returns the rows of a table in this directory, without comments."""
    lines = (HERE / name).read_text(encoding='utf-8').splitlines()
    return [line.split('\t') for line in lines if line and not line.startswith('#')]


def every_file(root):
    """Returns path and text of sources, documents, Maven files, lists of the public API and scripts, except those in not-covered.tsv."""
    not_covered = [row[0] for row in rows('not-covered.tsv')]
    for file in sorted(root.rglob('*')):
        path = file.relative_to(root).as_posix()
        if SKIPPED_DIRECTORIES.intersection(file.relative_to(root).parts) or not file.is_file():
            continue
        if any(fnmatch.fnmatch(path, pattern) for pattern in not_covered):
            continue
        is_script = path.startswith('.ci/') and '.' not in file.name
        if is_script or file.suffix in ('.java', '.md') or file.name in ('pom.xml', 'public-api.txt'):
            yield path, file.read_text(encoding='utf-8')
