package io.github.chimefake.internal.arn;

/** The ARN of a user or bot: of a bearer, a member, a moderator or an admin, which both can be. */
public abstract sealed class MemberArn extends ChildArn permits UserArn, BotArn {
    MemberArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }
}
