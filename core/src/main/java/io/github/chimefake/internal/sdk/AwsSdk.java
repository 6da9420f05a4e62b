package io.github.chimefake.internal.sdk;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The AWS SDK on the class path. Its version is checked early, because an unsupported SDK would otherwise fail later
 * with an error that names a class and not the cause.
 */
public final class AwsSdk {
    private static final SdkVersion LOWEST = new SdkVersion(2, 25, 1);
    private static final String ADVICE = "set the version of software.amazon.awssdk:bom to " + LOWEST + " or later";

    private AwsSdk() {}

    /** The result of the check, which runs on first use only, because the class path does not change. */
    private static final class ServerModules {
        static final Optional<String> PROBLEM =
                problem(SdkModule.CORE, SdkModule.AWS_CORE, SdkModule.JSON_PARSER, SdkModule.MESSAGING);
    }

    private static final class JsonModules {
        static final Optional<String> PROBLEM = problem(SdkModule.JSON_PARSER);
    }

    private static final class IdentityModules {
        static final Optional<String> PROBLEM = problem(SdkModule.IDENTITY);
    }

    /**
     * Checks the modules that a fake needs.
     *
     * @throws IllegalStateException if a module is missing or too old
     */
    public static void requireSupported() {
        ServerModules.PROBLEM.ifPresent(AwsSdk::fail);
    }

    /**
     * Checks the module that reads JSON. Simulating policies needs no other module.
     *
     * @throws IllegalStateException if the module is missing or too old
     */
    public static void requireJsonParser() {
        if (JsonModules.PROBLEM.isPresent()) { // Called for each request, so nothing is allocated.
            fail(JsonModules.PROBLEM.get());
        }
    }

    /**
     * Checks the module that clients of Chime SDK identity need.
     *
     * @throws IllegalStateException if the module is missing or too old
     */
    public static void requireIdentity() {
        IdentityModules.PROBLEM.ifPresent(AwsSdk::fail);
    }

    /**
     * Returns an exception that explains a linkage error by the versions on the class path, for incompatible versions
     * that the checks do not detect.
     */
    public static IllegalStateException explain(LinkageError error) {
        return new IllegalStateException(
                error.toString().contains("wiremock") ? explainWireMock(error) : explainModules(error), error);
    }

    private static String explainWireMock(LinkageError error) {
        return "The WireMock on the class path, " + location("com/github/tomakehurst/wiremock/WireMockServer.class")
                + ", is incompatible: " + error
                + "; the fake brings wiremock-standalone 3.13.2 and is tested with 3.13.2 and"
                + " 4.0.0-beta.38; remove the version of WireMock from the build, or use one of these";
    }

    private static String explainModules(LinkageError error) {
        return "The modules of the AWS SDK on the class path are incompatible with each other: " + error + "; they are "
                + Stream.of(SdkModule.values()).map(SdkModule::toString).collect(Collectors.joining(", "))
                + "; all must be of one version, " + LOWEST + " or later; " + ADVICE
                + ", and do not set the versions of single modules";
    }

    private static String location(String classFile) {
        return Optional.ofNullable(AwsSdk.class.getClassLoader().getResource(classFile))
                .map(url -> SdkModule.location(url, classFile))
                .orElse("absent");
    }

    private static void fail(String problem) {
        throw new IllegalStateException(problem);
    }

    private static Optional<String> problem(SdkModule... modules) {
        Optional<SdkModule> missing =
                Stream.of(modules).filter(module -> !module.isPresent()).findFirst();
        if (missing.isPresent()) {
            return missing.map(module -> "The AWS SDK's module " + module.coordinates() + " is not on the class path; "
                    + LOWEST + " or later is needed; add it as a dependency");
        }
        String tooOld = Stream.of(modules)
                .filter(module -> module.version()
                        .filter(version -> version.compareTo(LOWEST) < 0)
                        .isPresent())
                .map(SdkModule::toString)
                .collect(Collectors.joining(", "));
        return tooOld.isEmpty()
                ? Optional.empty()
                : Optional.of("The AWS SDK on the class path is too old: " + tooOld + "; " + LOWEST
                        + " or later is needed; " + ADVICE);
    }
}
