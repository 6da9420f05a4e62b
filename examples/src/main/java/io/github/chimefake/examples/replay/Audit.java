package io.github.chimefake.examples.replay;

import io.github.chimefake.examples.chat.ChatMessage;
import io.github.chimefake.examples.chat.ChatService;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsResponse;

/** Reads a channel with the SDK and compares it with the transcript. */
final class Audit {
    private final ChimeSdkMessagingClient client;
    private final String auditor;

    /**
     * Creates an audit.
     *
     * @param auditor the ARN of an administrator
     */
    Audit(ChimeSdkMessagingClient client, String auditor) {
        this.client = client;
        this.auditor = auditor;
    }

    /** Returns the differences, one on each line; empty if there are none. */
    List<String> differences(String name, String arn, ExpectedChannel expected) {
        List<String> differences = new ArrayList<>();
        compare(differences, name + ", members", expected.members(), members(arn));
        compare(differences, name + ", moderators", expected.moderators(), moderators(arn));
        List<ExpectedMessage> messages = expected.messages();
        List<ChatMessage> stored = new ChatService(client).history(auditor, arn).toList();
        compare(differences, name + ", number of messages", messages.size(), stored.size());
        for (int i = 0; i < Math.min(messages.size(), stored.size()); i++) {
            compare(differences, name + ", message " + (i + 1), lineOf(messages.get(i)), lineOf(stored.get(i)));
        }
        return differences;
    }

    private static void compare(List<String> differences, String what, Object expected, Object stored) {
        if (!Objects.equals(expected, stored)) {
            differences.add(what + ": the transcript expects " + expected + ", but stored is " + stored);
        }
    }

    private static String lineOf(ExpectedMessage message) {
        return line(message.author(), message.text(), message.edited(), message.redacted());
    }

    private static String lineOf(ChatMessage message) {
        return line(nameOf(message.author()), message.text(), message.edited(), message.redacted());
    }

    private static String line(String author, String text, boolean edited, boolean redacted) {
        return "\"" + author + ": " + (redacted ? "(redacted)" : text) + (edited ? " (edited)" : "") + "\"";
    }

    private SortedSet<String> members(String channelArn) {
        return names(
                token -> client.listChannelMemberships(request -> request.channelArn(channelArn)
                        .nextToken(token.orElse(null))
                        .chimeBearer(auditor)),
                ListChannelMembershipsResponse::nextToken,
                page -> page.channelMemberships().stream()
                        .map(membership -> membership.member().arn())
                        .toList());
    }

    private SortedSet<String> moderators(String channelArn) {
        return names(
                token -> client.listChannelModerators(request -> request.channelArn(channelArn)
                        .nextToken(token.orElse(null))
                        .chimeBearer(auditor)),
                ListChannelModeratorsResponse::nextToken,
                page -> page.channelModerators().stream()
                        .map(appointment -> appointment.moderator().arn())
                        .toList());
    }

    private static <P> SortedSet<String> names(
            Function<Optional<String>, P> pageAt, Function<P, String> nextToken, Function<P, List<String>> arns) {
        SortedSet<String> names = new TreeSet<>();
        Optional<String> token = Optional.empty();
        do {
            P page = pageAt.apply(token);
            arns.apply(page).forEach(arn -> names.add(nameOf(arn)));
            token = Optional.ofNullable(nextToken.apply(page));
        } while (token.isPresent());
        return names;
    }

    private static String nameOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
