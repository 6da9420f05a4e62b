package io.github.chimefake.fidelity;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.github.chimefake.Operation;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The pages about fidelity. People write their texts; what stands between {@code <!-- rows: SECTION -->}, {@code <!-- counts -->} or
 * {@code <!-- operations -->} and {@code <!-- end -->} comes from the data.
 *
 * @param texts by file
 */
record FidelityPages(Map<Path, String> texts) {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path INDEX = DOCS.resolve("fidelity.md");
    private static final Path FOLDER = DOCS.resolve("fidelity");

    private static final Pattern GENERATED =
            Pattern.compile("(?<=<!-- )(rows: [a-z.]+|counts|operations)( -->\\n).*?(<!-- end -->)", Pattern.DOTALL);
    private static final Pattern SECTION =
            Pattern.compile("^## (.+)\\n(?:(?!^## ).*\\n)*?<!-- rows: ([a-z.]+) -->", Pattern.MULTILINE);

    /** A section on a page. */
    private record Place(Path page, String title) {
        String link() {
            return relative(page) + "#" + anchor();
        }

        /** The anchor that GitHub and the site make of the title. */
        String anchor() {
            return title.toLowerCase(Locale.ROOT)
                    .replaceAll("[^\\p{L}\\p{N} _-]", "")
                    .replace(' ', '-');
        }
    }

    static FidelityPages read() throws IOException {
        List<Path> files = new ArrayList<>(List.of(INDEX));
        try (Stream<Path> more = Files.list(FOLDER)) {
            more.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
        }
        Map<Path, String> texts = new TreeMap<>();
        for (Path file : files) {
            texts.put(file, Files.readString(file));
        }
        return new FidelityPages(texts);
    }

    void write() throws IOException {
        for (Map.Entry<Path, String> page : texts.entrySet()) {
            Files.writeString(page.getKey(), page.getValue());
        }
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
        return new FidelityPages(texts.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, page -> showing(data, page), (a, b) -> a, TreeMap::new)));
    }

    private String showing(FidelityData data, Map.Entry<Path, String> page) {
        return GENERATED
                .matcher(page.getValue())
                .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + match.group(2) + "\n"
                        + generated(data, page.getKey(), match) + "\n" + match.group(3)));
    }

    private String generated(FidelityData data, Path page, MatchResult match) {
        return switch (match.group(1)) {
            case "counts" -> counts(data);
            case "operations" -> operations(data, page);
            default ->
                FidelityTables.rows(
                        data.bySection().getOrDefault(match.group(1).substring("rows: ".length()), List.of()));
        };
    }

    private Map<String, Place> places() {
        Map<String, Place> places = new LinkedHashMap<>();
        texts.forEach((page, text) -> SECTION.matcher(text)
                .results()
                .forEach(section -> places.put(section.group(2), new Place(page, section.group(1)))));
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
                                        relative(page, places.get(row.section()).page())))
                                .collect(joining("<br>"))
                        + " |\n")
                .collect(joining("", "| operation | rows |\n| --- | --- |\n", ""));
    }

    private static String relative(Path page) {
        return relative(INDEX, page);
    }

    private static String relative(Path from, Path page) {
        return from.getParent().relativize(page).toString().replace('\\', '/');
    }
}
