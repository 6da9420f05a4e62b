package io.github.chimefake.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page of tables. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    Report line(String line) {
        lines.add(line);
        return this;
    }

    Report heading(String text) {
        lines.add("");
        lines.add("## " + text);
        return this;
    }

    Report table(String... headings) {
        lines.add("");
        row((Object[]) headings);
        lines.add("| --- ".repeat(headings.length) + "|");
        return this;
    }

    Report row(Object... cells) {
        List<String> texts = new ArrayList<>();
        for (Object cell : cells) {
            texts.add(cell.toString());
        }
        lines.add("| " + String.join(" | ", texts) + " |");
        return this;
    }

    /** The page up to the first of its lines that a person wrote below the tables, and from there on what stands there. */
    void writeTo(Path file, String keptFrom) {
        try {
            List<String> page = new ArrayList<>(lines);
            if (Files.exists(file)) {
                List<String> before = Files.readAllLines(file);
                int kept = before.indexOf(keptFrom);
                if (kept >= 0) {
                    page.add("");
                    page.addAll(before.subList(kept, before.size()));
                }
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Replaces the generated part of a page by this report.
     *
     * @param name of the part, which is between {@code <!-- generated: NAME -->} and {@code <!-- end -->}
     */
    void replacePartOf(Path file, String name) {
        try {
            String page = Files.readString(file);
            String begin = "<!-- generated: " + name + " -->\n";
            int from = page.indexOf(begin);
            int to = page.indexOf("<!-- end -->", from);
            if (from < 0 || to < 0) {
                throw new IllegalStateException(file + " has no part between " + begin.strip() + " and <!-- end -->");
            }
            Files.writeString(file, page.substring(0, from) + begin + this + "\n" + page.substring(to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
