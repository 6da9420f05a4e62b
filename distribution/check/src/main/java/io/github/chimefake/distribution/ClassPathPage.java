package io.github.chimefake.distribution;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of docs/class-path.md: how many bytes each artifact brings. Sizes of other projects' jars are exact. Those of this
 * project's jars change with every commit, so the page is up to date while they differ by no more than a twentieth.
 */
final class ClassPathPage {
    static final String START = "<!-- tables -->\n";
    static final String END = "<!-- end of tables -->\n";

    private static final String CORE = "io.github.chimefake:chime-messaging-fake";
    private static final String EXTENSION = CORE + "-junit-jupiter";
    private static final String SPRING_BOOT = CORE + "-spring-boot";
    private static final String SDK = "software.amazon.awssdk:chimesdkmessaging";
    private static final String JUPITER = "org.junit.jupiter:junit-jupiter-api";

    private final BillOfMaterials bill;
    private final ToLongFunction<Component> sizes;

    ClassPathPage(BillOfMaterials bill, ToLongFunction<Component> sizes) {
        this.bill = bill;
        this.sizes = sizes;
    }

    /** Returns the page with the tables of today; a size of an own jar that hardly changed stays as it is. */
    String update(String page) {
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        if (start < START.length() || end < start) {
            throw new IllegalArgumentException("docs/class-path.md has no tables between " + START + " and " + END);
        }
        Map<String, Long> written = ownSizes(page.substring(start, end));
        ToLongFunction<Component> kept = component -> {
            long size = sizes.applyAsLong(component);
            long before = component.isOurs() ? written.getOrDefault(component.coordinates(), size) : size;
            return Math.abs(before - size) * 20 <= size ? before : size;
        };
        return page.substring(0, start) + tables(kept) + page.substring(end);
    }

    private static Map<String, Long> ownSizes(String tables) {
        Matcher rows = Pattern.compile("\\| `(io\\.github\\.chimefake:[^`]+)` \\| [^|]* \\| ([\\d,]+) \\|")
                .matcher(tables);
        return rows.results().collect(toMap(row -> row.group(1), ClassPathPage::number, (first, second) -> first));
    }

    private static long number(MatchResult row) {
        return Long.parseLong(row.group(2).replace(",", ""));
    }

    private String tables(ToLongFunction<Component> size) {
        Set<String> sdk = coordinates(bill.broughtBy(SDK));
        Set<String> jupiter = coordinates(bill.broughtBy(JUPITER));
        return """
                | artifact | jars | bytes | of these, without what `chimesdkmessaging` and `junit-jupiter-api` bring: jars | bytes |
                | --- | --- | --- | --- | --- |
                %s%s%s
                | jar | version | bytes | comes with |
                | --- | --- | --- | --- |
                %s""".formatted(
                        total(CORE, size, sdk, jupiter),
                        total(EXTENSION, size, sdk, jupiter),
                        total(SPRING_BOOT, size, sdk, jupiter),
                        Stream.of(EXTENSION, SPRING_BOOT)
                                .flatMap(artifact -> bill.broughtBy(artifact).stream())
                                .distinct()
                                .sorted(Comparator.comparingLong(size).reversed())
                                .map(component -> "| `%s` | %s | %s | %s |\n"
                                        .formatted(
                                                component.coordinates(),
                                                component.isOurs() ? "this project's" : component.version(),
                                                digits(size.applyAsLong(component)),
                                                comesWith(component, sdk, jupiter)))
                                .collect(joining()));
    }

    private static Set<String> coordinates(List<Component> components) {
        return components.stream().map(Component::coordinates).collect(toSet());
    }

    private String total(String artifact, ToLongFunction<Component> size, Set<String> sdk, Set<String> jupiter) {
        List<Component> all = bill.broughtBy(artifact);
        List<Component> added = all.stream()
                .filter(component -> !sdk.contains(component.coordinates()))
                .filter(component -> !jupiter.contains(component.coordinates()))
                .toList();
        return "| `%s` | %d | %s | %d | %s |\n"
                .formatted(
                        artifact.substring(artifact.indexOf(':') + 1),
                        all.size(),
                        digits(all.stream().mapToLong(size).sum()),
                        added.size(),
                        digits(added.stream().mapToLong(size).sum()));
    }

    private String comesWith(Component component, Set<String> sdk, Set<String> jupiter) {
        if (sdk.contains(component.coordinates())) {
            return "`chimesdkmessaging`";
        }
        if (jupiter.contains(component.coordinates())) {
            return "`junit-jupiter-api`";
        }
        if (coordinates(bill.broughtBy(CORE)).contains(component.coordinates())) {
            return "`chime-messaging-fake`";
        }
        return coordinates(bill.broughtBy(EXTENSION)).contains(component.coordinates())
                ? "`chime-messaging-fake-junit-jupiter`"
                : "`chime-messaging-fake-spring-boot`";
    }

    private static String digits(long bytes) {
        return String.format(Locale.ROOT, "%,d", bytes);
    }
}
