package io.github.chimefake.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a start of the jar takes: at its defaults, with each option, and with archives of its classes. */
final class JarStartSection implements Section {
    private static final String EMBEDDED = "the fake in a separate JVM, without the jar";
    private static final String EMBEDDED_ON_25 = "the fake in a separate JVM on JDK 25, without the jar";
    private static final String DEFAULTS = "the jar at its defaults";
    private static final String ALL_OPTIONS = "all of these";
    private static final String QUICK = "the jar; the JVM with `-XX:TieredStopAtLevel=1`";
    private static final String ARCHIVE = "the jar; the JVM with an archive of classes, `-XX:SharedArchiveFile`";
    private static final String ON_25 = "the jar on JDK 25";
    private static final String CACHE = "the jar on JDK 25 with an AOT cache, `-XX:AOTCache`";
    private static final String MILLIS = ": ms";
    private static final String MEGABYTES = ": MB";

    private final Jar jar;

    JarStartSection(Jar jar) {
        this.jar = jar;
    }

    @Override
    public void measure(Form form, Page page) {
        Path directory = temporaryDirectory();
        Optional<Jdk> newer = Jdk.of(25);
        Map<String, Jar> options = options(directory);
        Map<String, Jar> all = new LinkedHashMap<>(ways(directory, newer));
        all.putAll(options);
        Measurements measured = measure(form.jarStarts, all, newer);
        report(page, measured, options, newer);
    }

    /** One of each by turns. */
    private static Measurements measure(int turns, Map<String, Jar> jars, Optional<Jdk> newer) {
        Measurements measured = new Measurements();
        for (int i = 0; i < turns; i++) {
            add(measured, EMBEDDED, EmbeddedStart.start(Jdk.present()));
            newer.ifPresent(jdk -> add(measured, EMBEDDED_ON_25, EmbeddedStart.start(jdk)));
            jars.forEach((name, jar) -> add(measured, name, jar.start()));
        }
        return measured;
    }

    private static void add(Measurements measured, String name, JarProcess started) {
        try (started) {
            measured.add(name + MILLIS, started.millisToFirstResponse());
            measured.add(name + MEGABYTES, started.idleMegabytes());
        }
    }

    private Map<String, Jar> ways(Path directory, Optional<Jdk> newer) {
        Map<String, Jar> ways = new LinkedHashMap<>();
        ways.put(DEFAULTS, jar);
        ways.put(QUICK, jar.jvm("-XX:TieredStopAtLevel=1"));
        String archive = directory.resolve("chime.jsa").toString();
        train(jar.jvm("-XX:ArchiveClassesAtExit=" + archive));
        ways.put(ARCHIVE, jar.jvm("-XX:SharedArchiveFile=" + archive));
        newer.ifPresent(jdk -> {
            String cache = directory.resolve("chime.aot").toString();
            train(jar.on(jdk).jvm("-XX:AOTCacheOutput=" + cache));
            ways.put(ON_25, jar.on(jdk));
            ways.put(CACHE, jar.on(jdk).jvm("-XX:AOTCache=" + cache));
        });
        return ways;
    }

    /** A run that writes the archive at its end, as docs/standalone.md shows it: without a request, and with the control API. */
    private static void train(Jar jar) {
        jar.jvm("-Xlog:disable").with("--control-port", "0").start().close();
    }

    private Map<String, Jar> options(Path directory) {
        String fixtures = fixtures(directory).toString();
        Map<String, Jar> options = new LinkedHashMap<>();
        options.put("`--control-port 0`", jar.with("--control-port", "0"));
        options.put("`--https-port 0`", jar.with("--https-port", "0"));
        options.put("`--fixtures`, a file in YAML of two users and a channel", jar.with("--fixtures", fixtures));
        options.put("`--log json`", jar.with("--log", "json"));
        options.put("`--advertise chime.localhost`", jar.with("--advertise", "chime.localhost"));
        options.put(
                ALL_OPTIONS,
                jar.with("--control-port", "0", "--https-port", "0", "--fixtures", fixtures, "--log", "json"));
        return options;
    }

    private static void report(Page page, Measurements measured, Map<String, Jar> options, Optional<Jdk> newer) {
        Series embedded = measured.of(EMBEDDED + MILLIS);
        Series defaults = measured.of(DEFAULTS + MILLIS);
        page.add(Aim.atMost(
                1.25, "a start of the jar, of the same fake started in a test's JVM", defaults.dividedBy(embedded)));
        if (newer.isPresent()) {
            page.add(Aim.atMost(
                    0.6,
                    "a start of the jar with an AOT cache on JDK 25, of the same without",
                    measured.of(CACHE + MILLIS).dividedBy(measured.of(ON_25 + MILLIS))));
        }
        page.add(Aim.atMost(
                160,
                "MB",
                "resident memory of the jar, a second after its first response",
                measured.of(DEFAULTS + MEGABYTES)));
        Report report = page.heading("Start")
                .line(
                        "From before the process is started to the response to one signed `CreateChannel`, by turns; and the resident"
                                + " memory a second later. The jar's address is read from its first line."
                                + newer.map(jdk -> " JDK 25 is " + jdk.version() + ".")
                                        .orElse(" There was no JDK 25, so its rows are missing."))
                .table("", "ms", "of the fake in a separate JVM of the same JDK", "MB resident");
        List<String> ofNewer = List.of(EMBEDDED_ON_25, ON_25, CACHE);
        for (String way : List.of(EMBEDDED, DEFAULTS, QUICK, ARCHIVE, EMBEDDED_ON_25, ON_25, CACHE)) {
            if (measured.names().contains(way + MILLIS)) {
                report.row(
                        way,
                        measured.of(way + MILLIS),
                        measured.of(way + MILLIS)
                                .dividedBy(measured.of((ofNewer.contains(way) ? EMBEDDED_ON_25 : EMBEDDED) + MILLIS)),
                        measured.of(way + MEGABYTES));
            }
        }
        report.line("")
                .line("What each option adds to a start of the jar in the same turn:")
                .table("", "ms more", "MB more");
        options.keySet()
                .forEach(option -> report.row(
                        option,
                        measured.of(option + MILLIS).minus(defaults),
                        measured.of(option + MEGABYTES).minus(measured.of(DEFAULTS + MEGABYTES))));
    }

    private static Path fixtures(Path directory) {
        try {
            return Files.writeString(directory.resolve("fixtures.yaml"), """
                    users:
                      - {id: alice, admin: true}
                      - id: bob
                    channels:
                      - {name: general, members: [alice, bob]}
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("chime-benchmarks");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
