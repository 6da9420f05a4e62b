package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The Java and Kotlin of the pages is compiled, and most of it is run: each block stands in a source, line for line. Whatever a block
 * needs from the rest of that source stands on the same page: imports, helper methods, fields and types.
 */
class SnippetsTest {
    private static final List<SourceText> SOURCES =
            Documentation.sources().stream().map(SourceText::new).toList();

    static Stream<Snippet> snippets() {
        return Snippet.all();
    }

    static Stream<Snippet> code() {
        return Snippet.all().filter(snippet -> !snippet.linesWithoutImports().isEmpty());
    }

    static Stream<Snippet> withImports() {
        return Snippet.all().filter(snippet -> !snippet.imports().isEmpty());
    }

    private static Stream<SourceText> sourcesOf(Snippet snippet) {
        return SOURCES.stream().filter(source -> source.isIn(snippet.language()));
    }

    @ParameterizedTest
    @MethodSource("code")
    void standsInASource(Snippet snippet) {
        List<String> lines = snippet.linesWithoutImports();
        int found = lines.size();
        while (!standsInASource(snippet, lines.subList(0, found))) {
            found--;
        }
        assertThat(lines.subList(found, lines.size()))
                .as("lines of a block that stand in no source after these:%n%s", lines.subList(0, found))
                .isEmpty();
    }

    private static boolean standsInASource(Snippet snippet, List<String> lines) {
        return sourcesOf(snippet).anyMatch(source -> source.has(lines));
    }

    @ParameterizedTest
    @MethodSource("withImports")
    void importsExistAndAreDifferent(Snippet block) {
        Set<String> imported = sourcesOf(block).flatMap(SourceText::imports).collect(Collectors.toSet());

        assertThat(block.imports()).isSubsetOf(imported);
        assertThat(block.imports().stream().map(SourceText::simpleName)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("withImports")
    void importsAreUsedOnTheirPage(Snippet block) {
        Set<String> used = Snippet.of(block.page())
                .flatMap(snippet -> snippet.names().stream())
                .collect(Collectors.toSet());
        used.add("Test"); // For the method into which a reader copies a block.

        assertThat(block.imports()).allMatch(line -> used.contains(SourceText.simpleName(line)));
    }

    @ParameterizedTest
    @MethodSource("code")
    void pageHasWhatTheSnippetNeeds(Snippet snippet) {
        Set<String> shown = Snippet.of(snippet.page())
                .flatMap(block -> Stream.concat(block.lines().stream(), block.declaredTypes()))
                .collect(Collectors.toSet());

        Set<String> missing = sourcesOf(snippet)
                .filter(source -> source.has(snippet.linesWithoutImports()))
                .map(source -> missing(source, snippet, shown))
                .reduce((one, other) -> one.size() <= other.size() ? one : other)
                .orElse(Set.of());

        assertThat(missing)
                .as("lines that the page lacks for this block:%n%s", snippet.text())
                .isEmpty();
    }

    private static Set<String> missing(SourceText source, Snippet snippet, Set<String> shown) {
        Set<String> missing = new HashSet<>(source.neededBy(snippet.names()));
        missing.removeIf(line -> shown.contains(line) || shown.contains(SourceText.simpleName(line)));
        return missing;
    }

    @Test
    void theReadmeHasSnippets() {
        assertThat(snippets().map(snippet -> snippet.page().getFileName().toString()))
                .contains("README.md");
    }
}
