package io.github.chimefake.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The decisions about licenses in {@code licenses.txt}, which explains its own form. */
final class Decisions {
    /** White space and the marks of comments, with which words of a license may be separated. */
    private static final Pattern MARKS = Pattern.compile("[\\s*#;/]+");

    private final List<Decision> all;

    private Decisions(List<Decision> all) {
        this.all = List.copyOf(all);
    }

    /**
     * One line of the file.
     *
     * @param kind its first column
     * @param columns the others
     */
    record Decision(Kind kind, List<String> columns) {
        private static Decision parse(String line) {
            List<String> columns =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            Kind kind = Stream.of(Kind.values())
                    .filter(value -> value.name().equalsIgnoreCase(columns.get(0)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A line of licenses.txt begins with one of "
                            + Arrays.toString(Kind.values()) + ": " + line));
            if (columns.size() != kind.columns + 1) {
                throw new IllegalArgumentException(
                        "A line of licenses.txt with " + kind + " has " + kind.columns + " more columns: " + line);
            }
            return new Decision(kind, columns.subList(1, columns.size()));
        }

        String column(int index) {
            return columns.get(index);
        }

        @Override
        public String toString() {
            return kind + " | " + String.join(" | ", columns);
        }
    }

    /** What a line decides. */
    enum Kind {
        ACCEPT(1),
        NAME(2),
        CHOOSE(2),
        TEXT(5),
        INSIDE(6);

        private final int columns;

        Kind(int columns) {
            this.columns = columns;
        }
    }

    static Decisions read(Path file) throws IOException {
        return parse(Files.readAllLines(file));
    }

    static Decisions parse(List<String> lines) {
        return new Decisions(lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Decision::parse)
                .toList());
    }

    private Stream<Decision> of(Kind kind) {
        return all.stream().filter(decision -> decision.kind() == kind);
    }

    /** Returns whether a license may ship: an SPDX identifier, or several with {@code AND}, each of which has to be accepted. */
    boolean accepts(String license) {
        return Stream.of(license.split(" AND ", -1))
                .allMatch(part ->
                        of(Kind.ACCEPT).anyMatch(decision -> decision.column(0).equals(part)));
    }

    /** Returns whether one of the texts names a license, or all that are joined with {@code AND}, by identifier or by another name. */
    boolean isNamedIn(List<String> texts, String license) {
        return texts.stream()
                .map(text -> MARKS.matcher(text).replaceAll(" "))
                .anyMatch(text -> Stream.of(license.split(" AND ", -1))
                        .allMatch(part ->
                                names(part).anyMatch(name -> name.matcher(text).find())));
    }

    /** Names of a license, which in a text are not part of a longer word. */
    private Stream<Pattern> names(String license) {
        return Stream.concat(
                        Stream.of(license),
                        of(Kind.NAME)
                                .filter(decision -> decision.column(1).equals(license))
                                .map(decision -> decision.column(0)))
                .map(name -> MARKS.matcher(name).replaceAll(" "))
                .map(name -> Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])"));
    }

    /** Returns the licenses among which the user of a component can choose, as SPDX identifiers where they are known. */
    List<String> offered(Component component) {
        List<String> offered = new ArrayList<>();
        for (String license : component.licenses()) {
            Arrays.stream(license.replaceAll("[()]", "").split("\\s+OR\\s+", -1))
                    .map(this::identifier)
                    .filter(identifier -> !offered.contains(identifier))
                    .forEach(offered::add);
        }
        return offered;
    }

    private String identifier(String license) {
        return of(Kind.NAME)
                .filter(decision -> decision.column(0).equals(license.strip()))
                .map(decision -> decision.column(1))
                .findFirst()
                .orElse(license.strip());
    }

    /** Returns which of the licenses of a component was chosen, if a line says so. */
    Optional<Decision> choice(Component component) {
        return of(Kind.CHOOSE)
                .filter(decision -> decision.column(0).equals(component.coordinates()))
                .findFirst();
    }

    /** Returns what was decided about a file within a jar. */
    Optional<Decision> about(Component component, LicenseText text) {
        return of(Kind.TEXT)
                .filter(decision -> decision.column(0).equals(component.coordinates()))
                .filter(decision -> decision.column(1).equals(text.entry()))
                .filter(decision -> decision.column(2).equals(text.digest()))
                .findFirst();
    }

    /** Returns what is contained in a component's jar, in the order of the file. */
    List<Decision> inside(Component component) {
        return of(Kind.INSIDE)
                .filter(decision -> decision.column(0).equals(component.coordinates()))
                .toList();
    }

    /** Returns the lines about components, which are mistakes when nothing on the class path needs them. */
    List<Decision> aboutComponents() {
        return all.stream()
                .filter(decision -> decision.kind() != Kind.ACCEPT && decision.kind() != Kind.NAME)
                .toList();
    }
}
