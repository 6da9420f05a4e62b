"""Writes a small project with mistakes, one for each kind that the checks know, and prints the findings to expect.

Usage: plant.py DIRECTORY SPELLING, where SPELLING is empty if the spelling is not checked.
"""

import sys
from pathlib import Path

PUBLIC = 'core/src/main/java/io/github/chimefake'

FILES = {
    f'{PUBLIC}/Planted.java': '''package io.github.chimefake;

/**
 * A type that is answered. In {@code nobody} and in the example, a word is code:
 *
 * <pre>{@code
 * whoever.answers();
 * }</pre>
 *
 * @since 0.1
 */
public interface Planted {
    /** The number. */
    int number();

    /** Returns a nmuber. */
    int other();

    int undocumented();

    /** How it is done. */
    enum Nested {
        FIRST
    }

    /**
     * Makes things.
     *
     * @since 0.1
     */
    final class Maker {
        private Maker() {}

        /** Returns a text. */
        @Override
        public String toString() {
            return "It was refused, from"
                    + " now on";
        }
    }
}
''',
    f'{PUBLIC}/internal/Hidden.java': '''package io.github.chimefake.internal;

final class Hidden {
    // The first line
    // stands
    // in two lines.
    private static final String KEY = "nobody";
}
''',
    'core/public-api.txt': 'io.github.chimefake.CallRefusal class\nio.github.chimefake.CallRefusal#error(): ChimeError\n',
    'docs-outside/page.md': 'Code may say `refuse`.\n\n```\nwhoever\n```\n\nA page that is made\nup, in British colour.\n',
    'pom.xml': '<project>\n  <description>Nobody knows.</description>\n  <!-- It is lifted. -->\n</project>\n',
    '.ci/script': '# Struck off.\necho "Asks whom."\n',
}

WORDING = [
    f'{PUBLIC}/Planted.java:4: "answered"',
    f'{PUBLIC}/Planted.java:14: number has Javadoc that begins with "The", which is not in .ci/wording/verbs.txt.'
    ' Write "Returns …", "Sets …" or the like',
    f'{PUBLIC}/Planted.java:19: undocumented has no Javadoc',
    f'{PUBLIC}/Planted.java:22: Nested has no "@since" with a version, for example "@since 0.1"',
    f'{PUBLIC}/Planted.java:31: Maker has Javadoc that begins with "Makes". The Javadoc of a type begins with a noun phrase',
    f'{PUBLIC}/Planted.java:37: "refused"',
    f'{PUBLIC}/Planted.java:37: "from now on"',
    f'{PUBLIC}/internal/Hidden.java:5: "stands in"',
    'core/public-api.txt:1: "Refusal"',
    'core/public-api.txt:2: "Refusal"',
    'docs-outside/page.md:7: "made up"',
    'pom.xml:2: "Nobody"',
    'pom.xml:3: "lifted"',
    '.ci/script:1: "Struck"',
    '.ci/script:2: "whom"',
]

SPELLING = [
    f'{PUBLIC}/Planted.java:16: "nmuber"',
    'docs-outside/page.md:8: "colour"',
]


def main():
    directory, spelling = Path(sys.argv[1]), sys.argv[2]
    for name, content in FILES.items():
        file = directory / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding='utf-8')
    print('\n'.join(WORDING + (SPELLING if spelling else [])))


main()
