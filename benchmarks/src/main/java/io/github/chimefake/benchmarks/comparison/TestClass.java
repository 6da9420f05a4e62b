package io.github.chimefake.benchmarks.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many lines a test class has that is formatted by Spotless. Empty lines, comments and imports are not counted.
 *
 * @param tests the lines between the braces of each test, by the name of the method
 * @param shared the other lines of the class: fields, what is done before each test, and helper methods
 */
record TestClass(Map<String, Integer> tests, int shared) {
    private static final String ANNOTATION = "    @Test";
    private static final Pattern METHOD = Pattern.compile("    void (\\w+)\\(\\) \\{");
    private static final String END = "    }";

    static TestClass read(Path source) throws IOException {
        List<String> lines = Files.readAllLines(source);
        int first = lines.indexOf("class " + source.getFileName().toString().replace(".java", "") + " {") + 1;
        Map<String, Integer> tests = new LinkedHashMap<>();
        List<String> shared = new ArrayList<>();
        int end = lines.lastIndexOf("}");
        for (int i = first; i < end; i++) {
            if (!lines.get(i).equals(ANNOTATION)) {
                shared.add(lines.get(i));
                continue;
            }
            Matcher method = METHOD.matcher(lines.get(i + 1));
            if (!method.matches()) {
                throw new IllegalStateException(source + ": no test method in " + lines.get(i + 1));
            }
            int last = i + 1 + lines.subList(i + 1, end).indexOf(END);
            tests.put(method.group(1), count(lines.subList(i + 2, last)));
            i = last;
        }
        return new TestClass(tests, count(shared));
    }

    private static int count(List<String> lines) {
        return Math.toIntExact(lines.stream()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*"))
                .count());
    }

    /** Returns the lines of the test of a failure. */
    int lines(Failure failure) {
        Integer lines = tests.get(failure.test());
        if (lines == null) {
            throw new IllegalStateException("There is no test " + failure.test() + ", but " + tests.keySet());
        }
        return lines;
    }
}
