package io.github.chimefake.internal.arn;

import java.util.Optional;

/** The ARN of a resource that belongs to an app instance. */
public abstract sealed class ChildArn extends Arn permits MemberArn, ChannelArn, ChannelFlowArn {
    private final AppInstanceArn appInstance;
    private final String id;

    ChildArn(AppInstanceArn appInstance, String text, String id) {
        super(text);
        this.appInstance = appInstance;
        this.id = id;
    }

    /** Returns the app instance that this resource belongs to. */
    public final AppInstanceArn appInstance() {
        return appInstance;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Optional<AppInstanceArn> owner() {
        return Optional.of(appInstance);
    }
}
