package io.github.chimefake;

import static io.github.chimefake.Requests.listChannels;
import static io.github.chimefake.Requests.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.chimefake.testing.Fakes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.UnauthorizedClientException;

@Tag("slow")
class ServerLifecycleTest {
    @RegisterExtension
    private final Fakes fakes = new Fakes();

    // Where it listens

    @Test
    void listensOnAFreePortOfItsOwn() {
        assertThat(fakes.startOnOwnServer().endpoint().getPort()).isPositive();
        assertThat(fakes.startOnOwnServer().endpoint())
                .isNotEqualTo(fakes.startOnOwnServer().endpoint());
    }

    @Test
    void listensOnTheOneLoopbackAddressAndOnNoOther() throws IOException {
        ChimeMessagingServer chime = fakes.startOnOwnServer();

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
        ChimeMessagingServer earlier = fakes.startOnOwnServer();
        int free = earlier.endpoint().getPort();
        earlier.close();

        assertThat(fakes.start(ChimeMessagingServer.builder().port(free))
                        .endpoint()
                        .getPort())
                .isEqualTo(free);
    }

    @Test
    void aPortInUseIsReportedWithWhatToDo() {
        int taken = fakes.startOnOwnServer().endpoint().getPort();

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> fakes.start(ChimeMessagingServer.builder().port(taken)))
                .withMessage(
                        "Port %d is in use: something listens at 127.0.0.1:%d already. Stop it, or choose another port, or"
                                + " 0 for a free one",
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
        ChimeMessagingServer one = fakes.startOnOwnServer();
        ChimeMessagingServer other = fakes.startOnOwnServer();
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
        ChimeMessagingServer one = fakes.startOnOwnServer();
        ChimeMessagingServer other = fakes.startOnOwnServer();
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
        ChimeMessagingServer one = fakes.startOnOwnServer();
        ChimeMessagingServer other = fakes.startOnOwnServer();
        ChimeUser alice = one.user("alice");

        one.client().listChannels(listChannels(alice, one.appInstance().arn()));

        assertThat(one.journal().calls()).hasSize(1);
        assertThat(other.journal().calls()).isEmpty();
    }

    // Its end

    @Test
    void nothingListensAfterItIsClosed() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        InetSocketAddress address = loopback(chime);

        chime.close();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
    }

    @Test
    void stoppingIsClosing() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        InetSocketAddress address = loopback(chime);

        chime.stop();

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(address));
    }

    @Test
    void closingTwiceDoesNothing() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        chime.client();
        chime.asyncClient();

        chime.close();
        chime.close();
    }

    @Test
    void saysWhereItRanAfterItIsClosed() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        String words = "ChimeMessagingServer at " + chime.endpoint();

        chime.close();

        assertThat(chime).hasToString(words);
    }

    @Test
    void theJournalCanBeReadAfterItIsClosed() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        ChimeUser alice = chime.user("alice");
        chime.client().listChannels(listChannels(alice, chime.appInstance().arn()));

        chime.close();

        assertThat(chime.journal().calls()).hasSize(1);
    }

    @Test
    void handsOutNoClientsAfterItIsClosed() {
        ChimeMessagingServer chime = fakes.startOnOwnServer();
        chime.client();
        chime.close();

        assertThatIllegalStateException()
                .isThrownBy(chime::client)
                .withMessage("client(): the fake at " + chime.endpoint()
                        + " is closed. Call this before close() or stop(), or start another fake");
        assertThatIllegalStateException().isThrownBy(chime::asyncClient);
    }
}
