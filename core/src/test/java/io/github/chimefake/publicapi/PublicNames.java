package io.github.chimefake.publicapi;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds names in a public API that are awkward in other languages, or beside the libraries that users import. */
public final class PublicNames {
    private static final Set<String> KOTLIN = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "while");

    private static final Set<String> PYTHON = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** The public types of JUnit 4.13's {@code org.junit} and {@code junit.framework}, which is not on the class path. */
    private static final Set<String> JUNIT_4 = Set.of(
            "After",
            "AfterClass",
            "Assert",
            "AssertionFailedError",
            "Assume",
            "AssumptionViolatedException",
            "Before",
            "BeforeClass",
            "ClassRule",
            "ComparisonCompactor",
            "ComparisonFailure",
            "FixMethodOrder",
            "Ignore",
            "JUnit4TestAdapter",
            "JUnit4TestAdapterCache",
            "JUnit4TestCaseFacade",
            "Protectable",
            "Rule",
            "Test",
            "TestCase",
            "TestCouldNotBeSkippedException",
            "TestFailure",
            "TestListener",
            "TestResult",
            "TestSuite");

    private final PublicApi api;

    /** Creates a search in this API. */
    public PublicNames(PublicApi api) {
        this.api = api;
    }

    /** Returns the methods and annotation members that are a hard keyword of Kotlin or Python. */
    public List<String> keywords() {
        return api.types().stream()
                .flatMap(type -> api.members(type)
                        .filter(Method.class::isInstance)
                        .map(Member::getName)
                        .filter(name -> KOTLIN.contains(name) || PYTHON.contains(name))
                        .map(name -> type.getSimpleName() + "." + name))
                .distinct()
                .toList();
    }

    /** Returns the simple names that several types have. */
    public Set<String> repeated() {
        Map<String, Long> counts = api.types().stream().collect(groupingBy(Class::getSimpleName, counting()));
        return counts.keySet().stream().filter(name -> counts.get(name) > 1).collect(toCollection(TreeSet::new));
    }

    /** Returns the simple names that JUnit 4 or a top-level type in the package of one of these types has. */
    public Set<String> sharedWithPackagesOf(Class<?>... others) {
        Set<String> taken = Stream.concat(
                        JUNIT_4.stream(), Stream.of(others).flatMap(PublicNames::simpleNamesInPackageOf))
                .collect(toCollection(TreeSet::new));
        return api.types().stream()
                .map(Class::getSimpleName)
                .filter(taken::contains)
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<String> simpleNamesInPackageOf(Class<?> type) {
        String prefix = type.getPackageName() + ".";
        return CompiledClasses.besides(type).stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .filter(name -> name.chars().allMatch(Character::isJavaIdentifierPart) && !name.contains("$"));
    }
}
