package io.github.chimefake.examples.readme;

import static io.github.chimefake.sweep.SweepOracle.DUPLICATED;
import static io.github.chimefake.sweep.SweepOracle.HALF_DONE;
import static io.github.chimefake.sweep.SweepOracle.POISONED;
import static io.github.chimefake.sweep.SweepOracle.REPLACED;
import static io.github.chimefake.sweep.SweepOracle.SWALLOWED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import io.github.chimefake.sweep.SweepEngine;
import io.github.chimefake.sweep.SweepOracle;
import io.github.chimefake.sweep.SweepReport;
import io.github.chimefake.sweep.SweepSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/** The snippets of docs/sweep-verdicts.md: each method raises the alarm, and does not once it is fixed. */
@ChimeMessagingFake
class SweepVerdictsPageTest {
    /** The methods with an alarm. */
    static final class Before {
        private final ChimeSdkMessagingClient client;
        private final Map<String, String> names = new HashMap<>();

        void post(String author, String channel, String text, String token) {
            client.sendChannelMessage(request -> request.channelArn(channel)
                    .content(text)
                    .type(ChannelMessageType.STANDARD)
                    .persistence(ChannelMessagePersistenceType.PERSISTENT)
                    .clientRequestToken(token)
                    .chimeBearer(author));
        }

        Before(ChimeSdkMessagingClient client) {
            this.client = client;
        }

        void ban(String host, String channel, String member) {
            try {
                client.createChannelBan(
                        request -> request.channelArn(channel).memberArn(member).chimeBearer(host));
            } catch (SdkException e) {
                System.out.println("could not ban");
            }
        }

        void postPatiently(String author, String channel, String text) {
            try {
                post(author, channel, text, UUID.randomUUID().toString());
            } catch (SdkClientException e) {
                post(author, channel, text, UUID.randomUUID().toString());
            }
        }

        String open(String host, String appInstance, String moderator) {
            String channel = client.createChannel(request ->
                            request.appInstanceArn(appInstance).name("club").chimeBearer(host))
                    .channelArn();
            client.createChannelModerator(request ->
                    request.channelArn(channel).channelModeratorArn(moderator).chimeBearer(host));
            return channel;
        }

        String name(String reader, String channel) {
            if (names.putIfAbsent(channel, "") == null) {
                names.put(
                        channel,
                        client.describeChannel(
                                        request -> request.channelArn(channel).chimeBearer(reader))
                                .channel()
                                .name());
            }
            return names.get(channel);
        }

        void rename(String host, String channel, String name) {
            try {
                client.updateChannel(
                        request -> request.channelArn(channel).name(name).chimeBearer(host));
            } catch (SdkException e) {
                throw new IllegalStateException("could not rename");
            }
        }
    }

    /** The same methods without it. */
    static final class After {
        private final ChimeSdkMessagingClient client;
        private final Map<String, String> names = new HashMap<>();

        After(ChimeSdkMessagingClient client) {
            this.client = client;
        }

        void post(String author, String channel, String text, String token) {
            new Before(client).post(author, channel, text, token);
        }

        void ban(String host, String channel, String member) {
            client.createChannelBan(
                    request -> request.channelArn(channel).memberArn(member).chimeBearer(host));
        }

        void postPatiently(String author, String channel, String text) {
            String token = UUID.randomUUID().toString();
            try {
                post(author, channel, text, token);
            } catch (SdkClientException e) {
                post(author, channel, text, token);
            }
        }

        String open(String host, String appInstance, String moderator) {
            String channel = client.createChannel(request ->
                            request.appInstanceArn(appInstance).name("club").chimeBearer(host))
                    .channelArn();
            try {
                client.createChannelModerator(request -> request.channelArn(channel)
                        .channelModeratorArn(moderator)
                        .chimeBearer(host));
            } catch (SdkException e) {
                client.deleteChannel(request -> request.channelArn(channel).chimeBearer(host));
                throw e;
            }
            return channel;
        }

        String name(String reader, String channel) {
            String name = names.get(channel);
            if (name == null) {
                name = client.describeChannel(
                                request -> request.channelArn(channel).chimeBearer(reader))
                        .channel()
                        .name();
                names.put(channel, name);
            }
            return name;
        }

        void rename(String host, String channel, String name) {
            try {
                client.updateChannel(
                        request -> request.channelArn(channel).name(name).chimeBearer(host));
            } catch (SdkException e) {
                throw new IllegalStateException("could not rename", e);
            }
        }
    }

    private final ChimeMessagingServer chime;

    SweepVerdictsPageTest(ChimeMessagingServer chime) {
        this.chime = chime;
    }

    /** Code under test that uses what the runs of the sweep start with. */
    interface Use {
        Object run(Before before, After after, ChimeChannel general);
    }

    private String bearer() {
        return chime.user("alice").arn();
    }

    private Set<SweepOracle> alarms(Use use) throws Exception {
        SweepReport report = SweepEngine.of("page", SweepSettings.defaults()).sweep(chime, sweep -> {
            ChimeUser alice = chime.user("alice");
            ChimeUser bob = chime.user("bob");
            ChimeChannel general = chime.channel("general")
                    .members(alice, bob)
                    .moderators(alice)
                    .create();
            Before before = new Before(chime.client());
            After after = new After(chime.client());
            sweep.run(() -> use.run(before, after, general)).value();
        });
        return report.alarms().stream()
                .flatMap(verdict -> verdict.alarms().keySet().stream())
                .collect(Collectors.toSet());
    }

    private String bob() {
        return chime.user("bob").arn();
    }

    @Test
    void swallowed() throws Exception {
        assertThat(alarms((before, after, general) -> {
                    before.ban(bearer(), general.arn(), bob());
                    return "banned";
                }))
                .contains(SWALLOWED);
        assertThat(alarms((before, after, general) -> {
                    after.ban(bearer(), general.arn(), bob());
                    return "banned";
                }))
                .isEmpty();
    }

    @Test
    void duplicated() throws Exception {
        assertThat(alarms((before, after, general) -> {
                    before.postPatiently(bearer(), general.arn(), "good morning");
                    return "posted";
                }))
                .contains(DUPLICATED);
        assertThat(alarms((before, after, general) -> {
                    after.postPatiently(bearer(), general.arn(), "good morning");
                    return "posted";
                }))
                .isEmpty();
    }

    @Test
    void halfDone() throws Exception {
        assertThat(alarms((before, after, general) ->
                        before.open(bearer(), chime.appInstance().arn(), bob()).isEmpty()))
                .contains(HALF_DONE);
        assertThat(alarms((before, after, general) ->
                        after.open(bearer(), chime.appInstance().arn(), bob()).isEmpty()))
                .isEmpty();
    }

    @Test
    void poisoned() throws Exception {
        assertThat(alarms((before, after, general) -> before.name(bearer(), general.arn())))
                .contains(POISONED);
        assertThat(alarms((before, after, general) -> after.name(bearer(), general.arn())))
                .isEmpty();
    }

    @Test
    void replaced() throws Exception {
        assertThat(alarms((before, after, general) -> {
                    before.rename(bearer(), general.arn(), "lobby");
                    return "renamed";
                }))
                .contains(REPLACED);
        assertThat(alarms((before, after, general) -> {
                    after.rename(bearer(), general.arn(), "lobby");
                    return "renamed";
                }))
                .isEmpty();
    }
}
