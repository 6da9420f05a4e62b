package io.github.chimefake.history;

import static io.github.chimefake.history.History.Order.NEWEST_FIRST;
import static io.github.chimefake.history.History.Order.NOT_BY_TIME;
import static io.github.chimefake.history.History.Order.OLDEST_FIRST;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.history.History.Added;
import io.github.chimefake.history.History.Event;
import io.github.chimefake.history.History.Interval;
import io.github.chimefake.history.History.Item;
import io.github.chimefake.history.History.Listed;
import io.github.chimefake.history.History.Order;
import io.github.chimefake.history.History.Removed;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The checker must fail on histories that no good service has, and pass those that one may have. */
class HistoryCheckerTest {
    private static Added added(String id, long invoked, long returned) {
        return new Added("general", new Item(id, "content of " + id), new Interval(invoked, returned));
    }

    private static Removed removed(String id, long invoked, long returned) {
        return new Removed("general", id, new Interval(invoked, returned));
    }

    private static Listed listed(Order order, long invoked, long returned, String... ids) {
        return new Listed(
                "general",
                order,
                Stream.of(ids).map(id -> new Item(id, "content of " + id)).toList(),
                new Interval(invoked, returned));
    }

    private static void good(Event... history) {
        assertThat(HistoryChecker.violations(List.of(history))).isEmpty();
    }

    private static void bad(String violation, Event... history) {
        assertThat(HistoryChecker.violations(List.of(history)))
                .as("violations of %s", List.of(history))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found).startsWith(violation));
    }

    @Test
    void whatHappenedInTurnIsSeenInTurn() {
        good(
                added("a", 1, 2),
                listed(OLDEST_FIRST, 3, 4, "a"),
                added("b", 5, 6),
                listed(NEWEST_FIRST, 7, 8, "b", "a"),
                removed("a", 9, 10),
                listed(OLDEST_FIRST, 11, 12, "b"));
    }

    @Test
    void whatOverlapsMayBeSeenOrNot() {
        good(added("a", 1, 4), listed(OLDEST_FIRST, 2, 3), listed(OLDEST_FIRST, 2, 3, "a"));
        good(
                added("a", 1, 2),
                removed("a", 3, 6),
                listed(OLDEST_FIRST, 4, 5),
                listed(OLDEST_FIRST, 4, 5, "a"),
                listed(OLDEST_FIRST, 7, 8));
    }

    @Test
    void whatWasAddedAtTheSameTimeMayStandInEitherOrder() {
        good(added("a", 1, 4), added("b", 2, 3), listed(OLDEST_FIRST, 5, 6, "a", "b"));
        good(added("a", 1, 4), added("b", 2, 3), listed(OLDEST_FIRST, 5, 6, "b", "a"));
    }

    @Test
    void aListThatIsNotOrderedByTimeMayStandInAnyOneOrder() {
        good(added("b", 1, 2), added("a", 3, 4), listed(NOT_BY_TIME, 5, 6, "a", "b"));
    }

    @Test
    void listsAreSeparate() {
        Added elsewhere = new Added("random", new Item("r", "content of r"), new Interval(1, 2));

        good(elsewhere, listed(OLDEST_FIRST, 3, 4));
        bad("never added", elsewhere, listed(OLDEST_FIRST, 3, 4, "r"));
    }

    @Test
    void aMessageThatIsMissingIsLost() {
        bad("lost", added("a", 1, 2), added("b", 3, 4), listed(OLDEST_FIRST, 5, 6, "b"));
        bad("lost", added("a", 1, 2), listed(OLDEST_FIRST, 3, 4), removed("a", 5, 6));
    }

    @Test
    void aMessageThatIsThereTwiceIsRepeated() {
        bad("repeated", added("a", 1, 2), added("b", 3, 4), listed(OLDEST_FIRST, 5, 6, "a", "b", "b"));
    }

    @Test
    void anIdThatWasGivenTwiceIsFound() {
        bad("id given twice", added("a", 1, 2), added("a", 3, 4), listed(OLDEST_FIRST, 5, 6, "a"));
    }

    @Test
    void aMessageThatNobodySentIsFound() {
        bad("never added", listed(OLDEST_FIRST, 1, 2, "ghost"));
    }

    @Test
    void aMessageFromTheFutureIsFound() {
        bad("not added yet", listed(OLDEST_FIRST, 1, 2, "a"), added("a", 3, 4));
    }

    @Test
    void aMessageThatComesBackIsFound() {
        bad("removed before", added("a", 1, 2), removed("a", 3, 4), listed(OLDEST_FIRST, 5, 6, "a"));
    }

    @Test
    void aMessageThatSaysSomethingElseIsFound() {
        Listed other =
                new Listed("general", OLDEST_FIRST, List.of(new Item("a", "something else")), new Interval(3, 4));

        bad("changed", added("a", 1, 2), other);
    }

    @Test
    void messagesOutOfOrderAreFoundAlsoWhereTheyAreNoNeighbors() {
        bad("out of order", added("a", 1, 2), added("b", 3, 4), listed(OLDEST_FIRST, 5, 6, "b", "a"));
        bad("out of order", added("a", 1, 2), added("b", 3, 4), listed(NEWEST_FIRST, 5, 6, "a", "b"));
        bad(
                "out of order",
                added("a", 1, 2),
                added("x", 1, 9),
                added("b", 3, 4),
                listed(OLDEST_FIRST, 10, 11, "b", "x", "a"));
    }

    @Test
    void listingsThatDisagreeOnTheOrderAreFound() {
        bad(
                "no agreement",
                added("a", 1, 4),
                added("b", 2, 3),
                listed(OLDEST_FIRST, 5, 6, "a", "b"),
                listed(NEWEST_FIRST, 7, 8, "a", "b"));
    }
}
