package io.github.chimefake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.chimefake.flows.ChannelFlowProcessor.FlowVerdict;
import io.github.chimefake.journal.RecordedWork;
import io.github.chimefake.testing.Fakes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.chimesdkmessaging.model.ExpirationCriterion;

/** What the journal tells of what the service does after it has responded, or without a request. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackgroundJournalTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();

    @Test
    void aProcessorWithItsOutcomeAndItsCause() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        general.processor(event -> FlowVerdict.allow());

        String id = general.send("hello").messageId();
        chime.awaitBackgroundWork();

        assertThat(chime.journal().backgroundWork())
                .extracting(RecordedWork::description, RecordedWork::outcome, RecordedWork::cause)
                .containsExactly(tuple(
                        "processor " + general.lambda + " for message " + id + " in " + general.channel.arn(),
                        "allowed it",
                        "SendChannelMessage by " + general.alice.arn()));
        assertThat(chime.journal().toString().lines())
                .containsSubsequence(
                        "3. SendChannelMessage \"hello\" by alice in general, signed by IAM user test",
                        "    201",
                        "later: processor filter-of-general for message " + id + " in",
                        "        channel/general allowed it; caused by SendChannelMessage by user/alice");
    }

    @Test
    void workStandsAfterTheCallsBeforeIt() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        general.processor(event -> FlowVerdict.allow());

        general.send("one");
        chime.awaitBackgroundWork();
        general.send("two");
        chime.awaitBackgroundWork();

        assertThat(chime.journal().toString().lines().filter(line -> line.matches("\\d+\\. .*|later: .*")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("1. CreateChannelFlow"),
                        line -> assertThat(line).startsWith("2. AssociateChannelFlow"),
                        line -> assertThat(line).startsWith("3. SendChannelMessage \"one\""),
                        line -> assertThat(line).startsWith("later: processor"),
                        line -> assertThat(line).startsWith("4. SendChannelMessage \"two\""),
                        line -> assertThat(line).startsWith("later: processor"));
    }

    @Test
    void ofEarlierCallsOnlyWhatWentWrongIsPrinted() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        general.processor(event -> event.message().content().equals("bad") ? FlowVerdict.deny() : FlowVerdict.allow());
        general.send("bad");
        for (int i = 0; i < 40; i++) {
            general.send("good");
        }
        chime.awaitBackgroundWork();

        assertThat(chime.journal().backgroundWork()).hasSize(41);
        assertThat(chime.journal().toString().lines().count()).isLessThanOrEqualTo(200);
        assertThat(chime.journal().toString()).contains("channel/general denied it");
    }

    @Test
    void asManyAsItHoldsCalls() {
        ChimeMessagingServer small = fakes.start(ChimeMessagingServer.builder().journalCapacity(2));
        ProcessedChannel general = new ProcessedChannel(small, "general");
        general.processor(event -> FlowVerdict.change("changed"));
        general.send("one");
        String second = general.send("two").messageId();
        String third = general.send("three").messageId();
        small.awaitBackgroundWork();

        assertThat(small.journal().backgroundWork())
                .extracting(RecordedWork::description)
                .satisfiesExactly(
                        text -> assertThat(text).contains(second),
                        text -> assertThat(text).contains(third));
    }

    @Test
    void noTextsOfExceptionsIfTheyAreSwitchedOff() {
        ChimeMessagingServer silent = fakes.start(ChimeMessagingServer.builder().printTexts(false));
        ProcessedChannel general = new ProcessedChannel(silent, "general");
        general.processor(event -> {
            throw new IllegalStateException(event.message().content());
        });

        general.send("secret");
        silent.awaitBackgroundWork();

        assertThat(silent.journal().backgroundWork())
                .singleElement()
                .satisfies(work -> assertThat(work.outcome()).contains("IllegalStateException: secret"))
                .satisfies(
                        work -> assertThat(work.toString()).contains("FAILED").doesNotContain("secret"));
        assertThat(silent.journal().toString()).contains("later: ").doesNotContain("secret");
    }

    @Test
    void expirationsOnceTheClockHasPassed() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general =
                chime.channel("general").members(alice).moderators(alice).create();
        chime.client()
                .putChannelExpirationSettings(request -> request.channelArn(general.arn())
                        .chimeBearer(alice.arn())
                        .expirationSettings(expiration -> expiration
                                .expirationDays(30)
                                .expirationCriterion(ExpirationCriterion.CREATED_TIMESTAMP)));
        chime.clients()
                .identityClient()
                .putAppInstanceUserExpirationSettings(
                        request -> request.appInstanceUserArn(chime.user("bob").arn())
                                .expirationSettings(expiration -> expiration
                                        .expirationDays(1)
                                        .expirationCriterion(
                                                software.amazon.awssdk.services.chimesdkidentity.model
                                                        .ExpirationCriterion.CREATED_TIMESTAMP)));
        chime.awaitBackgroundWork();
        assertThat(chime.journal().backgroundWork()).isEmpty();

        chime.clock().advance(Duration.ofDays(31));
        chime.awaitBackgroundWork();

        assertThat(chime.journal().backgroundWork())
                .extracting(RecordedWork::toString)
                .containsExactly(
                        "channel/general was deleted; caused by its expiration, 30 days after its creation",
                        "user/bob was deleted; caused by its expiration, 1 day after its creation");
    }

    @Test
    void theDataOfADeletedAppInstance() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");

        chime.clients()
                .identityClient()
                .deleteAppInstance(
                        request -> request.appInstanceArn(chime.appInstance().arn()));
        chime.awaitBackgroundWork();

        assertThat(chime.journal().backgroundWork())
                .singleElement()
                .satisfies(work -> assertThat(work.description())
                        .isEqualTo("the data of " + chime.appInstance().arn()))
                .satisfies(work -> assertThat(work.outcome()).isEqualTo("was deleted: 1 channel, 1 channel flow"))
                .satisfies(work -> assertThat(work.cause()).isEqualTo("DeleteAppInstance"));
        assertThat(general.channel.arn()).isNotEmpty();
    }

    @Test
    void theBalancingOfAnElasticChannel() {
        CrowdedChannel elastic = new CrowdedChannel(chime);
        assertThat(chime.journal().backgroundWork())
                .singleElement()
                .satisfies(work -> assertThat(work.toString().replaceAll("\\s+", " "))
                        .matches("sub-channel \\S+ of channel/\\S+ was created, because the others are full; caused by"
                                + " CreateChannelMembership by user/alice"));

        chime.clients()
                .identityClient()
                .deleteAppInstanceUser(request -> request.appInstanceUserArn(elastic.dave.arn()));
        chime.awaitBackgroundWork();

        assertThat(chime.journal().backgroundWork())
                .hasSize(2)
                .last()
                .satisfies(work -> assertThat(work.outcome())
                        .isEqualTo("was deleted, and its members moved, because it had too few"))
                .satisfies(work -> assertThat(work.cause()).isEqualTo("DeleteAppInstanceUser"));
    }

    @Test
    void aResetClearsIt() {
        ProcessedChannel general = new ProcessedChannel(chime, "general");
        general.processor(event -> FlowVerdict.allow());
        general.send("hello");
        chime.awaitBackgroundWork();

        chime.reset();

        assertThat(chime.journal().backgroundWork()).isEmpty();
    }
}
