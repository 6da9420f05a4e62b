package io.github.chimefake.internal.server;

import io.github.chimefake.internal.arn.AppInstanceArn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks for settings of a fake that contradict each other. Such settings are errors, because otherwise one of them
 * would be ignored silently.
 */
public final class SettingsConflicts {
    private SettingsConflicts() {}

    /**
     * Checks settings against each other.
     *
     * @param region the region, if one was set
     * @param account the account, if one was set
     * @throws IllegalStateException if settings contradict each other
     * @throws IllegalArgumentException if a user is named twice
     */
    public static void reject(
            Optional<String> region,
            Optional<String> account,
            List<AppInstanceArn> appInstances,
            boolean withoutAppInstance,
            List<String> users) {
        if (withoutAppInstance && !(appInstances.isEmpty() && users.isEmpty())) {
            throw new IllegalStateException("withoutAppInstance(), but with app instances " + appInstances
                    + " and users " + users + ": leave out one of them");
        }
        requireOneRegion(region, appInstances);
        account.ifPresent(id -> appInstances.stream().findFirst().ifPresent(first -> requireAccount(id, first)));
        requireEachOnce(users);
    }

    private static void requireOneRegion(Optional<String> region, List<AppInstanceArn> appInstances) {
        List<AppInstanceArn> located = new ArrayList<>(appInstances);
        located.removeIf(arn -> arn.parts().region().isEmpty());
        for (AppInstanceArn arn : located) {
            region.filter(name -> !name.equals(arn.parts().region())).ifPresent(name -> {
                throw new IllegalStateException("region(\"" + name + "\") contradicts appInstance(\"" + arn
                        + "\"), which is in " + arn.parts().region()
                        + ": a fake serves one region. Leave region(…) out, or use an app instance in " + name);
            });
            if (!arn.parts().region().equals(located.get(0).parts().region())) {
                throw new IllegalStateException("appInstance(\"" + located.get(0) + "\") contradicts appInstance(\""
                        + arn + "\"): a fake serves one region, and these are in two. Start one fake for each region");
            }
        }
    }

    /**
     * Checks the account of the first app instance. Others may belong to different accounts, because an endpoint serves
     * all accounts in its region.
     */
    private static void requireAccount(String account, AppInstanceArn first) {
        if (!first.parts().account().isEmpty() && !first.parts().account().equals(account)) {
            throw new IllegalStateException("account(\"" + account + "\") contradicts appInstance(\"" + first
                    + "\"), which belongs to account " + first.parts().account()
                    + ": the default app instance belongs to the"
                    + " account of the fake's callers. Leave account(…) out, or use an app instance of account "
                    + account);
        }
    }

    private static void requireEachOnce(List<String> users) {
        Set<String> named = new HashSet<>();
        users.stream().filter(id -> !named.add(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException(
                    "users(…) names \"" + id + "\" twice: each id belongs to one user. Name every user once");
        });
    }
}
