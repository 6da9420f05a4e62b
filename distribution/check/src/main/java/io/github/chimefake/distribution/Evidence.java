package io.github.chimefake.distribution;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.distribution.Decisions.Decision;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the license of packages that a jar contains is stated: in the poms of the libraries from which they were copied, in a file of
 * the jar, or nowhere. Compares the license in {@code licenses.txt} with it.
 */
final class Evidence {
    /** The license of packages for which neither a pom nor a file in the jar states one. */
    static final String NOT_STATED = "not stated";

    private static final String POM = "pom ";
    private static final String FILE = "file ";
    private static final String NONE = "none, ";

    private final Decisions decisions;
    private final List<Component> stating;

    /**
     * Creates the rules for evidence.
     *
     * @param decisions the names of licenses
     * @param stating the libraries whose poms may state a license; of two versions of one, the first counts
     */
    Evidence(Decisions decisions, List<Component> stating) {
        this.decisions = decisions;
        this.stating = stating;
    }

    /** Returns what is wrong about a line "inside", one sentence each. */
    List<String> problems(Decision inside, JarContent content) {
        String license = inside.column(3);
        String evidence = inside.column(5);
        if (evidence.startsWith(NONE)) {
            return license.equals(NOT_STATED)
                    ? List.of()
                    : List.of("Nothing states the license, so it has to be \"" + NOT_STATED + "\": " + inside);
        }
        if (evidence.startsWith(FILE)) {
            String file = evidence.substring(FILE.length());
            return decisions.isNamedIn(content.texts(file), license)
                    ? List.of()
                    : List.of(file + " in the jar does not exist or does not name " + license + ": " + inside);
        }
        if (evidence.startsWith(POM)) {
            return fromPoms(
                    inside, Arrays.asList(evidence.substring(POM.length()).split(",\\s*", -1)));
        }
        return List.of("Evidence begins with \"" + POM + "\", \"" + FILE + "\" or \"" + NONE + "\": " + inside);
    }

    private List<String> fromPoms(Decision inside, List<String> libraries) {
        Set<String> stated = new LinkedHashSet<>();
        for (String library : libraries) {
            Optional<Component> found = stating.stream()
                    .filter(component -> component.coordinates().equals(library))
                    .findFirst();
            if (found.isEmpty()) {
                return List.of(library + " is not among the libraries whose poms were read: " + inside);
            }
            stated.addAll(found.map(decisions::offered).orElseThrow());
        }
        Set<String> offered = Set.of(inside.column(4).split(" OR ", -1));
        if (!offered.equals(stated) || !offered.contains(inside.column(3))) {
            return List.of("The poms state " + String.join(" OR ", stated) + ": " + inside);
        }
        return List.of();
    }

    /** Returns the evidence of a line "inside", as the page THIRD-PARTY.md shows it. */
    static String shown(Decision inside) {
        String evidence = inside.column(5);
        if (evidence.startsWith(POM)) {
            return "pom of "
                    + Stream.of(evidence.substring(POM.length()).split(",\\s*", -1))
                            .map(library -> "`" + library + "`")
                            .collect(joining(", "));
        }
        return evidence.startsWith(FILE) ? "`" + evidence.substring(FILE.length()) + "` in the jar" : evidence;
    }
}
