package io.github.chimefake.internal.control.calls;

import io.github.chimefake.ChimeCaller;
import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.TestIsolation;
import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.objects.References;
import io.github.chimefake.internal.control.schema.Fields;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/**
 * Finds what requests name: users and channels by their ids in the default app instance or by their ARNs.
 *
 * @param fake the fake
 */
public record Names(ControlledFake fake) {
    private static final String APP_INSTANCE = "arn:[\\w-]+:chime:[\\w-]*:\\w*:app-instance/[\\w.@:-]+";
    private static final Pattern APP_INSTANCE_ARN = Pattern.compile(APP_INSTANCE);
    private static final Pattern BEARER_ARN = Pattern.compile(APP_INSTANCE + "/(user|bot)/[\\w.@:-]+");
    private static final Pattern CHANNEL_ARN = Pattern.compile(APP_INSTANCE + "/channel/[\\w.@:-]+");

    /** Returns the user or bot in a member, which need not be registered. */
    public ChimeUser user(Fields fields, String member) {
        String arn = checked(fields, member, "user", BEARER_ARN, References::userArn);
        return fake.chime()
                .state()
                .user(arn)
                .map(stored -> ChimeUser.of(stored.arn(), stored.name()))
                .orElseGet(() -> ChimeUser.of(arn));
    }

    /** Returns the user or bot in a member, which must be registered unless it may be missing. */
    public ChimeUser user(Fields fields, String member, boolean mayBeMissing) {
        ChimeUser user = user(fields, member);
        if (!mayBeMissing) {
            require(fields, member, () -> TestIsolation.of(fake.chime()).requireUser(user));
        }
        return user;
    }

    /** Returns the ARN of the channel in a member, which need not exist. */
    public String channel(Fields fields, String member) {
        return checked(fields, member, "channel", CHANNEL_ARN, (appInstance, id) -> appInstance + "/channel/" + id);
    }

    /** Returns the ARN of the channel in a member, which must exist unless it may be missing. */
    public String channel(Fields fields, String member, boolean mayBeMissing) {
        String arn = channel(fields, member);
        if (!mayBeMissing) {
            require(fields, member, () -> TestIsolation.of(fake.chime()).requireChannel(ChimeChannel.of(arn)));
        }
        return arn;
    }

    /** Returns the ARN of the app instance in a member. */
    public String appInstance(Fields fields, String member) {
        String arn = fields.string(member);
        if (!APP_INSTANCE_ARN.matcher(arn).matches()) {
            throw fields.invalid(
                    member,
                    "\"" + arn + "\" was received; expected the ARN of an app instance, for example"
                            + " \"arn:aws:chime:us-east-1:111122223333:app-instance/chat\"");
        }
        return arn;
    }

    /** Returns the registered caller in a member. */
    public ChimeCaller caller(Fields fields, String member) {
        return fake.references().caller(fields, member);
    }

    private static void require(Fields fields, String member, Runnable check) {
        fields.check(member, () -> {
            try {
                check.run();
                return true;
            } catch (IllegalArgumentException missing) {
                throw new IllegalArgumentException(
                        missing.getMessage() + " If it is created later, add \"mayBeMissing\": true", missing);
            }
        });
    }

    private String checked(
            Fields fields, String member, String type, Pattern expected, BinaryOperator<String> inAppInstance) {
        String given = fields.string(member);
        String arn = given.startsWith("arn:") ? given : inAppInstance.apply(defaultAppInstance(fields, member), given);
        if (!expected.matcher(arn).matches()) {
            throw fields.invalid(
                    member,
                    "\"" + given + "\" was received; expected the id or the ARN of a " + type
                            + ", for example \"" + example(type) + "\" or"
                            + " \"arn:aws:chime:us-east-1:111122223333:app-instance/chat/" + type + "/" + example(type)
                            + "\"");
        }
        return arn;
    }

    private static String example(String type) {
        return type.equals("user") ? "alice" : "general";
    }

    private String defaultAppInstance(Fields fields, String member) {
        try {
            return fake.chime().appInstance().arn();
        } catch (IllegalStateException none) {
            throw fields.invalid(
                    member,
                    "\"" + fields.string(member) + "\" was received, an id in the default app instance, but the fake"
                            + " was started without one; expected an ARN");
        }
    }
}
