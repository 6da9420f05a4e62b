package io.github.chimefake.internal.messaging.views;

import io.github.chimefake.internal.arn.ChannelArn;
import io.github.chimefake.internal.arn.ChannelFlowArn;
import io.github.chimefake.internal.arn.MemberArn;
import io.github.chimefake.internal.common.Identifiers;
import io.github.chimefake.internal.directory.AppInstanceUser;
import io.github.chimefake.internal.messaging.state.Appointment;
import io.github.chimefake.internal.messaging.state.ChannelFlowState;
import io.github.chimefake.internal.messaging.state.ChannelState;
import io.github.chimefake.internal.messaging.state.Expiration;
import io.github.chimefake.internal.messaging.state.Membership;
import io.github.chimefake.internal.messaging.state.State;
import io.github.chimefake.internal.messaging.state.StoredMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.chimesdkmessaging.model.AppInstanceUserMembershipSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.Channel;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelAssociatedWithFlowSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelBan;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlow;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelFlowSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembership;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipForAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessage;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessagePersistenceType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatus;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageStatusStructure;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMessageSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModeratedByAppInstanceUserSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelModerator;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelSummary;
import software.amazon.awssdk.services.chimesdkmessaging.model.Identity;
import software.amazon.awssdk.services.chimesdkmessaging.model.Target;

/** Converts the state to the SDK's classes for responses. */
public final class Views {
    private Views() {}

    /** Returns a user with its current name; without a name if it was deleted. */
    public static Identity identity(State state, MemberArn arn) {
        return Identity.builder()
                .arn(arn.text())
                .name(state.user(arn).map(AppInstanceUser::name).orElse(null))
                .build();
    }

    public static @Nullable Identity identity(State state, Optional<MemberArn> arn) {
        return arn.map(known -> identity(state, known)).orElse(null);
    }

    /** Returns a channel. Its last message is the last one that the viewer may see. */
    public static Channel channel(State state, ChannelState channel, MemberArn viewer) {
        return channel(state, channel, Optional.of(viewer));
    }

    /** Returns a channel; without a viewer, messages that only some users may see are ignored. */
    public static Channel channel(State state, ChannelState channel, Optional<MemberArn> viewer) {
        return Channel.builder()
                .channelArn(channel.arn().text())
                .name(channel.attributes().name())
                .mode(channel.attributes().mode())
                .privacy(channel.attributes().privacy())
                .metadata(channel.attributes().metadata().orElse(null))
                .createdBy(identity(state, channel.origin().createdBy()))
                .createdTimestamp(channel.origin().created())
                .lastUpdatedTimestamp(channel.attributes().updated())
                .lastMessageTimestamp(channel.lastMessageVisibleTo(viewer).orElse(null))
                .channelFlowArn(
                        channel.policies().flow().map(ChannelFlowArn::text).orElse(null))
                .elasticChannelConfiguration(channel.origin().elastic().orElse(null))
                .expirationSettings(channel.policies()
                        .expiration()
                        .map(Expiration::settings)
                        .orElse(null))
                .build();
    }

    public static ChannelSummary summary(ChannelState channel, MemberArn viewer) {
        return summary(channel, Optional.of(viewer));
    }

    /** Returns the summary of a channel; without a viewer, messages that only some users may see are ignored. */
    public static ChannelSummary summary(ChannelState channel, Optional<MemberArn> viewer) {
        return ChannelSummary.builder()
                .channelArn(channel.arn().text())
                .name(channel.attributes().name())
                .mode(channel.attributes().mode())
                .privacy(channel.attributes().privacy())
                .metadata(channel.attributes().metadata().orElse(null))
                .lastMessageTimestamp(channel.lastMessageVisibleTo(viewer).orElse(null))
                .build();
    }

    public static ChannelModeratedByAppInstanceUserSummary moderatedSummary(ChannelState channel, MemberArn viewer) {
        return ChannelModeratedByAppInstanceUserSummary.builder()
                .channelSummary(summary(channel, viewer))
                .build();
    }

    /** Returns the summary of a channel with the membership of a user, who must be a member. */
    public static ChannelMembershipForAppInstanceUserSummary membershipSummary(
            ChannelState channel, MemberArn user, MemberArn viewer) {
        Membership membership = channel.members().find(user).orElseThrow();
        return ChannelMembershipForAppInstanceUserSummary.builder()
                .channelSummary(summary(channel, viewer))
                .appInstanceUserMembershipSummary(AppInstanceUserMembershipSummary.builder()
                        .type(membership.type())
                        .subChannelId(anySubChannel(membership))
                        .readMarkerTimestamp(membership.readMarker().orElse(null))
                        .build())
                .build();
    }

    /** Returns a sub-channel of the member. A member of an elastic channel is in one, unless it is a moderator. */
    private static @Nullable String anySubChannel(Membership membership) {
        return membership.subChannels().isEmpty()
                ? null
                : membership.subChannels().first();
    }

    public static ChannelMembership membership(
            State state, ChannelArn channelArn, Membership membership, Optional<String> subChannelId) {
        return ChannelMembership.builder()
                .channelArn(channelArn.text())
                .subChannelId(subChannelId.orElseGet(() -> anySubChannel(membership)))
                .member(identity(state, membership.member()))
                .type(membership.type())
                .invitedBy(identity(state, membership.invitedBy()))
                .createdTimestamp(membership.created())
                .lastUpdatedTimestamp(membership.created())
                .build();
    }

    public static ChannelBan ban(State state, ChannelArn channelArn, Appointment ban) {
        return ChannelBan.builder()
                .channelArn(channelArn.text())
                .member(identity(state, ban.subject()))
                .createdBy(identity(state, ban.createdBy()))
                .createdTimestamp(ban.created())
                .build();
    }

    public static ChannelModerator moderator(State state, ChannelArn channelArn, Appointment moderator) {
        return ChannelModerator.builder()
                .channelArn(channelArn.text())
                .moderator(identity(state, moderator.subject()))
                .createdBy(identity(state, moderator.createdBy()))
                .createdTimestamp(moderator.created())
                .build();
    }

    public static ChannelFlow flow(ChannelFlowState flow) {
        return ChannelFlow.builder()
                .channelFlowArn(flow.arn().text())
                .name(flow.name())
                .processors(flow.processors())
                .createdTimestamp(flow.created())
                .lastUpdatedTimestamp(flow.updated())
                .build();
    }

    public static ChannelFlowSummary flowSummary(ChannelFlowState flow) {
        return ChannelFlowSummary.builder()
                .channelFlowArn(flow.arn().text())
                .name(flow.name())
                .processors(flow.processors())
                .build();
    }

    public static ChannelAssociatedWithFlowSummary flowAssociation(ChannelState channel) {
        return ChannelAssociatedWithFlowSummary.builder()
                .channelArn(channel.arn().text())
                .name(channel.attributes().name())
                .mode(channel.attributes().mode())
                .privacy(channel.attributes().privacy())
                .metadata(channel.attributes().metadata().orElse(null))
                .build();
    }

    public static ChannelMessageStatusStructure status(ChannelMessageStatus status) {
        return ChannelMessageStatusStructure.builder().value(status).build();
    }

    public static ChannelMessageSummary summary(State state, Identifiers identifiers, StoredMessage message) {
        ChannelMessageSummary.Builder summary = ChannelMessageSummary.builder()
                .messageId(identifiers.messageId(message.key().sequence()))
                .content(message.redacted() ? null : message.content())
                .metadata(message.extras().metadata().orElse(null))
                .type(message.type())
                .createdTimestamp(message.key().created())
                .lastUpdatedTimestamp(message.updated())
                .lastEditedTimestamp(message.edited().orElse(null))
                .sender(identity(state, message.sender()))
                .redacted(message.redacted())
                .status(status(message.status()))
                .contentType(message.extras().contentType().orElse(null));
        if (!message.extras().attributes().isEmpty()) {
            summary.messageAttributes(message.extras().attributes());
        }
        message.extras()
                .target()
                .ifPresent(target ->
                        summary.target(Target.builder().memberArn(target.text()).build()));
        return summary.build();
    }

    /** Returns a message, which is persistent, because no others are stored. */
    public static ChannelMessage message(
            State state,
            Identifiers identifiers,
            ChannelArn channelArn,
            Optional<String> subChannelId,
            StoredMessage message) {
        ChannelMessageSummary summary = summary(state, identifiers, message);
        ChannelMessage.Builder all = ChannelMessage.builder()
                .channelArn(channelArn.text())
                .subChannelId(subChannelId.orElse(null))
                .messageId(summary.messageId())
                .content(summary.content())
                .metadata(summary.metadata())
                .type(summary.type())
                .createdTimestamp(summary.createdTimestamp())
                .lastUpdatedTimestamp(summary.lastUpdatedTimestamp())
                .lastEditedTimestamp(summary.lastEditedTimestamp())
                .sender(summary.sender())
                .redacted(summary.redacted())
                .persistence(ChannelMessagePersistenceType.PERSISTENT)
                .status(summary.status())
                .contentType(summary.contentType());
        if (summary.hasMessageAttributes()) {
            all.messageAttributes(summary.messageAttributes());
        }
        if (summary.hasTarget()) {
            all.target(summary.target());
        }
        return all.build();
    }
}
