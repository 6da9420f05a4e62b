package io.github.chimefake.examples.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The build files that a reader copies name the versions that this project is tested with. */
class GettingStartedTest {
    private final String page = text("docs/getting-started.md");
    private final String parent = text("pom.xml");

    private static String text(String path) {
        return Documentation.text(Documentation.root().resolve(path));
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .map((MatchResult match) -> match.group(1))
                .orElseThrow(() -> new AssertionError("Nothing matches " + pattern));
    }

    private static String versionOf(String artifact, String pom) {
        return first("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]*)</version>", pom);
    }

    @ParameterizedTest
    @CsvSource({"junit-bom, junit.version", "bom, aws.sdk.version", "assertj-core, assertj.version"})
    void dependencyHasTheVersionOfTheBuild(String artifact, String property) {
        assertThat(versionOf(artifact, page)).isEqualTo(first("<" + property + ">([^<]*)<", parent));
    }

    @ParameterizedTest
    @CsvSource({
        "io.github.chimefake:chime-messaging-fake-junit-jupiter, chime-messaging-fake-junit-jupiter",
        "software.amazon.awssdk:bom, bom",
        "org.junit:junit-bom, junit-bom",
        "org.assertj:assertj-core, assertj-core",
        "org.slf4j:slf4j-nop, slf4j-nop"
    })
    void gradleHasTheVersionsOfMaven(String coordinates, String artifact) {
        assertThat(page).contains("\"" + coordinates + ":" + versionOf(artifact, page) + "\"");
    }

    @ParameterizedTest
    @CsvSource({"chimesdkmessaging, aws.sdk.version", "junit-jupiter, junit.version", "assertj-core, assertj.version"})
    void readmeHasTheVersionsOfTheBuild(String artifact, String property) {
        assertThat(versionOf(artifact, text("README.md"))).isEqualTo(first("<" + property + ">([^<]*)<", parent));
    }

    @ParameterizedTest
    @CsvSource({
        "junit, junit4.version, junit4, getting-started",
        "testng, testng.version, testng, getting-started",
        "kotlin-stdlib, kotlin.version, kotlin, getting-started",
        "kotlin-maven-plugin, kotlin.version, kotlin, getting-started",
        "aws-java-sdk-chimesdkmessaging, aws.sdk.v1.version, java-sdk-v1, other-clients"
    })
    void dependencyHasTheVersionOfItsProject(String artifact, String property, String project, String ofDocs) {
        String pom = text("compatibility/" + project + "/pom.xml");

        assertThat(versionOf(artifact, text("docs/" + ofDocs + ".md")))
                .isEqualTo(first("<" + property + ">([^<]*)<", pom));
    }

    @ParameterizedTest
    @CsvSource({
        "io.github.chimefake:chime-messaging-fake, chime-messaging-fake",
        "junit:junit, junit",
        "org.testng:testng, testng"
    })
    void gradleHasTheVersionsOfMavenForOtherFrameworks(String coordinates, String artifact) {
        assertThat(page).contains("testImplementation(\"" + coordinates + ":" + versionOf(artifact, page) + "\")");
    }

    @Test
    void pageHasTheVersionOfTheLastRelease() {
        String ofTheBuild = versionOf("chime-messaging-fake-parent", parent);
        String released = Pattern.compile("^## \\[(\\d[^]]*)]", Pattern.MULTILINE)
                .matcher(text("CHANGELOG.md"))
                .results()
                .map(heading -> heading.group(1))
                .findFirst()
                .orElse(ofTheBuild);

        assertThat(versionOf("chime-messaging-fake-junit-jupiter", page)).isEqualTo(released);
    }

    @Test
    void readmeHasTheVersionOfThePage() {
        String version = versionOf("chime-messaging-fake-junit-jupiter", page);

        assertThat(text("README.md")).contains("<version>" + version + "<", "junit-jupiter:" + version + "\"");
    }

    @ParameterizedTest
    @CsvSource({"maven-surefire-plugin, maven-surefire-plugin, pom.xml", "slf4j-nop, slf4j-nop, examples/pom.xml"})
    void otherVersionsAreThoseOfTheBuild(String artifact, String counterpart, String file) {
        assertThat(versionOf(artifact, page)).isEqualTo(versionOf(counterpart, text(file)));
    }
}
