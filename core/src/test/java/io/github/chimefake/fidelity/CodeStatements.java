package io.github.chimefake.fidelity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.chimefake.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the main code says about its evidence: each method that uses a constant of {@link Provenance}, and each class with a comment
 * that begins a sentence with "Observed:" or "Assumed:". "Documented:" in a comment needs no row: its source is AWS's page of the
 * operation.
 *
 * @param classes the classes of the main code
 * @param statements by {@code package.Class#method} or {@code package.Class}, below {@code io.github.chimefake.internal}
 */
record CodeStatements(JavaClasses classes, Map<String, Set<Provenance>> statements) {
    private static final String BASE = "io.github.chimefake.internal.";
    private static final Path SOURCES = Path.of("src/main/java", BASE.split("\\."));
    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern SENTENCE = Pattern.compile("\\b(Observed|Assumed):");

    /** The name of a method that the compiler makes of a lambda, with the name of the method that has the lambda. */
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(\\w+)\\$\\d+$");

    private record Statement(String place, Provenance provenance) {}

    static CodeStatements ofMainCode() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(location -> !location.contains("test-classes"))
                .importPackages(BASE.substring(0, BASE.length() - 1));
        return new CodeStatements(
                classes,
                Stream.concat(constants(classes), comments())
                        .collect(groupingBy(
                                Statement::place,
                                TreeMap::new,
                                mapping(Statement::provenance, toCollection(() -> EnumSet.noneOf(Provenance.class))))));
    }

    private static Stream<Statement> constants(JavaClasses classes) {
        return classes.stream()
                .map(JavaClass::getFieldAccessesFromSelf)
                .flatMap(Collection::stream)
                .filter(access -> access.getTargetOwner().isEquivalentTo(Provenance.class))
                .filter(access -> !access.getTarget().getName().equals(Provenance.REQUESTED.name()))
                .map(access -> new Statement(
                        place(access), Provenance.valueOf(access.getTarget().getName())));
    }

    private static String place(JavaFieldAccess access) {
        return access.getOriginOwner().getName().substring(BASE.length()) + "#"
                + access.getOrigin().getName();
    }

    private static Stream<Statement> comments() throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            files = walk.filter(file -> file.toString().endsWith(".java")).toList();
        }
        return files.stream().flatMap(CodeStatements::comments);
    }

    private static Stream<Statement> comments(Path file) {
        String name = SOURCES.relativize(file).toString();
        String type = name.substring(0, name.length() - ".java".length()).replaceAll("[/\\\\]", ".");
        try {
            return COMMENT.matcher(Files.readString(file))
                    .results()
                    .flatMap(comment -> SENTENCE.matcher(comment.group()).results())
                    .map(sentence -> new Statement(
                            type, Provenance.valueOf(sentence.group(1).toUpperCase(Locale.ROOT))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the evidence that the code states in a package, class or method; empty if it states none. */
    Set<Provenance> in(String place) {
        Set<Provenance> found = EnumSet.noneOf(Provenance.class);
        statements.forEach((statement, provenance) -> {
            if (contains(place, statement)) {
                found.addAll(provenance);
            }
        });
        return found;
    }

    /** Returns whether a row that names a place is about a statement: it contains it, or is a method of the class with the comment. */
    static boolean isAbout(String place, String statement) {
        return contains(place, statement) || place.startsWith(statement + "#");
    }

    private static boolean contains(String place, String statement) {
        return statement.equals(place)
                || Stream.of("#", ".", "$").anyMatch(separator -> statement.startsWith(place + separator));
    }

    /** Returns the methods that use a field, without those of its own class. */
    Stream<String> usesOf(Class<?> owner, String field) {
        return classes.get(owner).getField(field).getAccessesToSelf().stream()
                .filter(access -> !access.getOriginOwner().isEquivalentTo(owner))
                .map(CodeStatements::place)
                .map(place -> LAMBDA.matcher(place).replaceFirst("$1"))
                .distinct()
                .sorted();
    }

    static String place(Class<?> type) {
        return type.getName().substring(BASE.length());
    }

    /** Returns whether there is such a package, class or method. */
    boolean exists(String place) {
        int hash = place.indexOf('#');
        String type = BASE + (hash < 0 ? place : place.substring(0, hash));
        if (hash < 0
                && classes.stream().anyMatch(known -> known.getPackageName().equals(type))) {
            return true;
        }
        return classes.contain(type)
                && (hash < 0
                        || classes.get(type).getCodeUnits().stream()
                                .anyMatch(unit -> unit.getName().equals(place.substring(hash + 1))));
    }

    /** Returns the row with the evidence that the code states, if both have one only. */
    FidelityRow applyTo(FidelityRow row) {
        Set<Provenance> found = EnumSet.noneOf(Provenance.class);
        row.code().stream().filter(place -> place.contains("#")).map(this::in).forEach(found::addAll);
        return found.size() == 1 && row.provenance().size() == 1
                ? row.withProvenance(found.iterator().next())
                : row;
    }
}
