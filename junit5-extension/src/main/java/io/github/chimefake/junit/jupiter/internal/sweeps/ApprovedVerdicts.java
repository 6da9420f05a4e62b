package io.github.chimefake.junit.jupiter.internal.sweeps;

import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The approved verdicts of one test: a file with a line for each, of which those with an alarm end with a reason. It is written only when
 * that is asked for, and never by a build server.
 */
final class ApprovedVerdicts {
    static final String SWITCH = "-Dchime.fake.sweep.approve";
    private static final String LINE = System.lineSeparator();
    private static final String ALARM = "alarm ";
    private static final String REASON = "  # ";

    private final SweepFiles files;
    private final boolean approving;
    private final boolean onBuildServer;
    /** The reasons by line; empty for a line that needs none or has none. */
    private final Map<String, String> approved = new TreeMap<>();

    private final boolean exists;

    private ApprovedVerdicts(SweepFiles files, boolean approving, boolean onBuildServer) {
        this.files = files;
        this.approving = approving;
        this.onBuildServer = onBuildServer;
        this.exists = files.approved().filter(Files::isRegularFile).isPresent();
        if (exists) {
            read(files.approved().orElseThrow());
        }
    }

    /**
     * Reads the approved verdicts of a test.
     *
     * @param approving whether they are written anew
     * @param onBuildServer whether that is forbidden
     */
    static ApprovedVerdicts of(SweepFiles files, boolean approving, boolean onBuildServer) {
        return new ApprovedVerdicts(files, approving, onBuildServer);
    }

    private void read(Path file) {
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split("\\s+#\\s*", 2);
                    approved.put(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The approved verdicts in " + file + " cannot be read", failure);
        }
    }

    /** Returns whether the alarms of a verdict are approved, each with a reason. A verdict without an alarm needs no reason. */
    boolean includes(SweepVerdict verdict) {
        return verdict.alarms().isEmpty()
                || approving
                || verdict.approvableLines().stream()
                        .noneMatch(line -> approved.getOrDefault(line, "").isEmpty());
    }

    /** Returns the end of a sentence that says how to approve an alarm. */
    String howToApprove() {
        return "approve it: run the test with " + SWITCH + ", and write the reason after # in "
                + files.approved().map(Path::toString).orElse("the approved file");
    }

    /**
     * Compares the verdicts of a sweep with the approved ones, or writes them.
     *
     * @throws AssertionError if they differ
     */
    void compare(SweepReport report) {
        List<String> lines = report.approvableLines();
        if (approving) {
            write(lines);
        } else if (!exists) {
            throw new AssertionError("The verdicts of " + files.testName() + " have not been approved: "
                    + files.approved()
                            .map(file -> file + " does not exist")
                            .orElse("the sources of the test were not found")
                    + ". Read the report in " + files.report() + ", and run the test with " + SWITCH
                    + ", for example mvn test -Dtest=" + quoted(files.selection()) + " " + SWITCH);
        } else {
            requireEqual(lines);
        }
    }

    /** A shell would replace what follows the {@code $} in the name of a nested class. */
    private static String quoted(String selection) {
        return selection.contains("$") ? "'" + selection + "'" : selection;
    }

    private void requireEqual(List<String> lines) {
        List<String> differences = new ArrayList<>();
        approved.keySet().stream().filter(line -> !lines.contains(line)).forEach(line -> differences.add("- " + line));
        lines.stream().filter(line -> !approved.containsKey(line)).forEach(line -> differences.add("+ " + line));
        if (!differences.isEmpty()) {
            throw new AssertionError(
                    "The verdicts of " + files.testName() + " differ from the approved ones (-):" + LINE
                            + String.join(LINE, differences) + LINE
                            + "If that is right, run the test with " + SWITCH);
        }
    }

    private void write(List<String> lines) {
        if (onBuildServer) {
            throw new AssertionError(
                    "The verdicts of " + files.testName() + " are not approved where the environment variable"
                            + " CI is set. Approve them on your machine, and commit the file");
        }
        Path file = files.approved()
                .orElseThrow(() -> new AssertionError("The sources of " + files.testName()
                        + " were not found beside its classes, so the approved verdicts cannot be written. Run it from"
                        + " the project's directory"));
        Stream<String> head =
                Stream.of("# The approved verdicts of " + files.testName() + ". An alarm needs a reason after #.");
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file));
            Files.write(
                    file,
                    Stream.concat(head, lines.stream().map(this::withReason)).toList());
        } catch (IOException failure) {
            throw new UncheckedIOException("The approved verdicts cannot be written to " + file, failure);
        }
    }

    private String withReason(String line) {
        String reason = approved.getOrDefault(line, "");
        return line.startsWith(ALARM) ? (line + REASON + reason).stripTrailing() : line;
    }
}
