package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_UNAVAILABLE;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.journal.RecordedCall.RecordedAttempt;
import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ServiceUnavailableException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@Isolated("It sets system properties.")
class ReadyClientsTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start(
            ChimeMessagingServer.builder().appInstance("arn:aws:chime:eu-central-1:444455556666:app-instance/sales"));
    private final ChimeUser alice = chime.user("alice");
    private final ChimeUser bob = chime.user("bob");
    private final ChimeChannel general =
            chime.channel("general").members(alice, bob).create();
    private final Map<String, String> propertiesBefore = new HashMap<>();

    @AfterEach
    void restoreSystemProperties() {
        propertiesBefore.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    private void setSystemProperty(String name, String value) {
        propertiesBefore.putIfAbsent(name, System.getProperty(name));
        System.setProperty(name, value);
    }

    private RecordedCall lastCall() {
        return chime.journal().calls().get(chime.journal().calls().size() - 1);
    }

    // What they are set up with

    @Test
    void aClientIsReadyToCallTheFakeInItsRegion() {
        assertThat(chime.client()
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
        assertThat(chime.client().serviceClientConfiguration().region().id()).isEqualTo("eu-central-1");
        assertThat(lastCall().caller()).contains(chime.caller());
    }

    @Test
    void theAsynchronousTwinIsReadyAsWell() {
        assertThat(chime.asyncClient()
                        .describeChannel(describe(alice, general))
                        .join()
                        .channel()
                        .name())
                .isEqualTo("general");
        assertThat(lastCall().caller()).contains(chime.caller());
    }

    @Test
    void askingTwiceGivesTheSameClient() {
        assertThat(chime.client()).isSameAs(chime.client());
        assertThat(chime.asyncClient()).isSameAs(chime.asyncClient());
        assertThat(chime.client()).isNotSameAs(chime.clients().withoutRetries().client());
    }

    @Test
    void aClientThatTheCodeUnderTestClosesServesOn() {
        chime.client().close();

        assertThat(chime.client()
                        .describeChannel(describe(alice, general))
                        .channel()
                        .name())
                .isEqualTo("general");
    }

    @Test
    void anAsynchronousClientThatTheCodeUnderTestClosesServesOn() {
        chime.asyncClient().close();

        assertThat(chime.asyncClient()
                        .describeChannel(describe(alice, general))
                        .join()
                        .channel()
                        .name())
                .isEqualTo("general");
    }

    // Retries

    private void isUnavailable(ChimeSdkMessagingClient client) {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE);
        assertThatExceptionOfType(ServiceUnavailableException.class)
                .isThrownBy(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    @Test
    void aClientTriesAsOftenAsTheSdkDoesByDefault() {
        isUnavailable(chime.client());

        assertThat(lastCall().attempts()).extracting(RecordedAttempt::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void aClientDoesNotStopRetryingAfterManyFailures() {
        for (int call = 1; call <= 60; call++) {
            isUnavailable(chime.client());
        }

        assertThat(lastCall().attempts()).hasSize(4);
    }

    @Test
    void aClientWithoutRetriesTriesOnce() {
        isUnavailable(chime.clients().withoutRetries().client());

        assertThat(lastCall().attempts()).hasSize(1);
    }

    @Test
    void theAsynchronousTwinsTryAsOften() {
        chime.faults().on(SEND_CHANNEL_MESSAGE).fail(SERVICE_UNAVAILABLE);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> chime.asyncClient()
                        .sendChannelMessage(send(alice, general, "hello"))
                        .join())
                .withCauseInstanceOf(ServiceUnavailableException.class);
        assertThat(lastCall().attempts()).hasSize(4);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() -> chime.clients()
                        .withoutRetries()
                        .asyncClient()
                        .sendChannelMessage(send(alice, general, "hello"))
                        .join())
                .withCauseInstanceOf(ServiceUnavailableException.class);
        assertThat(lastCall().attempts()).hasSize(1);
    }

    // Callers

    @Test
    void aClientForACallerSignsAsThatCaller() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend");

        chime.clients().signedBy(backend).client().describeChannel(describe(alice, general));

        assertThat(lastCall().caller()).contains(backend);
    }

    @Test
    void aPrincipalMayBeGivenInShort() {
        assertThat(chime.caller("user/build").principalArn()).isEqualTo("arn:aws:iam::444455556666:user/build");
        assertThat(chime.caller("role/chat").principalArn()).isEqualTo("arn:aws:iam::444455556666:role/chat");
        assertThat(chime.caller("assumed-role/chat").principalArn())
                .isEqualTo("arn:aws:sts::444455556666:assumed-role/chat/session");
        assertThat(chime.caller("assumed-role/chat/i-0abc").principalArn())
                .isEqualTo("arn:aws:sts::444455556666:assumed-role/chat/i-0abc");
        assertThat(chime.caller("arn:aws:iam::777788889999:role/guest").principalArn())
                .isEqualTo("arn:aws:iam::777788889999:role/guest");
    }

    @Test
    void whatIsNoPrincipalIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.caller("backend"))
                .withMessage("\"backend\" is not a principal. Expected an ARN, or \"user/NAME\", \"role/NAME\" or"
                        + " \"assumed-role/ROLE[/SESSION]\" in account 444455556666");
    }

    @Test
    void callersHaveKeysOfTheirOwn() {
        assertThat(chime.caller("role/chat").accessKeyId())
                .isNotEqualTo(chime.caller("role/chat").accessKeyId());
    }

    // Users

    private SendChannelMessageRequest withoutBearer() {
        return send(alice, general, "hello").toBuilder().chimeBearer(null).build();
    }

    @Test
    void aClientForAUserSpeaksAsThatUserWhereARequestNamesNobody() {
        chime.clients().speakingFor(alice).client().sendChannelMessage(withoutBearer());

        assertThat(lastCall().bearer()).contains(alice.arn());
    }

    @Test
    void aClientForAUserSpeaksAsWhomARequestNames() {
        chime.clients().speakingFor(alice).client().sendChannelMessage(send(bob, general, "hello"));

        assertThat(lastCall().bearer()).contains(bob.arn());
    }

    @Test
    void aClientForAUserIsACallerOfItsOwn() {
        chime.clients().speakingFor(alice).client().sendChannelMessage(withoutBearer());

        assertThat(lastCall().caller().orElseThrow().principalArn()).isEqualTo("arn:aws:iam::444455556666:user/alice");
        assertThat(lastCall().caller()).isNotEqualTo(chime.caller());
    }

    @Test
    void anyOtherClientSpeaksAsNobodyWhereARequestNamesNobody() {
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> chime.client().sendChannelMessage(withoutBearer()));

        assertThat(lastCall().bearer()).isEmpty();
    }

    // The developer's own settings

    @Test
    void theDevelopersOwnAwsProfileChangesNothing(@TempDir Path home) throws IOException {
        Path config = Files.writeString(home.resolve("config"), """
                [default]
                region = eu-west-3
                retry_mode = standard
                max_attempts = 2
                use_fips_endpoint = true
                use_dualstack_endpoint = true
                endpoint_url = http://127.0.0.1:1
                aws_access_key_id = AKIADEVELOPER0000000
                aws_secret_access_key = secret
                """);
        setSystemProperty("aws.configFile", config.toString());
        setSystemProperty("aws.sharedCredentialsFile", home.resolve("missing").toString());

        isUnavailable(chime.client());

        assertThat(lastCall().attempts()).hasSize(4);
        assertThat(lastCall().caller()).contains(chime.caller());
    }

    @Test
    void anAwsProfileThatDoesNotExistChangesNothing() {
        setSystemProperty("aws.profile", "nobody");

        isUnavailable(chime.client());

        assertThat(lastCall().attempts()).hasSize(4);
    }

    @Test
    void theDevelopersOwnEnvironmentChangesNothing() {
        setSystemProperty("aws.region", "eu-west-3");
        setSystemProperty("aws.accessKeyId", "AKIADEVELOPER0000000");
        setSystemProperty("aws.secretAccessKey", "secret");
        setSystemProperty("aws.retryMode", "standard");
        setSystemProperty("aws.maxAttempts", "2");
        setSystemProperty("aws.useFipsEndpoint", "true");
        setSystemProperty("aws.useDualstackEndpoint", "true");
        setSystemProperty("aws.defaultsMode", "in-region");

        isUnavailable(chime.client());

        assertThat(lastCall().attempts()).hasSize(4);
        assertThat(lastCall().caller()).contains(chime.caller());
        assertThat(chime.asyncClient()
                        .listChannels(listChannels(alice, chime.appInstance().arn()))
                        .join()
                        .channels())
                .hasSize(1);
    }

    @Test
    void aClientMayBeSharedByManyThreads() {
        String appInstance = chime.appInstance().arn();

        var channels = IntStream.range(0, 20)
                .mapToObj(number ->
                        chime.asyncClient().createChannel(createChannel(alice, appInstance, "channel " + number)))
                .toList();

        assertThat(channels).extracting(created -> created.join().channelArn()).doesNotHaveDuplicates();
    }
}
