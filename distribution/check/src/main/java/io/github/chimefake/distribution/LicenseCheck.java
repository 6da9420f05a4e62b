package io.github.chimefake.distribution;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.distribution.Decisions.Decision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Decides under which license each component ships, and finds what must not ship: licenses that are not accepted, several licenses
 * without a choice, files in a jar that name the GPL family and were not looked at, and libraries contained in a jar that are not
 * listed.
 */
final class LicenseCheck {
    /** Names of packages into which a build moves libraries that it copies. */
    private static final Pattern COPIED = Pattern.compile("(?:^|/)(?:shaded|thirdparty|repackaged|relocated|vendor)/");

    private final Decisions decisions;
    private final ClassPath classPath;
    private final Evidence evidence;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<Decision> used = new HashSet<>();

    private LicenseCheck(Decisions decisions, ClassPath classPath, Evidence evidence) {
        this.decisions = decisions;
        this.classPath = classPath;
        this.evidence = evidence;
    }

    static LicenseCheck of(Decisions decisions, List<Component> components, ClassPath classPath, Evidence evidence)
            throws IOException {
        LicenseCheck check = new LicenseCheck(decisions, classPath, evidence);
        for (Component component : components) {
            check.look(component);
        }
        for (Path jar : classPath.jarsOfNone(components)) {
            check.problems.add(
                    jar + " is on the class path and not in the bill of materials, so its license is unknown.");
        }
        decisions.aboutComponents().stream()
                .filter(decision -> !check.used.contains(decision))
                .map(decision -> "Nothing on the class path needs this line of licenses.txt. Remove it: " + decision)
                .forEach(check.problems::add);
        return check;
    }

    private void look(Component component) throws IOException {
        Optional<Path> jar = classPath.jar(component);
        if (jar.isEmpty()) {
            problems.add(component.coordinates() + " is in the bill of materials and not on the class path.");
            return;
        }
        JarContent content = JarContent.read(jar.get());
        List<String> offered = decisions.offered(component);
        verdicts.add(new Verdict(
                component,
                license(component, offered),
                offered,
                texts(component, content),
                inside(component, content)));
    }

    private String license(Component component, List<String> offered) {
        String name = component.coordinates() + " " + component.version();
        if (offered.isEmpty()) {
            problems.add(name + " states no license in its pom.");
            return "unknown";
        }
        Optional<Decision> choice = decisions.choice(component);
        choice.ifPresent(used::add);
        String license = choice.map(decision -> decision.column(1)).orElse(offered.get(0));
        if (offered.size() > 1 && choice.isEmpty()) {
            problems.add(name + " offers " + String.join(" or ", offered)
                    + ". Say in licenses.txt which of them is chosen: choose | " + component.coordinates() + " | ...");
        } else if (!offered.contains(license)) {
            problems.add(name + " does not offer " + license + ", which licenses.txt chooses, but "
                    + String.join(" or ", offered) + ".");
        } else if (!decisions.accepts(license)) {
            problems.add(name + " is under " + license + ", which licenses.txt does not accept.");
        }
        return license;
    }

    private List<Decision> texts(Component component, JarContent content) {
        List<Decision> texts = new ArrayList<>();
        for (LicenseText text : content.gplFamily()) {
            decisions
                    .about(component, text)
                    .ifPresentOrElse(
                            texts::add,
                            () -> problems.add("The jar of " + component.coordinates() + " " + component.version()
                                    + " has a file that names the GPL, LGPL or AGPL: " + text.entry()
                                    + ". If another license can be chosen, say so in licenses.txt: text | "
                                    + component.coordinates() + " | " + text.entry() + " | " + text.digest()
                                    + " | (license) | (reason)"));
        }
        for (Decision text : texts) {
            requireAccepted(text, text.column(3));
            if (!decisions.isNamedIn(content.texts(text.column(1)), text.column(3))) {
                problems.add("The file does not name " + text.column(3) + ": " + text);
            }
        }
        return texts;
    }

    private List<Decision> inside(Component component, JarContent content) {
        List<Decision> inside = decisions.inside(component);
        for (Decision decision : inside) {
            used.add(decision);
            problems.addAll(evidence.problems(decision, content));
            if (!decision.column(3).equals(Evidence.NOT_STATED)) {
                requireAccepted(decision, decision.column(3));
            }
        }
        if (inside.isEmpty() && !hasSeveralOrigins(content)) {
            return inside;
        }
        List<String> unlisted = content.packages().stream()
                .filter(path -> inside.stream().noneMatch(decision -> covers(decision.column(1), path)))
                .toList();
        if (!unlisted.isEmpty()) {
            problems.add("The jar of " + component.coordinates() + " " + component.version()
                    + " contains packages of several projects. No line \"inside\" of licenses.txt says which license these have: "
                    + unlisted.stream().limit(10).collect(joining(", ")) + (unlisted.size() > 10 ? ", ..." : ""));
        }
        inside.stream().filter(decision -> !content.has(decision.column(1))).forEach(used::remove);
        return inside;
    }

    private void requireAccepted(Decision decision, String license) {
        used.add(decision);
        if (!decisions.accepts(license)) {
            problems.add(license + " is not accepted by licenses.txt: " + decision);
        }
    }

    /** A directory that copied libraries are in must be named itself, as one further up says nothing about the next one copied. */
    private static boolean covers(String directory, String packagePath) {
        int copied = COPIED.matcher(packagePath)
                .results()
                .mapToInt(MatchResult::end)
                .max()
                .orElse(0);
        return JarContent.isIn(directory, packagePath) && directory.length() > copied;
    }

    private static boolean hasSeveralOrigins(JarContent content) {
        return content.packages().stream().map(LicenseCheck::origin).distinct().count() > 1
                || content.packages().stream()
                        .anyMatch(path -> COPIED.matcher(path).find());
    }

    private static String origin(String packagePath) {
        String[] names = packagePath.split("/", -1);
        return names.length < 2 ? packagePath : names[0] + "/" + names[1];
    }

    /** Returns the license of each component. */
    List<Verdict> verdicts() {
        return verdicts;
    }

    /** Returns what must be changed before a release, one sentence each. */
    List<String> problems() {
        return problems;
    }
}
