package io.github.chimefake.distribution;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.chimefake.distribution.Decisions.Decision;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The page THIRD-PARTY.md: every library that ships, and what the libraries contain of others. */
final class ThirdPartyPage {
    private ThirdPartyPage() {}

    static String text(List<Verdict> verdicts) {
        List<Verdict> others = verdicts.stream()
                .filter(verdict -> !verdict.component().isOurs())
                .toList();
        return """
                # Libraries of others
                `chime-messaging-fake` and the artifacts that need it put these libraries onto a class path, or the jar of the standalone
                server contains them. The other jars of this project contain none.
                This page is generated: `mvn -f distribution verify -Ddistribution=write` writes it, from
                the poms and jars and from the decisions in `distribution/licenses.txt`. The same command without the option fails if
                the page is out of date, or if something is under the GPL, the LGPL, the AGPL or a license that was not accepted.

                Users bring their own version of the AWS SDK and of JUnit; the table shows the versions that this project is built with.

                | library | version | license | chosen among |
                | --- | --- | --- | --- |
                %s
                ## Contained in these jars
                The license of each is stated by the pom of the library that was copied, or by a file in the jar. For WireMock's jar, the
                libraries are the dependencies of `org.wiremock:wiremock` of the same version, which does not contain them.

                | jar | packages | project | license | chosen among | stated by |
                | --- | --- | --- | --- | --- | --- |
                %s
                ## Files that name the GPL
                These files in the jars name the GPL, LGPL or AGPL. The license that counts is another one, for the reason given. A file
                that changes, and every further one, fails the check until it has been looked at.

                | jar | license that counts | reason | files |
                | --- | --- | --- | --- |
                %s""".formatted(
                        rows(others, ThirdPartyPage::row),
                        rows(others, verdict -> rows(verdict.inside(), ThirdPartyPage::inside)),
                        rows(others, ThirdPartyPage::texts));
    }

    private static <T> String rows(List<T> items, Function<T, String> row) {
        return items.stream().map(row).collect(joining());
    }

    private static String row(Verdict verdict) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        verdict.component().coordinates(),
                        verdict.component().version(),
                        verdict.license(),
                        verdict.offered().size() > 1 ? String.join(", ", verdict.offered()) : "");
    }

    private static String inside(Decision inside) {
        return "| `%s` | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        name(inside),
                        inside.column(1),
                        inside.column(2),
                        inside.column(3),
                        inside.column(4).equals(inside.column(3))
                                ? ""
                                : inside.column(4).replace(" OR ", ", "),
                        Evidence.shown(inside));
    }

    /** One row for all files of a jar about which the same was decided. */
    private static String texts(Verdict verdict) {
        Map<String, List<Decision>> alike = verdict.texts().stream()
                .collect(groupingBy(
                        text -> "| `%s` | %s | %s | ".formatted(name(text), text.column(3), text.column(4)),
                        TreeMap::new,
                        toList()));
        return alike.entrySet().stream()
                .map(row -> row.getKey()
                        + row.getValue().stream()
                                .map(text -> "`" + text.column(1) + "`")
                                .sorted()
                                .collect(joining(", "))
                        + " |\n")
                .collect(joining());
    }

    private static String name(Decision decision) {
        String coordinates = decision.column(0);
        return coordinates.substring(coordinates.indexOf(':') + 1);
    }
}
