package io.github.chimefake.internal.messaging.messages;

import static io.github.chimefake.Operation.LIST_CHANNEL_MESSAGES;

import io.github.chimefake.internal.common.ListScope;
import io.github.chimefake.internal.common.Paging;
import io.github.chimefake.internal.common.Paging.Page;
import io.github.chimefake.internal.messaging.rules.ChannelAccess;
import io.github.chimefake.internal.messaging.rules.Conversation;
import io.github.chimefake.internal.messaging.state.MessageKey;
import io.github.chimefake.internal.messaging.state.MessageLog.Window;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import io.github.chimefake.internal.messaging.views.Views;
import io.github.chimefake.internal.operations.HandlerContext;
import io.github.chimefake.internal.operations.Query;
import java.util.Optional;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.SortOrder;

/**
 * Lists messages in the order of creation, by default the newest first. Documented: edited messages in their latest
 * version, redacted ones without content, deleted ones not at all, targeted ones for sender and target only. Assumed:
 * the time window includes both ends, and is empty if it ends before it begins.
 */
public final class ListChannelMessages extends Query<State, ListChannelMessagesRequest> {
    public ListChannelMessages() {
        super(LIST_CHANNEL_MESSAGES, ListChannelMessagesRequest.class);
    }

    @Override
    public ListChannelMessagesResponse respond(State state, HandlerContext<ListChannelMessagesRequest> context) {
        ListChannelMessagesRequest request = context.request();
        ChannelAccess access = ChannelAccess.permit(state, context);
        Conversation conversation = access.conversation(context, request.subChannelId());
        boolean ascending = request.sortOrder() == SortOrder.ASCENDING;
        Window window = new Window(
                Optional.ofNullable(request.notBefore()).map(MessageKey::firstAt),
                Optional.ofNullable(request.notAfter()).map(MessageKey::lastAt));
        Paging paging = Paging.of(
                operation(),
                ListScope.of(access.channel().arn())
                        .with("SubChannelId", conversation.subChannelId().orElse(null))
                        .with("SortOrder", ascending ? SortOrder.ASCENDING : SortOrder.DESCENDING)
                        .with("NotBefore", request.notBefore())
                        .with("NotAfter", request.notAfter()),
                request.maxResults(),
                request.nextToken());
        Optional<MessageKey> after =
                paging.after().map(key -> MessageKey.tryParse(key).orElseThrow(paging::invalidToken));
        Page<StoredMessage> page = paging.page(
                conversation.visible(window.after(after, ascending), ascending),
                message -> message.key().toString());
        return ListChannelMessagesResponse.builder()
                .channelArn(access.channel().arn().text())
                .subChannelId(request.subChannelId())
                .channelMessages(page.map(message -> Views.summary(state, context.identifiers(), message)))
                .nextToken(page.nextToken())
                .build();
    }
}
