package io.github.chimefake.internal.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.MessageAttributeValue;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

class DenialExplanationsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final String general =
            chime.create(chime.channel("general").withMembers(List.of(alice)).withPrivacy(ChannelPrivacy.PRIVATE));

    private ChimeSdkMessagingRequest describe(ChimeUser bearer) {
        return DescribeChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(bearer.arn())
                .build();
    }

    private ChimeSdkMessagingRequest get(String messageId) {
        return GetChannelMessageRequest.builder()
                .channelArn(general)
                .messageId(messageId)
                .chimeBearer(alice.arn())
                .build();
    }

    @Test
    void aDenialNamesTheRolesOfTheBearerAndThoseThatAreAllowed() {
        ServiceError serviceError = chime.serviceError(UpdateChannelRequest.builder()
                .channelArn(general)
                .name("other")
                .chimeBearer(alice.arn())
                .build());

        assertThat(serviceError.provenance()).isEqualTo(Provenance.DOCUMENTED);
        assertThat(serviceError.explanation())
                .startsWith(alice.arn() + " is " + ChannelRole.MEMBER + " (")
                .contains("UpdateChannel is for: " + ChannelRole.ADMIN + "; " + ChannelRole.MODERATOR + ". Give")
                .doesNotContain("HIDDEN");
    }

    @Test
    void aDenialNamesTheConditionOfARole() {
        assertThat(chime.serviceError(describe(bob)).explanation())
                .startsWith(bob.arn() + " is " + ChannelRole.NON_MEMBER + " (")
                .contains("; " + ChannelRole.MEMBER + "; " + ChannelRole.NON_MEMBER + ", in PUBLIC channels.");
    }

    @Test
    void aDenialThatRestsOnAnAssumptionSaysSo() {
        assertThat(chime.serviceError(ListChannelModeratorsRequest.builder()
                                .channelArn(general)
                                .chimeBearer(alice.arn())
                                .build())
                        .provenance())
                .isEqualTo(Provenance.ASSUMED);
    }

    @Test
    void aMissingMessageIsReportedAsDocumentedWhereTheModelHasTheError() {
        ServiceError serviceError = chime.serviceError(get("0".repeat(64)));

        assertThat(serviceError.error()).isEqualTo(ChimeError.NOT_FOUND);
        assertThat(serviceError.provenance()).isEqualTo(Provenance.DOCUMENTED);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 4096", "CONTROL, 30"})
    void aContentThatIsTooLongIsNamedWithItsLimit(ChannelMessageType type, int limit) {
        assertThat(chime.outcome(chime.message(general, alice, "a".repeat(limit))
                        .type(type)
                        .build()))
                .isEmpty();
        assertThat(chime.serviceError(chime.message(general, alice, "a".repeat(limit + 1))
                                .type(type)
                                .build())
                        .explanation())
                .startsWith("Content of a " + type + " message may have " + limit + " bytes");
    }

    @Test
    void theOtherPartsThatAreTooLongAreNamed() {
        assertThat(chime.serviceError(chime.message(general, alice, "hello")
                                .metadata("a".repeat(1025))
                                .build())
                        .explanation())
                .startsWith("Metadata of a STANDARD message may have 1024 bytes");
        assertThat(chime.serviceError(chime.message(general, alice, "hello")
                                .messageAttributes(Map.of(
                                        "name",
                                        MessageAttributeValue.builder()
                                                .stringValues("a".repeat(1024))
                                                .build()))
                                .build())
                        .explanation())
                .startsWith("MessageAttributes, names and values together, may have");
    }
}
