package io.github.chimefake.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a jar says about licenses: the files in it that name the GPL, LGPL or AGPL, under whichever name they are stored, and the
 * packages of its classes.
 */
final class JarContent {
    /** Words of the license may be separated by line ends and by the marks of a comment. */
    private static final Pattern GPL_FAMILY = Pattern.compile("(?<![A-Za-z])[AL]?GPL(?!(?!v\\d)[a-z])"
            + "|(?i:general[\\s*#/;]+public[\\s*#/;]+licen[sc]e)"
            + "|(?i:\\bGNU[\\s*#/;]+(?:lesser|library|affero)\\b)");

    private static final Pattern NAMED_AFTER_IT =
            Pattern.compile("(?i)(?:^|/|[^a-z])(?:[al]?gpl|copying\\.lesser)(?:[^a-z][^/]*)?$");

    private static final Pattern LICENSE_FILE =
            Pattern.compile("(?i)(?:^|.*/)[^/]*(?:licen[sc]e|notice|copying|third-party|dependencies)[^/]*$");

    private final List<LicenseText> gplFamily = new ArrayList<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> directories = new TreeSet<>();
    private final Map<String, List<byte[]>> files = new TreeMap<>();

    private JarContent() {}

    static JarContent read(Path jar) throws IOException {
        JarContent content = new JarContent();
        try (InputStream in = Files.newInputStream(jar)) {
            content.read(in, "");
        }
        return content;
    }

    private void read(InputStream in, String prefix) throws IOException {
        ZipInputStream zip = new ZipInputStream(in);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            String name = entry.getName();
            if (entry.isDirectory()) {
                continue;
            }
            directories.add(directoryOf(name));
            if (name.endsWith(".class")) {
                if (!name.endsWith("module-info.class")) {
                    packages.add(directoryOf(name));
                }
                continue;
            }
            byte[] content = zip.readAllBytes();
            files.computeIfAbsent(prefix + name, path -> new ArrayList<>()).add(content);
            if (Stream.of(".jar", ".war", ".zip").anyMatch(name::endsWith)) {
                read(new ByteArrayInputStream(content), prefix + name + "!/");
            } else if (NAMED_AFTER_IT.matcher(name).find()
                    || GPL_FAMILY.matcher(new String(content, ISO_8859_1)).find()) {
                gplFamily.add(new LicenseText(prefix + name, digest(content)));
            }
        }
    }

    /** Returns the directory of an entry, without that of another Java version. */
    private static String directoryOf(String entry) {
        String name = entry.replaceFirst("^META-INF/versions/\\d+/", "");
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static String digest(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** Returns the files that name a license of the GPL family. */
    List<LicenseText> gplFamily() {
        return gplFamily;
    }

    /** Returns the packages of the classes as paths that end in a slash; the unnamed package is an empty text. */
    List<String> packages() {
        return List.copyOf(packages);
    }

    /** Returns whether anything in the jar is in a directory, as {@link #isIn} reads it. */
    boolean has(String directory) {
        return directories.stream().anyMatch(path -> isIn(directory, path));
    }

    /** Returns whether a path is in a directory or below it; with an asterisk at its end, only what is directly in it counts. */
    static boolean isIn(String directory, String path) {
        return directory.endsWith("/*")
                ? path.equals(directory.substring(0, directory.length() - 1))
                : path.startsWith(directory);
    }

    /** Returns the texts of a file; there are several if the jar has several files under one path. */
    List<String> texts(String path) {
        return files.getOrDefault(path, List.of()).stream()
                .map(content -> new String(content, ISO_8859_1))
                .toList();
    }

    /** Returns the files with licenses and notices by their paths. */
    Map<String, List<byte[]>> licenseFiles() {
        Map<String, List<byte[]>> licenseFiles = new TreeMap<>(files);
        licenseFiles
                .keySet()
                .removeIf(path -> !LICENSE_FILE.matcher(path).matches() || path.startsWith("META-INF/services/"));
        return licenseFiles;
    }
}
