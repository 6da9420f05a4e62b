package io.github.chimefake.internal.arn;

import java.util.Optional;

/** An ARN of another kind, or a text that is not an ARN. No app instance, user, bot, channel or channel flow has it. */
public final class OtherArn extends Arn {
    private final Optional<AppInstanceArn> owner;

    OtherArn(String text, Optional<AppInstanceArn> owner) {
        super(text);
        this.owner = owner;
    }

    @Override
    public String id() {
        int slash = text().indexOf('/', Math.max(0, start()));
        return slash < 0 ? "" : text().substring(slash + 1);
    }

    @Override
    public String kind() {
        if (start() < 0) {
            return "";
        }
        int slash = text().indexOf('/', start());
        return text().substring(start(), slash < 0 ? text().length() : slash);
    }

    /** Returns the index of the kind in the text; negative if the text is not an ARN. */
    private int start() {
        return owner.map(appInstance -> appInstance.text().length() + 1)
                .orElseGet(() -> ArnParts.startOfResource(text()));
    }

    @Override
    public Optional<AppInstanceArn> owner() {
        return owner;
    }
}
