package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.GetAppInstanceRetentionSettingsResponse;
import software.amazon.awssdk.services.chimesdkidentity.model.PutAppInstanceRetentionSettingsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.NotFoundException;

/** How long messages are kept: the settings of the identity API, and what messaging shows by them. */
class RetentionSettingsTest {
    private static final Instant START = Instant.parse("2026-03-04T05:06:07.089Z");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkIdentityClient identity = chime.clients().identityClient();
    private final String appInstance = chime.appInstance().arn();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").creator(alice).create();

    @BeforeEach
    void stopTheClock() {
        chime.clock().freezeAt(START);
    }

    private PutAppInstanceRetentionSettingsResponse put(@Nullable Integer days) {
        return identity.putAppInstanceRetentionSettings(request -> request.appInstanceArn(appInstance)
                .appInstanceRetentionSettings(
                        settings -> settings.channelRetentionSettings(channels -> channels.retentionDays(days))));
    }

    private GetAppInstanceRetentionSettingsResponse get() {
        return identity.getAppInstanceRetentionSettings(request -> request.appInstanceArn(appInstance));
    }

    private String send(String content) {
        return chime.client()
                .sendChannelMessage(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .content(content)
                        .type(ChannelMessageType.STANDARD)
                        .persistence(ChannelMessagePersistenceType.PERSISTENT))
                .messageId();
    }

    private List<String> contents() {
        return chime
                .client()
                .listChannelMessagesPaginator(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .maxResults(1))
                .stream()
                .flatMap(page -> page.channelMessages().stream())
                .map(ChannelMessageSummary::content)
                .toList();
    }

    private void advanceDays(int days) {
        chime.clock().advance(Duration.ofDays(days));
    }

    @Test
    void messagesAreKeptForEverUnlessSomebodySaysOtherwise() {
        assertThat(get().appInstanceRetentionSettings()
                        .channelRetentionSettings()
                        .retentionDays())
                .isNull();
        assertThat(get().initiateDeletionTimestamp()).isNull();
    }

    @Test
    void whatWasPutIsAnsweredAndGotWithTheTimeWhenDeletionStarts() {
        PutAppInstanceRetentionSettingsResponse put = put(7);

        assertThat(put.initiateDeletionTimestamp()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(put.appInstanceRetentionSettings().channelRetentionSettings().retentionDays())
                .isEqualTo(7);
        assertThat(get())
                .returns(
                        put.appInstanceRetentionSettings(),
                        GetAppInstanceRetentionSettingsResponse::appInstanceRetentionSettings)
                .returns(
                        put.initiateDeletionTimestamp(),
                        GetAppInstanceRetentionSettingsResponse::initiateDeletionTimestamp);
    }

    @Test
    void settingsWithoutDaysSwitchRetentionOff() {
        put(7);

        assertThat(put(null).initiateDeletionTimestamp()).isNull();
        assertThat(get().appInstanceRetentionSettings()
                        .channelRetentionSettings()
                        .retentionDays())
                .isNull();
    }

    @Test
    void settingsOfAnUnknownAppInstanceAreForbidden() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.getAppInstanceRetentionSettings(
                        request -> request.appInstanceArn(appInstance + "-ghost")));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> identity.putAppInstanceRetentionSettings(request ->
                        request.appInstanceArn(appInstance + "-ghost").appInstanceRetentionSettings(settings -> {})));
    }

    @Test
    void messagesPastThePeriodAreNeitherListedNorGot() {
        String old = send("old");
        advanceDays(5);
        send("young");
        advanceDays(5);

        put(7);

        assertThat(contents()).containsExactly("young");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> chime.client()
                        .getChannelMessage(request ->
                                request.channelArn(general.arn()).messageId(old).chimeBearer(alice.arn())));
    }

    @Test
    void aMessageIsShownToTheLastInstantOfThePeriod() {
        put(7);
        send("a week old");

        advanceDays(7);
        assertThat(contents()).containsExactly("a week old");

        chime.clock().advance(Duration.ofMillis(1));
        assertThat(contents()).isEmpty();
    }

    @Test
    void hiddenMessagesComeBackWithinTheTimeOfGrace() {
        send("first");
        put(7);
        advanceDays(29);
        assertThat(contents()).isEmpty();

        put(null);

        assertThat(contents()).containsExactly("first");
    }

    @Test
    void messagesAreGoneForGoodOnceDeletionHasStarted() {
        send("first");
        put(7);
        advanceDays(30);

        put(null);

        assertThat(contents()).isEmpty();
    }

    @Test
    void theNextPageOfAListIsOfferedWhileMessagesGrowOld() {
        put(7);
        send("one");
        send("two");
        String token = chime.client()
                .listChannelMessages(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .maxResults(1))
                .nextToken();
        advanceDays(1);

        assertThat(chime.client()
                        .listChannelMessages(request -> request.channelArn(general.arn())
                                .chimeBearer(alice.arn())
                                .maxResults(1)
                                .nextToken(token))
                        .channelMessages())
                .extracting(ChannelMessageSummary::content)
                .containsExactly("one");
    }
}
