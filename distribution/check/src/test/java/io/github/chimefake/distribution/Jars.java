package io.github.chimefake.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A local Maven repository with jars that a test builds. */
final class Jars {
    private final Path repository;

    Jars(Path repository) {
        this.repository = repository;
    }

    /** A jar with files and their texts, in turns. */
    static byte[] jar(String... files) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < files.length; i += 2) {
            entries.put(files[i], files[i + 1].getBytes(UTF_8));
        }
        return jar(entries);
    }

    static byte[] jar(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Puts a jar where Maven would store it. */
    Path store(Component component, byte[] jar) throws IOException {
        String[] parts = component.coordinates().split(":", -1);
        Path file = repository
                .resolve(parts[0].replace('.', '/'))
                .resolve(parts[1])
                .resolve(component.version())
                .resolve(parts[1] + "-" + component.version() + ".jar");
        Files.createDirectories(file.getParent());
        return Files.write(file, jar);
    }
}
