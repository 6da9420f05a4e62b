package io.github.chimefake.examples.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A channel as it should be after the transcript. */
final class ExpectedChannel {
    private final SortedSet<String> members = new TreeSet<>();
    private final SortedSet<String> moderators = new TreeSet<>();
    private final List<ExpectedMessage> messages = new ArrayList<>();

    ExpectedChannel(String host) {
        members.add(host);
        moderators.add(host);
    }

    SortedSet<String> members() {
        return members;
    }

    SortedSet<String> moderators() {
        return moderators;
    }

    List<ExpectedMessage> messages() {
        return messages;
    }

    void say(String author, Optional<String> label, String text) {
        messages.add(new ExpectedMessage(author, label, text, false, false));
    }

    void edit(String label, String text) {
        replace(label, message -> message.edit(text));
    }

    void redact(String label) {
        replace(label, ExpectedMessage::redact);
    }

    void delete(String label) {
        messages.removeIf(message -> message.label().equals(Optional.of(label)));
    }

    private void replace(String label, UnaryOperator<ExpectedMessage> change) {
        messages.replaceAll(message -> message.label().equals(Optional.of(label)) ? change.apply(message) : message);
    }
}
