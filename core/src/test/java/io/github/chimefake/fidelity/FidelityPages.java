package io.github.chimefake.fidelity;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import io.github.chimefake.Operation;
import io.github.chimefake.testing.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages about fidelity, and the README, which counts the rows. Their generated parts are {@code rows SECTION}, {@code counts},
 * {@code operations} and {@code evidence}. Below a heading with the comment {@code <!-- rows SECTION are in PAGE -->}, another page
 * shows the rows, and its own test writes them.
 *
 * @param texts by file
 */
record FidelityPages(Map<Path, String> texts) {
    private static final Path README = Path.of("..", "README.md");
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path INDEX = DOCS.resolve("fidelity.md");
    private static final Path FOLDER = DOCS.resolve("fidelity");

    private static final String ROWS = "rows ";
    private static final Pattern SECTION = Pattern.compile(
            "^## (.+)\\n(?:(?!^## ).*\\n)*?<!-- (?:generated: )?" + ROWS + "([a-z.]+)(?: are in (\\S+))? -->",
            Pattern.MULTILINE);

    /**
     * A section.
     *
     * @param page the page with its heading
     * @param rows the page with its rows
     */
    private record Place(Path page, String title, Path rows) {
        static Place of(Path page, MatchResult section) {
            String elsewhere = section.group(3);
            return new Place(
                    page,
                    section.group(1),
                    elsewhere == null ? page : page.resolveSibling(elsewhere).normalize());
        }

        String link() {
            return relative(INDEX, page) + "#" + anchor();
        }

        /** The anchor that GitHub and the site make of the title. */
        String anchor() {
            return title.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
        }
    }

    static FidelityPages read() throws IOException {
        List<Path> files = new ArrayList<>(List.of(README, INDEX));
        try (Stream<Path> more = Files.list(FOLDER)) {
            more.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(file, Files.readString(file));
        }
        return new FidelityPages(texts);
    }

    /** Returns the sections that the pages show, as often as they show them. */
    List<String> sections() {
        return texts.values().stream()
                .flatMap(text -> SECTION.matcher(text).results())
                .map(section -> section.group(2))
                .toList();
    }

    /** Returns these pages with what the data says now. */
    FidelityPages showing(FidelityData data) {
        Map<Path, String> shown = new TreeMap<>(texts);
        shown.replaceAll((page, text) -> GeneratedFile.withParts(text, name -> part(data, page, name)));
        return new FidelityPages(shown);
    }

    private String part(FidelityData data, Path page, String name) {
        return switch (name) {
            case "counts" -> counts(data);
            case "evidence" -> FidelityTables.evidence(data.rows());
            case "operations" -> operations(data, page);
            default -> FidelityTables.rows(data.bySection().getOrDefault(name.substring(ROWS.length()), List.of()));
        };
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        texts.forEach((page, text) -> SECTION.matcher(text)
                .results()
                .forEach(section -> places.put(section.group(2), Place.of(page, section))));
        return places;
    }

    private String counts(FidelityData data) {
        Map<String, List<FidelityRow>> sections = data.bySection();
        return FidelityTables.counts(
                places().entrySet().stream()
                        .map(place -> new FidelityTables.Counted(
                                "<a id=\"" + place.getValue().anchor() + "\"></a>["
                                        + place.getValue().title() + "]("
                                        + place.getValue().link() + ")",
                                sections.getOrDefault(place.getKey(), List.of())))
                        .toList(),
                data.rows());
    }

    private String operations(FidelityData data, Path page) {
        Map<String, Place> places = places();
        return Stream.of(Operation.values())
                .sorted(comparing(Operation::awsName))
                .map(operation -> "| <a id=\"" + operation.awsName().toLowerCase(Locale.ROOT) + "\"></a>"
                        + operation.awsName() + " | "
                        + data.rows().stream()
                                .filter(row -> FidelityTables.names(row, operation))
                                .map(row -> FidelityTables.link(
                                        row,
                                        relative(page, places.get(row.section()).rows())))
                                .collect(joining("<br>"))
                        + " |\n")
                .collect(joining("", "| operation | rows |\n| --- | --- |\n", ""));
    }

    private static String relative(Path from, Path page) {
        return from.getParent().relativize(page).toString().replace('\\', '/');
    }
}
