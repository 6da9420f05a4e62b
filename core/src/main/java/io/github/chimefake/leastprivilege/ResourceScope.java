package io.github.chimefake.leastprivilege;

import io.github.chimefake.call.Arn;
import java.util.Optional;
import java.util.Set;

/** How far a policy goes beyond the very resources that were called. */
public enum ResourceScope {
    /** Each user, bot, channel and flow by its own ARN. */
    EXACT {
        @Override
        String resource(Arn arn) {
            return isEveryOne(arn)
                    ? escaped(arn.resource().substring(0, arn.resource().length() - 1)) + "*"
                    : escaped(arn.resource());
        }
    },
    /** Every resource of the same kind in the app instance: {@code app-instance/I/channel/*}. The default. */
    APP_INSTANCE {
        @Override
        String resource(Arn arn) {
            return kind(arn)
                    .map(kind -> escaped(appInstance(arn)) + "/" + kind + "/*")
                    .orElseGet(() -> EXACT.resource(arn));
        }
    },
    /** Every resource of the same kind in the account and region, whatever the app instance: {@code app-instance/*}{@code /channel/*}. */
    ANY_APP_INSTANCE {
        @Override
        String resource(Arn arn) {
            return kind(arn)
                    .map(kind -> "app-instance/*/" + kind + "/*")
                    .orElseGet(() -> arn.type().equals("app-instance") ? "app-instance/*" : EXACT.resource(arn));
        }
    };

    private static final Set<String> KINDS = Set.of("user", "bot", "channel", "channel-flow");

    /** The last component of the ARN that stands for this one. */
    abstract String resource(Arn arn);

    /** The ARN that stands for this one in a policy; {@code *} if there is none; empty if no policy can name it. */
    Optional<String> pattern(String checked) {
        if (checked.equals("*")) {
            return Optional.of(checked);
        }
        return Arn.tryParse(checked)
                .filter(ResourceScope::canBeNamed)
                .map(arn ->
                        new Arn(arn.partition(), arn.service(), arn.region(), arn.account(), resource(arn)).toString());
    }

    /**
     * Wildcards and variables can be escaped in the last component only. The service is not always Amazon Chime: an endpoint of a
     * device is checked on the application of Amazon Pinpoint that is to reach it.
     */
    private static boolean canBeNamed(Arn arn) {
        return !arn.service().isEmpty()
                && (arn.partition() + arn.service() + arn.region() + arn.account())
                        .chars()
                        .allMatch(unit -> unit == '-' || (unit < 128 && Character.isLetterOrDigit(unit)));
    }

    private static Optional<String> kind(Arn arn) {
        return arn.appInstance().map(instance -> arn.type()).filter(KINDS::contains);
    }

    private static String appInstance(Arn arn) {
        return arn.appInstance().orElseThrow().resource();
    }

    /** A list is checked on everything that it may hold, which no escape may narrow to one. */
    private static boolean isEveryOne(Arn arn) {
        return arn.id().equals("*");
    }

    private static String escaped(String resource) {
        StringBuilder text = new StringBuilder();
        resource.chars().forEach(unit -> {
            if (unit == '*' || unit == '?' || unit == '$') {
                text.append("${").append((char) unit).append('}');
            } else {
                text.append((char) unit);
            }
        });
        return text.toString();
    }
}
