package io.github.chimefake.examples.readme;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A source that the build compiles, and what a part of it needs from the rest. */
final class SourceText {
    static final Pattern TYPE = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");
    private static final Pattern MEMBER = Pattern.compile(
            "^ {4}(?! |return|throw|void )(?:(?:private|protected|public|static|final) )*[\\w<>?, .]+ (\\w+)(?: =.*|\\(.*|;)$");

    private final Path file;
    private final String text;
    private final List<String> lines;

    SourceText(Path file) {
        this.file = file;
        this.text = Documentation.text(file);
        this.lines = Snippet.lines(text);
    }

    boolean isIn(String language) {
        return language.equals("java") == file.toString().endsWith(".java");
    }

    boolean has(List<String> snippet) {
        return Collections.indexOfSubList(lines, snippet) >= 0;
    }

    /** The lines of this source without which a reader could not compile these names. */
    Set<String> neededBy(Set<String> names) {
        Set<String> needed = new HashSet<>();
        imports().filter(line -> names.contains(simpleName(line))).forEach(needed::add);
        text.lines()
                .forEach(line -> Stream.of(TYPE, MEMBER)
                        .flatMap(declaration -> declaration.matcher(line).results())
                        .filter(declaration -> names.contains(declaration.group(1)))
                        .forEach(declaration -> needed.add(line.strip())));
        names.stream()
                .filter(name -> !text.contains(" " + name + " {") && isInSamePackage(name))
                .map(name -> "import " + packageName() + "." + name + ";")
                .forEach(needed::add);
        return needed;
    }

    Stream<String> imports() {
        return lines.stream().filter(SourceText::isImport);
    }

    static boolean isImport(String line) {
        return line.startsWith("import ");
    }

    static String simpleName(String importLine) {
        return importLine.replaceAll(".*\\.(\\w+);?$", "$1");
    }

    private boolean isInSamePackage(String name) {
        return Character.isUpperCase(name.charAt(0))
                && Stream.of("test", "main")
                        .map(sources ->
                                Path.of(file.toString().replaceFirst("/src/(test|main)/", "/src/" + sources + "/")))
                        .anyMatch(sibling -> Files.exists(sibling.resolveSibling(name + ".java")));
    }

    private String packageName() {
        return lines.stream()
                .filter(line -> line.startsWith("package "))
                .findFirst()
                .map(line -> line.replaceAll("package |;", ""))
                .orElse("");
    }
}
