package io.github.chimefake.internal.arn;

import java.util.Optional;

/**
 * The ARN of an app instance, {@code arn:aws:chime:us-east-1:111122223333:app-instance/I}. Creates the ARNs of its
 * resources.
 */
public final class AppInstanceArn extends Arn {
    public static final String KIND = "app-instance";

    static final String PREFIX = KIND + "/";

    /** The resource part of an ARN for all app instances, for policies. */
    public static final String EVERY = PREFIX + "*";

    private final String id;

    AppInstanceArn(String text, String id) {
        super(text);
        this.id = id;
    }

    /** Returns the ARN of an app instance of Amazon Chime in this region and account. */
    public static AppInstanceArn of(String region, String account, String id) {
        ArnParts parts = new ArnParts(Partitions.of(region), "chime", region, account, PREFIX + id);
        return new AppInstanceArn(parts.toString(), id);
    }

    /** Returns the pattern that stands for every app instance of an account in policies. */
    public static String every(String partition, String region, String account) {
        return new ArnParts(partition, "chime", region, account, EVERY).toString();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Returns the components, for example the region. */
    public ArnParts parts() {
        return ArnParts.parse(text());
    }

    @Override
    public Optional<AppInstanceArn> owner() {
        return Optional.of(this);
    }

    /** Returns the ARN of a user of this app instance. */
    public UserArn user(String userId) {
        return new UserArn(this, below(UserArn.KIND, userId), userId);
    }

    /** Returns the ARN of a bot of this app instance. */
    public BotArn bot(String botId) {
        return new BotArn(this, below(BotArn.KIND, botId), botId);
    }

    /** Returns the ARN of a channel of this app instance. */
    public ChannelArn channel(String channelId) {
        return new ChannelArn(this, below(ChannelArn.KIND, channelId), channelId);
    }

    /** Returns the ARN of a channel flow of this app instance. */
    public ChannelFlowArn channelFlow(String channelFlowId) {
        return new ChannelFlowArn(this, below(ChannelFlowArn.KIND, channelFlowId), channelFlowId);
    }
}
