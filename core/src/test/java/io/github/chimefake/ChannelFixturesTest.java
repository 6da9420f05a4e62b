package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;

/** Fixtures have only what a request could have created. */
class ChannelFixturesTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    static List<String> invalidNames() {
        return List.of("", "bell\u0007", "half \uD83D", "x".repeat(257));
    }

    @ParameterizedTest
    @MethodSource("invalidNames")
    void aChannelHasANameThatCreateChannelAccepts(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel(name).id("general").create())
                .withMessageStartingWith("channel(…): the value is \"")
                .withMessageContaining("Member must")
                .withMessageContaining("as in CreateChannel (Name). Give a value that the service accepts");
    }

    static List<String> invalidMetadata() {
        return List.of("two\nlines", "x".repeat(1025));
    }

    @ParameterizedTest
    @MethodSource("invalidMetadata")
    void aChannelHasMetadataThatCreateChannelAccepts(String metadata) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel("general").metadata(metadata).create())
                .withMessageStartingWith("metadata(…)")
                .withMessageContaining("as in CreateChannel (Metadata)");
    }

    @Test
    void aChannelHasAModeAndAPrivacyThatTheServiceKnows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel("general")
                        .mode(ChannelMode.UNKNOWN_TO_SDK_VERSION)
                        .create())
                .withMessageContaining("Member must satisfy enum value set: [UNRESTRICTED, RESTRICTED]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel("general")
                        .privacy(ChannelPrivacy.UNKNOWN_TO_SDK_VERSION)
                        .create())
                .withMessageContaining("Member must satisfy enum value set: [PUBLIC, PRIVATE]");
    }

    @Test
    void theLongestValuesAreAccepted() {
        assertThat(chime.channel("\uD83D\uDE00".repeat(256))
                        .id("x".repeat(64))
                        .metadata("x".repeat(1024))
                        .create()
                        .name())
                .hasSize(512);
    }

    @Test
    void nobodyIsAHiddenMemberAndAnotherOne() {
        ChimeUser alice = chime.user("alice");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel("general")
                        .members(alice)
                        .hiddenMembers(alice)
                        .create())
                .withMessageContaining("both as a hidden member and as another one")
                .withMessageContaining("alice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.channel("general")
                        .creator(alice)
                        .hiddenMembers(alice)
                        .create())
                .withMessageContaining("Name each user in one of members(…), hiddenMembers(…) and creator(…)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "profanity-filter", "arn:aws:lambda:us-east-1:1:function:filter"})
    void aProcessorStandsInPlaceOfALambdaFunctionThatAFlowCanName(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.flows().processor(arn, event -> FlowVerdict.allow()))
                .withMessageContaining("flows().processor(\"" + arn + "\", …)")
                .withMessageContaining("as in CreateChannelFlow (ResourceArn)");
    }
}
