package io.github.chimefake.messaging;

import io.github.chimefake.call.Arn;
import java.util.Iterator;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.pcollections.TreePMap;

/** Says what there is, for the explanation of a refusal. Shows a few and never looks at many. */
final class Explain {
    private static final int FEW = 5;

    private Explain() {}

    static String appInstances(State state) {
        return "App instances: " + few(state.appInstances(), "", arn -> true) + ".";
    }

    /** Some users of any app instance. */
    static String users(State state) {
        return "Registered: " + few(state.users(), "", arn -> true) + ".";
    }

    /** Users of the app instance that the ARN belongs to; the app instances if it belongs to none of them. */
    static String users(State state, String arn) {
        return known(state, arn)
                .map(appInstance -> "Registered in " + appInstance + ": "
                        + few(state.users(), appInstance + "/", user -> user.startsWith(appInstance + "/")) + ".")
                .orElseGet(() -> appInstances(state));
    }

    /** Channels of the app instance that the ARN belongs to; the app instances if it belongs to none of them. */
    static String channels(State state, String arn) {
        return known(state, arn)
                .map(appInstance -> "Channels of " + appInstance + ": "
                        + few(state.channels(), appInstance + "/", other -> other.startsWith(appInstance + "/")) + ".")
                .orElseGet(() -> appInstances(state));
    }

    /** Flows of the app instance that the ARN belongs to; the app instances if it belongs to none of them. */
    static String flows(State state, String arn) {
        return known(state, arn)
                .map(appInstance -> "Channel flows of " + appInstance + ": "
                        + few(ChannelFlows.of(state, appInstance), "", flow -> true) + ".")
                .orElseGet(() -> appInstances(state));
    }

    private static Optional<String> known(State state, String arn) {
        return Arn.tryParse(arn).flatMap(Arn::appInstance).map(Arn::toString).filter(state.appInstances()::containsKey);
    }

    private static String few(TreePMap<String, ?> all, String from, Predicate<String> belongs) {
        StringJoiner words = new StringJoiner(", ").setEmptyValue("none");
        Iterator<String> arns = all.tailMap(from, true).keySet().iterator();
        for (int shown = 0; arns.hasNext(); shown++) {
            String arn = arns.next();
            if (!belongs.test(arn)) {
                break;
            }
            if (shown == FEW) {
                words.add("…");
                break;
            }
            words.add(arn);
        }
        return words.toString();
    }
}
