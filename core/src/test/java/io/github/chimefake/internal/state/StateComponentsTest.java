package io.github.chimefake.internal.state;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.access.callers.Callers;
import io.github.chimefake.internal.json.Json;
import io.github.chimefake.internal.json.JsonArray;
import io.github.chimefake.internal.json.JsonObject;
import io.github.chimefake.internal.json.JsonValue;
import io.github.chimefake.internal.json.MalformedJsonException;
import io.github.chimefake.internal.messaging.state.State;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds what the fake stores and the state does not show. Who adds a component says here where it is shown, or why it is not. */
class StateComponentsTest {
    /** For each component of a record that is stored, the member of the JSON that shows it; after a !, why none does. */
    private static final String SHOWN = """
            State.sequence ! counts ids; a channel that was created and deleted would leave a difference
            State.directory = users
            State.appInstances = appInstances
            State.links ! an index of members, moderators and bans
            State.channels = channels
            State.flows = channelFlows
            State.pendingDeletions ! what is due was done before
            State.setup = settings
            State.PendingDeletions.expirations ! an index of expirations
            State.PendingDeletions.deletedChannels ! links to channels that are deleted
            State.PendingDeletions.postponed ! was done before
            State.Setup.settings = settings
            State.Setup.functions ! code of the test
            MessagingSettings.messagingSessionEndpoint = messagingSessionEndpoint
            MessagingSettings.openDirectory = openDirectory
            MessagingSettings.roles = roles
            RoleOverrides.cells = roles
            RoleOverrides.Cell.operation = LIST_CHANNEL_MODERATORS
            RoleOverrides.Cell.role = MEMBER
            Directory.appInstances = appInstances
            Directory.users = users
            Directory.tags = tags
            Directory.sequence ! counts ids
            Directory.recentRequests ! client request tokens: how requests are recognized
            Directory.pendingDeletions ! what is due was done before
            Directory.settings = settings
            IdentitySettings.newUsersValidAfter = newUsersValidAfter
            IdentitySettings.repeatedCreationFails = repeatedCreationFails
            IdentitySettings.quotas = quotas
            ResourceQuotas.changed = quotas
            PendingDeletions.expirations ! an index of expirations
            PendingDeletions.deleted ! was done before
            ExpirationEntry.when ! an index of expirations
            ExpirationEntry.arn ! an index of expirations
            RecentRequests.recent ! client request tokens
            RecentRequests.earlier ! client request tokens
            RecentRequests.count ! client request tokens
            RecentRequests.Token.operation ! client request tokens
            RecentRequests.Token.bearer ! client request tokens
            RecentRequests.Token.resource ! client request tokens
            RecentRequests.Token.value ! client request tokens
            RecentRequests.Remembered.request ! client request tokens
            RecentRequests.Remembered.response ! client request tokens
            RecentRequests.Remembered.number ! client request tokens
            AppInstance.arn = arn
            AppInstance.profile = name
            AppInstance.admins ! an index of the users that are administrators
            AppInstance.retention = retentionDays
            Profile.name = name
            Profile.metadata = metadata
            Profile.created = created
            Profile.updated = updated
            Retention.period = retentionDays
            Retention.deletedBefore = messagesDeletedBefore
            Retention.Period.days = retentionDays
            Retention.Period.deletionStart = retentionDeletionStart
            AppInstanceUser.arn = arn
            AppInstanceUser.profile = name
            AppInstanceUser.adminSince = adminSince
            AppInstanceUser.lifetime = validFrom
            AppInstanceUser.configuration = lexBot
            AppInstanceUser.endpoints = endpoints
            Lifetime.validFrom = validFrom
            Lifetime.expirationDays = expirationDays
            BotConfiguration.lexBotAliasArn = aliasArn
            BotConfiguration.localeId = localeId
            BotConfiguration.invokedBy = invokedByStandardMessages
            BotConfiguration.respondsTo = respondsTo
            BotConfiguration.welcomeIntent = welcomeIntent
            BotConfiguration.InvokedBy.standardMessages = invokedByStandardMessages
            BotConfiguration.InvokedBy.targetedMessages = invokedByTargetedMessages
            UserEndpoint.id = id
            UserEndpoint.name = name
            UserEndpoint.device = type
            UserEndpoint.allowMessages = allowMessages
            UserEndpoint.created = created
            UserEndpoint.updated = updated
            UserEndpoint.Device.type = type
            UserEndpoint.Device.resourceArn = resourceArn
            UserEndpoint.Device.token ! a secret
            UserEndpoint.Device.voipToken ! a secret
            AppInstanceMessaging.arn = arn
            AppInstanceMessaging.channels ! an index of channels
            AppInstanceMessaging.streaming = streamingConfigurations
            AppInstanceMessaging.recentRequests ! client request tokens: how requests are recognized
            AppInstanceMessaging.ChannelIndex.publicChannels ! an index of channels
            AppInstanceMessaging.ChannelIndex.privateChannels ! an index of channels
            AppInstanceMessaging.ChannelIndex.elastic ! an index of channels
            ChannelLinks.memberOf ! an index of members
            ChannelLinks.moderatorOf ! an index of moderators
            ChannelLinks.bannedFrom ! an index of bans
            ChannelState.origin = arn
            ChannelState.attributes = name
            ChannelState.policies = expiration
            ChannelState.moderators = moderators
            ChannelState.bans = bans
            ChannelState.members = members
            ChannelState.log = messages
            ChannelState.subChannels = subChannels
            ChannelState.processing = messagesInFlow
            ChannelState.Origin.arn = arn
            ChannelState.Origin.createdBy = createdBy
            ChannelState.Origin.created = created
            ChannelState.Origin.elastic = elasticConfiguration
            ChannelState.Attributes.name = name
            ChannelState.Attributes.mode = mode
            ChannelState.Attributes.privacy = privacy
            ChannelState.Attributes.metadata = metadata
            ChannelState.Attributes.updated = updated
            ChannelState.Policies.expiration = expiration
            ChannelState.Policies.flow = channelFlowArn
            Expiration.settings = expiration
            Expiration.due ! when to look next; follows from the settings and the messages
            Appointment.subject = user
            Appointment.createdBy = createdBy
            Appointment.created = created
            Members.visible = members
            Members.hidden = members
            Membership.member = user
            Membership.type = type
            Membership.invitedBy = invitedBy
            Membership.created = created
            Membership.readMarker = readMarker
            Membership.preferences = preferences
            Membership.subChannels = subChannels
            MessageLog.bySequence = messages
            MessageLog.forEveryone ! an index of messages
            MessageLog.forViewer ! an index of messages
            MessageKey.createdMillis = created
            MessageKey.sequence = id
            StoredMessage.key = id
            StoredMessage.sender = sender
            StoredMessage.type = type
            StoredMessage.content = content
            StoredMessage.extras = attributes
            StoredMessage.status = status
            StoredMessage.redacted = redacted
            StoredMessage.updatedMillis = updated
            StoredMessage.editedMillis = edited
            StoredMessage.Extras.metadata = metadata
            StoredMessage.Extras.contentType = contentType
            StoredMessage.Extras.attributes = attributes
            StoredMessage.Extras.target = target
            SubChannel.id = subChannels
            SubChannel.members = subChannels
            SubChannel.regularMembers ! counts members
            SubChannel.log = messages
            Processing.byCallback = messagesInFlow
            Processing.callbacks ! an index of messages in a flow
            Processing.Task.callbackId = callbackId
            Processing.Task.subChannelId = subChannel
            Processing.Task.message = message
            Processing.Task.persistent = persistent
            Processing.Task.update = update
            Processing.Task.processors = processors
            Processing.Task.since = since
            ChannelFlowState.arn = arn
            ChannelFlowState.created = created
            ChannelFlowState.name = name
            ChannelFlowState.processors = processors
            ChannelFlowState.updated = updated
            ChannelFlowState.channels ! an index of the channels that name the flow
            Callers.Snapshot.keys = callers
            Callers.Snapshot.registeredOnly ! how requests are checked, as rules and faults
            Callers.Snapshot.webIdentities ! secrets
            CallerKeys.byAccessKey = accessKeys
            CallerKeys.current = accessKeys
            CallerKeys.secrets ! a setting of the builder, which no call changes
            CallerKeys.AccessKey.caller = callers
            CallerKeys.AccessKey.status = status
            CallerKeys.AccessKey.lifetime ! follows from issued and expiration
            Caller.principalArn = principalArn
            Caller.uniqueId = uniqueId
            Caller.accessKeyId = id
            Caller.secretAccessKey ! a secret
            Caller.sessionToken ! a secret
            Caller.issued = issued
            Caller.tags = tags
            Caller.expiration = expiration
            Caller.contextKeys = contextKeys
            Caller.registry ! connects a caller with its fake
            """;

    private static final List<Class<?>> VALUES = List.of(
            AccessKeyValue.class,
            AppInstanceValue.class,
            AppointmentValue.class,
            CallerValue.class,
            ChannelFlowValue.class,
            ChannelValue.class,
            EndpointValue.class,
            LexBotValue.class,
            MembershipValue.class,
            MessageInFlowValue.class,
            MessageValue.class,
            SettingsValue.class,
            UserValue.class);

    /** Returns the components of a record and of each record that it is made from. */
    private static Set<String> components(Class<?>... roots) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Stream.of(roots).forEach(root -> add(root, found));
        return found.stream()
                .flatMap(type ->
                        Stream.of(type.getRecordComponents()).map(component -> name(type) + "." + component.getName()))
                .collect(toCollection(TreeSet::new));
    }

    private static void add(Type type, Set<Class<?>> found) {
        if (type instanceof ParameterizedType generic) {
            add(generic.getRawType(), found);
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> add(argument, found));
        } else if (type instanceof Class<?> record && record.isRecord() && found.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                add(component.getGenericType(), found);
            }
        }
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        SHOWN.lines().forEach(line -> {
            String[] words = line.split(" ", 2);
            shown.put(words[0], words[1]);
        });
        return shown;
    }

    private static Set<String> membersOfTheFile() throws IOException, MalformedJsonException {
        Set<String> members = new TreeSet<>();
        addMembers(Json.parse(Files.readString(Path.of("src/test/resources/state/every-kind.json"))), members);
        return members;
    }

    private static void addMembers(JsonValue value, Set<String> members) {
        if (value instanceof JsonObject object) {
            object.members().forEach((name, member) -> {
                members.add(name);
                addMembers(member, members);
            });
        } else if (value instanceof JsonArray array) {
            array.items().forEach(item -> addMembers(item, members));
        }
    }

    @Test
    void eachComponentOfTheStateIsShownOrLeftOutForAReason() {
        assertThat(components(State.class, Callers.Snapshot.class))
                .containsExactlyInAnyOrderElementsOf(shown().keySet());
    }

    @Test
    void whatIsShownIsInTheJson() throws IOException, MalformedJsonException {
        Set<String> members = membersOfTheFile();

        assertThat(shown()).allSatisfy((component, how) -> {
            if (!how.startsWith("! ")) {
                assertThat(members).as(component).contains(how.substring("= ".length()));
            }
        });
    }

    @Test
    void eachComponentOfAValueIsInTheJsonUnderItsName() throws IOException, MalformedJsonException {
        Set<String> members = membersOfTheFile();

        assertThat(VALUES)
                .allSatisfy(value -> assertThat(value.getRecordComponents())
                        .extracting(RecordComponent::getName)
                        .as(value.getSimpleName())
                        .isSubsetOf(members));
    }
}
