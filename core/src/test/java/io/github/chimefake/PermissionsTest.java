package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class PermissionsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final ChimeChannel random = chime.channel("random").members(alice).create();
    private final ChimeSdkMessagingClient client = chime.client();

    private void sends(ChimeUser sender) {
        assertThat(client.sendChannelMessage(send(sender, general, "hello")).messageId())
                .isNotEmpty();
    }

    private void isDenied(ChimeUser sender) {
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(sender, general, "hello")));
    }

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    @Test
    void aRuleWithoutAUserDeniesEveryUser() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        isDenied(bob);
    }

    @Test
    void aRuleDeniesTheUserThatItNamesOnly() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        sends(bob);
    }

    @Test
    void aRuleDeniesTheCallerThatItNamesOnly() {
        ChimeCaller backend = chime.caller("role/backend");
        chime.permissions().by(backend).deny(SEND_CHANNEL_MESSAGE);

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() ->
                        chime.clients().signedBy(backend).client().sendChannelMessage(send(alice, general, "hello")));
        sends(alice);
    }

    @Test
    void aRuleDeniesInTheChannelThatItNamesOnly() {
        chime.permissions().inChannel(general).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
        assertThat(client.sendChannelMessage(send(alice, random, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void aRuleDeniesInAChannelGivenByItsArn() {
        chime.permissions().inChannel(general.arn()).deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
    }

    @Test
    void aRuleDeniesTheOperationsThatItNamesOnly() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void aRuleDeniesSeveralOperations() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE, DESCRIBE_CHANNEL);

        isDenied(alice);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void aRuleOnNoOperationDeniesAll() {
        chime.permissions().by(alice).deny();

        isDenied(alice);
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
        sends(bob);
    }

    @Test
    void aRuleMayAnswerWithAnotherError() {
        chime.permissions().on(SEND_CHANNEL_MESSAGE).deny(FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aRuleOnAllOperationsMayAnswerWithAnotherError() {
        chime.permissions().by(alice).deny(FORBIDDEN);

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, general)));
    }

    @Test
    void allowingLiftsWhatEarlierRulesDeny() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(alice).allow(SEND_CHANNEL_MESSAGE);

        sends(alice);
        isDenied(bob);
    }

    @Test
    void allowingLiftsNothingThatLaterRulesDeny() {
        chime.permissions().by(alice).allow();
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        isDenied(alice);
    }

    @Test
    void allowingDoesNotRegisterAUser() {
        ChimeUser ghost = chime.appInstance().unregistered("ghost");
        chime.permissions().by(ghost).allow();

        isDenied(ghost);
    }

    @Test
    void closingARuleLiftsIt() {
        Registration rule = chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        rule.close();
        rule.close();

        sends(alice);
    }

    @Test
    void aRuleHoldsForABlock() {
        try (Registration rule = chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE)) {
            isDenied(alice);
            assertThat(rule.timesApplied()).isOne();
        }

        sends(alice);
    }

    @Test
    void clearingLiftsEveryRule() {
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        chime.permissions().by(alice).deny();

        chime.permissions().clear();

        sends(alice);
    }

    @Test
    void aRuleCountsInvocationsAndNotTheSdksRetries() {
        Registration rule = chime.permissions().on(SEND_CHANNEL_MESSAGE).deny(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(lastCall().attempts()).hasSize(4);
        assertThat(rule.timesApplied()).isOne();
    }

    @Test
    void aRuleThatALaterOneOverrulesWasNotApplied() {
        Registration overruled = chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        Registration latest = chime.permissions().allow(SEND_CHANNEL_MESSAGE);

        sends(alice);

        assertThat(overruled.timesApplied()).isZero();
        assertThat(latest.timesApplied()).isOne();
    }

    @Test
    void theExplanationNamesTheRuleAndHowToRemoveIt() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        isDenied(alice);

        assertThat(lastCall().errorResponse().orElseThrow().explanation())
                .isEqualTo(
                        "A rule of this test denies SendChannelMessage by alice. No later rule allows the call. Remove"
                                + " the rule with close() on its registration, or allow the call with permissions().allow(...)."
                                + " AWS sends this error only for a bearer that is not a registered user; where a policy lacks"
                                + " the action, it sends AccessDeniedException 403, and where a role does not allow it,"
                                + " ForbiddenException 403.");
    }

    @Test
    void aRuleSaysWhatItDoes() {
        assertThat(chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE))
                .hasToString("deny SendChannelMessage by alice with UnauthorizedClientException");
        assertThat(chime.permissions().inChannel(general).allow())
                .hasToString("allow any operation in channel " + general.arn());
    }
}
