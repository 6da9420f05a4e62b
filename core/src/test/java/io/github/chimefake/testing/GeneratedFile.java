package io.github.chimefake.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the documentation that is written from the code, as a whole or in parts. A test requires what the code says; with {@code
 * -Dpages.write=true} it writes it instead.
 *
 * <p>A part stands between {@code <!-- generated: NAME -->} and {@code <!-- end -->}. The rest of the page is written by hand.
 */
public final class GeneratedFile {
    private static final String WRITE = "pages.write";
    private static final String COMMAND =
            "mvn -pl core -am test -Dtest='FidelityTest,*PageTest' -Dsurefire.failIfNoSpecifiedTests=false -D" + WRITE
                    + "=true";

    private static final Pattern PART =
            Pattern.compile("(<!-- generated: ([^\\n]+) -->\\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Path file;
    private final boolean writes;

    public GeneratedFile(Path file) {
        this(file, Boolean.getBoolean(WRITE));
    }

    GeneratedFile(Path file, boolean writes) {
        this.file = file;
        this.writes = writes;
    }

    /**
     * Requires that the file has this text.
     *
     * @throws AssertionError if it has another; says where they differ and what to run
     */
    public void require(String text) throws IOException {
        if (writes) {
            Files.writeString(file, text);
            return;
        }
        List<String> found = Files.readString(file).lines().toList();
        List<String> expected = text.lines().toList();
        int same = 0;
        while (same < Math.min(found.size(), expected.size()) && found.get(same).equals(expected.get(same))) {
            same++;
        }
        if (same < Math.max(found.size(), expected.size())) {
            throw new AssertionError(
                    "Line " + (same + 1) + " of " + file.toAbsolutePath().normalize() + " is:\n"
                            + line(found, same) + "\nIt should be:\n" + line(expected, same)
                            + "\nIf that is intended, write the file anew: " + COMMAND);
        }
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "(the end of the file)";
    }

    /**
     * Requires that each generated part of the file is the one that is given for its name.
     *
     * @throws AssertionError if one is not
     */
    public void requireParts(UnaryOperator<String> parts) throws IOException {
        require(withParts(Files.readString(file), parts));
    }

    /**
     * Returns a text with other generated parts.
     *
     * @throws IllegalArgumentException if it has no such part
     */
    public static String withParts(String text, UnaryOperator<String> parts) {
        Matcher part = PART.matcher(text);
        if (!part.find()) {
            throw new IllegalArgumentException("The text has no generated part. A part begins with the line "
                    + "<!-- generated: NAME --> and ends with <!-- end -->: " + text);
        }
        return part.replaceAll(match ->
                Matcher.quoteReplacement(match.group(1) + "\n" + parts.apply(match.group(2)) + "\n" + match.group(3)));
    }
}
