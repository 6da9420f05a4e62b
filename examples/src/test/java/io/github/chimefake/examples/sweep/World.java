package io.github.chimefake.examples.sweep;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingAsyncClient;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageType;

/**
 * What each case starts with: three users, and two channels that alice moderates; bob is a member of the first.
 * The objects of the code under test are new in each world.
 */
public final class World {
    private final ChimeMessagingServer chime;
    private final ChimeUser alice;
    private final ChimeUser bob;
    private final ChimeUser carol;
    private final ChimeChannel general;
    private final ChimeChannel archive;
    private final CorrectPosts posts;
    private final CorrectRooms rooms;
    private final MutatedPosts mutatedPosts;
    private final MutatedRooms mutatedRooms;
    private final WrittenBugs written;
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    World(ChimeMessagingServer chime) {
        this.chime = chime;
        this.alice = chime.user("alice");
        this.bob = chime.user("bob");
        this.carol = chime.user("carol");
        this.general =
                chime.channel("general").members(alice, bob).moderators(alice).create();
        this.archive = chime.channel("archive").members(alice).moderators(alice).create();
        ChimeSdkMessagingClient client = chime.clients().client();
        ChimeSdkMessagingAsyncClient async = chime.clients().asyncClient();
        ChimeSdkIdentityClient identity = chime.clients().identityClient();
        this.posts = new CorrectPosts(client, async);
        this.rooms = new CorrectRooms(client, identity);
        this.mutatedPosts = new MutatedPosts(client, async);
        this.mutatedRooms = new MutatedRooms(client, identity);
        this.written = new WrittenBugs(client);
    }

    /** Returns the service of a type, the same one each time. */
    public <S> S service(Class<S> type, Supplier<? extends S> creation) {
        return type.cast(services.computeIfAbsent(type, key -> creation.get()));
    }

    /** Adds three messages to the first channel. */
    void addMessages() {
        for (String text : List.of("one", "two", "three")) {
            chime.client()
                    .sendChannelMessage(request -> request.channelArn(general.arn())
                            .content(text)
                            .type(ChannelMessageType.STANDARD)
                            .persistence(ChannelMessagePersistenceType.PERSISTENT)
                            .chimeBearer(bob.arn()));
        }
    }

    /** Returns the fake. */
    public ChimeMessagingServer chime() {
        return chime;
    }

    /** Returns the ARN of the app instance. */
    public String appInstance() {
        return chime.appInstance().arn();
    }

    /** Returns the ARN of alice, who moderates both channels. */
    public String alice() {
        return alice.arn();
    }

    /** Returns the ARN of bob, who is a member of the first channel. */
    public String bob() {
        return bob.arn();
    }

    /** Returns the ARN of carol, who is a member of no channel. */
    public String carol() {
        return carol.arn();
    }

    /** Returns the ARN of the first channel. */
    public String general() {
        return general.arn();
    }

    /** Returns the ARN of the second channel. */
    public String archive() {
        return archive.arn();
    }

    CorrectPosts posts() {
        return posts;
    }

    CorrectRooms rooms() {
        return rooms;
    }

    MutatedPosts mutatedPosts() {
        return mutatedPosts;
    }

    MutatedRooms mutatedRooms() {
        return mutatedRooms;
    }

    WrittenBugs written() {
        return written;
    }
}
