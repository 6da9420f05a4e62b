package io.github.chimefake.benchmarks;

/** Where the time of a send goes. */
final class ProfileSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        // The stacks of a server are deep, and what is cut off are their beginnings.
        Measurements measured = new FreshJvm("-XX:FlightRecorderOptions=stackdepth=512")
                .run(SendProfile.class, form.profile.toMillis());
        Report report = page.heading("Where the time of a send goes")
                .line("A signed send with ten policies of twenty statements: samples of the JVM's flight recorder.")
                .table("inside the gateway", "%");
        rows(report, measured, SendProfile.INSIDE);
        report.table("over the wire, on the server's threads, system calls not counted", "%");
        rows(report, measured, SendProfile.WIRE);
    }

    private static void rows(Report report, Measurements measured, String where) {
        for (String name : measured.names()) {
            if (name.startsWith(where)) {
                report.row(
                        name.substring(where.length()),
                        Series.number(measured.of(name).median()));
            }
        }
    }
}
