package io.github.chimefake.call;

import static io.github.chimefake.call.CallFilter.ANY;
import static io.github.chimefake.call.CallFixture.ALICE;
import static io.github.chimefake.call.CallFixture.BACKEND;
import static io.github.chimefake.call.CallFixture.BOB;
import static io.github.chimefake.call.CallFixture.BROWSER;
import static io.github.chimefake.call.CallFixture.GENERAL;
import static io.github.chimefake.call.CallFixture.RANDOM;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static io.github.chimefake.call.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallFilterTest {
    /** Alice sends to "general" through the back end. */
    private static final Call CALL = CallFixture.of(SEND_CHANNEL_MESSAGE).bind();

    @Test
    void anyMeansEveryCall() {
        assertThat(ANY.matches(CALL)).isTrue();
        assertThat(ANY.matches(CallFixture.of(LIST_CHANNELS)
                        .withoutBearer()
                        .withoutChannel()
                        .bind()))
                .isTrue();
    }

    @Test
    void onMeansTheseOperations() {
        assertThat(ANY.on(SEND_CHANNEL_MESSAGE).matches(CALL)).isTrue();
        assertThat(ANY.on(LIST_CHANNELS, SEND_CHANNEL_MESSAGE).matches(CALL)).isTrue();
        assertThat(ANY.on(LIST_CHANNELS).matches(CALL)).isFalse();
    }

    @Test
    void onTakesThePlaceOfAnEarlierOne() {
        assertThat(ANY.on(SEND_CHANNEL_MESSAGE).on(LIST_CHANNELS).matches(CALL)).isFalse();
    }

    @Test
    void byAUserMeansTheBearer() {
        assertThat(ANY.by(ALICE).matches(CALL)).isTrue();
        assertThat(ANY.by(BOB).matches(CALL)).isFalse();
        assertThat(ANY.by(ALICE)
                        .matches(CallFixture.of(SEND_CHANNEL_MESSAGE)
                                .withoutBearer()
                                .bind()))
                .isFalse();
    }

    @Test
    void byAUserDoesNotMindTheDisplayName() {
        assertThat(ANY.by(new ChimeUser(ALICE.arn(), "Alice Liddell")).matches(CALL))
                .isTrue();
    }

    @Test
    void byACallerMeansTheAccessKey() {
        ChimeCaller sameKey =
                new ChimeCaller("arn:aws:iam::1:user/x", BACKEND.accessKeyId(), Optional.empty(), Optional.empty());

        assertThat(ANY.by(BACKEND).matches(CALL)).isTrue();
        assertThat(ANY.by(sameKey).matches(CALL)).isTrue();
        assertThat(ANY.by(BROWSER).matches(CALL)).isFalse();
    }

    @Test
    void inChannelMeansThatChannel() {
        assertThat(ANY.inChannel(GENERAL.arn()).matches(CALL)).isTrue();
        assertThat(ANY.inChannel(RANDOM.arn()).matches(CALL)).isFalse();
        assertThat(ANY.inChannel(GENERAL.arn())
                        .matches(CallFixture.of(LIST_CHANNELS).withoutChannel().bind()))
                .isFalse();
    }

    @Test
    void allPartsMustMatch() {
        CallFilter filter = ANY.on(SEND_CHANNEL_MESSAGE).by(ALICE).by(BACKEND).inChannel(GENERAL.arn());

        assertThat(filter.matches(CALL)).isTrue();
        assertThat(filter.matches(CallFixture.of(SEND_CHANNEL_MESSAGE).by(BOB).bind()))
                .isFalse();
        assertThat(filter.matches(
                        CallFixture.of(SEND_CHANNEL_MESSAGE).by(BROWSER).bind()))
                .isFalse();
        assertThat(filter.matches(
                        CallFixture.of(SEND_CHANNEL_MESSAGE).inChannel(RANDOM).bind()))
                .isFalse();
        assertThat(filter.matches(CallFixture.of(LIST_CHANNEL_MESSAGES).bind())).isFalse();
    }

    @Test
    void isSaidInWords() {
        assertThat(ANY).hasToString("any operation");
        assertThat(ANY.on(SEND_CHANNEL_MESSAGE, LIST_CHANNELS)).hasToString("ListChannels, SendChannelMessage");
        assertThat(ANY.by(ALICE).by(BACKEND).inChannel(GENERAL.arn()))
                .hasToString("any operation by alice by " + BACKEND + " in channel " + GENERAL.arn());
    }
}
