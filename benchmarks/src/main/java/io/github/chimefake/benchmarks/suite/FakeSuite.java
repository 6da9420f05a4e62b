package io.github.chimefake.benchmarks.suite;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Twenty test classes over the fake, which the extension resets for each test. */
final class FakeSuite {
    private FakeSuite() {}

    @ChimeMessagingFake
    abstract static class FakeTests {
        private ChimeUser alice;
        private ChimeChannel general;

        @BeforeEach
        void create(ChimeMessagingServer chime) {
            alice = chime.user("alice");
            general = chime.channel("general").members(alice).create();
        }

        @RepeatedTest(TwentyCalls.TESTS_OF_A_CLASS)
        void callsTwentyTimes(ChimeSdkMessagingClient client) {
            TwentyCalls.make(client, alice.arn(), general.arn());
        }
    }

    static final class T01 extends FakeTests {}

    static final class T02 extends FakeTests {}

    static final class T03 extends FakeTests {}

    static final class T04 extends FakeTests {}

    static final class T05 extends FakeTests {}

    static final class T06 extends FakeTests {}

    static final class T07 extends FakeTests {}

    static final class T08 extends FakeTests {}

    static final class T09 extends FakeTests {}

    static final class T10 extends FakeTests {}

    static final class T11 extends FakeTests {}

    static final class T12 extends FakeTests {}

    static final class T13 extends FakeTests {}

    static final class T14 extends FakeTests {}

    static final class T15 extends FakeTests {}

    static final class T16 extends FakeTests {}

    static final class T17 extends FakeTests {}

    static final class T18 extends FakeTests {}

    static final class T19 extends FakeTests {}

    static final class T20 extends FakeTests {}
}
