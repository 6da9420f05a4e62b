package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Java the pages show is compiled, and most of it is run: it stands in a source, line for line. */
class SnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private static final List<List<String>> SOURCES = Documentation.sources().stream()
            .map(Documentation::text)
            .map(SnippetsTest::lines)
            .toList();

    static Stream<Arguments> blocks() {
        return Documentation.pages().stream().flatMap(SnippetsTest::blocks);
    }

    private static Stream<Arguments> blocks(Path page) {
        return BLOCK.matcher(Documentation.text(page))
                .results()
                .map(block -> Arguments.of(page.getFileName().toString(), block.group(1)));
    }

    private static List<String> lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("blocks")
    void standsInASource(String page, String block) {
        List<String> lines = lines(block);
        int found = lines.size();
        while (!standsInASource(lines.subList(0, found))) {
            found--;
        }
        assertThat(lines.subList(found, lines.size()))
                .as("lines of a block of %s that stand in no source after these:%n%s", page, lines.subList(0, found))
                .isEmpty();
    }

    private static boolean standsInASource(List<String> lines) {
        return SOURCES.stream().anyMatch(source -> Collections.indexOfSubList(source, lines) >= 0);
    }

    @Test
    void theReadmeHasSnippets() {
        assertThat(blocks().map(block -> block.get()[0])).contains("README.md");
    }
}
