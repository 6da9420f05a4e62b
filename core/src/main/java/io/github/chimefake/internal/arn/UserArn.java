package io.github.chimefake.internal.arn;

/** The ARN of a user, {@code …/app-instance/I/user/U}. */
public final class UserArn extends MemberArn {
    public static final String KIND = "user";

    UserArn(AppInstanceArn appInstance, String text, String id) {
        super(appInstance, text, id);
    }

    @Override
    public String kind() {
        return KIND;
    }
}
