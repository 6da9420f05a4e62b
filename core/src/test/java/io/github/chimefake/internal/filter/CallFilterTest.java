package io.github.chimefake.internal.filter;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;
import static io.github.chimefake.Operation.SEARCH_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.internal.exchange.CallFixture.ALICE;
import static io.github.chimefake.internal.exchange.CallFixture.APP_INSTANCE;
import static io.github.chimefake.internal.exchange.CallFixture.BACKEND;
import static io.github.chimefake.internal.exchange.CallFixture.BOB;
import static io.github.chimefake.internal.exchange.CallFixture.BROWSER;
import static io.github.chimefake.internal.exchange.CallFixture.GENERAL;
import static io.github.chimefake.internal.exchange.CallFixture.RANDOM;
import static io.github.chimefake.internal.filter.CallFilter.ANY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.exchange.Caller;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

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
        assertThat(ANY.by(ChimeUser.of(ALICE.arn(), "Alice Liddell")).matches(CALL))
                .isTrue();
    }

    @Test
    void byACallerMeansItsUniqueIdentifierWhateverItsKeysAre() {
        Caller otherKeys = new Caller(
                BACKEND.principalArn(),
                BACKEND.uniqueId(),
                "ASIAother",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of("tenant", "t1"),
                Optional.empty(),
                Map.of(),
                BACKEND.registry());

        assertThat(ANY.by(BACKEND).matches(CALL)).isTrue();
        assertThat(ANY.by(otherKeys).matches(CALL)).isTrue();
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
    void inAppInstanceMeansWhateverIsInIt() {
        String sales = "arn:aws:chime:us-east-1:111122223333:app-instance/sales";

        assertThat(ANY.inAppInstance(APP_INSTANCE).matches(CALL)).isTrue();
        assertThat(ANY.inAppInstance(sales).matches(CALL)).isFalse();
        assertThat(ANY.inAppInstance(sales)
                        .matches(CallFixture.of(LIST_CHANNELS)
                                .withoutChannel()
                                .naming(sales)
                                .bind()))
                .isTrue();
    }

    @Test
    void inAppInstanceMeansTheBearersWhereACallNamesNone() {
        CallFixture search = CallFixture.of(SEARCH_CHANNELS).withoutChannel();

        assertThat(ANY.inAppInstance(APP_INSTANCE).matches(search.bind())).isTrue();
        assertThat(ANY.inAppInstance(APP_INSTANCE)
                        .matches(search.withoutBearer().bind()))
                .isFalse();
    }

    @Test
    void onlyAnAppInstanceIsAnAppInstance() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANY.inAppInstance(GENERAL.arn()))
                .withMessage(
                        "inAppInstance(\"" + GENERAL.arn() + "\"): expected the ARN of an app instance, for example"
                                + " arn:aws:chime:us-east-1:111122223333:app-instance/chat");
        assertThatIllegalArgumentException().isThrownBy(() -> ANY.inAppInstance("chat"));
    }

    private static RequestFilter<SendChannelMessageRequest> saying(String word) {
        return new RequestFilter<>(
                SendChannelMessageRequest.class, request -> request.content().contains(word));
    }

    @Test
    void matchingMeansRequestsOfOneTypeThatThePredicateTakes() {
        Call spam = CallFixture.of(SEND_CHANNEL_MESSAGE)
                .sending(SendChannelMessageRequest.builder().content("spam").build())
                .bind();
        Call other = CallFixture.of(LIST_CHANNELS)
                .sending(ListChannelsRequest.builder().build())
                .bind();

        assertThat(ANY.matching(saying("spam")).matches(spam)).isTrue();
        assertThat(ANY.matching(saying("ham")).matches(spam)).isFalse();
        assertThat(ANY.matching(saying("spam")).matches(other)).isFalse();
    }

    @Test
    void aPredicateThatFailsIsToldFromAFaultOfTheFake() {
        assertThatExceptionOfType(ServiceErrorException.class)
                .isThrownBy(() -> ANY.matching(saying("spam")).matches(CALL))
                .satisfies(e -> assertThat(e.serviceError().explanation())
                        .startsWith("The predicate on SendChannelMessageRequest that this test gave to the fake failed"
                                + " with java.lang.NullPointerException"));
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
    void describesWhatItSelects() {
        assertThat(ANY).hasToString("any operation");
        assertThat(ANY.on(SEND_CHANNEL_MESSAGE, LIST_CHANNELS)).hasToString("ListChannels, SendChannelMessage");
        assertThat(ANY.by(ALICE).by(BACKEND).inChannel(GENERAL.arn()))
                .hasToString("any operation by alice by " + BACKEND + " in channel " + GENERAL.arn());
        assertThat(ANY.inAppInstance(APP_INSTANCE).matching(saying("spam")))
                .hasToString("any operation in app instance " + APP_INSTANCE
                        + " matching a predicate on SendChannelMessageRequest");
    }
}
