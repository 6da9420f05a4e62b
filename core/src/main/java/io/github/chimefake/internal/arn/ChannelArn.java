package io.github.chimefake.internal.arn;

/** The ARN of a channel, {@code …/app-instance/I/channel/C}. */
public final class ChannelArn extends ChildArn {
    static final String KIND = "channel";

    ChannelArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
