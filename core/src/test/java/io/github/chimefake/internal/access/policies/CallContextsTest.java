package io.github.chimefake.internal.access.policies;

import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.Operation;
import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.access.callers.DefaultCredentials;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.HttpRequest.Header;
import io.github.chimefake.internal.iam.condition.RequestContext;
import io.github.chimefake.internal.iam.evaluation.RequestedResource;
import io.github.chimefake.testing.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkidentity.model.CreateAppInstanceUserRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
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

    @Test
    void temporaryCredentialsAreSeenWithTheTimeOfTheirIssueUntilTheyAreRenewed() {
        Callers callers = new Callers("111122223333", clock);
        DefaultCredentials credentials = new DefaultCredentials(callers, callers.register("user/test"));
        ChimeCaller role = callers.register("assumed-role/chat");
        Instant issued = clock.instant();
        clock.advance(Duration.ofMinutes(10));

        ChimeCaller expiring = role.tag("team", "red").expiresIn(Duration.ofMinutes(5));
        assertThat(contextOf(expiring).values("aws:TokenIssueTime")).containsExactly(issued.toString());

        ChimeCaller rotated = credentials.rotate(expiring);
        assertThat(contextOf(rotated).values("aws:TokenIssueTime"))
                .containsExactly(issued.plus(Duration.ofMinutes(10)).toString());

        clock.advance(Duration.ofMinutes(5));
        String renewed = credentials.provider(rotated).resolveCredentials().accessKeyId();
        assertThat(contextOf(callers.find(renewed).orElseThrow()).values("aws:TokenIssueTime"))
                .containsExactly(issued.plus(Duration.ofMinutes(15)).toString());
    }

    @Test
    void keysThatAreIssuedAgainAfterAResetHaveTheirOwnTime() {
        Callers callers = new Callers("111122223333", clock);
        Callers.Snapshot baseline = callers.snapshot();
        ChimeCaller before = callers.register("assumed-role/chat");
        assertThat(contextOf(before).values("aws:TokenIssueTime")).containsExactly(ManualClock.START.toString());

        callers.restore(baseline);
        clock.advance(Duration.ofMinutes(1));
        ChimeCaller after = callers.register("assumed-role/chat");

        assertThat(after).isEqualTo(before);
        assertThat(contextOf(after).values("aws:TokenIssueTime"))
                .containsExactly(ManualClock.START.plus(Duration.ofMinutes(1)).toString());
    }

    @Test
    void theAgeOfMultiFactorAuthenticationGrowsWithTheClock() {
        ChimeCaller user = new Callers("111122223333", clock)
                .register("user/alice")
                .expiresIn(Duration.ofHours(12))
                .contextKey("aws:MultiFactorAuthPresent", "true");

        clock.advance(Duration.ofMinutes(90));

        assertThat(contextOf(user).values("aws:MultiFactorAuthAge")).containsExactly("5400");
    }

    @Test
    void aUserThatIsBeingCreatedIsSeenWithTheTagsOfTheRequest() {
        tags = Map.of();
        Call call = CallFixture.of(Operation.CREATE_APP_INSTANCE_USER)
                .sending(CreateAppInstanceUserRequest.builder()
                        .tags(software.amazon.awssdk.services.chimesdkidentity.model.Tag.builder()
                                .key("team")
                                .value("green")
                                .build())
                        .build())
                .bind();

        assertThat(contexts.requestedResources(call, List.of(CallFixture.ALICE.arn()))
                        .get(0)
                        .context()
                        .values("aws:ResourceTag/team"))
                .containsExactly("green");
    }

    @Test
    void aChannelThatIsBeingCreatedIsNotCheckedSoItsCreatorIsSeenWithoutItsTags() {
        tags = Map.of();
        Call call = CallFixture.of(Operation.CREATE_CHANNEL)
                .sending(CreateChannelRequest.builder()
                        .tags(Tag.builder().key("team").value("green").build())
                        .build())
                .bind();

        assertThat(contexts.requestedResources(call, List.of(CallFixture.ALICE.arn()))
                        .get(0)
                        .context()
                        .values("aws:ResourceTag/team"))
                .isEmpty();
    }

    @Test
    void aPageInABrowserIsSeenWithItsAddress() {
        Call call = CallFixture.of(Operation.SEND_CHANNEL_MESSAGE).bind();
        HttpRequest fromPage = new HttpRequest(
                "POST",
                "/",
                List.of(
                        new Header("referer", "https://chat.example.com/room"),
                        new Header("USER-AGENT", "Mozilla/5.0")),
                new byte[0],
                Instant.EPOCH);
        RequestContext context = contexts.requestContext(new Call(
                fromPage,
                call.authorization(),
                call.operation(),
                call.request(),
                call.validationError(),
                call.caller(),
                call.bearer(),
                call.resources(),
                call.attempt()));

        assertThat(context.values("aws:Referer")).containsExactly("https://chat.example.com/room");
        assertThat(context.values("aws:UserAgent")).containsExactly("Mozilla/5.0");
    }

    private RequestContext contextOf(ChimeCaller caller) {
        return contexts.requestContext(CallFixture.of(Operation.SEND_CHANNEL_MESSAGE)
                .by(Caller.of(caller))
                .bind());
    }
}
