package io.github.chimefake.internal.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.ServiceError;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingSessionEndpointRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutChannelExpirationSettingsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchField;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldKey;
import software.amazon.awssdk.services.chimesdkmessaging.model.SearchFieldOperator;

/** The bearer gate: whom a call may speak for. */
class BearerTest {
    private static final String MESSAGE =
            "An invalid app instance user ARN was supplied for the x-amz-chime-bearer HTTP header.";

    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final String general = chime.channelOf(alice);

    @Test
    void anUnregisteredUserIsUnauthorized() {
        ChimeUser ghost = ChimeUser.of(ServiceFixture.CHAT.user("ghost").toString());

        ServiceError serviceError =
                chime.serviceError(chime.message(general, ghost, "boo").build());

        assertThat(serviceError.error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
        assertThat(serviceError.message()).isEqualTo(MESSAGE);
        assertThat(serviceError.provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(serviceError.explanation()).contains(ghost.arn(), alice.arn());
    }

    @Test
    void aBearerOfAnUnknownAppInstanceIsToldWhichThereAre() {
        ChimeUser stranger = ChimeUser.of("arn:aws:chime:us-east-1:111122223333:app-instance/other/user/alice");

        assertThat(chime.serviceError(chime.message(general, stranger, "hi").build())
                        .explanation())
                .contains(ServiceFixture.CHAT.toString());
    }

    @Test
    void aDeletedUserIsUnauthorized() {
        chime.registrations.deleteUser(Arn.of(alice.arn()));

        assertThat(chime.error(chime.message(general, alice, "boo").build())).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
    }

    @ParameterizedTest
    @MethodSource("missingBearers")
    void aMissingOrEmptyBearerIsUnauthorized(ChimeSdkMessagingRequest request) {
        ServiceError serviceError = chime.serviceError(request);

        assertThat(serviceError.error()).isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
        assertThat(serviceError.message()).isEqualTo(MESSAGE);
        assertThat(serviceError.provenance()).isEqualTo(Provenance.ASSUMED);
    }

    static Stream<ChimeSdkMessagingRequest> missingBearers() {
        return Stream.of(
                DescribeChannelRequest.builder().channelArn("arn:aws:chime:::x").build(),
                DescribeChannelRequest.builder()
                        .channelArn("arn:aws:chime:::x")
                        .chimeBearer("")
                        .build());
    }

    @Test
    void operationsWithoutABearerOrWithAnOptionalOneNeedNone() {
        String channel = chime.create(chime.channel("another"));
        assertThatCode(() -> {
                    chime.call(GetMessagingSessionEndpointRequest.builder().build());
                    chime.call(ListTagsForResourceRequest.builder()
                            .resourceARN(channel)
                            .build());
                    chime.call(SearchChannelsRequest.builder()
                            .fields(SearchField.builder()
                                    .key(SearchFieldKey.MEMBERS)
                                    .operator(SearchFieldOperator.INCLUDES)
                                    .values(chime.user("alice").arn())
                                    .build())
                            .build());
                    chime.call(PutChannelExpirationSettingsRequest.builder()
                            .channelArn(channel)
                            .build());
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aBearerThatTheOperationDoesNotHaveIsIgnored() {
        assertThat(Operation.GET_MESSAGING_SESSION_ENDPOINT.bearer()).isEqualTo(Operation.Bearer.NONE);
        Call call =
                ServiceFixture.bind(GetMessagingSessionEndpointRequest.builder().build());
        Call named = new Call(
                call.http(),
                call.authorization(),
                call.operation(),
                call.request(),
                call.validationError(),
                call.caller(),
                Optional.of(ServiceFixture.CHAT.user("ghost")),
                call.resources(),
                call.attempt());
        assertThatCode(() -> chime.service.handle(named)).doesNotThrowAnyException();
    }

    @Test
    void anOptionalBearerMustStillBeRegisteredIfGiven() {
        assertThat(chime.error(SearchChannelsRequest.builder()
                        .chimeBearer(ServiceFixture.CHAT.user("ghost").toString())
                        .build()))
                .isEqualTo(ChimeError.UNAUTHORIZED_CLIENT);
    }

    @Test
    void aBotMayBeTheBearer() {
        ChimeUser bot = chime.registrations.ensureBot(ServiceFixture.CHAT, "helper", "Helper");

        assertThat(chime.outcome(CreateChannelRequest.builder()
                        .appInstanceArn(ServiceFixture.CHAT.toString())
                        .name("bot's own")
                        .clientRequestToken("token")
                        .chimeBearer(bot.arn())
                        .build()))
                .isEmpty();
    }
}
