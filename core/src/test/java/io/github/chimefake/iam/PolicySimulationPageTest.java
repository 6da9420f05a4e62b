package io.github.chimefake.iam;

import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.MalformedJsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples of docs/policy-simulation.md do what the page says. */
class PolicySimulationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "policy-simulation.md");
    private static final Path THIS =
            Path.of("src", "test", "java", "io", "github", "chimefake", "iam", "PolicySimulationPageTest.java");
    private static final String CHANNEL = "arn:aws:chime:us-east-1:111122223333:app-instance/I/channel/C";
    private static final String USER = "arn:aws:chime:us-east-1:111122223333:app-instance/I/user/U";

    @Test
    void answersTheRequestOfThePage() throws IOException, MalformedJsonException {
        List<String> blocks = blocks("json");

        assertThat(Json.parse(PolicySimulator.simulate(blocks.get(0)))).isEqualTo(Json.parse(blocks.get(1)));
    }

    @Test
    void decidesAsThePageShows() throws IOException {
        String backend = """
                {"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "chime:*", "Resource": "*"}}
                """;
        String limits = """
                {"Version": "2012-10-17", "Statement": {
                  "Effect": "Allow", "Action": "chime:*", "Resource": "*",
                  "Condition": {"StringEquals": {"aws:PrincipalTag/tenant": "t1"}}}}
                """;
        // page
        PolicyDecision decision = PolicySimulator.create()
                .attach(policy("backend", backend))
                .attach(PERMISSIONS_BOUNDARY, policy("limits", limits))
                .principal("arn:aws:sts::111122223333:assumed-role/chat-backend/session")
                .contextKey("aws:PrincipalTag/tenant", "t1")
                .decide("chime:SendChannelMessage", CHANNEL, USER);

        assertThat(decision.isAllowed()).as(decision.explain()).isTrue();
        // end of page
        String source = Files.readString(THIS);
        String shown = source.substring(source.indexOf("// page\n") + 8, source.indexOf("// end of page\n"))
                .stripIndent()
                .strip();
        assertThat(blocks("java")).contains(shown);
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String page = Files.readString(PAGE);
        String opening = "```" + language + "\n";
        for (int at = page.indexOf(opening); at >= 0; at = page.indexOf(opening, at + 1)) {
            blocks.add(page.substring(at + opening.length(), page.indexOf("\n```", at)));
        }
        return blocks;
    }
}
