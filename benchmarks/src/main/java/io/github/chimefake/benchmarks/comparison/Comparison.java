package io.github.chimefake.benchmarks.comparison;

import static java.util.stream.Collectors.joining;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs the tests of the three classes, and writes into the page how many lines they have. Arguments: {@code write}, or {@code check}, which
 * fails if the page says something else; and the page.
 */
public final class Comparison {
    private static final Pattern PART =
            Pattern.compile("(<!-- generated: lines -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private static final String COMMAND =
            "mvn -q -Pbenchmarks -pl benchmarks -am verify -DskipTests -Dbenchmarks=comparison";

    private final TestClass fake;
    private final TestClass wireMock;
    private final TestClass mockito;

    private Comparison(Path sources) throws IOException {
        fake = TestClass.read(sources.resolve("FailuresWithFake.java"));
        wireMock = TestClass.read(sources.resolve("FailuresWithWireMock.java"));
        mockito = TestClass.read(sources.resolve("FailuresWithMockito.java"));
    }

    public static void main(String[] arguments) throws IOException {
        Path page = Path.of(arguments[1]).toAbsolutePath().normalize();
        Path sources = page.resolveSibling("../benchmarks/src/main/java/"
                        + Comparison.class.getPackageName().replace('.', '/'))
                .normalize();
        Comparison comparison = new Comparison(sources);
        comparison.runTests();
        String before = Files.readString(page);
        String after = comparison.writeInto(before);
        if (arguments[0].equals("write")) {
            Files.writeString(page, after);
        } else if (!after.equals(before)) {
            throw new IllegalStateException(
                    page + " does not have the numbers of lines of today's tests. Write them with: " + COMMAND);
        }
    }

    private void runTests() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(
                        selectClass(FailuresWithFake.class),
                        selectClass(FailuresWithWireMock.class),
                        selectClass(FailuresWithMockito.class))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        int expected = Stream.of(fake, wireMock, mockito)
                .mapToInt(each -> each.tests().size())
                .sum();
        if (listener.getSummary().getTestsSucceededCount() != expected) {
            listener.getSummary().printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            throw new IllegalStateException(listener.getSummary().getTestsSucceededCount() + " of " + expected
                    + " tests of the comparison succeeded");
        }
    }

    private String writeInto(String page) {
        Matcher part = PART.matcher(page);
        if (!part.find()) {
            throw new IllegalStateException("The page has no part between <!-- generated: lines --> and <!-- end -->");
        }
        return part.replaceFirst(
                match -> Matcher.quoteReplacement(match.group(1) + "\n" + table() + "\n" + match.group(2)));
    }

    private String table() {
        List<Failure> mocked = Arrays.stream(Failure.values())
                .filter(failure -> failure.mocked != Failure.Mocked.NOT)
                .toList();
        return Stream.of(
                        Stream.of("| failure | fake | WireMock | Mockito |", "| --- | --- | --- | --- |"),
                        Arrays.stream(Failure.values()).map(this::row),
                        Stream.of(
                                "| all " + Failure.values().length + " | "
                                        + sum(fake, List.of(Failure.values())) + " | "
                                        + sum(wireMock, List.of(Failure.values())) + " | |",
                                "| the " + mocked.size() + " that all three can do | " + sum(fake, mocked) + " | "
                                        + sum(wireMock, mocked) + " | " + sum(mockito, mocked) + " |",
                                "| shared by the tests: fields, setup, helper methods | " + fake.shared() + " | "
                                        + wireMock.shared() + " | " + mockito.shared() + " |"))
                .flatMap(rows -> rows)
                .collect(joining("\n", "", "\n"));
    }

    private String row(Failure failure) {
        String mock = switch (failure.mocked) {
            case FULLY -> "" + mockito.lines(failure);
            case OUTCOME_ONLY -> mockito.lines(failure) + ", outcome only";
            case NOT -> "cannot";
        };
        return "| " + failure.description + " | " + fake.lines(failure) + " | " + wireMock.lines(failure) + " | " + mock
                + " |";
    }

    private static int sum(TestClass tests, List<Failure> failures) {
        return failures.stream().mapToInt(tests::lines).sum();
    }
}
