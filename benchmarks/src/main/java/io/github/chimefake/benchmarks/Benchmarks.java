package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.comparison.Comparison;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures everything and writes the page of results. Arguments: the {@linkplain Form form} in lower case,
 * where the results of the shorter forms go, and where those of the full one. With {@code comparison} in place of a form, only the
 * {@linkplain Comparison comparison} with WireMock and Mockito is measured, in full, and written; with {@code standalone}, only the jar
 * of the standalone server, which is the fourth argument, and with {@code standalone-smoke} or {@code standalone-short} that in a
 * shorter form; with {@code sweep}, {@code sweep-smoke} or {@code sweep-short}, only sweeps.
 */
public final class Benchmarks {
    private static final String STANDALONE = "standalone";
    private static final String SWEEP = "sweep";
    private static final String KEPT_FROM = "## What stands behind the figures";
    private static final List<Section> SECTIONS = List.of(
            new ColdStartSection(),
            new WarmStartSection(),
            new LoadSection(),
            new DelaysSection(),
            new GatewaySection(),
            new ProfileSection(),
            new FlatnessSection(),
            new FootprintSection());

    /** Those of docs/comparison.md. */
    private static final List<Section> COMPARED = List.of(new SuiteSection(), new BystandersSection());

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Path comparison = Path.of(arguments[2]).resolveSibling("comparison.md");
        if (arguments[0].equals("comparison")) {
            compare("write", comparison);
            measured(COMPARED, Form.FULL).part().replacePartOf(comparison, "costs");
            return;
        }
        if (arguments[0].startsWith(SWEEP)) {
            measureSweeps(arguments);
            return;
        }
        Jar jar = Jar.at(Path.of(arguments[3]).toAbsolutePath().normalize());
        if (arguments[0].startsWith(STANDALONE)) {
            measureJar(jar, arguments);
            return;
        }
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path file = Path.of(arguments[form == Form.FULL ? 2 : 1]);
        compare("check", comparison);
        if (form != Form.FULL) { // To see that they run.
            System.out.println(measured(COMPARED, form).part());
        }
        if (form == Form.SMOKE) {
            System.out.println(measured(ofJar(jar), form).part());
            System.out.println(measured(List.of(new SweepSection()), form).part());
        }
        Report report = measured(SECTIONS, form).finished("Performance", "What the fake costs.", arguments[0]);
        report.writeTo(file, KEPT_FROM);
        System.out.println(report);
    }

    private static void measureJar(Jar jar, String[] arguments) {
        measurePage(
                STANDALONE,
                ofJar(jar),
                "standalone-figures.md",
                "Figures of the standalone server",
                "What [the standalone server](standalone.md) costs as a process.",
                arguments);
    }

    private static void measureSweeps(String[] arguments) {
        measurePage(
                SWEEP,
                List.of(new SweepSection()),
                "sweep-figures.md",
                "Figures of the sweep",
                "What [the sweep](sweep.md) costs.",
                arguments);
    }

    /** Measures and writes another page, in the form that stands behind its name. */
    private static void measurePage(
            String name, List<Section> sections, String file, String title, String summary, String[] arguments) {
        Form form = arguments[0].equals(name)
                ? Form.FULL
                : Form.valueOf(arguments[0].substring(name.length() + 1).toUpperCase(Locale.ROOT));
        Path page = Path.of(arguments[form == Form.FULL ? 2 : 1]).resolveSibling(file);
        Report report = measured(sections, form).finished(title, summary, arguments[0]);
        report.writeTo(page, KEPT_FROM);
        System.out.println(report);
    }

    private static List<Section> ofJar(Jar jar) {
        return List.of(new JarStartSection(jar), new JarJournalSection(jar), new JarControlSection(jar));
    }

    /** Runs the tests of the comparison, and writes or checks the numbers of their lines. */
    private static void compare(String task, Path comparison) {
        new FreshJvm("-XX:TieredStopAtLevel=1").run(Comparison.class, task, comparison);
    }

    private static Page measured(List<Section> sections, Form form) {
        Page page = new Page();
        for (Section section : sections) {
            System.err.println("Measuring: " + section.getClass().getSimpleName());
            section.measure(form, page);
        }
        return page;
    }
}
