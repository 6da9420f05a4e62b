package io.github.chimefake.internal.control.faults;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.ChimeError.THROTTLED_CLIENT;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.faults.FaultEffects.error;
import static io.github.chimefake.faults.FaultEffects.lostResponse;
import static io.github.chimefake.faults.FaultEffects.passes;
import static io.github.chimefake.faults.FaultEffects.staleRead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.Registration;
import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.faults.Faults;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.filter.RegistrationList;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultSentenceTest {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    private static final String EFFECT = "'effect': {'type': 'lostResponse'}";

    private static ChimeMessagingServer chime;
    private static ChimeUser bob;
    private static String general;
    private static Sentences faults;

    /** The sentence in Java that ends as that in JSON. */
    @FunctionalInterface
    private interface InJava extends BiFunction<Faults, ChimeUser, Registration> {}

    @BeforeAll
    static void start() {
        chime = ChimeMessagingServer.start();
        bob = chime.user("bob");
        general = chime.channel("general").members(bob).create().arn();
        chime.snapshots().markBaseline();
        faults = new Sentences(FaultSentence.SCHEMA, FaultSentence::register, chime);
    }

    @AfterAll
    static void stop() {
        chime.close();
    }

    @BeforeEach
    void reset() {
        chime.reset();
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void registersWhatTheSentenceInJavaDoes(String json, InJava inJava) {
        String named = json.replace("$KEY", chime.caller().accessKeyId())
                .replace("$APP", chime.appInstance().arn());

        assertThat(faults.register(named))
                .hasToString(inJava.apply(chime.faults(), bob).toString());
    }

    private static Stream<Arguments> sentences() {
        return Stream.of(
                sentence("{" + EFFECT + "}", (door, user) -> door.loseResponse()),
                sentence(
                        "{'on': ['SendChannelMessage'], 'by': {'user': 'bob'}, 'inChannel': 'general', 'nthCall': 3,"
                                + " 'effect': {'type': 'error', 'error': 'ForbiddenException'}}",
                        (door, user) -> door.on(SEND_CHANNEL_MESSAGE)
                                .by(user)
                                .inChannel(general)
                                .nthCall(3)
                                .fail(FORBIDDEN)),
                sentence(
                        "{'onGroup': ['READ'], 'once': true, " + EFFECT + "}",
                        (door, user) -> door.on(OperationGroup.READ).once().loseResponse()),
                sentence(
                        "{'on': ['ListChannels', 'DescribeChannel'], 'calls': 2, " + EFFECT + "}",
                        (door, user) -> door.on(LIST_CHANNELS, DESCRIBE_CHANNEL)
                                .calls(2)
                                .loseResponse()),
                sentence(
                        "{'by': {'caller': '$KEY'}, 'fromCall': 2, " + EFFECT + "}",
                        (door, user) -> door.by(chime.caller()).fromCall(2).loseResponse()),
                sentence(
                        "{'inAppInstance': '$APP', 'everyNthCall': 3, " + EFFECT + "}",
                        (door, user) -> door.inAppInstance(chime.appInstance())
                                .everyNthCall(3)
                                .loseResponse()),
                sentence(
                        "{'attempts': 2, 'withProbability': 0.5, " + EFFECT + "}",
                        (door, user) -> door.withProbability(0.5).attempts(2).loseResponse()),
                sentence(
                        "{'after': {'on': ['SendChannelMessage']}, " + EFFECT + "}",
                        (door, user) -> door.after(SEND_CHANNEL_MESSAGE).loseResponse()),
                sentence(
                        "{'during': {'start': '2026-01-31T12:00:00Z', 'end': '2026-01-31T13:00:00Z'}, " + EFFECT + "}",
                        (door, user) ->
                                door.during(NOON, NOON.plusSeconds(3600)).loseResponse()),
                sentence(
                        "{'on': ['BatchCreateChannelMembership'], 'forMember': 'bob', 'effect': {'type': 'error', 'error':"
                                + " 'ThrottledClientException'}}",
                        (door, user) -> door.on(BATCH_CREATE_CHANNEL_MEMBERSHIP)
                                .forMember(user)
                                .fail(THROTTLED_CLIENT)),
                sentence(
                        "{'eachCall': [{'type': 'error', 'error': 'ForbiddenException'}, {'type': 'passes'}, {'type':"
                                + " 'lostResponse'}]}",
                        (door, user) -> door.eachCall(error(FORBIDDEN), passes(), lostResponse())),
                sentence(
                        "{'eachAttempt': [{'type': 'lostResponse'}, {'type': 'error', 'error': 'ForbiddenException'}]}",
                        (door, user) -> door.eachAttempt(lostResponse(), error(FORBIDDEN))),
                sentence(
                        "{'failEachCall': ['ThrottledClientException', 'ServiceUnavailableException']}",
                        (door, user) -> door.failEachCall(THROTTLED_CLIENT, SERVICE_UNAVAILABLE)),
                sentence(
                        "{'failEachAttempt': ['ThrottledClientException', 'ServiceUnavailableException']}",
                        (door, user) -> door.failEachAttempt(THROTTLED_CLIENT, SERVICE_UNAVAILABLE)),
                sentence("{'effect': {'type': 'staleRead'}}", (door, user) -> door.inject(staleRead())));
    }

    private static Arguments sentence(String json, InJava inJava) {
        return arguments(json, inJava);
    }

    @Test
    void aDurationBeginsNow() {
        chime.clock().freezeAt(NOON);

        assertThat(faults.register("{'during': {'duration': 'PT1H'}, " + EFFECT + "}"))
                .hasToString(chime.faults()
                        .during(NOON, NOON.plusSeconds(3600))
                        .loseResponse()
                        .toString());
    }

    @Test
    void theDescriptionNamesTheMembersThatRequestsMustHave() {
        assertThat(faults.register("{'on': ['SendChannelMessage'], 'matching': {'Content': 'hello', 'Metadata': null}, "
                        + EFFECT + "}"))
                .asString()
                .startsWith("SendChannelMessage matching Content \"hello\", Metadata null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'on': ['SendMessage'], EFFECT}                                    | $.on[0]               | Did you mean SendChannelMessage?
            {'on': ['SendChannelMessage']}                                     | $                     | exactly one of effect, eachCall
            {EFFECT, 'failEachCall': ['ForbiddenException']}                   | $                     | exactly one of effect
            {'by': {}, EFFECT}                                                 | $.by                  | {"user": "bob"}
            {'by': {'user': 'bbo'}, EFFECT}                                    | $.by.user             | bob
            {'by': {'user': 'b/o'}, EFFECT}                                    | $.by.user             | expected the id or the ARN of a user
            {'by': {'caller': 'AKIA'}, EFFECT}                                 | $.by.caller           | expected the id of one that is registered
            {'inChannel': 'genral', EFFECT}                                    | $.inChannel           | general
            {'inAppInstance': 'x', EFFECT}                                     | $.inAppInstance       | expected the ARN of an app instance
            {'once': false, EFFECT}                                            | $.once                | expected true
            {'calls': 0, EFFECT}                                               | $.calls               | a whole number from 1
            {'calls': 2, 'nthCall': 3, EFFECT}                                 | $.nthCall             | together with calls
            {'withProbability': 0, EFFECT}                                     | $.withProbability     | more than 0
            {'during': {}, EFFECT}                                             | $.during              | either a positive duration, or start
            {'during': {'duration': 'PT1H', 'end': '2026-01-31T13:00:00Z'}, EFFECT} | $.during         | either a positive duration
            {'matching': {'Content': 'x'}, EFFECT}                             | $.matching            | exactly one in on
            {'on': ['SendChannelMessage'], 'matching': {'Contnt': 'x'}, EFFECT} | $.matching.Contnt    | Did you mean Content?
            {'on': ['SendChannelMessage'], 'matching': {'Content': 1}, EFFECT} | $.matching.Content    | expected a string
            {'on': ['CreateAppInstance'], 'by': {'user': 'bob'}, EFFECT}       | $.on                  | bearer
            {'forMember': 'bob', EFFECT}                                       | $.forMember           | an effect of the type error
            {'on': ['ListChannels'], 'forMember': 'bob', 'effect': {'type': 'error', 'error': 'ForbiddenException'}} | $.forMember | BatchCreateChannelMembership
            {'effect': {'type': 'eror'}}                                       | $.effect.type         | Did you mean error?
            {'effect': {'type': 'error', 'error': 'Forbidden'}}                | $.effect.error        | Did you mean ForbiddenException?
            {'effect': {'type': 'lostResponse', 'duration': 'PT1S'}}           | $.effect.duration     | not known
            {'effect': {'type': 'delay'}}                                      | $.effect.duration     | either duration, or both shortest and longest
            {'effect': {'type': 'delay', 'duration': 'PT25H'}}                 | $.effect.duration     | 24 hours
            {'effect': {'type': 'delay', 'duration': '200ms'}}                 | $.effect.duration     | ISO 8601
            {'effect': {'type': 'http', 'status': 99}}                         | $.effect.status       | from 200 to 599
            {'effect': {'type': 'http', 'status': 502, 'body': {'bytes': '!', 'contentType': 'a/b'}}} | $.effect.body.bytes | base64
            {'effect': {'type': 'response', 'members': {}}}                    | $.effect.members      | exactly one in on
            {'on': ['ListChannels'], 'effect': {'type': 'response', 'members': {'Chanels': []}}} | $.effect.members.Chanels | Did you mean Channels?
            {'calls': 1, 'eachCall': [{'type': 'passes'}, {'type': 'passes'}]} | $.eachCall            | selects fewer
            {'on': ['SendChannelMessage'], 'effect': {'type': 'staleRead'}}    | $.on                  | not a read
            """)
    void namesTheFieldThatIsNotValidAndRegistersNothing(String json, String field, String message) {
        assertThat(faults.error(json.replace("EFFECT", EFFECT))).satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).containsIgnoringCase(message);
        });
        assertThat(((RegistrationList) chime.faults()).registrations()).isEmpty();
    }

    @Test
    void aBotIsNamedWithItsKind() {
        ChimeUser bot = chime.appInstance().bot("helper");

        assertThat(faults.register("{'by': {'user': 'bot/helper'}, " + EFFECT + "}"))
                .hasToString(chime.faults().by(bot).loseResponse().toString());
    }

    @Test
    void whatDoesNotExistYetCanBeNamedAnyway() {
        FaultSelection inJava = chime.faults().by(ChimeUser.of(bob.arn().replace("bob", "ann")));

        assertThat(faults.register("{'by': {'user': 'ann'}, 'mayBeMissing': true, " + EFFECT + "}"))
                .hasToString(inJava.loseResponse().toString());
    }
}
