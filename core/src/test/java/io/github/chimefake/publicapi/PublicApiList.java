package io.github.chimefake.publicapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The checked-in list of a public API, so that each change of the API shows in review. */
public final class PublicApiList {
    private static final String WRITE = "public-api.write";

    private final Path file;

    /** Creates a list that is kept in this file. */
    public PublicApiList(Path file) {
        this.file = file;
    }

    /**
     * Checks that the list is that of this API; with {@code -Dpublic-api.write=true}, writes it instead.
     *
     * @throws AssertionError if it is not; says what was added and what was removed
     */
    public void requireEqualTo(PublicApi api) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.write(file, api.lines());
            return;
        }
        List<String> listed = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (!api.lines().equals(listed)) {
            throw new AssertionError("The public API is not the one in " + file.toAbsolutePath() + ".\nAdded:\n"
                    + without(api.lines(), listed) + "\nRemoved:\n" + without(listed, api.lines())
                    + "\nIf that is intended, run this test with -D" + WRITE
                    + "=true, and commit the file with a line in CHANGELOG.md.");
        }
    }

    private static String without(List<String> lines, List<String> others) {
        return lines.stream().filter(line -> !others.contains(line)).collect(Collectors.joining("\n"));
    }
}
