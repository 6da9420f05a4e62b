package io.github.chimefake.examples.readme;

import static io.github.chimefake.ChimeError.EXPIRED_TOKEN;
import static io.github.chimefake.ChimeError.UNRECOGNIZED_CLIENT;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static io.github.chimefake.assertj.ChimeAssertions.assertThat;
import static io.github.chimefake.assertj.ChimeAssertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.credentials.CallerCredentialsProvider;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

@ChimeMessagingFake
class CredentialsPageTest {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeChannel general;

    CredentialsPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.general = chime.channel("general").members(alice).create();
    }

    private static void send(ChimeSdkMessagingClient client, ChimeUser author, ChimeChannel channel) {
        client.sendChannelMessage(request -> request.channelArn(channel.arn())
                .chimeBearer(author.arn())
                .content("hello")
                .type("STANDARD")
                .persistence("PERSISTENT"));
    }

    /** The code under test: keeps its credentials, and requests others when they have expired. */
    private static final class RenewingChat {
        private final URI endpoint;
        private final AwsCredentialsProvider provider;
        private ChimeSdkMessagingClient client;

        RenewingChat(URI endpoint, AwsCredentialsProvider provider) {
            this.endpoint = endpoint;
            this.provider = provider;
            this.client = connect();
        }

        private ChimeSdkMessagingClient connect() {
            return ChimeSdkMessagingClient.builder()
                    .endpointOverride(endpoint)
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(provider.resolveCredentials()))
                    .build();
        }

        void post(ChimeUser author, ChimeChannel channel) {
            try {
                send(client, author, channel);
            } catch (ChimeSdkMessagingException e) {
                if (!e.awsErrorDetails().errorCode().equals("ExpiredTokenException")) {
                    throw e;
                }
                client = connect();
                send(client, author, channel);
            }
        }
    }

    private void assertFails(ChimeCaller caller) {
        assertThatExceptionOfType(ChimeSdkMessagingException.class)
                .isThrownBy(() -> send(chime.clients().signedBy(caller).client(), alice, general));
    }

    @Test
    void expiration() {
        // The credentials of the injected client expire: ExpiredTokenException, 403, from the next call on.
        chime.credentials().expireNow();

        // By the clock: the back end's are valid for 15 minutes of the fake's time.
        ChimeCaller backend = chime.caller("assumed-role/chat-backend").expiresIn(Duration.ofMinutes(15));
        chime.clock().advance(Duration.ofMinutes(16));

        assertFails(chime.caller());
        assertFails(backend);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(backend).withError(EXPIRED_TOKEN);
    }

    @Test
    void replacement() {
        ChimeCaller build = chime.caller("user/build");

        // The key of a caller was deleted, or replaced: UnrecognizedClientException, 403.
        chime.credentials().revoke(build);
        ChimeCaller renewed = chime.credentials().rotate(build);
        // Keys that the fake did not create are no longer accepted.
        chime.credentials().knownKeysOnly(true);

        assertFails(build);
        assertThat(chime).denied(SEND_CHANNEL_MESSAGE).by(build).withError(UNRECOGNIZED_CLIENT);
        send(chime.clients().signedBy(renewed).client(), alice, general);
    }

    @Test
    void provider() {
        ChimeCaller backend = chime.caller("assumed-role/chat-backend").expiresIn(Duration.ofMinutes(15));
        CallerCredentialsProvider provider = chime.credentials().provider(backend);
        RenewingChat chat = new RenewingChat(chime.endpoint(), provider);
        chat.post(alice, general);

        chime.clock().advance(Duration.ofMinutes(16));

        chat.post(alice, general);
        chat.post(alice, general);
        assertThat(provider.timesRequested()).isEqualTo(2); // at the start, and once more
        assertThat(provider.timesRefreshed()).isOne();
    }

    @Test
    @Tag("slow")
    void aRoleIsAssumed() {
        StsClient sts = StsClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(chime.caller().credentials()))
                .build();
        try (sts;
                StsAssumeRoleCredentialsProvider provider = StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request -> request.roleArn("arn:aws:iam::111122223333:role/chat-backend")
                                .roleSessionName("pod-7"))
                        .build()) {
            new RenewingChat(chime.endpoint(), provider).post(alice, general);
        }

        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE))
                .singleElement()
                .satisfies(call -> assertThat(call.caller().orElseThrow().principalArn())
                        .isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/pod-7"));
    }

    @Test
    @Tag("slow")
    void aTokenIsExchangedForCredentials() {
        chime.credentials().acceptWebIdentity("token-of-the-pod", "role/chat-backend");

        try (StsClient sts = StsClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            String session = sts.assumeRoleWithWebIdentity(
                            request -> request.roleArn("arn:aws:iam::111122223333:role/chat-backend")
                                    .roleSessionName("pod-7")
                                    .webIdentityToken("token-of-the-pod"))
                    .assumedRoleUser()
                    .arn();
            assertThat(session).isEqualTo("arn:aws:sts::111122223333:assumed-role/chat-backend/pod-7");
        }
    }
}
