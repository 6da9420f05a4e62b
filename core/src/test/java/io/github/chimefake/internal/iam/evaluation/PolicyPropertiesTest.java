package io.github.chimefake.internal.iam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for all policies, tried on random ones that always come out the same. */
@Tag("slow")
class PolicyPropertiesTest {
    private static final int ROUNDS = 300;
    private static final List<String> ACTIONS =
            List.of("*", "s3:*", "s3:Get*", "s3:GetObject", "s3:PutObject", "ec2:*");
    private static final List<String> RESOURCES = List.of(
            "*",
            "arn:aws:s3:::b/*",
            "arn:aws:s3:::b/a",
            "arn:aws:s3:::c/?",
            "arn:aws:s3:::b/${aws:username}",
            "arn:aws:s3");
    private static final List<String> CONDITIONS = List.of(
            "",
            "",
            "\"StringEquals\":{\"aws:username\":\"a\"}",
            "\"StringNotEquals\":{\"aws:username\":[\"a\",\"b\"]}",
            "\"Null\":{\"aws:username\":\"true\"}",
            "\"ForAllValues:StringLike\":{\"aws:TagKeys\":[\"a*\",\"b\"]}",
            "\"NumericLessThanIfExists\":{\"s3:max-keys\":10}");

    private final Random random = new Random(4);

    private record Request(String action, String resource, RequestContext context) {}

    @Test
    void theOrderOfStatementsAndPoliciesDoesNotMatter() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> statements = statements();
            Request request = request();
            boolean allowed = allowed(statements, request);

            Collections.shuffle(statements, random);

            assertThat(allowed(statements, request))
                    .as("%s on %s", request, statements)
                    .isEqualTo(allowed);
            assertThat(allowedByPolicyEach(statements, request)).isEqualTo(allowed);
        }
    }

    @Test
    void oneMoreDenyNeverAllowsMore() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> statements = statements();
            Request request = request();
            boolean allowed = allowed(statements, request);

            statements.add(random.nextInt(statements.size() + 1), statement("Deny"));

            assertThat(allowed || !allowed(statements, request))
                    .as("%s on %s", request, statements)
                    .isTrue();
        }
    }

    @Test
    void oneAllowFewerNeverAllowsMore() {
        for (int round = 0; round < ROUNDS; round++) {
            List<String> statements = statements();
            Request request = request();
            statements.add(statement("Allow"));
            boolean allowed = allowed(statements, request);

            statements.remove(statements.size() - 1);

            assertThat(allowed || !allowed(statements, request))
                    .as("%s on %s", request, statements)
                    .isTrue();
        }
    }

    @Test
    void policiesThatLimitNeverAllowMore() {
        for (int round = 0; round < ROUNDS; round++) {
            PolicySet identity = PolicySet.identity(policies(statements()));
            Request request = request();

            for (PolicyKind kind : PolicyKind.values()) {
                if (kind != PolicyKind.IDENTITY) {
                    PolicySet limited = identity.with(kind, policies(statements()));
                    assertThat(decide(identity, request).isAllowed()
                                    || !decide(limited, request).isAllowed())
                            .as("%s limits %s on %s", kind, identity, request)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyDecisionIsExplained() {
        for (int round = 0; round < ROUNDS; round++) {
            PolicySet policies =
                    PolicySet.identity(policies(statements())).with(PolicyKind.SESSION, policies(statements()));
            Request request = request();

            assertThat(decide(policies, request).explain())
                    .startsWith(request.action() + " is ")
                    .contains(request.resource())
                    .endsWith(".");
        }
    }

    private List<String> statements() {
        return new ArrayList<>(Stream.generate(() -> statement(random.nextInt(4) == 0 ? "Deny" : "Allow"))
                .limit(1 + random.nextInt(4))
                .toList());
    }

    private String statement(String effect) {
        return "{\"Effect\":\"" + effect + "\",\"" + (random.nextInt(5) == 0 ? "NotAction" : "Action") + "\":\""
                + pick(ACTIONS) + "\",\"" + (random.nextInt(5) == 0 ? "NotResource" : "Resource") + "\":\""
                + pick(RESOURCES) + "\",\"Condition\":{" + pick(CONDITIONS) + "}}";
    }

    private Request request() {
        RequestContext context = RequestContext.empty()
                .with("aws:username", pick(List.of(List.of(), List.of("a"), List.of("c"))))
                .with("aws:TagKeys", pick(List.of(List.of(), List.of("ab", "b"), List.of("a", "x"))))
                .with("s3:max-keys", pick(List.of(List.of(), List.of("5"), List.of("50"))));
        return new Request(
                pick(List.of("s3:GetObject", "S3:putobject", "ec2:RunInstances")),
                pick(List.of("arn:aws:s3:::b/a", "arn:aws:s3:::c/c", "arn:aws:s3:::b/c/d")),
                context);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static boolean allowed(List<String> statements, Request request) {
        return decide(PolicySet.identity(policies(statements)), request).isAllowed();
    }

    private static boolean allowedByPolicyEach(List<String> statements, Request request) {
        List<NamedPolicy> policies = statements.stream()
                .flatMap(statement -> policies(List.of(statement)).stream())
                .toList();
        return decide(PolicySet.identity(policies), request).isAllowed();
    }

    private static List<NamedPolicy> policies(List<String> statements) {
        return List.of(new NamedPolicy(
                "p",
                ParsedPolicy.parse(
                        "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}")));
    }

    private static DefaultPolicyDecision decide(PolicySet policies, Request request) {
        return PolicyEvaluator.evaluate(
                policies, request.action(), List.of(RequestedResource.of(request.resource())), request.context());
    }
}
