package io.github.chimefake.internal.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;

/**
 * A module of the AWS SDK that the fake uses.
 *
 * <p>Its classes are referenced by name only, so that the version can be read for any version, and if the module is
 * missing.
 */
enum SdkModule {
    CORE("sdk-core", "core/util/VersionInfo"),
    AWS_CORE("aws-core", "awscore/AwsRequest"),
    JSON_PARSER("third-party-jackson-core", "thirdparty/jackson/core/JsonFactory"),
    MESSAGING("chimesdkmessaging", "services/chimesdkmessaging/ChimeSdkMessagingClient"),
    IDENTITY("chimesdkidentity", "services/chimesdkidentity/ChimeSdkIdentityClient");

    private static final ClassLoader LOADER = SdkModule.class.getClassLoader();

    private final String artifact;
    private final String classFile;

    SdkModule(String artifact, String className) {
        this.artifact = artifact;
        this.classFile = "software/amazon/awssdk/" + className + ".class";
    }

    private Optional<URL> classUrl() {
        return Optional.ofNullable(LOADER.getResource(classFile));
    }

    boolean isPresent() {
        return classUrl().isPresent();
    }

    /** Returns the jar or directory that contains a class. */
    private Optional<String> root() {
        return classUrl().map(URL::toString).map(url -> url.substring(0, url.length() - classFile.length()));
    }

    /** Returns the jar or directory that a class comes from. */
    static String location(URL url, String classFile) {
        return url.toString().replace("!/" + classFile, "").replaceFirst("^jar:", "");
    }

    /**
     * Returns the version, or empty if the module is absent or its version is unknown, for example if it was merged
     * into another jar.
     */
    Optional<SdkVersion> version() {
        String properties = "META-INF/maven/software.amazon.awssdk/" + artifact + "/pom.properties";
        Optional<String> ofModule = root().map(root -> root + properties);
        // Another jar may contain properties of this name, for classes that it has shaded.
        boolean ofSameJar = Optional.ofNullable(LOADER.getResource(properties))
                .map(URL::toString)
                .equals(ofModule);
        return ofSameJar ? read(properties).flatMap(SdkVersion::parse) : versionInName();
    }

    /**
     * Returns the version in the name of the jar, as Maven and Gradle name it. The jar of the JSON parser contains no
     * properties.
     */
    private Optional<SdkVersion> versionInName() {
        String prefix = "/" + artifact + "-";
        return root().filter(root -> root.contains(prefix))
                .flatMap(root -> SdkVersion.parse(root.substring(root.lastIndexOf(prefix) + prefix.length())));
    }

    private static Optional<String> read(String resource) {
        try (InputStream in = LOADER.getResourceAsStream(resource)) {
            if (in == null) {
                return Optional.empty();
            }
            Properties properties = new Properties();
            properties.load(in);
            return Optional.ofNullable(properties.getProperty("version"));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns the coordinates, for example {@code software.amazon.awssdk:chimesdkmessaging}. */
    String coordinates() {
        return "software.amazon.awssdk:" + artifact;
    }

    /** Returns artifact, version and location, for example {@code sdk-core 2.20.0 (file:/…/sdk-core-2.20.0.jar)}. */
    @Override
    public String toString() {
        return artifact
                + version().map(version -> " " + version).orElse("")
                + classUrl().map(url -> " (" + location(url, classFile) + ")").orElse(" (absent)");
    }
}
