package io.github.chimefake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalNotesTest {
    private static JournalSocket note(String text, boolean ordinary) {
        return new JournalSocket(new SocketNote(text, Optional.empty(), ordinary), 0);
    }

    @Test
    void ordinaryNotesDropNoOthersAndTheOrderIsKept() {
        JournalNotes notes = new JournalNotes(2);
        notes.add(note("denied", false));
        notes.add(note("sent 1", true));
        notes.add(note("sent 2", true));
        notes.add(note("denied again", false));
        notes.add(note("sent 3", true));

        assertThat(notes.all())
                .extracting(JournalNote::texts)
                .containsExactly("denied", "sent 2", "denied again", "sent 3");
        assertThat(notes.dropped()).isOne();
    }
}
