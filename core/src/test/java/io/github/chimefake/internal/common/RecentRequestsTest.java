package io.github.chimefake.internal.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.common.RecentRequests.Token;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageResponse;

class RecentRequestsTest {
    private static final SendChannelMessageRequest REQUEST =
            SendChannelMessageRequest.builder().content("hello").build();

    private static Token token(int number) {
        return token("channel", "token-" + number);
    }

    private static Token token(String channel, String value) {
        return Token.of(
                Operation.SEND_CHANNEL_MESSAGE, Optional.of(Arn.of("bearer")), Optional.of(Arn.of(channel)), value);
    }

    private static SendChannelMessageResponse response(String messageId) {
        return SendChannelMessageResponse.builder().messageId(messageId).build();
    }

    private static RecentRequests numbered(RecentRequests before, int from, int to) {
        RecentRequests requests = before;
        for (int number = from; number < to; number++) {
            requests = requests.plus(token(number), REQUEST, response("message-" + number));
        }
        return requests;
    }

    private static boolean remembers(RecentRequests requests, int number) {
        return requests.responseTo(token(number), REQUEST)
                .filter(response("message-" + number)::equals)
                .isPresent();
    }

    @Test
    void theLatestAreRememberedHoweverManyThereWere() {
        int count = RecentRequests.CAPACITY * 5 / 2;

        RecentRequests requests = numbered(RecentRequests.NONE, 0, count);

        int oldest = count - RecentRequests.CAPACITY;
        assertThat(IntStream.range(0, count).filter(number -> remembers(requests, number)))
                .containsExactlyElementsOf(
                        () -> IntStream.range(oldest, count).boxed().iterator());
    }

    @Test
    void aForgottenTokenIsANewOne() {
        RecentRequests requests = numbered(RecentRequests.NONE, 0, RecentRequests.CAPACITY + 1)
                .plus(token(0), REQUEST, response("again"));

        assertThat(requests.responseTo(token(0), REQUEST)).contains(response("again"));
    }

    @Test
    void aTokenMeansSomethingOnlyForItsResource() {
        RecentRequests requests = RecentRequests.NONE.plus(token("channel", "token"), REQUEST, response("first"));

        assertThat(requests.responseTo(token("other channel", "token"), REQUEST))
                .isEmpty();
    }

    @Test
    void anAnswerThatIsOutOfDateIsForgotten() {
        RecentRequests requests = numbered(RecentRequests.NONE, 0, RecentRequests.CAPACITY + 10);

        RecentRequests later = requests.without(token(RecentRequests.CAPACITY + 5), outdated -> true)
                .without(token(20), outdated -> true)
                .without(token(30), outdated -> false);

        assertThat(remembers(later, RecentRequests.CAPACITY + 5)).isFalse();
        assertThat(remembers(later, 20)).isFalse();
        assertThat(remembers(later, 30)).isTrue();
    }
}
