package io.github.chimefake.internal.sweep.oracles;

import io.github.chimefake.sweep.SweepOracle;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A secret access key, a session token, or the text of a message of at least 8 characters is in the output, and not in that of the clean run,
 * which is judged by itself. White space does not count, so that what is wrapped is found; nor need all lines of a text be there.
 */
final class Leaked implements Oracle {
    private static final String FOUND =
            "a secret or the text of a message is in what the code wrote to System.out or System.err";

    private static final int LENGTH = 8;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    @Override
    public SweepOracle kind() {
        return SweepOracle.LEAKED;
    }

    @Override
    public Optional<String> judge(FailingRun run) {
        if (run.output().isEmpty() || run.output().equals(run.clean().output())) {
            return Optional.empty();
        }
        String output = withoutSpace(run.output());
        String clean = withoutSpace(run.clean().output());
        return recognizable(run.confidential()).anyMatch(text -> output.contains(text) && !clean.contains(text))
                ? Optional.of(FOUND)
                : Optional.empty();
    }

    /** Returns what is wrong if the clean run writes such a text. */
    static Optional<String> judge(CleanRun clean) {
        String output = withoutSpace(clean.output());
        return recognizable(clean.confidential()).anyMatch(output::contains)
                ? Optional.of(FOUND + Oracles.ALSO_WITHOUT_FAILURE)
                : Optional.empty();
    }

    private static Stream<String> recognizable(Set<String> confidential) {
        return confidential.stream()
                .flatMap(text -> Stream.concat(Stream.of(text), text.lines()))
                .filter(text -> text.strip().length() >= LENGTH)
                .map(Leaked::withoutSpace)
                .filter(Leaked::saysSomething);
    }

    private static String withoutSpace(String text) {
        return SPACE.matcher(text).replaceAll("");
    }

    /** A line of dashes is in the output of many programs. */
    private static boolean saysSomething(String text) {
        return text.chars().filter(Character::isLetterOrDigit).distinct().count() > 2;
    }
}
