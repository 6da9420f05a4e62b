package io.github.chimefake;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.serviceUnavailable;
import static io.github.chimefake.ChimeError.CONFLICT;
import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.contents;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import io.github.chimefake.testing.Fakes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ConflictException;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class ResetTest {
    private static final String DENY_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime =
            fakes.start(ChimeMessagingServer.builder().users("alice"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeSdkMessagingClient client = chime.client();

    private ChimeChannel generalInTheBaseline() {
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.snapshots().markBaseline();
        return general;
    }

    private WireMockServer wireMock() {
        return chime.unwrap(WireMockServer.class);
    }

    // The baseline

    @Test
    void theFirstBaselineIsWhatTheBuilderPutIn() {
        ChimeUser bob = chime.user("bob");

        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .isEmpty();
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.listChannels(
                        listChannels(bob, chime.appInstance().arn())));
    }

    @Test
    void aMarkedBaselineIsGoneBackToAgainAndAgain() {
        ChimeChannel general = generalInTheBaseline();

        for (int test = 1; test <= 3; test++) {
            client.sendChannelMessage(send(alice, general, "hello"));
            assertThat(contents(client, alice, general)).containsExactly("hello");
            chime.reset();
            assertThat(contents(client, alice, general)).isEmpty();
        }
    }

    // What a reset brings back

    @Test
    void aChannelOfTheTestIsGone() {
        ChimeChannel later = chime.channel("later").members(alice).create();

        chime.reset();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.describeChannel(describe(alice, later)));
    }

    @Test
    void aDeletedChannelIsBackWithItsMessages() {
        ChimeUser admin = chime.appInstance().admin("root");
        ChimeChannel general = chime.channel("general").members(alice).create();
        client.sendChannelMessage(send(alice, general, "hello"));
        chime.snapshots().markBaseline();
        client.deleteChannel(request -> request.channelArn(general.arn()).chimeBearer(admin.arn()));

        chime.reset();

        assertThat(contents(client, alice, general)).containsExactly("hello");
    }

    @Test
    void aRuleOfTheTestIsGone() {
        ChimeChannel general = generalInTheBaseline();
        chime.permissions().deny(SEND_CHANNEL_MESSAGE);

        chime.reset();

        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void aRuleOfTheBaselineThatTheTestLiftedIsBack() {
        Registration rule = chime.permissions().deny(SEND_CHANNEL_MESSAGE);
        ChimeChannel general = generalInTheBaseline();
        rule.close();
        chime.permissions().clear();

        chime.reset();

        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aRuleOfTheBaselineHasNotBeenApplied() {
        Registration rule = chime.permissions().on(SEND_CHANNEL_MESSAGE).allow();
        ChimeChannel general = generalInTheBaseline();
        client.sendChannelMessage(send(alice, general, "hello"));
        assertThat(rule.timesApplied()).isOne();

        chime.reset();

        assertThat(rule.timesApplied()).isZero();
    }

    @Test
    void aFaultOfTheTestIsGone() {
        ChimeChannel general = generalInTheBaseline();
        chime.faults().fail(FORBIDDEN);

        chime.reset();

        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    @Test
    void aFaultOfTheBaselineThatTheTestSpentAppliesAgain() {
        Registration fault = chime.faults().on(SEND_CHANNEL_MESSAGE).once().fail(CONFLICT);
        ChimeChannel general = generalInTheBaseline();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));

        chime.reset();

        assertThat(fault.timesApplied()).isZero();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aFaultOfTheBaselineCountsCallsFromTheStart() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).nthCall(2).fail(CONFLICT);
        ChimeChannel general = generalInTheBaseline();
        client.sendChannelMessage(send(alice, general, "first"));

        chime.reset();

        assertThat(client.sendChannelMessage(send(alice, general, "first")).messageId())
                .isNotEmpty();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "second")));
    }

    @Test
    void aFaultOfTheBaselineThatTheTestLiftedIsBack() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(CONFLICT);
        ChimeChannel general = generalInTheBaseline();
        chime.faults().clear();

        chime.reset();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aCallerOfTheTestIsGoneAndItsKeyIsGivenOutAgain() {
        ChimeCaller backend = chime.caller("role/backend");

        chime.reset();

        assertThat(chime.caller("role/other").accessKeyId()).isEqualTo(backend.accessKeyId());
    }

    @Test
    void aCallerOfTheBaselineStays() {
        ChimeCaller backend = chime.caller("role/backend");
        chime.snapshots().markBaseline();

        chime.reset();

        assertThat(chime.caller("role/other").accessKeyId()).isNotEqualTo(backend.accessKeyId());
        chime.clients()
                .signedBy(backend)
                .client()
                .listChannels(listChannels(alice, chime.appInstance().arn()));
        assertThat(chime.journal().calls().get(0).caller()).contains(backend);
    }

    @Test
    void aPolicyOfTheTestIsDetached() {
        chime.permissions().by(chime.caller()).attach("deny-all", DENY_ALL);

        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .isEmpty();
    }

    @Test
    void aPolicyOfTheBaselineIsAttachedAgain() {
        chime.permissions().by(chime.caller()).attach("deny-all", DENY_ALL);
        chime.snapshots().markBaseline();
        chime.permissions().clear();

        chime.reset();

        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> client.listChannels(
                        listChannels(alice, chime.appInstance().arn())))
                .returns("AccessDeniedException", e -> e.awsErrorDetails().errorCode());
    }

    // WireMock

    @Test
    void aStubOfTheTestIsGone() {
        ChimeChannel general = generalInTheBaseline();
        wireMock().stubFor(any(anyUrl()).willReturn(serviceUnavailable()));

        chime.reset();

        assertThat(client.describeChannel(describe(alice, general)).channel().name())
                .isEqualTo("general");
    }

    @Test
    void theStubsOfTheBaselineAreBackInTheirOrder() {
        wireMock().stubFor(any(anyUrl()).willReturn(serviceUnavailable()));
        wireMock().stubFor(any(anyUrl()).willReturn(ok("{\"Channels\":[{\"Name\":\"stubbed\"}]}")));
        chime.snapshots().markBaseline();
        wireMock().resetMappings();

        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .singleElement()
                .returns("stubbed", channel -> channel.name());
    }

    @Test
    void aStubOfTheBaselineThatTheTestEditedIsAsItWas() {
        StubMapping stub = wireMock().stubFor(any(anyUrl()).willReturn(ok("{\"Channels\":[{\"Name\":\"stubbed\"}]}")));
        chime.snapshots().markBaseline();
        wireMock().editStub(any(anyUrl()).withId(stub.getId()).willReturn(serviceUnavailable()));

        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .singleElement()
                .returns("stubbed", channel -> channel.name());
    }

    @Test
    void aScenarioOfTheBaselineStartsOver() {
        wireMock()
                .stubFor(any(anyUrl())
                        .inScenario("once")
                        .whenScenarioStateIs(Scenario.STARTED)
                        .willSetStateTo("over")
                        .willReturn(ok("{\"Channels\":[{\"Name\":\"stubbed\"}]}")));
        chime.snapshots().markBaseline();
        client.listChannels(listChannels(alice, chime.appInstance().arn()));
        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .isEmpty();

        chime.reset();

        assertThat(client.listChannels(listChannels(alice, chime.appInstance().arn()))
                        .channels())
                .hasSize(1);
    }

    @Test
    void wireMocksGlobalSettingsAreThoseOfTheBaseline() {
        wireMock().setGlobalFixedDelay(60_000);

        chime.reset();

        assertThat(wireMock().getGlobalSettings().getSettings().getFixedDelay()).isNull();
    }

    @Test
    void wireMockHasSeenNothing() {
        client.listChannels(listChannels(alice, chime.appInstance().arn()));

        chime.reset();

        wireMock().verify(0, anyRequestedFor(anyUrl()));
    }

    // The journal

    @Test
    void theJournalIsEmpty() {
        client.listChannels(listChannels(alice, chime.appInstance().arn()));

        chime.reset();

        assertThat(chime.journal().calls()).isEmpty();
        assertThat(chime.journal()).hasToString("no calls" + System.lineSeparator());
    }
}
