package io.github.chimefake.internal.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Optional;
import java.util.Properties;

/**
 * A module of the AWS SDK that the fake uses.
 *
 * <p>Its classes are known by their names alone, so that asking for the version works with every version, and with none.
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

    /** The jar or directory that its classes come from, as the beginning of URLs. */
    private Optional<String> root() {
        return classUrl().map(URL::toString).map(url -> url.substring(0, url.length() - classFile.length()));
    }

    /** Returns the jar or directory that a class comes from. */
    static String location(URL url, String classFile) {
        return url.toString().replace("!/" + classFile, "").replaceFirst("^jar:", "");
    }

    /** Returns the version, or empty if the module is absent or does not tell, as when it is part of another jar. */
    Optional<SdkVersion> version() {
        String properties = "META-INF/maven/software.amazon.awssdk/" + artifact + "/pom.properties";
        Optional<String> ofModule = root().map(root -> root + properties);
        // Another jar may hold properties of the same name, of classes that it took over and renamed.
        boolean ofSameJar = Optional.ofNullable(LOADER.getResource(properties))
                .map(URL::toString)
                .equals(ofModule);
        return ofSameJar ? read(properties).flatMap(SdkVersion::parse) : versionInName();
    }

    /** The module of the parser holds no properties; its jar is named as Maven and Gradle name jars. */
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

    /** Artifact, version and place, for example {@code sdk-core 2.20.0 (file:/…/sdk-core-2.20.0.jar)}. */
    @Override
    public String toString() {
        return artifact
                + version().map(version -> " " + version).orElse("")
                + classUrl().map(url -> " (" + location(url, classFile) + ")").orElse(" (absent)");
    }
}
