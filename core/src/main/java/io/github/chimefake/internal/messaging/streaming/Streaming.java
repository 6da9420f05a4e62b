package io.github.chimefake.internal.messaging.streaming;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.constraints.ForeignResourceConstraints;
import io.github.chimefake.internal.exchange.ServiceErrorException;
import java.util.List;
import software.amazon.awssdk.services.chimesdkmessaging.model.StreamingConfiguration;

/**
 * Checks streaming configurations. Documented: events are sent to Kinesis streams of the same account and region, whose
 * names begin with {@code chime-messaging-}. The fake sends them to where {@code chime.streams()} says instead. Assumed:
 * 400 for an invalid stream, and for two configurations with the same data type.
 */
final class Streaming {
    private static final String STREAM_PREFIX = "stream/chime-messaging-";

    private Streaming() {}

    /**
     * Checks configurations.
     *
     * @throws ServiceErrorException 400 if they are invalid
     */
    static void check(AppInstanceArn appInstance, List<StreamingConfiguration> configurations) {
        ArnParts owner = appInstance.parts();
        for (StreamingConfiguration configuration : configurations) {
            ArnParts stream = ArnParts.tryParse(configuration.resourceArn()).orElse(owner);
            boolean fits = stream.service().equals("kinesis")
                    && stream.resource().startsWith(STREAM_PREFIX)
                    && owner.isBeside(configuration.resourceArn());
            ForeignResourceConstraints.STREAM.require(
                    fits,
                    configuration.resourceArn()
                            + " is not a Kinesis stream to which messages can be sent. Expected arn:"
                            + owner.partition() + ":kinesis:" + owner.region() + ":" + owner.account() + ":"
                            + STREAM_PREFIX + "…");
        }
        long types = configurations.stream()
                .map(StreamingConfiguration::dataTypeAsString)
                .distinct()
                .count();
        ForeignResourceConstraints.ONE_STREAM_PER_TYPE.require(
                types == configurations.size(),
                "Two configurations have the same DataType. Give one for Channel and one for ChannelMessage at most.");
    }
}
