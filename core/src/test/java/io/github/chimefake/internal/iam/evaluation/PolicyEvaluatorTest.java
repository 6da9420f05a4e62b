package io.github.chimefake.internal.iam.evaluation;

import static io.github.chimefake.iam.PolicyDecision.Outcome.ALLOWED;
import static io.github.chimefake.iam.PolicyDecision.Outcome.EXPLICITLY_DENIED;
import static io.github.chimefake.iam.PolicyDecision.Outcome.IMPLICITLY_DENIED;
import static io.github.chimefake.iam.PolicyKind.IDENTITY;
import static io.github.chimefake.iam.PolicyKind.PERMISSIONS_BOUNDARY;
import static io.github.chimefake.iam.PolicyKind.SERVICE_CONTROL;
import static io.github.chimefake.iam.PolicyKind.SESSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.iam.PolicyDecision.Outcome;
import io.github.chimefake.iam.PolicyDecision.ResourceDecision;
import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEvaluatorTest {
    private static final String SEND = "chime:SendChannelMessage";
    private static final String INSTANCE = "arn:aws:chime:us-east-1:111122223333:app-instance/I";
    private static final String ALICE = INSTANCE + "/user/alice";
    private static final String GENERAL = INSTANCE + "/channel/general";

    /** Each row: effect, element and value of the only statement's action, the same of its resource, the outcome. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Allow | Action    | chime:SendChannelMessage | Resource    | *                    | ALLOWED
            Allow | Action    | CHIME:sendchannelmessage | Resource    | *                    | ALLOWED
            Allow | Action    | chime:Send*              | Resource    | *                    | ALLOWED
            Allow | Action    | chime:S?ndChannelMessage | Resource    | *                    | ALLOWED
            Allow | Action    | *                        | Resource    | *                    | ALLOWED
            Allow | Action    | chime:Send               | Resource    | *                    | IMPLICITLY_DENIED
            Allow | Action    | s3:*                     | Resource    | *                    | IMPLICITLY_DENIED
            Allow | NotAction | chime:Delete*            | Resource    | *                    | ALLOWED
            Allow | NotAction | chime:send*              | Resource    | *                    | IMPLICITLY_DENIED
            Allow | Action    | *                        | Resource    | I/user/alice         | ALLOWED
            Allow | Action    | *                        | Resource    | I/user/*             | ALLOWED
            Allow | Action    | *                        | Resource    | */user/alice         | ALLOWED
            Allow | Action    | *                        | Resource    | I/user/al?ce         | ALLOWED
            Allow | Action    | *                        | Resource    | I/user/Alice         | IMPLICITLY_DENIED
            Allow | Action    | *                        | Resource    | I/user/ali           | IMPLICITLY_DENIED
            Allow | Action    | *                        | Resource    | I/channel/*          | IMPLICITLY_DENIED
            Allow | Action    | *                        | NotResource | I/channel/*          | ALLOWED
            Allow | Action    | *                        | NotResource | I/user/*             | IMPLICITLY_DENIED
            Deny  | Action    | chime:Send*              | Resource    | I/user/alice         | EXPLICITLY_DENIED
            Deny  | Action    | chime:Delete*            | Resource    | *                    | IMPLICITLY_DENIED
            Deny  | NotAction | chime:Delete*            | NotResource | I/channel/*          | EXPLICITLY_DENIED
            """)
    void appliesAStatement(
            String effect,
            String actionElement,
            String action,
            String resourceElement,
            String resource,
            Outcome expected) {
        String arn = resource.equals("*") ? "*" : INSTANCE.replaceFirst("I$", "") + resource;
        ParsedPolicy policy = ParsedPolicy.parse(String.format(
                "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"%s\",\"%s\":\"%s\",\"%s\":\"%s\"}}",
                effect, actionElement, action, resourceElement, arn));

        DefaultPolicyDecision decision = evaluate(List.of(new NamedPolicy("p", policy)), SEND, List.of(ALICE));

        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(decision.isAllowed()).isEqualTo(expected == ALLOWED);
    }

    @Test
    void deniesByDefault() {
        DefaultPolicyDecision decision = evaluate(List.of(), SEND, List.of(ALICE));

        assertThat(decision.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(decision.explain())
                .isEqualTo(SEND + " is denied by default: no statement allows " + SEND + " on " + ALICE
                        + ", as no policy is attached.");
    }

    @Test
    void allowsOnlyWhatIsAllowedOnEveryResource() {
        List<NamedPolicy> policies = List.of(policy("backend", allow("Send", SEND, GENERAL)));

        DefaultPolicyDecision decision = evaluate(policies, SEND, List.of(GENERAL, ALICE));

        assertThat(decision.outcome()).isEqualTo(IMPLICITLY_DENIED);
        assertThat(decision.resources())
                .extracting(ResourceDecision::resource, ResourceDecision::outcome)
                .containsExactly(tuple(GENERAL, ALLOWED), tuple(ALICE, IMPLICITLY_DENIED));
        assertThat(decision.firstDenied()).map(ResourceDecision::resource).contains(ALICE);
        assertThat(decision.explain())
                .isEqualTo(SEND + " is denied by default: statement 0 (\"Send\") of policy \"backend\" allows it on "
                        + GENERAL + "; no statement allows " + SEND + " on " + ALICE + " in policy \"backend\";"
                        + " statement 0 (\"Send\") of policy \"backend\" allows it on " + GENERAL + " only."
                        + " Each of the 2 resources must be allowed.");
    }

    @Test
    void allowsWhatDifferentPoliciesAllowTogether() {
        List<NamedPolicy> policies =
                List.of(policy("channels", allow("", SEND, GENERAL)), policy("users", allow("", SEND, ALICE)));

        DefaultPolicyDecision decision = evaluate(policies, SEND, List.of(GENERAL, ALICE));

        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.firstDenied()).isEmpty();
        assertThat(decision.explain())
                .isEqualTo(SEND + " is allowed: statement 0 of policy \"channels\" allows it on " + GENERAL
                        + "; statement 0 of policy \"users\" allows it on " + ALICE
                        + ". Each of the 2 resources must be allowed.");
    }

    @Test
    void letsADenyWinWhereverItStands() {
        NamedPolicy allow = policy("backend", allow("All", "*", "*"));
        NamedPolicy deny = policy("guard", allow("Some", "s3:*", "*"), deny("NoSend", "chime:send*", "*/channel/*"));

        for (List<NamedPolicy> policies : List.of(List.of(allow, deny), List.of(deny, allow))) {
            DefaultPolicyDecision decision = evaluate(policies, SEND, List.of(ALICE, GENERAL));

            assertThat(decision.outcome()).isEqualTo(EXPLICITLY_DENIED);
            assertThat(decision.firstDenied()).map(ResourceDecision::resource).contains(GENERAL);
            assertThat(decision.resources().get(1).matched())
                    .containsExactlyInAnyOrder(
                            new DefaultMatchedStatement(
                                    PolicyLayer.of(IDENTITY), "backend", 0, Optional.of("All"), false),
                            new DefaultMatchedStatement(
                                    PolicyLayer.of(IDENTITY), "guard", 1, Optional.of("NoSend"), true));
            assertThat(decision.explain())
                    .contains("statement 1 (\"NoSend\") of policy \"guard\" denies it on " + GENERAL
                            + ", which overrides every statement that allows it");
        }
    }

    @Test
    void namesAnExplicitDenyBeforeAMissingAllow() {
        List<NamedPolicy> policies = List.of(policy("guard", deny("No", "*", "*/channel/*")));

        DefaultPolicyDecision decision = evaluate(policies, SEND, List.of(ALICE, GENERAL));

        assertThat(decision.firstDenied()).map(ResourceDecision::outcome).contains(EXPLICITLY_DENIED);
    }

    @Test
    void saysWhichStatementsCameClose() {
        List<NamedPolicy> policies = List.of(
                policy("backend", allow("Read", "chime:List*\",\"chime:Describe*", "*")),
                policy("extra", deny("No", "s3:*", "*"), allow("", "s3:*", "*/channel/*")));

        String explanation = evaluate(policies, SEND, List.of(ALICE)).explain();

        assertThat(explanation)
                .isEqualTo(SEND + " is denied by default: no statement allows " + SEND + " on " + ALICE
                        + " in the policies \"backend\", \"extra\"; statement 0 (\"Read\") of policy \"backend\" covers"
                        + " this resource, but allows chime:List*, chime:Describe* only.");
    }

    @Test
    void countsWhatWouldBeTooLongToList() {
        String actions = Stream.of("A", "B", "C", "D", "E", "F", "G")
                .map("s3:"::concat)
                .reduce((one, other) -> one + "\",\"" + other)
                .orElseThrow();
        String[] statements =
                Stream.generate(() -> allow("", actions, "*")).limit(8).toArray(String[]::new);

        String explanation = evaluate(List.of(policy("big", statements)), SEND, List.of(ALICE))
                .explain();

        assertThat(explanation)
                .contains("s3:A, s3:B, s3:C, s3:D, s3:E, 2 more only")
                .contains("statement 4 of", "3 more statements come close")
                .doesNotContain("statement 5 of");
    }

    @Test
    void namesTheVariablesOfAResourceThatHaveNoValue() {
        NamedPolicy policy =
                policy("p", allow("Own", SEND, "*/user/${aws:username}/${aws:username}/${aws:userid, 'none'}"));

        assertThat(evaluate(List.of(policy), SEND, List.of(ALICE)).explain())
                .endsWith(", where the request has no value for ${aws:username}.");
    }

    @Test
    void countsNothingWhereAllStatementsAreListed() {
        String[] notAllowing =
                Stream.generate(() -> allow("", "s3:A", "*")).limit(5).toArray(String[]::new);
        String[] allowing = Stream.generate(() -> allow("", SEND, "*")).limit(5).toArray(String[]::new);

        assertThat(evaluate(List.of(policy("p", notAllowing)), SEND, List.of(ALICE))
                        .explain())
                .contains("statement 4 of")
                .doesNotContain("more");
        assertThat(evaluate(List.of(policy("p", allowing)), SEND, List.of(ALICE))
                        .explain())
                .contains("statement 4 of")
                .doesNotContain("more");
    }

    @Test
    void countsDecidingStatementsThatAreNotListed() {
        String[] allowing = Stream.generate(() -> allow("", SEND, "*")).limit(6).toArray(String[]::new);

        assertThat(evaluate(List.of(policy("p", allowing)), SEND, List.of(ALICE))
                        .explain())
                .contains("statement 4 of policy \"p\" and 1 more allow it")
                .doesNotContain("statement 5 of");
    }

    @Test
    void listsStatementsWhoseConditionFailsBeforeOthers() {
        NamedPolicy policy = policy(
                "p",
                allow("Action", "s3:A", "*"),
                allow("Resource", SEND, "*/user/bob"),
                "{\"Sid\":\"Condition\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\","
                        + "\"Condition\":{\"Null\":{\"aws:username\":\"false\"}}}");

        assertThat(evaluate(List.of(policy), SEND, List.of(ALICE)).explain())
                .containsSubsequence("(\"Condition\")", "(\"Resource\")", "(\"Action\")");
    }

    /** The condition of each statement is found by policy and index, which several policies may share. */
    @Test
    void explainsTheConditionsOfTheStatementsThatDeny() {
        String unless = "{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\","
                + "\"Condition\":{\"Null\":{\"%s\":\"true\"}}}";

        String otherNames = evaluate(
                        List.of(
                                policy("a", unless.formatted("aws:username")),
                                policy("b", unless.formatted("aws:userid"))),
                        SEND,
                        List.of(ALICE))
                .explain();
        String sameName = evaluate(
                        List.of(policy("a", allow("All", "*", "*")), policy("a", unless.formatted("aws:userid"))),
                        SEND,
                        List.of(ALICE))
                .explain();

        assertThat(otherNames).contains("Null aws:username", "Null aws:userid");
        assertThat(sameName).contains("Null aws:userid");
    }

    @Test
    void saysWhatANegatedElementLeavesOut() {
        ParsedPolicy policy = ParsedPolicy.parse(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"NotResource\":\"" + ALICE + "\"}}");

        assertThat(evaluate(List.of(new NamedPolicy("p", policy)), SEND, List.of(ALICE))
                        .explain())
                .endsWith("statement 0 of policy \"p\" allows it on everything but " + ALICE + ".");
    }

    /** Each row: whether each kind of policy has an allow, a deny, neither or is absent, and what comes out. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            identity, boundary, session, scp,    outcome,           denied by
            allow,    absent,   absent,  absent, ALLOWED,
            allow,    allow,    allow,   allow,  ALLOWED,
            absent,   allow,    allow,   allow,  IMPLICITLY_DENIED, IDENTITY
            neither,  allow,    allow,   allow,  IMPLICITLY_DENIED, IDENTITY
            allow,    neither,  absent,  absent, IMPLICITLY_DENIED, PERMISSIONS_BOUNDARY
            allow,    absent,   neither, absent, IMPLICITLY_DENIED, SESSION
            allow,    absent,   absent,  neither, IMPLICITLY_DENIED, SERVICE_CONTROL
            neither,  neither,  neither, neither, IMPLICITLY_DENIED, SERVICE_CONTROL
            deny,     allow,    allow,   allow,  EXPLICITLY_DENIED, IDENTITY
            allow,    deny,     allow,   allow,  EXPLICITLY_DENIED, PERMISSIONS_BOUNDARY
            allow,    allow,    deny,    allow,  EXPLICITLY_DENIED, SESSION
            allow,    allow,    allow,   deny,   EXPLICITLY_DENIED, SERVICE_CONTROL
            absent,   absent,   absent,  deny,   EXPLICITLY_DENIED, SERVICE_CONTROL
            neither,  deny,     neither, neither, EXPLICITLY_DENIED, PERMISSIONS_BOUNDARY
            """, useHeadersInDisplayName = true)
    void intersectsTheKindsOfPolicies(
            String identity, String boundary, String session, String scp, Outcome outcome, PolicyKind deniedBy) {
        PolicySet policies = PolicySet.empty()
                .with(IDENTITY, ofKind(identity))
                .with(PERMISSIONS_BOUNDARY, ofKind(boundary))
                .with(SESSION, ofKind(session))
                .with(SERVICE_CONTROL, ofKind(scp));

        DefaultPolicyDecision decision = evaluate(policies, SEND, List.of(ALICE));

        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.resources().get(0).deniedBy()).isEqualTo(Optional.ofNullable(deniedBy));
    }

    private static List<NamedPolicy> ofKind(String content) {
        return switch (content) {
            case "allow" -> List.of(policy("p", allow("", SEND, "*")));
            case "deny" -> List.of(policy("p", allow("", SEND, "*")), policy("q", deny("", SEND, "*")));
            case "neither" -> List.of(policy("p", allow("", "s3:*", "*")));
            default -> List.of();
        };
    }

    @Test
    void takesThePoliciesOfOneKindAsOneSet() {
        PolicySet policies = PolicySet.identity(List.of(policy("all", allow("", "*", "*"))))
                .with(SERVICE_CONTROL, policy("users", allow("", "*", "*/user/*")))
                .with(SERVICE_CONTROL, policy("channels", allow("", "*", "*/channel/*")));

        assertThat(evaluate(policies, SEND, List.of(ALICE, GENERAL)).isAllowed())
                .isTrue();
    }

    @Test
    void saysWhichKindOfPolicyLimits() {
        PolicySet policies = PolicySet.identity(List.of(policy("backend", allow("Send", "chime:*", "*"))))
                .with(PERMISSIONS_BOUNDARY, policy("limits", allow("Read", "chime:List*", "*")));

        assertThat(evaluate(policies, SEND, List.of(ALICE)).explain())
                .isEqualTo(SEND + " is denied by default: statement 0 (\"Send\") of policy \"backend\" allows it on "
                        + ALICE
                        + ", but no statement allows " + SEND + " on " + ALICE
                        + " in permissions boundary \"limits\", which limits what other policies allow;"
                        + " statement 0 (\"Read\") of permissions boundary \"limits\" covers this resource, but allows"
                        + " chime:List* only.");
    }

    @Test
    void saysWhichConditionFailedOnWhichValues() {
        PolicySet policies = PolicySet.identity(List.of(policy("backend", """
                        {"Sid":"Team","Effect":"Allow","Action":"chime:*","Resource":"*","Condition":{
                          "StringEquals":{"aws:ResourceTag/team":["red","green"]},
                          "Bool":{"aws:SecureTransport":"true"},
                          "Null":{"aws:username":"false"}}}""")));

        DefaultPolicyDecision decision = PolicyEvaluator.evaluate(
                policies,
                SEND,
                List.of(new RequestedResource(ALICE, RequestContext.empty().with("aws:ResourceTag/team", "blue"))),
                RequestContext.empty().with("aws:SecureTransport", "true"));

        assertThat(decision.explain())
                .isEqualTo(SEND + " is denied by default: no statement allows " + SEND + " on " + ALICE
                        + " in policy \"backend\"; statement 0 (\"Team\") of policy \"backend\" would, but its condition"
                        + " StringEquals aws:ResourceTag/team \"red\", \"green\" is not met, where the request has"
                        + " \"blue\" and its condition Null aws:username \"false\" is not met, where the request has no"
                        + " such key.");
    }

    @Test
    void saysWhichConditionMadeADenyApply() {
        PolicySet policies = PolicySet.identity(List.of(policy("guard", """
                {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}""")));

        DefaultPolicyDecision decision = PolicyEvaluator.evaluate(
                policies,
                SEND,
                List.of(RequestedResource.of(ALICE)),
                RequestContext.empty().with("aws:SecureTransport", "false"));

        assertThat(decision.explain())
                .contains("denies it on " + ALICE
                        + ", as its condition Bool aws:SecureTransport \"false\" is met, where the"
                        + " request has \"false\", which overrides every statement that allows it");
    }

    @Test
    void saysWhyValuesCannotBeCompared() {
        PolicySet policies = PolicySet.identity(List.of(policy("p", """
                {"Effect":"Allow","Action":"*","Resource":"*","Condition":{
                  "NumericLessThan":{"s3:max-keys":"10"},
                  "StringEquals":{"aws:TagKeys":"a"},
                  "StringLike":{"aws:username":"${aws:PrincipalTag/team}*"}}}""")));

        DefaultPolicyDecision decision = PolicyEvaluator.evaluate(
                policies,
                SEND,
                List.of(RequestedResource.of(ALICE)),
                RequestContext.empty()
                        .with("s3:max-keys", "many")
                        .with("aws:TagKeys", "a", "b")
                        .with("aws:username", "alice"));

        assertThat(decision.explain())
                .contains("the request has \"many\", which this operator cannot compare")
                .contains("several values are compared only with ForAllValues: or ForAnyValue:")
                .contains("the request has \"alice\" and no value for ${aws:PrincipalTag/team}");
    }

    @Test
    void checksEachResourceInItsOwnContext() {
        PolicySet policies = PolicySet.identity(List.of(policy("p", """
                {"Effect":"Allow","Action":"*","Resource":"*","Condition":{
                  "StringEquals":{"aws:ResourceTag/team":"red"}}}""")));

        DefaultPolicyDecision decision = PolicyEvaluator.evaluate(
                policies,
                SEND,
                List.of(
                        new RequestedResource(ALICE, RequestContext.empty().with("AWS:resourcetag/TEAM", "red")),
                        RequestedResource.of(GENERAL)),
                RequestContext.empty().with("aws:ResourceTag/team", "blue"));

        assertThat(decision.resources())
                .extracting(ResourceDecision::outcome)
                .containsExactly(ALLOWED, IMPLICITLY_DENIED);
    }

    @Test
    void decidesOncePerResource() {
        DefaultPolicyDecision decision = evaluate(List.of(), SEND, List.of(ALICE, ALICE));

        assertThat(decision.resources()).hasSize(1);
    }

    @Test
    void checksAnActionWithoutResourcesOnTheWildcard() {
        List<String> none = List.of("*");

        assertThat(evaluate(List.of(policy("p", allow("", "*", "*"))), SEND, none)
                        .outcome())
                .isEqualTo(ALLOWED);
        assertThat(evaluate(List.of(policy("p", allow("", "*", ALICE))), SEND, none)
                        .outcome())
                .isEqualTo(IMPLICITLY_DENIED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluate(PolicySet.empty(), SEND, List.of()))
                .withMessageContaining("\"*\"");
    }

    private static DefaultPolicyDecision evaluate(List<NamedPolicy> policies, String action, List<String> resources) {
        return evaluate(PolicySet.identity(policies), action, resources);
    }

    private static DefaultPolicyDecision evaluate(PolicySet policies, String action, List<String> resources) {
        return PolicyEvaluator.evaluate(
                policies, action, resources.stream().map(RequestedResource::of).toList(), RequestContext.empty());
    }

    private static NamedPolicy policy(String name, String... statements) {
        return new NamedPolicy(
                name,
                ParsedPolicy.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}"));
    }

    private static String allow(String sid, String actions, String resource) {
        return statement(sid, "Allow", actions, resource);
    }

    private static String deny(String sid, String actions, String resource) {
        return statement(sid, "Deny", actions, resource);
    }

    private static String statement(String sid, String effect, String actions, String resource) {
        String arn =
                resource.startsWith("*/") ? "arn:aws:chime:us-east-1:111122223333:app-instance/" + resource : resource;
        return String.format(
                "{\"Sid\":\"%s\",\"Effect\":\"%s\",\"Action\":[\"%s\"],\"Resource\":\"%s\"}",
                sid, effect, actions, arn);
    }
}
