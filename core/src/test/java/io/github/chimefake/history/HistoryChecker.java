package io.github.chimefake.history;

import io.github.chimefake.history.History.Added;
import io.github.chimefake.history.History.Event;
import io.github.chimefake.history.History.Item;
import io.github.chimefake.history.History.Listed;
import io.github.chimefake.history.History.Order;
import io.github.chimefake.history.History.Removed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a history could have happened on a service that loses and repeats nothing. What overlaps in time may have happened
 * in either order; of the rest:
 *
 * <ul>
 *   <li>no two items have the same id;
 *   <li>a listing shows every item that existed throughout, once, saying what it said when it was added;
 *   <li>it shows nothing that was never added, that was added only afterwards, or that was removed before;
 *   <li>it shows them in the order in which they were added, and all listings agree on that order.
 * </ul>
 */
final class HistoryChecker {
    private final Map<String, Added> added = new HashMap<>();
    private final Map<String, Removed> removed = new HashMap<>();
    private final List<Listed> listings = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();

    private HistoryChecker() {}

    /** All that is wrong with the history, in words; empty if nothing is. */
    static List<String> violations(List<Event> history) {
        HistoryChecker checker = new HistoryChecker();
        history.forEach(checker::read);
        checker.listings.forEach(checker::check);
        checker.listings.stream()
                .collect(Collectors.groupingBy(Listed::list))
                .values()
                .forEach(checker::checkAgreement);
        return checker.violations;
    }

    private void read(Event event) {
        if (event instanceof Added add) {
            Added earlier = added.putIfAbsent(add.item().id(), add);
            if (earlier != null) {
                violations.add("id given twice: " + earlier + " and " + add);
            }
        } else if (event instanceof Removed remove) {
            removed.put(remove.id(), remove);
        } else if (event instanceof Listed listing) {
            listings.add(listing);
        }
    }

    private void check(Listed listing) {
        Set<String> seen = new HashSet<>();
        for (Item item : listing.items()) {
            if (!seen.add(item.id())) {
                violations.add("repeated: " + item + " in " + listing);
            }
            checkMayBeSeen(item, listing);
        }
        added.values().stream()
                .filter(add -> existsThroughout(add, listing)
                        && !seen.contains(add.item().id()))
                .forEach(add -> violations.add("lost: " + add + " in " + listing));
        checkOrder(listing);
    }

    private void checkMayBeSeen(Item item, Listed listing) {
        Added add = added.get(item.id());
        if (add == null || !add.list().equals(listing.list())) {
            violations.add("never added: " + item + " in " + listing);
            return;
        }
        if (!add.item().equals(item)) {
            violations.add("changed: " + item + ", which was " + add + ", in " + listing);
        }
        if (listing.when().isBefore(add.when())) {
            violations.add("not added yet: " + add + " in " + listing);
        }
        Removed remove = removed.get(item.id());
        if (remove != null && remove.when().isBefore(listing.when())) {
            violations.add("removed before: " + remove + " in " + listing);
        }
    }

    private boolean existsThroughout(Added add, Listed listing) {
        Removed remove = removed.get(add.item().id());
        return add.list().equals(listing.list())
                && add.when().isBefore(listing.when())
                && (remove == null || listing.when().isBefore(remove.when()));
    }

    private void checkOrder(Listed listing) {
        if (listing.order() == Order.NOT_BY_TIME) {
            return;
        }
        List<Added> oldestFirst = oldestFirst(listing).stream()
                .map(added::get)
                .filter(add -> add != null)
                .toList();
        long latestInvocation = Long.MIN_VALUE;
        for (Added add : oldestFirst) {
            if (add.when().returned() < latestInvocation) {
                violations.add("out of order: " + add + " in " + listing);
            }
            latestInvocation = Math.max(latestInvocation, add.when().invoked());
        }
    }

    private static List<String> oldestFirst(Listed listing) {
        List<String> ids =
                new ArrayList<>(listing.items().stream().map(Item::id).toList());
        if (listing.order() == Order.NEWEST_FIRST) {
            Collections.reverse(ids);
        }
        return ids;
    }

    private void checkAgreement(List<Listed> ofOneList) {
        for (int one = 0; one < ofOneList.size(); one++) {
            for (int other = one + 1; other < ofOneList.size(); other++) {
                List<String> left = oldestFirst(ofOneList.get(one));
                List<String> right = oldestFirst(ofOneList.get(other));
                if (!common(left, right).equals(common(right, left))) {
                    violations.add("no agreement on the order: " + ofOneList.get(one) + " and " + ofOneList.get(other));
                }
            }
        }
    }

    private static List<String> common(List<String> ids, List<String> others) {
        Set<String> wanted = new HashSet<>(others);
        return ids.stream().filter(wanted::contains).distinct().toList();
    }
}
