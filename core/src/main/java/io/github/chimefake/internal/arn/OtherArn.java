package io.github.chimefake.internal.arn;

import java.util.Optional;

/** A text in the place of an ARN that names no app instance, user, bot, channel or channel flow, so that no such resource has it. */
public final class OtherArn extends Arn {
    private final Optional<AppInstanceArn> owner;

    OtherArn(String text, Optional<AppInstanceArn> owner) {
        super(text);
        this.owner = owner;
    }

    @Override
    public String id() {
        int start = owner.map(AppInstanceArn::text)
                .map(String::length)
                .map(end -> end + 1)
                .orElseGet(() -> Math.max(0, ArnParts.startOfResource(text())));
        int slash = text().indexOf('/', start);
        return slash < 0 ? "" : text().substring(slash + 1);
    }

    @Override
    public Optional<AppInstanceArn> owner() {
        return owner;
    }
}
