package io.github.chimefake.internal.arn;

/** The ARN of a channel flow, {@code …/app-instance/I/channel-flow/F}. */
public final class ChannelFlowArn extends ChildArn {
    public static final String KIND = "channel-flow";

    ChannelFlowArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
