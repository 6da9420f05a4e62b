package io.github.chimefake.examples.replay;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.Operation;
import io.github.chimefake.Registration;
import io.github.chimefake.examples.chat.ChatResult;
import io.github.chimefake.examples.chat.ChatResult.Done;
import io.github.chimefake.examples.chat.ChatService;
import io.github.chimefake.examples.chat.MessagePage;
import io.github.chimefake.faults.Faults;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The context of a replay: the fake, the chat service, and the resources for the names of the transcript. */
final class Stage {
    /** Small, so that reading a channel needs several pages. */
    private static final int PAGE_SIZE = 30;

    private final ChimeMessagingServer chime;
    private final ChatService chat;
    private final Map<String, ChimeUser> cast = new HashMap<>();
    private final Map<String, String> channelArns = new HashMap<>();
    private final Map<String, String> messageIds = new HashMap<>();
    private final Deque<Registration> denials = new ArrayDeque<>();

    Stage(ChimeMessagingServer chime) {
        this.chime = chime;
        this.chat = new ChatService(chime.client(), PAGE_SIZE);
    }

    ChatService chat() {
        return chat;
    }

    Faults faults() {
        return chime.faults();
    }

    String appInstance() {
        return chime.appInstance().arn();
    }

    void register(String name) {
        cast.put(name, chime.user(name));
    }

    void registerAdmin(String name) {
        cast.put(name, chime.appInstance().admin(name));
    }

    void introduceStranger(String name) {
        cast.put(name, chime.appInstance().unregistered(name));
    }

    void deny(String name, Operation operation) {
        denials.push(chime.permissions().by(user(name)).deny(operation));
    }

    void allow() {
        denials.pop().close();
    }

    ChatResult<String> opened(String channel, ChatResult<String> result) {
        if (result instanceof Done<String> done) {
            channelArns.put(channel, done.value());
        }
        return result;
    }

    ChatResult<String> posted(Optional<String> label, ChatResult<String> result) {
        if (result instanceof Done<String> done) {
            label.ifPresent(name -> messageIds.put(name, done.value()));
        }
        return result;
    }

    ChatResult<MessagePage> readAll(String reader, String channel) {
        ChatResult<MessagePage> page = chat.read(arn(reader), channelArn(channel));
        while (page instanceof Done<MessagePage> done
                && done.value().nextToken().isPresent()) {
            page = chat.read(
                    arn(reader), channelArn(channel), done.value().nextToken().get());
        }
        return page;
    }

    /** Returns the text with the names of the transcript instead of ARNs. */
    String withNames(String text) {
        String named = text;
        for (Map.Entry<String, ChimeUser> user : cast.entrySet()) {
            named = named.replaceAll(Pattern.quote(user.getValue().arn()) + "\\b", user.getKey());
        }
        for (Map.Entry<String, String> channel : channelArns.entrySet()) {
            named = named.replace(channel.getValue(), channel.getKey());
        }
        return named.replaceAll(Pattern.quote(appInstance()) + "(?!/)", "the app instance");
    }

    String arn(String name) {
        return user(name).arn();
    }

    private ChimeUser user(String name) {
        return find(cast, name, "No user");
    }

    String channelArn(String name) {
        return find(channelArns, name, "No channel");
    }

    String messageId(String label) {
        return find(messageIds, label, "No message");
    }

    private static <V> V find(Map<String, V> known, String name, String complaint) {
        V value = known.get(name);
        if (value == null) {
            throw new IllegalArgumentException(complaint + " is called \"" + name + "\". Known: " + known.keySet());
        }
        return value;
    }
}
