package io.github.chimefake;

import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.AppInstanceUserEndpointType;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.SendChannelMessageRequest;

/** The printout of the journal stays readable and keeps secrets, whatever a client sends. */
@Tag("slow")
class HostileJournalTest {
    private static final String ESCAPES = "\u001b[2Jred\u009b31m\r\n\u0007\u202Eleft\u2028end";
    private static final int COLUMNS = 120;

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general = chime.channel("general").members(alice).create();
    private final ChimeSdkMessagingClient client =
            chime.clients().withoutRetries().client();

    private static void fails(Runnable call) {
        assertThatExceptionOfType(SdkException.class).isThrownBy(call::run);
    }

    /** Returns the printout, after a check that no terminal obeys it. */
    private String printout() {
        String text = chime.journal().toString();
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.codePoints())
                        .noneMatch(each -> Character.isISOControl(each)
                                || Character.getType(each) == Character.LINE_SEPARATOR
                                || Character.getDirectionality(each)
                                        == Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE));
        assertThat(text.lines().count()).isLessThanOrEqualTo(201);
        return text;
    }

    private static boolean isWide(String line) {
        return line.length() > COLUMNS
                && line.strip().indexOf(' ') >= 0
                && line.strip().indexOf(' ') < COLUMNS;
    }

    // Characters that a terminal obeys

    @Test
    void escapesInAName() {
        fails(() ->
                client.createChannel(createChannel(alice, chime.appInstance().arn(), ESCAPES)));

        assertThat(printout()).contains("CreateChannel \" [2Jred 31m left end\" by alice", "at 'Name' failed");
    }

    @Test
    void escapesInATypeThatDoesNotExist() {
        fails(() -> client.sendChannelMessage(
                send(alice, general, "hello").toBuilder().type(ESCAPES).build()));

        assertThat(printout()).contains("Type was ' [2Jred 31m left end'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/channels/arn%3Aaws%3Achime%3Aus-east-1%3A1%3Aapp-instance%2Fa%2Fchannel%2F%1B%5B2J%0A%C2%9B%E2%80%AE",
                "/channels/%1B%5B2J%0Agone",
                "/nowhere/%1B%5B2J?a=%0A"
            })
    void escapesInAPath(String target) throws IOException, InterruptedException {
        RawRequest.of("GET", target).bearer(alice).sendTo(chime);

        assertThat(printout()).startsWith("1. ");
    }

    @Test
    void escapesInAnExceptionOfTheTest() {
        chime.permissions()
                .matching(SendChannelMessageRequest.class, request -> {
                    throw new IllegalStateException(ESCAPES);
                })
                .allow();
        fails(() -> client.sendChannelMessage(send(alice, general, "hello")));

        assertThat(printout()).contains("IllegalStateException");
    }

    @Test
    void theNamesOfMembersOfABatch() {
        List<String> arns = IntStream.range(0, 100)
                .mapToObj(i -> alice.arn().replace("alice", "ghost\u001b[2J" + i))
                .toList();
        ChimeUser root = chime.appInstance().admin("root");
        client.batchCreateChannelMembership(request ->
                request.channelArn(general.arn()).chimeBearer(root.arn()).memberArns(arns));

        assertThat(chime.journal().calls(BATCH_CREATE_CHANNEL_MEMBERSHIP)).hasSize(1);
        assertThat(printout()).contains("and 97 more by root", "200, 100 of 100 failed: ghost [2J0 ", " and 95 more");
    }

    // Long values

    @Test
    void aLongBearer() throws IOException, InterruptedException {
        RawRequest.of("GET", "/channels")
                .header("x-amz-chime-bearer", alice.arn() + "x".repeat(100_000))
                .sendTo(chime);

        assertThat(printout()).hasSizeLessThan(3_000).contains("ListChannels by", "alicexxx");
    }

    @Test
    void aLongChannel() throws IOException, InterruptedException {
        RawRequest.of("GET", "/channels/" + "arn:aws:chime:us-east-1:1:app-instance%2F".repeat(2_000))
                .bearer(alice)
                .sendTo(chime);

        assertThat(printout()).hasSizeLessThan(3_000).startsWith("1. DescribeChannel by ");
    }

    @Test
    void aLongHeaderInASignatureThatDoesNotMatch() {
        fails(() -> wronglySigned()
                .listChannels(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .chimeBearer(alice.arn())
                        .overrideConfiguration(headers -> headers.putHeader("x-long", "a ".repeat(50_000)))));

        assertThat(printout()).contains("more lines; chime.journal() has all attempts of the call)");
    }

    // Secrets

    private ChimeSdkMessagingClient wronglySigned() {
        AwsBasicCredentials known =
                AwsBasicCredentials.create(chime.caller().credentials().accessKeyId(), "wrong".repeat(8));
        return chime.clients()
                .configure(ChimeSdkMessagingClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(known))
                .build();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Security-Token",
                "x-amz-signature",
                "X-Amz-Security%2DToken",
                "Signature",
                "token",
                "access_token",
                "password",
                "client_secret",
                "api_key",
                "apikey",
                "Authorization"
            })
    void credentialsInAQuery(String name) throws IOException, InterruptedException {
        RawRequest.of("GET", "/login?a=1&" + name + "=hidden%31&next-token=shown")
                .sendTo(chime);

        assertThat(printout())
                .contains("/login?a=1&" + name + "=…&next-token=shown")
                .doesNotContain("hidden");
    }

    @Test
    void credentialsWithABrokenEscape() throws IOException {
        PlainSocket.Response response = PlainSocket.send(
                chime.endpoint().getPort(),
                List.of("GET /channels?X-Amz-Signature=hidden%zz HTTP/1.1", "Host: 127.0.0.1", "Connection: close"),
                "");

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.head() + response.body())
                .contains("the escapes in the value of X-Amz-Signature are broken")
                .doesNotContain("hidden");
        assertThat(printout()).doesNotContain("hidden");
    }

    @Test
    void credentialsInSignedHeadersAndQueryOfASignatureThatDoesNotMatch() {
        fails(() -> wronglySigned()
                .listChannels(request -> request.appInstanceArn(
                                chime.appInstance().arn())
                        .chimeBearer(alice.arn())
                        .overrideConfiguration(
                                headers -> Stream.of("Cookie", "x-api-key", "X-Session-Token", "Proxy-Authorization")
                                        .forEach(name -> headers.putHeader(name, "hidden")
                                                .putRawQueryParameter(name, "hidden")))));

        assertThat(printout()).contains("InvalidSignatureException").doesNotContain("hidden");
        assertThat(chime.journal()
                        .failures()
                        .get(0)
                        .errorResponse()
                        .orElseThrow()
                        .explanation())
                .doesNotContain("hidden");
    }

    @Test
    void theTokenOfADevice() {
        ChimeSdkIdentityClient identity = chime.clients().withoutRetries().identityClient();
        fails(() -> identity.registerAppInstanceUserEndpoint(request -> request.appInstanceUserArn(alice.arn())
                .type(AppInstanceUserEndpointType.APNS)
                .resourceArn("arn:aws:mobiletargeting:us-east-1:111122223333:apps/x")
                .clientRequestToken("token")
                .endpointAttributes(attributes -> attributes.deviceToken("hidden".repeat(1_000)))));

        assertThat(printout()).contains("at 'EndpointAttributes.DeviceToken'").doesNotContain("hidden");
    }

    // Columns

    @Test
    void linesThatCanBeWrappedHaveAtMost120Columns() {
        IntStream.range(0, 30)
                .forEach(i -> fails(() -> client.createChannel(
                        createChannel(alice, chime.appInstance().arn(), "\uD83D\uDE00 word ".repeat(300 + i)))));

        assertThat(printout().lines()).noneMatch(HostileJournalTest::isWide);
    }
}
