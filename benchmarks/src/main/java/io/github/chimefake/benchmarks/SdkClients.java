package io.github.chimefake.benchmarks;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What the SDK takes in a fresh JVM, beside the fake: to be built, and for a first call. */
final class SdkClients {
    static final String START = "start";
    static final String BUILD = "build";
    static final String FIRST_CALL = "first call";
    static final String SECOND_CALL = "second call";

    private SdkClients() {}

    public static void main(String[] arguments) {
        long began = System.nanoTime();
        try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
            print(START, began);
            ChimeUser alice = chime.user("alice");
            ChimeChannel general = chime.channel("general").members(alice).create();
            long made = System.nanoTime();
            ChimeSdkMessagingClient client = chime.client();
            long built = print(BUILD, made);
            describe(client, general, alice);
            long called = print(FIRST_CALL, built);
            describe(client, general, alice);
            print(SECOND_CALL, called);
        }
    }

    private static void describe(ChimeSdkMessagingClient client, ChimeChannel channel, ChimeUser bearer) {
        client.describeChannel(request -> request.channelArn(channel.arn()).chimeBearer(bearer.arn()));
    }

    private static long print(String name, long since) {
        long now = System.nanoTime();
        System.out.println(name + "=" + (now - since) / 1e6);
        return System.nanoTime();
    }
}
