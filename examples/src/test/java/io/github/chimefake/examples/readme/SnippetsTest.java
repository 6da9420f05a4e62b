package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever Java the pages show is compiled, and most of it is run: it stands in a source, line for line. */
class SnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("^```java\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private static final List<String> SOURCES = Documentation.sources().stream()
            .map(Documentation::text)
            .map(SnippetsTest::withoutIndentation)
            .toList();

    static Stream<Arguments> blocks() {
        return Documentation.pages().stream().flatMap(SnippetsTest::blocks);
    }

    private static Stream<Arguments> blocks(Path page) {
        return BLOCK.matcher(Documentation.text(page))
                .results()
                .map(block -> Arguments.of(page.getFileName().toString(), block.group(1)));
    }

    private static String withoutIndentation(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n", "\n", "\n"));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("blocks")
    void standsInASource(String page, String block) {
        assertThat(SOURCES)
                .as("sources that hold this block of %s:%n%s", page, block)
                .anyMatch(source -> source.contains(withoutIndentation(block)));
    }

    @Test
    void theReadmeHasSnippets() {
        assertThat(blocks().map(block -> block.get()[0])).contains("README.md");
    }
}
