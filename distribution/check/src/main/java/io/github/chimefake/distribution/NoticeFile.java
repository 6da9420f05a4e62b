package io.github.chimefake.distribution;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** The file NOTICE, which each jar carries. */
final class NoticeFile {
    private NoticeFile() {}

    static String text(List<Verdict> verdicts) {
        String libraries = verdicts.stream()
                .filter(verdict -> !verdict.component().isOurs())
                .map(verdict -> "  %s %s: %s%n"
                        .formatted(
                                verdict.component().coordinates(),
                                verdict.component().version(),
                                verdict.license()))
                .collect(joining());
        return """
                Chime messaging fake
                Licensed under the Apache License, Version 2.0.

                This project is not affiliated with, endorsed by or sponsored by Amazon Web Services. Amazon Chime, Amazon Web
                Services and AWS are trademarks of Amazon.com, Inc. or its affiliates.

                The jars of this project contain no code of others. Maven and Gradle put these libraries onto the class path with
                them, each under the license that is named. Where a library offers several, it is the one that this project chose.

                %s
                THIRD-PARTY.md in the sources says what these jars contain of others in turn.
                """.formatted(libraries).replace(System.lineSeparator(), "\n");
    }
}
