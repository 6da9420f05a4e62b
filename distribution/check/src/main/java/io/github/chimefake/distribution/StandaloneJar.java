package io.github.chimefake.distribution;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The jar of the standalone server, which contains its libraries. Its bill of materials says which; the jars that they came from are in
 * the local repository.
 */
final class StandaloneJar {
    private static final String CORE = "io.github.chimefake:chime-messaging-fake";
    private static final String STANDALONE = "io.github.chimefake:chime-messaging-fake-standalone";
    private static final String BILL = "META-INF/sbom/application.cdx.xml";

    private final List<Component> furtherComponents = new ArrayList<>();
    private final List<Path> furtherJars = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private StandaloneJar() {}

    /**
     * Reads the installed jar.
     *
     * @param bill what is on the class path of the other artifacts
     */
    static StandaloneJar find(BillOfMaterials bill, ClassPath classPath) throws IOException {
        StandaloneJar standalone = new StandaloneJar();
        Set<Path> repositories = repositories(bill, classPath);
        Component core = bill.components().stream()
                .filter(component -> component.coordinates().equals(CORE))
                .findFirst()
                .orElseThrow();
        Optional<Path> jar = find(new Component(STANDALONE, core.version(), List.of()), repositories);
        if (jar.isEmpty()) {
            standalone.problems.add("The jar of " + STANDALONE + " is not installed. Run mvn install.");
        } else {
            standalone.read(jar.get(), bill, repositories);
        }
        return standalone;
    }

    private static Set<Path> repositories(BillOfMaterials bill, ClassPath classPath) {
        Set<Path> found = new HashSet<>();
        for (Component component : bill.components()) {
            classPath.jar(component).ifPresent(jar -> {
                Path path = jar.toAbsolutePath();
                int names = path.getNameCount() - component.pathInRepository().getNameCount();
                found.add(Objects.requireNonNull(path.getRoot()).resolve(path.subpath(0, names)));
            });
        }
        return found;
    }

    private static Optional<Path> find(Component component, Set<Path> repositories) {
        return repositories.stream()
                .map(root -> root.resolve(component.pathInRepository()))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private void read(Path jar, BillOfMaterials known, Set<Path> repositories) throws IOException {
        Set<String> packages = new TreeSet<>(JarContent.read(jar).packages());
        packages.removeIf(path -> path.startsWith("io/github/chimefake"));
        for (Component component : contained(jar)) {
            Optional<Path> origin = find(component, repositories);
            if (origin.isEmpty()) {
                problems.add("The jar of " + component.coordinates() + " " + component.version()
                        + ", which the standalone server contains, is not in the local repository.");
                continue;
            }
            packages.removeAll(JarContent.read(origin.get()).packages());
            if (!known.components().contains(component)) {
                furtherComponents.add(component);
                furtherJars.add(origin.get());
            }
        }
        if (!packages.isEmpty()) {
            problems.add("The jar of the standalone server contains packages of no library in its bill of materials: "
                    + String.join(", ", packages));
        }
    }

    private static List<Component> contained(Path jar) throws IOException {
        Path copy = Files.createTempFile("bill", ".xml");
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            Files.write(copy, Files.readAllBytes(content.getPath(BILL)));
            return BillOfMaterials.read(copy).components();
        } finally {
            Files.delete(copy);
        }
    }

    /** Returns the libraries that no other artifact brings. */
    List<Component> furtherComponents() {
        return furtherComponents;
    }

    /** Returns the jars of {@link #furtherComponents}. */
    List<Path> furtherJars() {
        return furtherJars;
    }

    /** Returns what must be changed before a release, one sentence each. */
    List<String> problems() {
        return problems;
    }
}
