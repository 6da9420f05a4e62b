package io.github.chimefake.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures everything and writes the page of results. Arguments: the {@linkplain Form form} in lower case,
 * where the results of the shorter forms go, and where those of the full one.
 */
public final class Benchmarks {
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

    private Benchmarks() {}

    public static void main(String[] arguments) {
        Form form = Form.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        Path file = Path.of(arguments[form == Form.FULL ? 2 : 1]);
        Page page = new Page();
        for (Section section : SECTIONS) {
            System.err.println("Measuring: " + section.getClass().getSimpleName());
            section.measure(form, page);
        }
        Report report = page.finished(form);
        report.writeTo(file, KEPT_FROM);
        System.out.println(report);
    }
}
