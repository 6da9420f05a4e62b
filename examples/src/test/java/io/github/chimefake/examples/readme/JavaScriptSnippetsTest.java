package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each block of JavaScript in the pages stands, line for line, in a file that {@code .ci/run} or {@code .ci/thorough} runs. */
class JavaScriptSnippetsTest {
    private static final Pattern BLOCK = Pattern.compile("^```js\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final List<List<String>> SOURCES = Documentation.scripts().stream()
            .map(file -> Snippet.lines(Documentation.text(file)))
            .toList();

    record Block(Path page, List<String> lines) {
        @Override
        public String toString() {
            return page.getFileName() + ": " + lines.get(0);
        }
    }

    static Stream<Block> blocks() {
        return Documentation.pages().stream()
                .flatMap(page -> BLOCK.matcher(Documentation.text(page))
                        .results()
                        .map(block -> new Block(page, Snippet.lines(block.group(1)))));
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void standsInAFile(Block block) {
        List<String> lines = block.lines();
        int found = lines.size();
        while (!standsInAFile(lines.subList(0, found))) {
            found--;
        }
        assertThat(lines.subList(found, lines.size()))
                .as("lines of a block that stand in no file after these:%n%s", lines.subList(0, found))
                .isEmpty();
    }

    private static boolean standsInAFile(List<String> lines) {
        return SOURCES.stream().anyMatch(source -> Collections.indexOfSubList(source, lines) >= 0);
    }

    @Test
    void thePageForJavaScriptHasBlocks() {
        assertThat(blocks().map(block -> block.page().getFileName().toString())).contains("javascript.md");
    }
}
