package io.github.chimefake;

import static io.github.chimefake.Requests.createChannel;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static io.github.chimefake.call.Operation.SEND_CHANNEL_MESSAGE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.chimefake.call.ChimeChannel;
import io.github.chimefake.call.ChimeUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

class ServerLifecycleTest {
    private static final String SALES = "arn:aws:chime:eu-central-1:444455556666:app-instance/sales";
    private static final String SUPPORT = "arn:aws:chime:eu-central-1:444455556666:app-instance/support";

    private final List<ChimeMessagingServer> started = new ArrayList<>();

    @AfterEach
    void stop() {
        started.forEach(ChimeMessagingServer::close);
    }

    private ChimeMessagingServer start() {
        return start(ChimeMessagingServer.builder());
    }

    private ChimeMessagingServer start(ChimeMessagingServerBuilder builder) {
        ChimeMessagingServer chime = builder.start();
        started.add(chime);
        return chime;
    }

    // Where it listens

    @Test
    void listensOnAFreePortOfItsOwn() {
        assertThat(start().endpoint().getPort()).isPositive();
        assertThat(start().endpoint()).isNotEqualTo(start().endpoint());
    }

    @Test
    void listensOnTheOneLoopbackAddressAndOnNoOther() throws IOException {
        ChimeMessagingServer chime = start();

        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals("127.0.0.1"))
                .toList();
        assumeThat(others).isNotEmpty();
        assertThat(chime.endpoint()).hasScheme("http").hasHost("127.0.0.1");
        assertThat(others)
                .allSatisfy(address -> assertThatExceptionOfType(IOException.class)
                        .isThrownBy(() -> connect(
                                new InetSocketAddress(address, chime.endpoint().getPort()))));
    }

    private static void connect(InetSocketAddress address) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, 5_000);
        }
    }

    private static InetSocketAddress loopback(ChimeMessagingServer chime) {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), chime.endpoint().getPort());
    }

    @Test
    void listensOnThePortThatIsGiven() {
        ChimeMessagingServer earlier = start();
        int free = earlier.endpoint().getPort();
        earlier.close();

        assertThat(start(ChimeMessagingServer.builder().port(free)).endpoint().getPort())
                .isEqualTo(free);
    }

    @Test
    void aPortInUseIsReportedWithWhatToDo() {
        int taken = start().endpoint().getPort();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> start(ChimeMessagingServer.builder().port(taken)))
                .withMessage(
                        "port(%d): something listens at 127.0.0.1:%d already. Stop it, take another port, or leave"
                                + " port(...) out for a free one",
                        taken, taken);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatDoesNotExistIsRefused(int port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().port(port))
                .withMessage("port(%d): expected 1 to 65535, or 0 for a free one", port);
    }

    // Several at once

    @Test
    void severalFakesAtOnceShareNoUsers() {
        ChimeMessagingServer one = start();
        ChimeMessagingServer other = start();
        ChimeUser alice = one.user("alice");

        assertThat(one.client()
                        .listChannels(listChannels(alice, one.appInstance().arn()))
                        .channels())
                .isEmpty();
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> other.client()
                        .listChannels(listChannels(alice, other.appInstance().arn())));
    }

    @Test
    void severalFakesAtOnceShareNoRules() {
        ChimeMessagingServer one = start();
        ChimeMessagingServer other = start();
        one.permissions().deny();

        ChimeUser alice = other.user("alice");
        ChimeChannel general = other.channel("general").members(alice).create();
        assertThat(other.client()
                        .sendChannelMessage(send(alice, general, "hello"))
                        .messageId())
                .isNotEmpty();
    }

    @Test
    void severalFakesAtOnceShareNoJournal() {
        ChimeMessagingServer one = start();
        ChimeMessagingServer other = start();
        ChimeUser alice = one.user("alice");

        one.client().listChannels(listChannels(alice, one.appInstance().arn()));

        assertThat(one.journal().calls()).hasSize(1);
        assertThat(other.journal().calls()).isEmpty();
    }

    // Its end

    @Test
    void nothingListensAfterItIsClosed() {
        ChimeMessagingServer chime = start();
        InetSocketAddress address = loopback(chime);

        chime.close();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
    }

    @Test
    void stoppingIsClosing() {
        ChimeMessagingServer chime = start();
        InetSocketAddress address = loopback(chime);

        chime.stop();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
    }

    @Test
    void closingTwiceDoesNothing() {
        ChimeMessagingServer chime = start();
        chime.client();
        chime.asyncClient();

        chime.close();
        chime.close();
    }

    @Test
    void saysWhereItRanAfterItIsClosed() {
        ChimeMessagingServer chime = start();
        String words = "ChimeMessagingServer at " + chime.endpoint();

        chime.close();

        assertThat(chime).hasToString(words);
    }

    @Test
    void theJournalCanBeReadAfterItIsClosed() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice");
        chime.client().listChannels(listChannels(alice, chime.appInstance().arn()));

        chime.close();

        assertThat(chime.journal().calls()).hasSize(1);
    }

    @Test
    void handsOutNoClientsAfterItIsClosed() {
        ChimeMessagingServer chime = start();
        chime.client();
        chime.close();

        assertThatIllegalStateException()
                .isThrownBy(chime::client)
                .withMessage("The fake at " + chime.endpoint() + " is closed. Take clients while it runs");
        assertThatIllegalStateException().isThrownBy(chime::asyncClient);
    }

    // App instances

    @Test
    void theAppInstanceHasTheArnThatIsGiven() {
        ChimeMessagingServer chime = start(ChimeMessagingServer.builder().appInstance(SALES));

        assertThat(chime.appInstance().arn()).isEqualTo(SALES);
        assertThat(chime.user("alice").arn()).isEqualTo(SALES + "/user/alice");
    }

    @Test
    void anAppInstanceArnIsMadeUpIfNoneIsGiven() {
        assertThat(start().appInstance().arn())
                .matches("arn:aws:chime:us-east-1:111122223333:app-instance/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    @Test
    void theMadeUpArnHasTheRegionAndAccountThatAreGiven() {
        ChimeMessagingServer chime =
                start(ChimeMessagingServer.builder().region("ap-south-1").account("777788889999"));

        assertThat(chime.appInstance().arn()).startsWith("arn:aws:chime:ap-south-1:777788889999:app-instance/");
    }

    @Test
    void regionAndAccountAreThoseOfTheAppInstanceThatIsGiven() {
        ChimeMessagingServer chime = start(ChimeMessagingServer.builder().appInstance(SALES));

        assertThat(chime.region()).isEqualTo("eu-central-1");
        assertThat(chime.caller().principalArn()).isEqualTo("arn:aws:iam::444455556666:user/test");
    }

    @Test
    void regionAndAccountThatAreGivenWinOverThoseOfTheAppInstance() {
        ChimeMessagingServer chime = start(ChimeMessagingServer.builder()
                .appInstance(SALES)
                .region("us-west-2")
                .account("777788889999"));

        assertThat(chime.region()).isEqualTo("us-west-2");
        assertThat(chime.caller().principalArn()).isEqualTo("arn:aws:iam::777788889999:user/test");
    }

    @Test
    void ofSeveralAppInstancesTheFirstIsTheDefault() {
        ChimeMessagingServer chime =
                start(ChimeMessagingServer.builder().appInstance(SALES).appInstance(SUPPORT));

        assertThat(chime.user("alice").arn()).startsWith(SALES);
        assertThat(chime.appInstance(SUPPORT).user("alice").arn()).isEqualTo(SUPPORT + "/user/alice");
    }

    @Test
    void aUserOfOneAppInstanceHasNoAccessToAnother() {
        ChimeMessagingServer chime =
                start(ChimeMessagingServer.builder().appInstance(SALES).appInstance(SUPPORT));
        ChimeUser alice = chime.user("alice");

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> chime.client().listChannels(listChannels(alice, SUPPORT)));
    }

    @Test
    void anAppInstanceCanBeAddedToARunningFake() {
        ChimeMessagingServer chime = start();
        ChimeAppInstance support = chime.appInstance(SUPPORT);
        ChimeUser alice = support.user("alice");
        ChimeChannel help = support.channel("help").members(alice).create();

        assertThat(chime.client()
                        .describeChannel(describe(alice, help))
                        .channel()
                        .channelArn())
                .isEqualTo(SUPPORT + "/channel/help");
    }

    @Test
    void askingForTheSameAppInstanceTwiceMakesOne() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.appInstance(SUPPORT).user("alice");

        assertThat(chime.appInstance(SUPPORT).user("alice")).isEqualTo(alice);
    }

    @Test
    void anAppInstanceThatTheFakeDoesNotHaveIsForbiddenAndTheExplanationNamesThoseItHas() {
        ChimeMessagingServer chime = start(ChimeMessagingServer.builder().appInstance(SALES));
        ChimeUser alice = chime.user("alice");

        ForbiddenException refusal = catchThrowableOfType(
                ForbiddenException.class, () -> chime.client().createChannel(createChannel(alice, SUPPORT, "help")));

        assertThat(refusal.awsErrorDetails().errorMessage())
                .isEqualTo("You do not have sufficient access to perform this action");
        assertThat(chime.journal().refusals().get(0).refusal().orElseThrow().explanation())
                .isEqualTo("There is no app instance " + SUPPORT + ". App instances: " + SALES + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "chat",
                "arn:aws:chime:us-east-1:111122223333:app-instance",
                "arn:aws:chime:us-east-1:111122223333:app-instance/",
                "arn:aws:chime:us-east-1:111122223333:app-instance/a/user/b",
                "arn:aws:iam::111122223333:user/alice"
            })
    void whatIsNoArnOfAnAppInstanceIsRefused(String arn) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().appInstance(arn))
                .withMessageContaining("\"" + arn + "\"")
                .withMessageContaining("Expected arn:");
    }

    @Test
    void theSameAppInstanceGivenTwiceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        start(ChimeMessagingServer.builder().appInstance(SALES).appInstance(SALES)))
                .withMessage("The app instance " + SALES + " exists already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1234", "11112222333x", "1111222233334"})
    void whatIsNoAccountIdIsRefused(String account) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().account(account))
                .withMessage("account(\"%s\"): expected 12 digits", account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "US East"})
    void whatIsNoRegionIsRefused(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().region(region))
                .withMessage("region(\"%s\"): expected the name of a region, for example us-east-1", region);
    }

    @Test
    void aJournalWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChimeMessagingServer.builder().journalCapacity(0))
                .withMessage("journalCapacity(0): expected at least 1");
    }

    // Users

    @Test
    void theBuildersUsersAreRegistered() {
        ChimeMessagingServer chime = start(ChimeMessagingServer.builder().users("alice", "bob"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.unregistered("bob"))
                .withMessage("unregistered(\"bob\"): this user is registered. Take another id");
    }

    @Test
    void aUserHasExactlyTheIdThatIsGiven() {
        ChimeMessagingServer chime = start();

        ChimeUser user = chime.user("7f.Alice@example.com:_-1");

        assertThat(user.id()).isEqualTo("7f.Alice@example.com:_-1");
        assertThat(user.arn()).isEqualTo(chime.appInstance().arn() + "/user/7f.Alice@example.com:_-1");
        assertThat(user.name()).isEqualTo("7f.Alice@example.com:_-1");
    }

    @Test
    void askingForTheSameUserTwiceRegistersOne() {
        ChimeMessagingServer chime = start();

        assertThat(chime.user("alice")).isEqualTo(chime.user("alice"));
    }

    @Test
    void aUserKeepsItsDisplayName() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice", "Alice Liddell");

        assertThat(chime.user("alice")).isEqualTo(alice).returns("Alice Liddell", ChimeUser::name);
    }

    @Test
    void aUserIsNotRegisteredUnderTwoNames() {
        ChimeMessagingServer chime = start();
        chime.user("alice", "Alice Liddell");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.user("alice", "Alice Cooper"))
                .withMessage("user(\"alice\", \"Alice Cooper\"): this user is registered as \"Alice Liddell\"");
    }

    @Test
    void aBotHasAnArnOfItsOwnKind() {
        ChimeMessagingServer chime = start();

        assertThat(chime.bot("echo").arn()).isEqualTo(chime.appInstance().arn() + "/bot/echo");
    }

    @Test
    void anAdministratorMayWhatItsRoleAllows() {
        ChimeMessagingServer chime = start();
        ChimeUser admin = chime.admin("root");
        ChimeChannel general = chime.channel("general").create();

        assertThat(chime.client()
                        .deleteChannel(
                                request -> request.channelArn(general.arn()).chimeBearer(admin.arn()))
                        .sdkHttpResponse()
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void anIdThatTheServiceWouldNotTakeIsRefused() {
        ChimeMessagingServer chime = start();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> chime.user("not/an/id"))
                .withMessage(
                        "Not a valid id: \"not/an/id\". Expected 1 to 64 letters, digits and : - _ . @, the first and"
                                + " last a letter or digit");
    }

    // Determinism

    private static ChimeMessagingServerBuilder seeded(long seed) {
        return ChimeMessagingServer.builder()
                .seed(seed)
                .users("alice")
                .clock(Clock.fixed(Instant.parse("2026-03-04T05:06:07.089Z"), ZoneOffset.UTC));
    }

    /** A channel, a message in it, the list of its messages, and a refusal: each answer, all but its Date. */
    private static List<String> conversation(ChimeMessagingServer chime) throws IOException, InterruptedException {
        ChimeUser alice = chime.user("alice");
        List<String> answers = new ArrayList<>();
        HttpResponse<String> created = RawRequest.of("POST", "/channels")
                .bearer(alice)
                .body("{\"AppInstanceArn\":\"" + chime.appInstance().arn()
                        + "\",\"Name\":\"general\",\"ClientRequestToken\":\"token\"}")
                .sendTo(chime);
        answers.add(allButDate(created));
        String channelArn = chime.journal()
                .calls()
                .get(0)
                .response()
                .orElseThrow()
                .getValueForField("ChannelArn", String.class)
                .orElseThrow();
        String channel = "/channels/" + URLEncoder.encode(channelArn, UTF_8);
        answers.add(allButDate(RawRequest.of("POST", channel + "/messages")
                .bearer(alice)
                .body("{\"Content\":\"hello\",\"Type\":\"STANDARD\",\"Persistence\":\"PERSISTENT\","
                        + "\"ClientRequestToken\":\"token\"}")
                .sendTo(chime)));
        answers.add(allButDate(
                RawRequest.of("GET", channel + "/messages").bearer(alice).sendTo(chime)));
        answers.add(allButDate(RawRequest.of("GET", channel).sendTo(chime)));
        return answers;
    }

    private static String allButDate(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        return answer.statusCode() + " " + headers + " " + answer.body();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException, InterruptedException {
        List<String> answers = conversation(start(seeded(7)));

        assertThat(answers).extracting(answer -> answer.substring(0, 3)).containsExactly("201", "201", "200", "401");
        assertThat(conversation(start(seeded(7)))).isEqualTo(answers);
    }

    @Test
    void anotherSeedGivesOtherIds() throws IOException, InterruptedException {
        List<String> answers = conversation(start(seeded(7)));
        List<String> others = conversation(start(seeded(8)));

        for (int i = 0; i < answers.size(); i++) {
            assertThat(others.get(i)).isNotEqualTo(answers.get(i));
        }
        assertThat(start(seeded(8)).appInstance().arn())
                .isNotEqualTo(start(seeded(7)).appInstance().arn());
    }

    @Test
    void theAnswersAfterAResetAreThoseOfAFreshFake() throws IOException, InterruptedException {
        ChimeMessagingServer chime = start(seeded(7));
        List<String> first = conversation(chime);

        chime.reset();

        assertThat(conversation(chime)).isEqualTo(first);
    }

    // Copies

    @Test
    void aCopyHoldsWhatTheBaselineHolds() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().by(alice).deny(SEND_CHANNEL_MESSAGE);
        chime.markBaseline();
        ChimeChannel later = chime.channel("later").members(alice).create();

        ChimeMessagingServer copy = copy(chime);

        assertThat(copy.endpoint()).isNotEqualTo(chime.endpoint());
        assertThatExceptionOfType(UnauthorizedClientException.class)
                .isThrownBy(() -> copy.client().sendChannelMessage(send(alice, general, "hello")));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> copy.client().describeChannel(describe(alice, later)));
    }

    @Test
    void aCopyGoesBackToTheSameBaseline() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.markBaseline();
        ChimeMessagingServer copy = copy(chime);
        copy.client().sendChannelMessage(send(alice, general, "hello"));

        copy.reset();

        assertThat(Requests.contents(copy.client(), alice, general)).isEmpty();
    }

    @Test
    void aCopyAndItsOriginalDoNotSeeEachOther() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.permissions().on(SEND_CHANNEL_MESSAGE).allow();
        chime.markBaseline();
        ChimeMessagingServer copy = copy(chime);

        copy.client().sendChannelMessage(send(alice, general, "hello"));
        copy.permissions().clear();

        assertThat(Requests.contents(chime.client(), alice, general)).isEmpty();
        assertThat(chime.journal().calls(SEND_CHANNEL_MESSAGE)).isEmpty();
    }

    @Test
    void aClientOfACopyTakenBeforeItsFirstResetServesOn() {
        ChimeMessagingServer chime = start();
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();
        chime.markBaseline();
        ChimeMessagingServer copy = copy(chime);
        var client = copy.client();

        copy.reset();

        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    private ChimeMessagingServer copy(ChimeMessagingServer chime) {
        ChimeMessagingServer copy = chime.startCopy();
        started.add(copy);
        return copy;
    }
}
