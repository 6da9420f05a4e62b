package io.github.chimefake.benchmarks;

import io.github.chimefake.benchmarks.suite.Suites;

/** What a suite of tests takes over the fake, and over stubs. */
final class SuiteSection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Measurements measured =
                new FreshJvm().run(Suites.class, form == Form.FULL ? 1 : 0, form.suiteRounds, form.suiteClasses);
        Series fake = measured.of(Suites.FAKE);
        Series wireMock = measured.of(Suites.WIREMOCK);
        Series fakeAlone = measured.of(Suites.FAKE + Suites.WITHOUT_CALLS);
        Series wireMockAlone = measured.of(Suites.WIREMOCK + Suites.WITHOUT_CALLS);
        int tests = Suites.tests(form.suiteClasses);
        page.add(Aim.atMost(
                1.1,
                "a suite of " + tests + " tests with 20 calls each, of the same over hand-written stubs of WireMock",
                fake.dividedBy(wireMock)));
        page.heading("A suite of tests")
                .line(tests + " JUnit tests in " + form.suiteClasses
                        + " classes, run by turns by the JUnit Platform in one JVM that has run each suite once. Each test makes 20 calls with"
                        + " an SDK client: ten sends, five lists, five descriptions of a channel. The fake is reset for each test and keeps"
                        + " the messages. WireMock's extension starts a server for each class; each test adds three stubs, which respond with"
                        + " constants.")
                .table("", "ms a test", "ms of processor time")
                .row(
                        "the fake: `@ChimeMessagingFake`",
                        fake.times(1.0 / tests),
                        processor(measured, Suites.FAKE, tests))
                .row(
                        "WireMock: `WireMockExtension`, its defaults",
                        wireMock.times(1.0 / tests),
                        processor(measured, Suites.WIREMOCK, tests))
                .row(
                        "the fake, without the calls: reset, user, channel, client",
                        fakeAlone.times(1.0 / tests),
                        processor(measured, Suites.FAKE + Suites.WITHOUT_CALLS, tests))
                .row(
                        "WireMock, without the calls: reset, stubs",
                        wireMockAlone.times(1.0 / tests),
                        processor(measured, Suites.WIREMOCK + Suites.WITHOUT_CALLS, tests));
    }

    private static Series processor(Measurements measured, String suite, int tests) {
        return measured.of(suite + Suites.PROCESSOR).times(1.0 / tests);
    }
}
