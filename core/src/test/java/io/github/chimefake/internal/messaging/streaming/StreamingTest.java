package io.github.chimefake.internal.messaging.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessagingDataType;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.PutMessagingStreamingConfigurationsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/** Streaming configurations, which need no bearer. */
class StreamingTest {
    private static final String STREAM = "arn:aws:kinesis:us-east-1:111122223333:stream/chime-messaging-events";

    private final ServiceFixture chime = new ServiceFixture();

    @Test
    void configurationsArePutReadReplacedAndDeleted() {
        assertThat(chime.error(get())).isEqualTo(ChimeError.NOT_FOUND);
        StreamingConfiguration channels = configuration(MessagingDataType.CHANNEL, STREAM);
        StreamingConfiguration messages = configuration(MessagingDataType.CHANNEL_MESSAGE, STREAM);

        assertThat(chime.call(put(channels, messages), PutMessagingStreamingConfigurationsResponse.class)
                        .streamingConfigurations())
                .containsExactly(channels, messages);
        chime.call(put(messages));
        assertThat(read()).containsExactly(messages);

        chime.call(delete());
        chime.call(delete());
        assertThat(chime.error(get())).isEqualTo(ChimeError.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:kinesis:us-east-1:111122223333:stream/other",
                "arn:aws:kinesis:us-east-1:999999999999:stream/chime-messaging-events",
                "arn:aws:kinesis:eu-central-1:111122223333:stream/chime-messaging-events",
                "arn:aws:s3:us-east-1:111122223333:stream/chime-messaging-events"
            })
    void aStreamMustBeOneOfTheAccountAndRegionAndNamedForMessaging(String stream) {
        assertThat(chime.error(put(configuration(MessagingDataType.CHANNEL, stream))))
                .isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void aDataTypeHasOneConfiguration() {
        StreamingConfiguration twice = configuration(MessagingDataType.CHANNEL, STREAM);

        assertThat(chime.error(put(twice, twice))).isEqualTo(ChimeError.BAD_REQUEST);
    }

    @Test
    void anUnknownAppInstanceIsNotFoundWhereTheModelHasThat() {
        String unknown = ServiceFixture.CHAT + "x";

        assertThat(Stream.<ChimeSdkMessagingRequest>of(
                                get().toBuilder().appInstanceArn(unknown).build(),
                                put(configuration(MessagingDataType.CHANNEL, STREAM)).toBuilder()
                                        .appInstanceArn(unknown)
                                        .build())
                        .map(chime::error))
                .containsOnly(ChimeError.NOT_FOUND);
        assertThat(chime.error(delete().toBuilder().appInstanceArn(unknown).build()))
                .isEqualTo(ChimeError.FORBIDDEN);
    }

    private static StreamingConfiguration configuration(MessagingDataType type, String stream) {
        return StreamingConfiguration.builder()
                .dataType(type)
                .resourceArn(stream)
                .build();
    }

    private static PutMessagingStreamingConfigurationsRequest put(StreamingConfiguration... configurations) {
        return PutMessagingStreamingConfigurationsRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .streamingConfigurations(configurations)
                .build();
    }

    private static GetMessagingStreamingConfigurationsRequest get() {
        return GetMessagingStreamingConfigurationsRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .build();
    }

    private static DeleteMessagingStreamingConfigurationsRequest delete() {
        return DeleteMessagingStreamingConfigurationsRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .build();
    }

    private List<StreamingConfiguration> read() {
        return chime.call(get(), GetMessagingStreamingConfigurationsResponse.class)
                .streamingConfigurations();
    }
}
