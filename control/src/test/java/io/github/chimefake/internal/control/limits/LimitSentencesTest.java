package io.github.chimefake.internal.control.limits;

import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.rates.RateQuota;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LimitSentencesTest {
    private static ChimeMessagingServer chime;
    private static Sentences rates;
    private static Sentences reads;

    @FunctionalInterface
    private interface InJava extends Function<ChimeMessagingServer, Registration> {}

    @BeforeAll
    static void start() {
        chime = ChimeMessagingServer.start();
        rates = new Sentences(RateSentence.SCHEMA, RateSentence::register, chime);
        reads = new Sentences(StaleReadSentence.SCHEMA, StaleReadSentence::register, chime);
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
    @MethodSource("limits")
    void registersTheLimitOfTheSentenceInJava(String json, InJava inJava) {
        assertThat(rates.register(json)).hasToString(inJava.apply(chime).toString());
    }

    private static Stream<Arguments> limits() {
        return Stream.of(
                sentence("{'perBearer': 10}", fake -> fake.rates().perBearer(10)),
                sentence(
                        "{'on': ['SendChannelMessage'], 'perChannel': 5}",
                        fake -> fake.rates().on(SEND_CHANNEL_MESSAGE).perChannel(5)),
                sentence("{'perAppInstance': 7}", fake -> fake.rates().perAppInstance(7)),
                sentence("{'perUser': 8}", fake -> fake.rates().perUser(8)),
                sentence("{'enforce': {}}", fake -> fake.rates().enforce()),
                sentence(
                        "{'enforce': {'quota': 'BEARER_CALLS', 'perSecond': 100}}",
                        fake -> fake.rates().enforce(RateQuota.BEARER_CALLS, 100)));
    }

    @ParameterizedTest
    @MethodSource("staleReads")
    void registersTheStaleReadsOfTheSentenceInJava(String json, InJava inJava) {
        assertThat(reads.register(json)).hasToString(inJava.apply(chime).toString());
    }

    private static Stream<Arguments> staleReads() {
        return Stream.of(
                sentence("{'eventual': true}", fake -> fake.consistency().eventual()),
                sentence(
                        "{'on': ['ListChannels'], 'staleReads': 2}",
                        fake -> fake.consistency().on(LIST_CHANNELS).staleReads(2)),
                sentence("{'staleFor': 'PT2S'}", fake -> fake.consistency().staleFor(ofSeconds(2))),
                sentence(
                        "{'sometimesStaleFor': 'PT2S'}",
                        fake -> fake.consistency().sometimesStaleFor(ofSeconds(2))),
                sentence(
                        "{'sometimesStaleFor': 'PT2S', 'share': 0.5}",
                        fake -> fake.consistency().sometimesStaleFor(ofSeconds(2), 0.5)));
    }

    private static Arguments sentence(String json, InJava inJava) {
        return arguments(json, inJava);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'on': ['ListChannels']}                            | $                   | exactly one of perBearer
            {'perBearer': 0}                                    | $.perBearer         | a whole number from 1
            {'on': ['CreateAppInstance'], 'perBearer': 1}       | $.on                | bearer
            {'on': ['ListChannels'], 'enforce': {}}             | $.enforce           | itself
            {'enforce': {'quota': 'BEARER_CALLS'}}              | $.enforce.perSecond | quota and perSecond together
            {'enforce': {'quota': 'BEARER', 'perSecond': 1}}    | $.enforce.quota     | BEARER_CALLS
            """)
    void namesTheFieldOfALimitThatIsNotValid(String json, String field, String message) {
        assertThat(rates.error(json)).satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
        assertThat(((RegistrationList) chime.rates()).registrations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'eventual': false}                       | $.eventual          | expected true
            {'staleFor': 'PT0S'}                      | $.staleFor          | positive
            {'sometimesStaleFor': 'PT0S'}             | $.sometimesStaleFor | positive
            {'sometimesStaleFor': 'PT2S', 'share': 0} | $.share             | more than 0
            {'staleFor': 'PT2S', 'share': 0.5}        | $.share             | together with sometimesStaleFor
            {'staleReads': 1.5}                       | $.staleReads        | a whole number
            """)
    void namesTheFieldOfStaleReadsThatIsNotValid(String json, String field, String message) {
        assertThat(reads.error(json)).satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
        assertThat(((RegistrationList) chime.consistency()).registrations()).isEmpty();
    }
}
