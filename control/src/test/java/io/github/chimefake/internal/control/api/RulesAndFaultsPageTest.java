package io.github.chimefake.internal.control.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.control.OpenApi;
import io.github.chimefake.internal.control.Served;
import io.github.chimefake.internal.control.Served.Answer;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each line of docs/control-rules-and-faults.md works, and the page has every word. */
class RulesAndFaultsPageTest {
    private static final String PAGE = page();
    private static final Pattern LINE = Pattern.compile("(?m)^(GET|POST|PATCH|DELETE) (/v1/\\S+)(?: (\\{.*}))?$");

    private static String page() {
        try {
            return Files.readString(Path.of("../docs/control-rules-and-faults.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyLineIsAccepted() {
        try (Served fake = served()) {
            List<String> lines = LINE.matcher(PAGE)
                    .results()
                    .map(line -> {
                        Answer answer = send(fake, line.group(1), line.group(2), line.group(3));
                        assertThat(answer.status())
                                .as(line.group() + "\n" + answer.body())
                                .isBetween(200, 204);
                        fake.chime().reset();
                        return line.group();
                    })
                    .toList();

            assertThat(lines).hasSizeGreaterThan(60);
        }
    }

    private static Served served() {
        Served fake = Served.start();
        ChimeUser bob = fake.chime().user("bob");
        fake.chime().channel("general").members(bob).create();
        fake.chime().snapshots().markBaseline();
        return fake;
    }

    private static Answer send(Served fake, String method, String path, String body) {
        return switch (method) {
            case "GET" -> fake.get(path);
            case "DELETE" -> fake.delete(path);
            default -> fake.write(method, path, body);
        };
    }

    @Test
    void theResponseOnThePageIsTheOneOfTheLineBeforeIt() {
        Matcher response = Pattern.compile(
                        "```text\\nPOST (\\S+) (\\{[^\\n]*})\\n```\\n[^`]*```json\\n(.*?)```", Pattern.DOTALL)
                .matcher(PAGE);
        assertThat(response.find()).isTrue();
        try (Served fake = served()) {
            JsonObject received =
                    fake.post(response.group(1), response.group(2)).json();

            assertThat(received).isEqualTo(Sentences.object(response.group(3)));
        }
    }

    @Test
    void thePageHasEveryWordAndEveryEffect() {
        JsonObject schemas = OpenApi.object(OpenApi.object(OpenApi.checkedIn().document(), "components"), "schemas");
        for (String sentence : List.of(
                "Fault",
                "PermissionRule",
                "RateLimit",
                "StaleReads",
                "Policy",
                "ByOrRole",
                "ConnectFault",
                "EventFault",
                "ConnectRule")) {
            assertThat(OpenApi.keys(OpenApi.object(OpenApi.object(schemas, sentence), "properties")))
                    .as(sentence)
                    .allSatisfy(word -> assertThat(PAGE).containsAnyOf("\"" + word + "\"", "`" + word + "`"));
        }
        String effects = List.of("Effect", "ConnectEffect", "EventEffect").stream()
                .map(name -> OpenApi.object(schemas, name).toJson())
                .collect(Collectors.joining());
        Matcher type = Pattern.compile("\"enum\":\\[\"(\\w+)\"]").matcher(effects);
        assertThat(type.results().map(each -> each.group(1)))
                .hasSizeGreaterThan(15)
                .allSatisfy(effect -> assertThat(PAGE).contains("{\"type\": \"" + effect + "\""));
    }
}
