package io.github.chimefake.examples.readme;

import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Provenance;
import io.github.chimefake.journal.ErrorResponse;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** Brings about each row of the table in docs/denials.md: what the Java SDK throws, and the evidence for it. */
@ChimeMessagingFake
class SituationsTest {
    private final ChimeMessagingServer chime;
    private final ChimeSdkMessagingClient client;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeChannel general;

    SituationsTest(ChimeMessagingServer chime) {
        this.chime = chime;
        this.client = chime.clients().withoutRetries().client();
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.general = chime.channel("general").members(alice).moderators(alice).create();
    }

    private static void send(ChimeSdkMessagingClient client, ChimeUser sender, String channelArn, String content) {
        client.sendChannelMessage(request -> request.channelArn(channelArn)
                .content(content)
                .type(ChannelMessageType.STANDARD)
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .chimeBearer(sender.arn()));
    }

    private void send(ChimeUser sender) {
        send(client, sender, general.arn(), "hello");
    }

    private void add(ChimeUser member) {
        client.createChannelMembership(request -> request.channelArn(general.arn())
                .memberArn(member.arn())
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(alice.arn()));
    }

    private void assertRow(String situation, ThrowingCallable call) {
        ChimeSdkMessagingException thrown = catchThrowableOfType(ChimeSdkMessagingException.class, call);
        ErrorResponse response =
                chime.journal().failures().get(0).errorResponse().orElseThrow();
        assertRow(situation, thrown, response.error(), response.provenance());
    }

    /** Of what only a fault brings about, the table says what the error's form rests on. */
    private static void assertRow(
            String situation, ChimeSdkMessagingException thrown, ChimeError error, Provenance basis) {
        String exception = "`" + thrown.getClass().getSimpleName() + "`"
                + (error.isModeled() ? "" : " with `" + thrown.awsErrorDetails().errorCode() + "`");
        String outcome = exception + " | " + thrown.statusCode() + " |";
        assertThat(rows("docs/denials.md", situation))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .endsWith("| " + outcome + " " + basis.name().toLowerCase(Locale.ROOT) + " |"));
        assertThat(rows("README.md", situation))
                .allSatisfy(row -> assertThat(row).isEqualTo("| " + situation + " | " + outcome));
    }

    private static List<String> rows(String page, String situation) {
        return Documentation.text(Documentation.root().resolve(page))
                .lines()
                .filter(line -> line.startsWith("| " + situation + " |"))
                .toList();
    }

    @Test
    void readmeHasEightOfTheRows() {
        assertThat(Documentation.text(Documentation.root().resolve("README.md"))
                        .lines()
                        .filter(line -> line.matches("\\| .* \\| `\\w+Exception`.* \\| \\d+ \\|"))
                        .map(line -> line.split(" \\| ", 2)[0].substring(2)))
                .hasSize(8)
                .allSatisfy(situation ->
                        assertThat(rows("docs/denials.md", situation)).hasSize(1));
    }

    @Test
    void aBearerThatNobodyRegistered() {
        assertRow(
                "the bearer is not a registered user",
                () -> send(chime.appInstance().unregistered("ghost")));
    }

    @Test
    void noBearer() {
        assertRow(
                "the request has no bearer",
                () -> client.listChannels(
                        request -> request.appInstanceArn(chime.appInstance().arn())));
    }

    @Test
    void aRule() {
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);

        assertRow("a permission rule of the test denies the call", () -> send(alice));
    }

    @Test
    void aRoleThatDoesNotAllowIt() {
        assertRow("the role of the user does not allow the call", () -> send(bob));
    }

    @Test
    void aMemberThatNobodyRegistered() {
        assertRow(
                "a user to be added is not registered",
                () -> add(chime.appInstance().unregistered("ghost")));
    }

    @Test
    void anUnknownChannel() {
        assertRow("the channel does not exist", () -> send(client, alice, general.arn() + "-2", "hello"));
    }

    @Test
    void aPolicyThatDoesNotAllowIt() {
        ChimeCaller backend = chime.caller("role/chat-backend");
        chime.permissions().by(backend).attach("read-only", """
                        {"Version": "2012-10-17",
                         "Statement": [{"Effect": "Allow", "Action": "chime:List*", "Resource": "*"}]}
                        """);

        assertRow(
                "an IAM policy of the caller does not allow the call",
                () -> send(chime.clients().signedBy(backend).client(), alice, general.arn(), "hello"));
    }

    @Test
    void expiredCredentials() {
        chime.credentials().expireNow();

        assertRow("temporary credentials have expired", () -> send(alice));
    }

    @Test
    void aWrongSecret() {
        String accessKey = chime.caller().accessKeyId();
        try (ChimeSdkMessagingClient impostor = ChimeSdkMessagingClient.builder()
                .endpointOverride(chime.endpoint())
                .region(Region.of(chime.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "a wrong secret")))
                .build()) {
            assertRow("the signature is wrong", () -> send(impostor, alice, general.arn(), "hello"));
        }
    }

    @Test
    void inputThatBreaksAConstraint() {
        assertRow("the input breaks a constraint", () -> send(client, alice, general.arn(), ""));
    }

    @Test
    void aMemberThatIsOneAlready() {
        assertRow("a user to be added is a member already", () -> add(alice));
    }

    @Test
    void throttling() {
        chime.clock().freeze(); // All calls are made at the same instant.
        chime.rates().enforce();
        assertRow("the calls exceed a rate limit", this::listChannelsElevenTimes);
    }

    private void listChannelsElevenTimes() {
        for (int call = 1; call <= 11; call++) {
            client.listChannels(
                    request -> request.appInstanceArn(chime.appInstance().arn()).chimeBearer(alice.arn()));
        }
    }
}
