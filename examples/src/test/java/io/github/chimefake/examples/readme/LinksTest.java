package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each relative link of a page leads to a file that exists, and each anchor to a heading of that file. */
class LinksTest {
    private static final Pattern FENCED = Pattern.compile("^ *```.*?^ *```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.*?) *$", Pattern.MULTILINE);
    private static final Pattern ANCHOR = Pattern.compile("<a (?:id|name)=\"([^\"]+)\"");

    static Stream<Path> pages() {
        return Documentation.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadSomewhere(Path page) {
        assertThat(links(page).filter(link -> !leads(page, link))).isEmpty();
    }

    @Test
    void everyPageOfTheDocsIsLinkedFromItsIndex() {
        Path docs = Documentation.root().resolve("docs");
        List<Path> linked = links(docs.resolve("index.md"))
                .map(link -> docs.resolve(link.replaceFirst("#.*", "")).normalize())
                .toList();

        assertThat(Documentation.pages())
                .filteredOn(page -> docs.equals(page.getParent()) && !page.endsWith("index.md"))
                .allSatisfy(page -> assertThat(linked).contains(page));
    }

    private static Stream<String> links(Path page) {
        return LINK.matcher(withoutCode(page))
                .results()
                .map(match -> match.group(1))
                .filter(link -> !link.matches("[a-z]+:.*"));
    }

    private static boolean leads(Path page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    private static String withoutCode(Path page) {
        return FENCED.matcher(Documentation.text(page)).replaceAll("");
    }

    /** The anchors of a page, as GitHub makes them of its headings. */
    private static Set<String> anchors(Path page) {
        String text = withoutCode(page);
        Set<String> anchors = new HashSet<>();
        Map<String, Integer> seen = new HashMap<>();
        HEADING.matcher(text).results().forEach(heading -> {
            String anchor = heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                    .replaceAll("[^\\p{L}\\p{N}_\\- ]", "")
                    .replace(' ', '-');
            int earlier = seen.merge(anchor, 1, Integer::sum) - 1;
            anchors.add(earlier == 0 ? anchor : anchor + "-" + earlier);
        });
        ANCHOR.matcher(text).results().forEach(anchor -> anchors.add(anchor.group(1)));
        return anchors;
    }
}
