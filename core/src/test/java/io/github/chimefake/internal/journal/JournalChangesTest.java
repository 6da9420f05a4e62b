package io.github.chimefake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.background.FinishedWork;
import io.github.chimefake.internal.exchange.Call;
import io.github.chimefake.internal.exchange.CallFixture;
import io.github.chimefake.internal.lifetime.FakeLifetime;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class JournalChangesTest {
    private final DefaultJournal journal = new DefaultJournal(10, true, new FakeLifetime());
    private final JournalChanges changes = journal.changes();

    private boolean isAChange(Runnable action) throws InterruptedException {
        JournalChanges.Moment before = changes.now();
        action.run();
        return changes.awaitAfter(before, 1);
    }

    @Test
    void everythingThatIsRecordedIsAChange() throws Exception {
        Optional<Call> call =
                Optional.of(CallFixture.of(Operation.LIST_CHANNELS).bind());
        JournalAttempt attempt = AttemptFixture.succeeded().build();

        assertThat(isAChange(() -> journal.record(call.get().http(), call, attempt)))
                .isTrue();
        assertThat(isAChange(() -> journal.recordLate(call.get().http(), call, attempt)))
                .isTrue();
        assertThat(isAChange(journal::clear)).isTrue();
        assertThat(isAChange(changes::end)).isTrue();
        assertThat(isAChange(journal::calls)).isFalse();
        assertThat(changes.now().resets()).isOne();
        assertThat(changes.now().ended()).isTrue();
    }

    @Test
    void backgroundWorkIsAChange() throws Exception {
        assertThat(isAChange(() -> journal.recordWork(FinishedWork.of("this", "was done", "a call"))))
                .isTrue();
    }

    @Test
    void theEndOfACallIsAChangeButNotItsBegin() throws Exception {
        assertThat(isAChange(changes::callBegins)).isFalse();
        assertThat(isAChange(changes::callEnds)).isTrue();
        assertThat(isAChange(changes::callEnds)).isFalse();
    }

    @Test
    void callsUnderWayAreThoseOfOtherThreads() {
        changes.callBegins();
        CompletableFuture.runAsync(changes::callBegins).join();

        assertThat(changes.now().callsUnderWay()).isOne();
    }

    @Test
    void aWaitingThreadIsWokenByAChange() throws Exception {
        JournalChanges.Moment before = changes.now();
        CompletableFuture<Void> other = CompletableFuture.runAsync(changes::end);

        assertThat(changes.awaitAfter(before, Long.MAX_VALUE)).isTrue();
        other.join();
    }
}
