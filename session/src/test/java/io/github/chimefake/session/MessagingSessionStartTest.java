package io.github.chimefake.session;

import static io.github.chimefake.session.SessionFixture.LONG;
import static io.github.chimefake.session.SessionFixture.USER;
import static io.github.chimefake.session.SessionFixture.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;

/** How a session starts, and how a start fails. */
class MessagingSessionStartTest {
    @RegisterExtension
    private final SessionFixture sessions = new SessionFixture();

    @Test
    void startReturnsWhenTheSessionIsEstablished() {
        ScriptedServer server = sessions.server(peer -> peer.establish().closeWithClient());
        MessagingSession session = sessions.build(
                        sessions.builder(server).sessionId("s1").prefetch(PrefetchSortBy.UNREAD))
                .start();

        assertThat(session.isEstablished()).isTrue();
        assertThat(types(session)).containsExactly("SESSION_ESTABLISHED");
        assertThat(session.closes()).isEmpty();
        assertThat(server.requests())
                .singleElement()
                .satisfies(request -> assertThat(request)
                        .startsWith("GET /connect?X-Amz-Algorithm=")
                        .contains(
                                "&prefetch-on=connect&prefetch-sort-by=unread&sessionId=s1&userArn=arn%3Aaws",
                                "&X-Amz-Signature=")
                        .contains("\r\nHost: " + server.endpoint() + "\r\n")
                        .endsWith("\r\n\r\n"));
    }

    @ParameterizedTest
    @CsvSource({"4401,Unauthorized", "4003,Forbidden", "4002,''", "1000,bye", "1008,policy", "4000,''"})
    void startFailsWithTheCodeThatEndsTheSession(int code, String reason) {
        MessagingSession session = sessions.build(
                sessions.builder(sessions.server(peer -> peer.upgrade().close(code, reason))));

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e).hasMessageContainingAll(USER, code + "", reason);
                });
        assertThat(session.closes()).extracting(SessionClose::isReconnecting).containsExactly(false);
        assertThat(sessions.timing().delays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1001, 1011, 1012, 1013, 1014, 4005, 4999})
    void aCloseThatAllowsItIsFollowedByAnotherAttemptWithAnotherLookup(int code) {
        ScriptedServer server = sessions.server(
                peer -> peer.upgrade().close(code, "again"),
                peer -> peer.establish().closeWithClient());
        EndpointClient client = new EndpointClient(server::endpoint);
        MessagingSession session = sessions.build(sessions.builder(client)).start();

        assertThat(session.closes()).singleElement().satisfies(close -> {
            assertThat(close.code()).isEqualTo(code);
            assertThat(close.reason()).isEqualTo("again");
            assertThat(close.isReconnecting()).isTrue();
        });
        assertThat(client.lookups()).isEqualTo(2);
        assertThat(sessions.timing().delays()).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void aResponseOtherThan101Counts1006AndSaysWhatItWas() {
        MessagingSession session = sessions.build(sessions.builder(sessions.server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 403 Forbidden\r\nContent-Length: 3\r\n\r\nno!");
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                .havingCause()
                .withMessageContainingAll("403 Forbidden", "no!");
    }

    @Test
    void aConnectionThatEndsBeforeItsResponseIsOneConnectionForTheServer() {
        ScriptedServer server = sessions.server(ScriptedServer.Peer::request);
        MessagingSession session = sessions.build(sessions.builder(server).noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aServerWithAnotherAcceptKeyIsNotTrusted() {
        MessagingSession session = sessions.build(sessions.builder(sessions.server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 101 Switching Protocols\r\nSec-WebSocket-Accept: x\r\n\r\n");
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .havingCause()
                .withMessageContaining("Sec-WebSocket-Accept");
    }

    @Test
    void aFailedLookupIs4999AndRepeatedUntilTheBudgetIsSpent() {
        SdkClientException failure = SdkClientException.create("no network");
        EndpointClient client = new EndpointClient(() -> {
            throw failure;
        });
        MessagingSession session = sessions.build(sessions.builder(client));

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(4999))
                .withCause(failure);
        assertThat(sessions.timing().delays())
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 2500L, 2500L, 2500L);
        assertThat(client.lookups()).isEqualTo(7);
        assertThat(session.closes()).hasSize(7);
    }

    @Test
    void aServerThatNeverRespondsEndsTheStartAtItsLimit() {
        MessagingSession session = sessions.build(
                sessions.builder(sessions.server(ScriptedServer.Peer::hang)).startTimeout(Duration.ofMillis(20)));

        assertThatIllegalStateException()
                .isThrownBy(session::start)
                .withCauseInstanceOf(TimeoutException.class)
                .withMessageContainingAll(USER, "PT0.02S", "startTimeout");
        assertThat(session.closes()).extracting(SessionClose::isReconnecting).containsExactly(false);
    }

    @Test
    void whatFailsBetweenTheLookupAndTheConnectionIs1006() {
        IllegalStateException failure = new IllegalStateException("a bug of the user");
        ProxySelector before = ProxySelector.getDefault();
        MessagingSession session = sessions.build(MessagingSession.builder()
                .client(new EndpointClient(() -> "127.0.0.1:9"))
                .userArn(USER)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", "s")))
                .noReconnection());
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                throw failure;
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException reason) {}
        });
        try {
            assertThatExceptionOfType(SessionClosedException.class)
                    .isThrownBy(session::start)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                    .withCause(failure);
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void anErrorOfTheLookupEndsTheStart() {
        AssertionError failure = new AssertionError("of a credentials provider");
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> {
                    throw failure;
                }))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(4999))
                .withCause(failure);
    }

    @Test
    void theTimeToConnectIsLimitedInTotal() {
        MessagingSession session = sessions.build(sessions.builder(sessions.server(peer -> {
                    peer.request();
                    peer.send("HTTP/1.1 101 ");
                    while (peer.isSilentFor(Duration.ofMillis(20))) {
                        peer.send("x");
                    }
                }))
                .connectTimeout(Duration.ofMillis(100))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                .havingCause()
                .withMessageContaining("connectTimeout of PT0.1S");
    }

    @Test
    void aSessionThatWasNotStartedSaysSoToThoseWhoWait() {
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> "")));

        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEvent("A", LONG))
                .withMessageEndingWith("was not started; call start()");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitEventOrClose(event -> true, LONG))
                .withMessageStartingWith("awaitEventOrClose: ");
        assertThatIllegalStateException()
                .isThrownBy(() -> session.awaitClose(LONG))
                .withMessageStartingWith("awaitClose: ");
    }

    @Test
    void stoppingASessionThatWasNotStartedEndsItToo() {
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> "")));

        session.stop();

        assertThat(session.awaitClose(LONG).code()).isEqualTo(1000);
        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Build another");
    }

    @Test
    void stoppingDuringTheLookupEndsTheStart() {
        CompletableFuture<MessagingSession> itself = new CompletableFuture<>();
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> {
            itself.join().stop();
            return "127.0.0.1:9";
        })));
        itself.complete(session);

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1000));
    }

    @Test
    void aSessionStartsOnce() {
        MessagingSession session = sessions.started(peer -> peer.establish().closeWithClient());

        assertThatIllegalStateException().isThrownBy(session::start).withMessageContaining("Build another");
    }

    @Test
    void whatIsMissingIsSaidBeforeAnyConnection() {
        assertThatIllegalStateException()
                .isThrownBy(() -> MessagingSession.builder().build())
                .withMessageContaining("client(…)");
        assertThatIllegalStateException()
                .isThrownBy(() -> MessagingSession.builder()
                        .client(new EndpointClient(() -> ""))
                        .userArn(USER)
                        .build())
                .withMessageContaining("region(…)");
    }

    @Test
    void credentialsThatCannotBeHadAreNoFailureOfTheLookup() {
        IllegalStateException failure = new IllegalStateException("no credentials");
        AwsCredentialsProvider without = () -> {
            throw failure;
        };
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> "127.0.0.1:9"))
                .credentialsProvider(without)
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1006))
                .withCause(failure);
    }

    @Test
    void aNameWithAnUnderscoreIsAHost() {
        MessagingSession session = sessions.build(sessions.builder(new EndpointClient(() -> "chime_fake.invalid:8080"))
                .noReconnection());

        assertThatExceptionOfType(SessionClosedException.class)
                .isThrownBy(session::start)
                .withCauseInstanceOf(UnknownHostException.class);
    }

    @Test
    void eachSessionOfABuilderHasAnIdOfItsOwn() {
        MessagingSessionBuilder builder = sessions.builder(new EndpointClient(() -> ""));

        assertThat(sessions.build(builder).sessionId())
                .isNotEqualTo(sessions.build(builder).sessionId());
    }
}
