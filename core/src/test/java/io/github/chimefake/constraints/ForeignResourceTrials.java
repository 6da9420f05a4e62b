package io.github.chimefake.constraints;

import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.PUT_MESSAGING_STREAMING_CONFIGURATIONS;
import static io.github.chimefake.Operation.REGISTER_APP_INSTANCE_USER_ENDPOINT;
import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_BOT;
import static io.github.chimefake.constraints.Trial.with;

import io.github.chimefake.internal.constraints.ForeignResourceConstraints;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Trials of {@link ForeignResourceConstraints}. */
final class ForeignResourceTrials {
    private ForeignResourceTrials() {}

    static Stream<Trial> all() {
        return Stream.of(streams(), bots(), devices()).flatMap(trials -> trials);
    }

    private static Stream<Trial> streams() {
        Stream<Trial> arns = changed(
                        SceneRequests.STREAM,
                        "111122223333",
                        "444455556666",
                        "us-east-1",
                        "eu-central-1",
                        "kinesis",
                        "firehose",
                        "chime-messaging-",
                        "chime-messages-",
                        "stream/",
                        "consumer/")
                .map(arn -> Trial.of(
                                ForeignResourceConstraints.STREAM,
                                PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                                streams(Map.of("Channel", SceneRequests.STREAM)),
                                streams(Map.of("Channel", arn)))
                        .named(arn));
        Map<String, String> channel = Map.of("DataType", "Channel", "ResourceArn", SceneRequests.STREAM);
        return Stream.concat(
                arns,
                Stream.of(Trial.of(
                        ForeignResourceConstraints.ONE_STREAM_PER_TYPE,
                        PUT_MESSAGING_STREAMING_CONFIGURATIONS,
                        streams(Map.of("Channel", SceneRequests.STREAM, "ChannelMessage", SceneRequests.STREAM)),
                        with("StreamingConfigurations", List.of(channel, channel)))));
    }

    private static Object[] streams(Map<String, String> byType) {
        return with(
                "StreamingConfigurations",
                byType.entrySet().stream()
                        .map(entry -> Map.of("DataType", entry.getKey(), "ResourceArn", entry.getValue()))
                        .toList());
    }

    /** The ARN with each of these parts replaced by the text after it. */
    private static Stream<String> changed(String arn, String... partsAndReplacements) {
        return IntStream.range(0, partsAndReplacements.length / 2)
                .mapToObj(i -> arn.replace(partsAndReplacements[2 * i], partsAndReplacements[2 * i + 1]));
    }

    private static Stream<Trial> bots() {
        Object at = SceneRequests.lex(SceneRequests.LEX, "es_419");
        return Stream.of(CREATE_APP_INSTANCE_BOT, UPDATE_APP_INSTANCE_BOT)
                .flatMap(operation -> Stream.concat(
                        changed(SceneRequests.LEX, "111122223333", "444455556666", "us-east-1", "eu-central-1")
                                .map(alias -> Trial.of(
                                                ForeignResourceConstraints.LEX_BOT,
                                                operation,
                                                with("Configuration", at),
                                                with("Configuration", SceneRequests.lex(alias, "en_US")))
                                        .named(alias)),
                        Stream.of("en-US", "en", "EN_us", "english")
                                .map(locale -> Trial.of(
                                                ForeignResourceConstraints.LOCALE,
                                                operation,
                                                with("Configuration", at),
                                                with("Configuration", SceneRequests.lex(SceneRequests.LEX, locale)))
                                        .named(locale))));
    }

    private static Stream<Trial> devices() {
        Stream<Trial> arns = changed(
                        SceneRequests.PINPOINT,
                        "111122223333",
                        "444455556666",
                        "us-east-1",
                        "eu-central-1",
                        "mobiletargeting",
                        "sns")
                .map(arn -> Trial.of(
                                ForeignResourceConstraints.PINPOINT,
                                REGISTER_APP_INSTANCE_USER_ENDPOINT,
                                with("ResourceArn", SceneRequests.PINPOINT),
                                with("ResourceArn", arn))
                        .named(arn));
        Map<String, String> device = Map.of("DeviceToken", "token");
        return Stream.concat(
                arns,
                Stream.of(Trial.of(
                        ForeignResourceConstraints.ONE_ENDPOINT_PER_DEVICE,
                        REGISTER_APP_INSTANCE_USER_ENDPOINT,
                        with("EndpointAttributes", device),
                        with("EndpointAttributes", device, "Name", "again"))));
    }
}
