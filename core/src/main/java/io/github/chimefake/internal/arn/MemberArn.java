package io.github.chimefake.internal.arn;

/** The ARN of a user or bot: the ARN of a bearer, a member, a moderator or an admin. */
public abstract sealed class MemberArn extends ChildArn permits UserArn, BotArn {
    MemberArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }
}
