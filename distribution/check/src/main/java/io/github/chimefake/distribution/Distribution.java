package io.github.chimefake.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks what ships, and writes or compares NOTICE, THIRD-PARTY.md and docs/class-path.md. */
public final class Distribution {
    private static final String EXTENSION = "io.github.chimefake:chime-messaging-fake-junit-jupiter";

    private final Path root;
    private final boolean write;
    private final List<String> problems = new ArrayList<>();

    private Distribution(Path root, boolean write) {
        this.root = root;
        this.write = write;
    }

    /**
     * Runs the check on the class path of this JVM.
     *
     * @param arguments {@code check} or {@code write}, and the directory of the project
     */
    public static void main(String[] arguments) throws IOException {
        Distribution distribution = new Distribution(Path.of(arguments[1]).normalize(), arguments[0].equals("write"));
        distribution.run();
        if (!distribution.problems.isEmpty()) {
            throw new IllegalStateException("What ships is not in order:\n" + String.join("\n", distribution.problems));
        }
    }

    private void run() throws IOException {
        Path target = root.resolve("distribution/check/target");
        BillOfMaterials bill = BillOfMaterials.read(target.resolve("bom.xml"));
        ClassPath classPath = ClassPath.current();
        Decisions decisions = Decisions.read(root.resolve("distribution").resolve("licenses.txt"));
        BillOfMaterials copied = BillOfMaterials.read(root.resolve("distribution/contained/target/bom.xml"));
        List<Component> stating = Stream.concat(copied.components().stream(), bill.components().stream())
                .toList();
        StandaloneJar standalone = StandaloneJar.find(bill, classPath);
        problems.addAll(standalone.problems());
        LicenseCheck check = LicenseCheck.of(
                decisions,
                Stream.concat(bill.components().stream(), standalone.furtherComponents().stream())
                        .toList(),
                classPath.and(standalone.furtherJars()),
                new Evidence(
                        decisions,
                        Stream.concat(stating.stream(), standalone.furtherComponents().stream())
                                .toList()));
        problems.addAll(check.problems());
        copyLicenseFiles(bill, classPath, target.resolve("licenses"));
        if (problems.isEmpty()) {
            generate(
                    "NOTICE",
                    NoticeFile.text(check.verdicts().stream()
                            .filter(verdict -> bill.components().contains(verdict.component()))
                            .toList()));
            generate("THIRD-PARTY.md", ThirdPartyPage.text(check.verdicts()));
            String page = Files.readString(root.resolve("docs/class-path.md"));
            generate("docs/class-path.md", new ClassPathPage(bill, classPath::size).update(page));
        }
        System.out.printf(
                "%d jars with %s and in the standalone server, looked at for licenses.%n",
                check.verdicts().size(), EXTENSION);
    }

    private void generate(String name, String text) throws IOException {
        Path file = root.resolve(name);
        if (write) {
            Files.writeString(file, text);
        } else if (!Files.readString(file).equals(text)) {
            problems.add(name + " is out of date. mvn -f distribution verify -Ddistribution=write writes it.");
        }
    }

    /** Collects the texts of all licenses and notices, one directory for each jar. */
    private static void copyLicenseFiles(BillOfMaterials bill, ClassPath classPath, Path directory) throws IOException {
        for (Component component : bill.components()) {
            Path jar = classPath.jar(component).orElse(null);
            if (jar == null) {
                continue;
            }
            for (Map.Entry<String, List<byte[]>> file :
                    JarContent.read(jar).licenseFiles().entrySet()) {
                Path copy = directory
                        .resolve(jar.getFileName().toString())
                        .resolve(file.getKey().replace("!/", "/"))
                        .normalize();
                if (copy.startsWith(directory)) {
                    Files.createDirectories(copy.getParent());
                    Files.deleteIfExists(copy);
                    for (byte[] text : file.getValue()) {
                        Files.write(copy, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
            }
        }
    }
}
