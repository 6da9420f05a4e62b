package io.github.chimefake.internal.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.RecentRequests;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

/** The same client request token again. */
class IdempotencyTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final String general = chime.channelOf(alice, bob);

    @Test
    void theSameMessageUnderTheSameTokenIsSentOnce() {
        SendChannelMessageRequest request =
                chime.message(general, alice, "hello").clientRequestToken("t1").build();

        SendChannelMessageResponse first = chime.call(request, SendChannelMessageResponse.class);
        SendChannelMessageResponse second = chime.call(request, SendChannelMessageResponse.class);

        assertThat(second).isEqualTo(first);
        assertThat(chime.contents(general, alice)).containsExactly("hello");
    }

    @Test
    void anotherMessageUnderTheSameTokenIsAConflict() {
        chime.call(
                chime.message(general, alice, "hello").clientRequestToken("t1").build());

        ServiceError serviceError = chime.serviceError(chime.message(general, alice, "good bye")
                .clientRequestToken("t1")
                .build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.CONFLICT);
        assertThat(serviceError.explanation()).contains("t1");
        assertThat(chime.contents(general, alice)).containsExactly("hello");
    }

    @Test
    void aTokenIsBoundToBearerAndChannel() {
        String other = chime.create(chime.channel("other").withMembers(List.of(alice)));

        chime.call(
                chime.message(general, alice, "hello").clientRequestToken("t1").build());
        chime.call(chime.message(general, bob, "hello").clientRequestToken("t1").build());
        chime.call(chime.message(other, alice, "hello").clientRequestToken("t1").build());

        assertThat(chime.contents(general, alice)).hasSize(2);
        assertThat(chime.contents(other, alice)).hasSize(1);
    }

    @Test
    void aRefusedCallDoesNotUseUpItsToken() {
        SendChannelMessageRequest.Builder request =
                chime.message(general, alice, "x".repeat(5000)).clientRequestToken("t1");
        chime.serviceError(request.build());

        assertThat(chime.outcome(request.content("short").build())).isEmpty();
    }

    @Test
    void theSameChannelUnderTheSameTokenIsCreatedOnce() {
        CreateChannelRequest request = CreateChannelRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .name("New")
                .channelId("new")
                .clientRequestToken("t1")
                .chimeBearer(alice.arn())
                .build();

        CreateChannelResponse first = chime.call(request, CreateChannelResponse.class);

        assertThat(chime.call(request, CreateChannelResponse.class)).isEqualTo(first);
        assertThat(chime.error(request.toBuilder().name("Other").build())).isEqualTo(ChimeError.CONFLICT);
    }

    @Test
    void onlySoManyTokensAreRemembered() {
        SendChannelMessageRequest first = chime.message(general, alice, "first")
                .clientRequestToken("first")
                .build();
        chime.call(first);
        for (int count = 1; count < RecentRequests.CAPACITY; count++) {
            chime.send(general, alice, "more");
        }
        chime.call(first);
        assertThat(chime.service.messages(Arn.of(general))).hasSize(RecentRequests.CAPACITY);

        chime.send(general, alice, "one too many");
        chime.call(first);

        assertThat(chime.service.messages(Arn.of(general))).hasSize(RecentRequests.CAPACITY + 2);
    }
}
