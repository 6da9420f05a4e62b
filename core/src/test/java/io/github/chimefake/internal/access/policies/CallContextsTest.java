package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;

/** What policies see of a call, also when an explanation asks for it much later. */
class CallContextsTest {
    private final ManualClock clock = ManualClock.standingStill();
    private Map<String, String> tags = Map.of("team", "red");
    private final CallContexts contexts = new CallContexts("us-east-1", clock, arn -> tags);

    @Test
    void theTimeIsThatOfTheCall() {
        RequestContext context = contexts.requestContext(
                CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).bind());

        clock.advance(Duration.ofMinutes(1));

        assertThat(context.values("aws:CurrentTime")).containsExactly(ManualClock.START.toString());
        assertThat(context.values("aws:EpochTime")).containsExactly(Long.toString(ManualClock.START.getEpochSecond()));
    }

    @Test
    void theTagsOfResourcesAreThoseThatTheyHadAtTheCall() {
        RequestedResource channel = contexts.requestedResources(
                        CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).bind(), List.of(GENERAL.arn()))
                .get(0);

        tags = Map.of("team", "blue");

        assertThat(channel.context().asMap())
                .containsOnly(
                        Map.entry("aws:ResourceAccount", List.of("111122223333")),
                        Map.entry("aws:ResourceTag/team", List.of("red")));
    }

    @Test
    void aCallerIsSeenWithTheTimeThatItWasGivenOrWithNone() {
        ChimeCaller caller = new Callers("111122223333", clock).register("user/alice");

        assertThat(contextOf(caller.contextKey("aws:currenttime", "noon")).asMap())
                .containsEntry("aws:currenttime", List.of("noon"))
                .doesNotContainKey("aws:CurrentTime");
        assertThat(contextOf(caller.contextKey("aws:CurrentTime")).values("aws:CurrentTime"))
                .isEmpty();
    }

    @Test
    void tagsOfARequestAreSeenWithTheirKeys() {
        RequestContext context = contexts.requestContext(CallFixture.of(Operation.TAG_RESOURCE)
                .sending(TagResourceRequest.builder()
                        .tags(List.of(
                                Tag.builder().key("team").value("red").build(),
                                Tag.builder().key("withoutValue").build()))
                        .build())
                .bind());

        assertThat(context.asMap())
                .containsEntry("aws:RequestTag/team", List.of("red"))
                .containsEntry("aws:TagKeys", List.of("team"))
                .doesNotContainKey("aws:RequestTag/withoutValue");
    }

    @Test
    void aRequestThatRemovesTagsIsSeenWithTheirKeys() {
        RequestContext context = contexts.requestContext(CallFixture.of(Operation.UNTAG_RESOURCE)
                .sending(UntagResourceRequest.builder().tagKeys("team", "tier").build())
                .bind());

        assertThat(context.values("aws:TagKeys")).containsExactly("team", "tier");
    }

    @Test
    void aCallerIsSeenWithItsTagsAndItsPrincipal() {
        ChimeCaller caller =
                new Callers("111122223333", clock).register("user/alice").tag("team", "red");

        assertThat(contextOf(caller).asMap())
                .containsEntry("aws:PrincipalTag/team", List.of("red"))
                .containsEntry("aws:username", List.of("alice"))
                .containsEntry("aws:PrincipalAccount", List.of("111122223333"));
    }

    private RequestContext contextOf(ChimeCaller caller) {
        return contexts.requestContext(CallFixture.of(Operation.SEND_CHANNEL_MESSAGE)
                .by(Caller.of(caller))
                .bind());
    }
}
