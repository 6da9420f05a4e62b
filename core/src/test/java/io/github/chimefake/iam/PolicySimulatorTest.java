package io.github.chimefake.iam;

import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicySimulator.CheckedResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicySimulatorTest {
    private static final String ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"All\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @Test
    void answersPerResource() {
        String answer = PolicySimulator.simulate("""
                {
                  "action": "s3:GetObject",
                  "resources": ["arn:aws:s3:::b/a", "arn:aws:s3:::b/secret", "arn:aws:s3:::c/a"],
                  "identityPolicies": [
                    {"Version": "2012-10-17", "Statement": [
                      {"Sid": "Read", "Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*"},
                      {"Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::b/secret"}]}]
                }
                """);

        assertThat(answer)
                .isEqualTo("{\"results\":["
                        + "{\"resource\":\"arn:aws:s3:::b/a\",\"decision\":\"Allowed\",\"matchedStatements\":["
                        + "{\"policy\":\"identityPolicies[0]\",\"statement\":0,\"sid\":\"Read\",\"effect\":\"Allow\"}],"
                        + "\"explanation\":\"s3:GetObject is allowed: statement 0 (\\\"Read\\\") of policy"
                        + " \\\"identityPolicies[0]\\\" allows it on arn:aws:s3:::b/a.\"},"
                        + "{\"resource\":\"arn:aws:s3:::b/secret\",\"decision\":\"ExplicitlyDenied\",\"matchedStatements\":["
                        + "{\"policy\":\"identityPolicies[0]\",\"statement\":1,\"effect\":\"Deny\"}],"
                        + "\"explanation\":\"s3:GetObject is denied explicitly: statement 1 of policy"
                        + " \\\"identityPolicies[0]\\\" denies it on arn:aws:s3:::b/secret, which overrides every"
                        + " statement that allows it.\"},"
                        + "{\"resource\":\"arn:aws:s3:::c/a\",\"decision\":\"ImplicitlyDenied\",\"matchedStatements\":[],"
                        + "\"explanation\":\"s3:GetObject is denied by default: no statement allows s3:GetObject on"
                        + " arn:aws:s3:::c/a in policy \\\"identityPolicies[0]\\\"; statement 0 (\\\"Read\\\") of policy"
                        + " \\\"identityPolicies[0]\\\" allows it on arn:aws:s3:::b/* only.\"}]}");
    }

    /** Each row: a list of policies that limits, and whether the request is still allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            permissionsBoundary    | *    | Allowed
            permissionsBoundary    | s3:* | ImplicitlyDenied
            sessionPolicies        | *    | Allowed
            sessionPolicies        | s3:* | ImplicitlyDenied
            serviceControlPolicies | *    | Allowed
            serviceControlPolicies | s3:* | ImplicitlyDenied
            """)
    void readsEveryKindOfPolicy(String kind, String action, String decision) {
        String limit = ALL.replace("\"Action\":\"*\"", "\"Action\":\"" + action + "\"");
        String request = "{\"action\":\"chime:ListChannels\",\"identityPolicies\":[" + ALL + "],\"" + kind + "\":["
                + limit + "]}";

        assertThat(PolicySimulator.simulate(request)).contains("\"decision\":\"" + decision + "\"");
    }

    @Test
    void takesPoliciesAsTextToo() {
        String text = "\"" + ALL.replace("\"", "\\\"") + "\"";

        assertThat(PolicySimulator.simulate("{\"action\":\"a:B\",\"identityPolicies\":[" + text + "]}"))
                .contains("\"Allowed\"", "\"resource\":\"*\"");
    }

    /** Each row: the context, and whether the condition on it holds. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"s3:max-keys": 5}                      | Allowed
            {"S3:MAX-KEYS": "5"}                    | Allowed
            {"s3:max-keys": [5]}                    | Allowed
            {"s3:max-keys": 50}                     | ImplicitlyDenied
            {"s3:max-keys": null}                   | ImplicitlyDenied
            {"s3:max-keys": []}                     | ImplicitlyDenied
            {}                                      | ImplicitlyDenied
            """)
    void readsTheContext(String context, String decision) {
        assertThat(PolicySimulator.simulate(conditioned("\"NumericLessThan\":{\"s3:max-keys\":10}", context, "\"*\"")))
                .contains("\"decision\":\"" + decision + "\"");
    }

    @Test
    void readsBooleansOfTheContextAsText() {
        String ifSecure =
                conditioned("\"Bool\":{\"aws:SecureTransport\":true}", "{\"aws:SecureTransport\":%s}", "\"*\"");

        assertThat(PolicySimulator.simulate(ifSecure.formatted("true"))).contains("\"decision\":\"Allowed\"");
        assertThat(PolicySimulator.simulate(ifSecure.formatted("false"))).contains("\"decision\":\"ImplicitlyDenied\"");
    }

    @Test
    void readsAContextForEachResource() {
        String answer = PolicySimulator.simulate(conditioned(
                "\"StringEquals\":{\"aws:ResourceTag/team\":\"red\"}",
                "{\"aws:ResourceTag/team\":\"blue\"}",
                "\"arn:aws:s3:::a\",{\"resource\":\"arn:aws:s3:::b\",\"context\":{\"aws:ResourceTag/team\":\"red\"}}"));

        assertThat(answer)
                .contains("\"resource\":\"arn:aws:s3:::a\",\"decision\":\"ImplicitlyDenied\"")
                .contains("\"resource\":\"arn:aws:s3:::b\",\"decision\":\"Allowed\"");
    }

    private static String conditioned(String condition, String context, String resources) {
        String policy = ALL.replace("\"Resource\":\"*\"", "\"Resource\":\"*\",\"Condition\":{" + condition + "}");
        return "{\"action\":\"s3:ListBucket\",\"resources\":[" + resources + "],\"context\":" + context
                + ",\"identityPolicies\":[" + policy + "]}";
    }

    @Test
    void decidesByPoliciesOfEveryKindThatAreAttached() {
        PolicySimulator backend = PolicySimulator.create().attach(policy("backend", ALL));

        assertThat(PolicySimulator.create().decide("s3:GetObject").isAllowed()).isFalse();
        assertThat(backend.decide("s3:GetObject").isAllowed()).isTrue();

        PolicyDecision limited = backend.attach(PolicyKind.PERMISSIONS_BOUNDARY, policy("limits", only("s3:List*")))
                .decide("s3:GetObject", "arn:aws:s3:::b/a");

        assertThat(limited.outcome()).isEqualTo(Outcome.IMPLICITLY_DENIED);
        assertThat(limited.firstDenied()).hasValueSatisfying(denied -> {
            assertThat(denied.resource()).isEqualTo("arn:aws:s3:::b/a");
            assertThat(denied.deniedBy()).contains(PolicyKind.PERMISSIONS_BOUNDARY);
            assertThat(denied.explain()).isEqualTo(limited.explain());
            assertThat(denied.matched()).singleElement().satisfies(statement -> {
                assertThat(statement.kind()).isEqualTo(PolicyKind.IDENTITY);
                assertThat(statement.policyName()).isEqualTo("backend");
                assertThat(statement.index()).isZero();
                assertThat(statement.sid()).contains("All");
                assertThat(statement.isDeny()).isFalse();
                assertThat(statement).hasToString("statement 0 (\"All\") of policy \"backend\"");
            });
        });
        assertThat(limited).hasToString(limited.explain());
        assertThat(limited.resources()).singleElement().hasToString(limited.explain());
    }

    private static String only(String action) {
        return ALL.replace("\"Action\":\"*\"", "\"Action\":\"" + action + "\"");
    }

    @Test
    void refusesAnInvalidPolicyWhereItIsAttached() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySimulator.create().attach(policy("backend", "{}")))
                .withMessageStartingWith("Invalid IAM policy \"backend\" at $: ")
                .returns("$", InvalidPolicyException::path);
    }

    private static PolicySimulator ifTeamIsRed() {
        return PolicySimulator.create()
                .attach(
                        policy(
                                "red",
                                ALL.replace(
                                        "\"Resource\":\"*\"",
                                        "\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"red\"}}")));
    }

    @Test
    void takesTheLastValueOfAKeyWhateverItsCase() {
        PolicySimulator red = ifTeamIsRed().contextKey("aws:ResourceTag/team", "red");

        assertThat(red.decide("a:B").isAllowed()).isTrue();
        assertThat(red.contextKey("AWS:resourcetag/TEAM", "blue").decide("a:B").isAllowed())
                .isFalse();
        assertThat(red.contextKey("AWS:resourcetag/TEAM").decide("a:B").isAllowed())
                .isFalse();
        assertThat(red.decide("a:B").isAllowed()).isTrue();
    }

    @Test
    void keepsTheOtherKeys() {
        assertThat(ifTeamIsRed()
                        .contextKey("aws:ResourceTag/team", "red")
                        .contextKey("aws:username", "alice")
                        .decide("a:B")
                        .isAllowed())
                .isTrue();
        assertThat(CheckedResource.of("*")
                        .contextKey("aws:ResourceTag/team", "red")
                        .contextKey("aws:ResourceTag/tier", "gold")
                        .contextKeys())
                .containsOnlyKeys("aws:ResourceTag/team", "aws:ResourceTag/tier");
    }

    @Test
    void checksEachResourceWithItsOwnKeys() {
        CheckedResource red = CheckedResource.of("arn:aws:s3:::red").contextKey("AWS:ResourceTag/team", "red");
        CheckedResource blue = CheckedResource.of("arn:aws:s3:::blue");

        PolicyDecision decision =
                ifTeamIsRed().contextKey("aws:ResourceTag/team", "blue").decide("a:B", List.of(red, blue));

        assertThat(decision.resources())
                .extracting(ResourceDecision::outcome)
                .containsExactly(Outcome.ALLOWED, Outcome.IMPLICITLY_DENIED);
        assertThat(red.contextKeys()).containsExactly(entry("AWS:ResourceTag/team", List.of("red")));
        assertThat(red.contextKey("aws:resourcetag/team").contextKeys()).isEmpty();
        assertThat(red).hasToString("arn:aws:s3:::red {AWS:ResourceTag/team=[red]}");
        assertThat(blue).hasToString("arn:aws:s3:::blue");
        assertThat(ifTeamIsRed().decide("a:B", List.of()).resources())
                .singleElement()
                .returns("*", ResourceDecision::resource);
    }

    /** The policy of the user whose name follows from the principal, or is set. */
    @Test
    void letsAContextKeyOverrideWhatFollowsFromThePrincipal() {
        PolicySimulator alice = PolicySimulator.create()
                .attach(policy(
                        "own", ALL.replace("\"Resource\":\"*\"", "\"Resource\":\"arn:aws:s3:::b/${aws:username}\"")))
                .principal("arn:aws:iam::111122223333:user/alice");

        assertThat(alice.decide("a:B", "arn:aws:s3:::b/alice").isAllowed()).isTrue();
        assertThat(alice.contextKey("AWS:username", "bob")
                        .decide("a:B", "arn:aws:s3:::b/bob")
                        .isAllowed())
                .isTrue();
        assertThat(alice.contextKey("AWS:username")
                        .decide("a:B", "arn:aws:s3:::b/alice")
                        .isAllowed())
                .isFalse();
    }

    @Test
    void refusesWhatIsNoPrincipal() {
        for (String arn : List.of("alice", "arn:aws:s3:::b", "arn:aws:iam::1:group/g", "arn:aws:sts::1:assumed-role")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PolicySimulator.create().principal(arn))
                    .withMessageContaining(arn);
        }
    }

    /** Each row: the path, words of the message, the request. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $                      | Expected one JSON object  | {
            $                      | expected an object        | []
            $                      | without action            | {}
            $.polices              | one of                    | {"action":"a:B","polices":[]}
            $.action               | expected a string         | {"action":7}
            $.action               | without wildcards         | {"action":"s3:*"}
            $.action               | without wildcards         | {"action":"ListBucket"}
            $.action               | without wildcards         | {"action":"s3:"}
            $.action               | without wildcards         | {"action":":ListBucket"}
            $.principal            | the ARN of a user         | {"action":"a:B","principal":"alice"}
            $.resources            | expected a list           | {"action":"a:B","resources":"*"}
            $.resources            | an empty list             | {"action":"a:B","resources":[]}
            $.resources[1]         | expected an ARN           | {"action":"a:B","resources":["*","bucket"]}
            $.resources[0]         | a number, 7               | {"action":"a:B","resources":[7]}
            $.resources[0]         | resource and context      | {"action":"a:B","resources":[{}]}
            $.resources[0].arn     | one of resource, context  | {"action":"a:B","resources":[{"arn":"*"}]}
            $.context              | expected an object        | {"action":"a:B","context":[]}
            $.context.a:b[1]       | received an object        | {"action":"a:B","context":{"a:b":["c",{}]}}
            $.context.A:b          | in different case         | {"action":"a:B","context":{"a:b":"c","A:b":"d"}}
            $.identityPolicies     | expected a list           | {"action":"a:B","identityPolicies":{}}
            $.sessionPolicies[0]   | Expected one JSON object  | {"action":"a:B","sessionPolicies":["{"]}
            """)
    void refusesWhatIsNoRequest(String path, String words, String request) {
        assertThatExceptionOfType(InvalidSimulationException.class)
                .isThrownBy(() -> PolicySimulator.simulate(request))
                .withMessageContaining(words)
                .returns(path, InvalidSimulationException::path);
    }

    @Test
    void saysWhereInTheRequestAPolicyIsWrong() {
        assertThatExceptionOfType(InvalidPolicyException.class)
                .isThrownBy(() -> PolicySimulator.simulate("{\"action\":\"a:B\",\"identityPolicies\":[" + ALL + ","
                        + ALL.replace("Allow", "Permit") + "]}"))
                .returns("$.identityPolicies[1].Statement[0].Effect", InvalidPolicyException::path);
    }
}
