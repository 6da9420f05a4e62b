package io.github.chimefake.internal.arn;

/** The ARN of a bot, {@code …/app-instance/I/bot/B}. */
public final class BotArn extends MemberArn {
    public static final String KIND = "bot";

    BotArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
