package io.github.chimefake.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseCheckTest {
    private static final String LGPL_TEXT =
            "                  GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 2.1, February 1999\n";
    private static final Component COPIED =
            new Component("net.other:other", "3.4", List.of("EPL-2.0", "LGPL-3.0-only"));
    private static final String CLASS = "org/example/Library.class";

    private static final String NOTICE = "/* Under the Apache\n * License 2.0. */";
    private static final String OWN =
            "inside | org.example:library | org/example/ | Library | Apache-2.0 | Apache-2.0 | file NOTICE";

    private Jars jars;

    @BeforeEach
    void createRepository(@TempDir Path directory) {
        jars = new Jars(directory);
    }

    private LicenseCheck check(Component component, byte[] jar, String... decisions) throws IOException {
        Stream<String> lines = Stream.concat(
                Stream.of("accept | Apache-2.0", "accept | EPL-2.0", "name | Apache License 2.0 | Apache-2.0"),
                Stream.of(decisions));
        return check(Decisions.parse(lines.toList()), List.of(component), jars.store(component, jar));
    }

    private static LicenseCheck check(Decisions decisions, List<Component> components, Path... jars)
            throws IOException {
        return LicenseCheck.of(
                decisions, components, ClassPath.of(Stream.of(jars)), new Evidence(decisions, List.of(COPIED)));
    }

    private static Component library(String... licenses) {
        return new Component("org.example:library", "1.2", List.of(licenses));
    }

    @Test
    void acceptsALicenseUnderItsNameOrIdentifier() throws IOException {
        for (String license : List.of("Apache-2.0", "Apache License 2.0")) {
            LicenseCheck check = check(library(license), Jars.jar(CLASS, ""));

            assertThat(check.problems()).isEmpty();
            assertThat(check.verdicts()).extracting(Verdict::license).containsExactly("Apache-2.0");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LGPL-2.1-only",
                "GNU Lesser General Public License, version 2.1",
                "GPL-3.0-or-later",
                "AGPL-3.0-only",
                "GPL-2.0-only WITH Classpath-exception-2.0",
                "Apache-2.0 AND LGPL-3.0-only",
                "A license of its author"
            })
    void refusesEveryOtherLicense(String license) throws IOException {
        assertThat(check(library(license), Jars.jar(CLASS, "")).problems())
                .containsExactly(
                        "org.example:library 1.2 is under " + license + ", which licenses.txt does not accept.");
    }

    @Test
    void refusesALibraryWithoutALicense() throws IOException {
        assertThat(check(library(), Jars.jar(CLASS, "")).problems())
                .containsExactly("org.example:library 1.2 states no license in its pom.");
    }

    @ParameterizedTest
    @CsvSource({"Apache-2.0,LGPL-3.0-only", "LGPL-3.0-only OR Apache-2.0,", "(EPL-2.0 OR Apache-2.0),"})
    void ofSeveralLicensesTheChosenOneCounts(String first, String second) throws IOException {
        Component library = second == null ? library(first) : library(first, second);
        byte[] jar = Jars.jar(CLASS, "");

        assertThat(check(library, jar).problems()).singleElement().asString().contains("Say in licenses.txt which");

        LicenseCheck chosen = check(library, jar, "choose | org.example:library | Apache-2.0");
        assertThat(chosen.problems()).isEmpty();
        assertThat(chosen.verdicts()).extracting(Verdict::license).containsExactly("Apache-2.0");
        assertThat(chosen.verdicts().get(0).offered()).hasSize(2).contains("Apache-2.0");
    }

    @Test
    void theChosenLicenseMustBeOfferedAndAccepted() throws IOException {
        Component library = library("Apache-2.0", "LGPL-3.0-only");
        byte[] jar = Jars.jar(CLASS, "");

        assertThat(check(library, jar, "choose | org.example:library | LGPL-3.0-only")
                        .problems())
                .singleElement()
                .asString()
                .contains("does not accept");
        assertThat(check(library, jar, "choose | org.example:library | EPL-2.0").problems())
                .singleElement()
                .asString()
                .contains("does not offer EPL-2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/LICENSE",
                "COPYING.LESSER",
                "META-INF/licenses/other.txt",
                "about.html",
                "org/example/inner/readme",
                "META-INF/maven/org.example/inner/pom.xml"
            })
    void findsALicenseTextUnderAnyNameInAJarWhosePomSaysSomethingElse(String entry) throws IOException {
        assertThat(check(library("Apache-2.0"), Jars.jar(CLASS, "", entry, LGPL_TEXT))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("The jar of org.example:library 1.2 has a file that names the GPL, LGPL or AGPL: " + entry);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Licensed under LGPLv3",
                "SPDX-License-Identifier: AGPL-3.0-only",
                "<name>GPL-2.0</name>",
                "GNU General\n * Public License",
                "the GNU Affero GPL",
                "gnu library general public licence",
                "the Lesser General   Public License"
            })
    void readsEveryWayOfNamingTheFamily(String text) throws IOException {
        assertThat(check(library("Apache-2.0"), Jars.jar(CLASS, "", "NOTICE", text))
                        .problems())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Eclipse Public License - v 2.0", "general public", "a GPLoader", "XGPL"})
    void leavesOtherTextsAlone(String text) throws IOException {
        assertThat(check(library("Apache-2.0"), Jars.jar(CLASS, "", "NOTICE", text))
                        .problems())
                .isEmpty();
    }

    @Test
    void aFileNamedAfterTheLicenseIsEnough() throws IOException {
        assertThat(check(library("Apache-2.0"), Jars.jar(CLASS, "", "META-INF/lgpl-2.1.txt", "see the site"))
                        .problems())
                .hasSize(1);
    }

    @Test
    void readsJarsWithinJars() throws IOException {
        byte[] outer = Jars.jar(Map.of("lib/inner.jar", Jars.jar("LICENSE", LGPL_TEXT)));

        assertThat(check(library("Apache-2.0"), outer).problems())
                .singleElement()
                .asString()
                .contains("lib/inner.jar!/LICENSE");
    }

    @Test
    void aDecisionHoldsForOneTextOnly() throws IOException {
        byte[] jar = Jars.jar(CLASS, "", "NOTICE", "EPL-2.0 or GPL-2.0");
        LicenseText text =
                JarContent.read(jars.store(library(), jar)).gplFamily().get(0);
        String decision = "text | org.example:library | NOTICE | " + text.digest() + " | EPL-2.0 | It offers both.";

        assertThat(check(library("Apache-2.0"), jar, decision).problems()).isEmpty();
        assertThat(check(library("Apache-2.0"), Jars.jar(CLASS, "", "NOTICE", "GPL-2.0 only"), decision)
                        .problems())
                .hasSize(2)
                .anyMatch(problem -> problem.contains("has a file that names"))
                .anyMatch(problem -> problem.startsWith("Nothing on the class path needs this line"));
        assertThat(check(library("Apache-2.0"), jar, decision.replace("EPL-2.0 |", "Apache-2.0 |"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("The file does not name Apache-2.0");
        assertThat(check(library("Apache-2.0"), jar, decision.replace("EPL-2.0 |", "GPL-2.0 |"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("GPL-2.0 is not accepted");
    }

    @Test
    void whatAJarContainsOfOthersMustBeListed() throws IOException {
        byte[] jar = Jars.jar(
                CLASS,
                "",
                "copied/net/other/Tool.class",
                "",
                "META-INF/versions/9/copied/net/other/New.class",
                "",
                "NOTICE",
                NOTICE);
        String own = OWN;
        String other =
                "inside | org.example:library | copied/net/other/ | Other | EPL-2.0 | EPL-2.0 OR LGPL-3.0-only | pom net.other:other";

        assertThat(check(library("Apache-2.0"), jar).problems())
                .singleElement()
                .asString()
                .contains("contains packages of several projects", "copied/net/other/");
        assertThat(check(library("Apache-2.0"), jar, own).problems())
                .singleElement()
                .asString()
                .contains("copied/net/other/")
                .doesNotContain("org/example/,");
        assertThat(check(library("Apache-2.0"), jar, own, other).problems()).isEmpty();
        assertThat(check(library("Apache-2.0"), jar, own, other.replace("| EPL-2.0 |", "| LGPL-3.0-only |"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("LGPL-3.0-only is not accepted");
        assertThat(check(library("Apache-2.0"), jar, own, other, other.replace("net/other", "net/gone"))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("Nothing on the class path needs this line");
    }

    @Test
    void aPackageOfCopiesMustBeListedByItself() throws IOException {
        byte[] jar = Jars.jar(CLASS, "", "org/example/shaded/net/other/Tool.class", "", "NOTICE", NOTICE);
        String own = OWN;
        String other =
                "inside | org.example:library | org/example/shaded/net/other/ | Other | Apache-2.0 | Apache-2.0 | file NOTICE";

        assertThat(check(library("Apache-2.0"), jar, own).problems())
                .singleElement()
                .asString()
                .contains("org/example/shaded/net/other/");
        assertThat(check(library("Apache-2.0"), jar, own, other).problems()).isEmpty();
    }

    @Test
    void anAsteriskLeavesOutWhatIsBelow() throws IOException {
        byte[] jar = Jars.jar(
                "copied/Run.class", "", "copied/net/other/Tool.class", "", "module-info.class", "", "NOTICE", NOTICE);
        String run = OWN.replace("org/example/", "copied/*");

        assertThat(check(library("Apache-2.0"), jar, run).problems())
                .singleElement()
                .asString()
                .endsWith("license these have: copied/net/other/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "EPL-2.0 | EPL-2.0 OR LGPL-3.0-only | pom net.other:other; ",
                "not stated | not stated | none, it names only a site; ",
                "Apache-2.0 | Apache-2.0 | file META-INF/maven/net.other/other/pom.xml; ",
                "Apache-2.0 AND EPL-2.0 | Apache-2.0 AND EPL-2.0 | file both; ",
                "EPL-2.0 | EPL-2.0 | pom net.other:other; The poms state EPL-2.0 OR LGPL-3.0-only",
                "Apache-2.0 | EPL-2.0 OR LGPL-3.0-only | pom net.other:other; The poms state EPL-2.0 OR LGPL-3.0-only",
                "EPL-2.0 | EPL-2.0 | pom net.other:unknown; net.other:unknown is not among the libraries whose poms were read",
                "EPL-2.0 | EPL-2.0 | file NOTICE; NOTICE in the jar does not exist or does not name EPL-2.0",
                "Apache-2.0 AND EPL-2.0 | EPL-2.0 | file NOTICE; NOTICE in the jar does not exist or does not name",
                "Apache-2.0 | Apache-2.0 | file nowhere; nowhere in the jar does not exist or does not name Apache-2.0",
                "Apache-2.0 | Apache-2.0 | none, it is well known; Nothing states the license, so it has to be \"not stated\"",
                "not stated | not stated | file NOTICE; NOTICE in the jar does not exist or does not name not stated",
                "Apache-2.0 | Apache-2.0 | it is well known; Evidence begins with"
            })
    void aLicenseOfCopiesNeedsEvidence(String line, String problem) throws IOException {
        byte[] jar = Jars.jar(
                CLASS,
                "",
                "copied/Tool.class",
                "",
                "NOTICE",
                NOTICE,
                "both",
                "EPL-2.0 and Apache License 2.0",
                "META-INF/maven/net.other/other/pom.xml",
                "<name>Apache License 2.0</name>");

        assertThat(check(library("Apache-2.0"), jar, OWN, "inside | org.example:library | copied/ | Copy | " + line)
                        .problems())
                .satisfies(problems -> assertThat(problems).hasSize(problem == null ? 0 : 1))
                .allSatisfy(found -> assertThat(found).startsWith(problem));
    }

    @Test
    void refusesJarsOfWhichTheBillKnowsNothing() throws IOException {
        Path stray = jars.store(new Component("net.other:stray", "1", List.of()), Jars.jar(CLASS, ""));

        assertThat(check(Decisions.parse(List.of()), List.of(), stray).problems())
                .containsExactly(
                        stray + " is on the class path and not in the bill of materials, so its license is unknown.");
    }

    @Test
    void refusesABillThatNamesMoreThanIsThere() throws IOException {
        assertThat(check(Decisions.parse(List.of()), List.of(library("Apache-2.0")))
                        .problems())
                .containsExactly("org.example:library is in the bill of materials and not on the class path.");
    }
}
