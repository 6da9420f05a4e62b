package io.github.chimefake.internal.control.permissions;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Registration;
import io.github.chimefake.internal.control.calls.Sentences;
import io.github.chimefake.internal.filter.RegistrationList;
import io.github.chimefake.permissions.Permissions;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSentenceTest {
    private static ChimeMessagingServer chime;
    private static ChimeUser alice;
    private static Sentences rules;

    @FunctionalInterface
    private interface InJava extends BiFunction<Permissions, ChimeUser, Registration> {}

    @BeforeAll
    static void start() {
        chime = ChimeMessagingServer.start();
        alice = chime.user("alice");
        chime.snapshots().markBaseline();
        rules = new Sentences(RuleSentence.SCHEMA, RuleSentence::register, chime);
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
        assertThat(rules.register(json))
                .hasToString(inJava.apply(chime.permissions(), alice).toString());
    }

    private static Stream<Arguments> sentences() {
        return Stream.of(
                sentence(
                        "{'on': ['SendChannelMessage'], 'by': {'user': 'alice'}, 'decision': 'DENY'}",
                        (door, user) -> door.on(SEND_CHANNEL_MESSAGE).by(user).deny()),
                sentence(
                        "{'on': ['ListChannels'], 'decision': 'DENY', 'error': 'ForbiddenException', 'message': 'no'}",
                        (door, user) -> door.on(LIST_CHANNELS).deny(FORBIDDEN, "no")),
                sentence(
                        "{'on': ['ListChannels'], 'decision': 'DENY', 'error': 'ForbiddenException'}",
                        (door, user) -> door.on(LIST_CHANNELS).deny(FORBIDDEN)),
                sentence(
                        "{'decision': 'ALLOW', 'nthCall': 2}",
                        (door, user) -> door.nthCall(2).allow()),
                sentence(
                        "{'by': {'role': 'MODERATOR'}, 'once': true, 'decision': 'DENY'}",
                        (door, user) -> door.by(ChannelRole.MODERATOR).once().deny()));
    }

    private static Arguments sentence(String json, InJava inJava) {
        return arguments(json, inJava);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'on': ['ListChannels']}                                 | $.decision | expected one of DENY, ALLOW
            {'decision': 'ALLOW', 'error': 'ForbiddenException'}     | $.error    | a rule that allows has none
            {'decision': 'ALLOW', 'message': 'no'}                   | $.message  | a rule that allows has none
            {'by': {'role': 'MODERATR'}, 'decision': 'DENY'}         | $.by.role  | Did you mean MODERATOR?
            {'on': ['CreateAppInstance'], 'by': {'role': 'MEMBER'}, 'decision': 'DENY'} | $.on | role
            """)
    void namesTheFieldThatIsNotValidAndRegistersNothing(String json, String field, String message) {
        assertThat(rules.error(json)).satisfies(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.message()).contains(message);
        });
        assertThat(((RegistrationList) chime.permissions()).registrations()).isEmpty();
    }
}
