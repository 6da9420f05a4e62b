package io.github.chimefake.internal.iam.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.iam.evaluation.DefaultPolicyDecision;
import io.github.chimefake.internal.iam.evaluation.PolicyEvaluator;
import io.github.chimefake.internal.iam.evaluation.PolicySet;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.internal.iam.policy.NamedPolicy;
import io.github.chimefake.internal.iam.policy.ParsedPolicy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RequestContextTest {
    private static final RequestContext ALICE = RequestContext.empty().with("aws:username", "alice");

    private final AtomicInteger asked = new AtomicInteger();
    private final RequestContext lazy = RequestContext.empty().withLazy(() -> {
        asked.incrementAndGet();
        return ALICE;
    });

    @Test
    void nothingIsFoundOutForPoliciesWithoutConditionsAndVariables() {
        DefaultPolicyDecision decision = decide("\"*\"");

        assertThat(decision.isAllowed()).isTrue();
        assertThat(decision.explain()).contains("allows it on user/alice").contains("allows it on user/bob");
        assertThat(asked).hasValue(0);
    }

    @Test
    void whatIsAskedForTwiceIsFoundOutOnce() {
        DefaultPolicyDecision decision =
                decide("\"*\",\"Condition\":{\"StringEquals\":{\"aws:username\":[\"${aws:username}\"]}}");

        assertThat(decision.isAllowed()).isTrue();
        assertThat(lazy.values("AWS:UserName")).containsExactly("alice");
        assertThat(asked).hasValue(1);
    }

    @Test
    void lazyContextEqualsWhatItFindsOut() {
        assertThat(lazy).isEqualTo(ALICE).hasSameHashCodeAs(ALICE).hasToString("{aws:username=[alice]}");
        assertThat(ALICE).isEqualTo(lazy);
        assertThat(RequestContext.empty().with(lazy)).isEqualTo(ALICE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void contextsWithOtherKeysOrValuesDiffer() {
        assertThat(ALICE)
                .isNotEqualTo(RequestContext.empty())
                .isNotEqualTo(RequestContext.empty().with("aws:userid", "alice"))
                .isNotEqualTo(RequestContext.empty().with("aws:username", "bob"));
    }

    @Test
    void knownKeysAreAnsweredWithoutFindingOutTheOthersAndComeFirst() {
        RequestContext context =
                RequestContext.empty().with("aws:username", "bob").withLazy(() -> lazy.with("aws:TagKeys", "tenant"));

        assertThat(context.values("aws:username")).containsExactly("bob");
        assertThat(asked).hasValue(0);
        assertThat(context.values("aws:TagKeys")).containsExactly("tenant");
        assertThat(context).hasToString("{aws:TagKeys=[tenant], aws:username=[bob]}");
    }

    @Test
    void lazyKeysOfALazyContextAreKept() {
        assertThat(lazy.withLazy(() -> RequestContext.empty().with("aws:TagKeys", "tenant")))
                .hasToString("{aws:TagKeys=[tenant], aws:username=[alice]}");
    }

    private DefaultPolicyDecision decide(String resourceAndCondition) {
        ParsedPolicy document = ParsedPolicy.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":"
                        + resourceAndCondition + "}]}");
        return PolicyEvaluator.evaluate(
                PolicySet.identity(List.of(new NamedPolicy("any", document))),
                "chime:SendChannelMessage",
                List.of(new RequestedResource("user/alice", lazy), new RequestedResource("user/bob", lazy)),
                lazy);
    }
}
