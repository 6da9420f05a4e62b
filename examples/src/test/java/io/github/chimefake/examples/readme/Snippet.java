package io.github.chimefake.examples.readme;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A fenced block of Java or Kotlin in a page. */
record Snippet(Path page, String language, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(java|kotlin)\\R(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NOT_CODE =
            Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Za-z]\\w*");

    static Stream<Snippet> all() {
        return Documentation.pages().stream().flatMap(Snippet::of);
    }

    static Stream<Snippet> of(Path page) {
        return BLOCK.matcher(Documentation.text(page))
                .results()
                .map(block -> new Snippet(page, block.group(1), block.group(2)));
    }

    /** The lines without their indentation, and without empty ones. */
    static List<String> lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    List<String> lines() {
        return lines(text);
    }

    List<String> imports() {
        return lines().stream().filter(SourceText::isImport).toList();
    }

    List<String> linesWithoutImports() {
        return lines().stream().filter(line -> !SourceText.isImport(line)).toList();
    }

    /** The names in the code that are not qualified. */
    Set<String> names() {
        String code = NOT_CODE.matcher(text).replaceAll(" ");
        return NAME.matcher(code.replaceAll("(?m)^ *import .*$", ""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The types that the code declares. */
    Stream<String> declaredTypes() {
        return SourceText.TYPE.matcher(text).results().map(type -> type.group(1));
    }

    @Override
    public String toString() {
        return page.getFileName() + ": " + lines().get(0);
    }
}
