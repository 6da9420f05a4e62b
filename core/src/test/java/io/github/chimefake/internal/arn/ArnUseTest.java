package io.github.chimefake.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds in the sources what the compiler cannot: that an ARN is nowhere taken for any other text. */
class ArnUseTest {
    private static final Path SOURCES = Path.of("src/main/java/io/github/chimefake/internal");
    private static final List<String> SERVICES = List.of("messaging", "identity", "directory", "operations", "common");
    private static final List<String> READERS =
            List.of("exchange", "filter", "gateway", "access/policies", "leastprivilege");

    /** ARNs of other services: of a Lex bot and of an application of Amazon Pinpoint. */
    private static final Set<String> FOREIGN = Set.of("lexBotAliasArn", "resourceArn");

    private static final Pattern TEXT_PARAMETER = Pattern.compile("String>? (\\w*[aA]rns?)(?=[,)])");
    private static final Pattern KIND = Pattern.compile("\"/?(app-instance|user|bot|channel|channel-flow)/?\"");

    @Test
    void noServiceTakesAnArnAsText() throws IOException {
        assertThat(found(TEXT_PARAMETER, SERVICES)).isSubsetOf(FOREIGN);
    }

    @Test
    void onlyTheFamilyKnowsTheKindsAsText() throws IOException {
        List<String> all = Stream.concat(SERVICES.stream(), READERS.stream()).toList();

        assertThat(found(KIND, all)).isEmpty();
    }

    private static List<String> found(Pattern pattern, List<String> packages) throws IOException {
        List<String> found = new ArrayList<>();
        for (String name : packages) {
            try (Stream<Path> files = Files.walk(SOURCES.resolve(name))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    pattern.matcher(Files.readString(file)).results().forEach(match -> found.add(match.group(1)));
                }
            }
        }
        return found;
    }
}
