package io.github.chimefake.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.call.ChimeError;
import io.github.chimefake.call.ChimeUser;
import io.github.chimefake.call.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.BatchCreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMembershipType;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.CreateChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelMembershipRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelModeratorRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.GetChannelMessageStatusRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMembershipsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelMessagesRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelModeratorsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListChannelsRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.RedactChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelMessageRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UpdateChannelRequest;

/**
 * Who may do what, role by role, in each kind of channel. The table is to be held beside the role tables of the developer
 * guide; it says nothing of how the rules are written down.
 */
class RoleMatrixTest {
    /**
     * One row per call. {@code Y} allowed, {@code -} refused, {@code pub} in PUBLIC channels, {@code unr} in UNRESTRICTED
     * channels, {@code 409} already so, {@code 409*} the same where it may add itself. The callers are no members except in the columns that say so.
     */
    // spotless:off
    private static final String TABLE = """
            call                                  | admin | moderator | moderating member | member | hidden member | non-member
            UpdateChannel                         | Y     | Y         | Y                 | -      | -             | -
            DeleteChannel                         | Y     | Y         | Y                 | -      | -             | -
            DescribeChannel                       | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannels PUBLIC                   | Y     | Y         | Y                 | Y      | Y             | Y
            ListChannels PRIVATE                  | Y     | -         | -                 | -      | -             | -
            CreateChannelMembership of another    | Y     | Y         | Y                 | unr    | unr           | -
            CreateChannelMembership of oneself    | Y     | Y         | 409               | 409*   | 409*          | pub
            BatchCreateChannelMembership          | Y     | Y         | Y                 | unr    | unr           | -
            DescribeChannelMembership             | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannelMemberships                | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannelMemberships HIDDEN         | Y     | Y         | Y                 | -      | -             | -
            DeleteChannelMembership of another    | Y     | Y         | Y                 | unr    | unr           | -
            DeleteChannelMembership of oneself    | 409   | 409       | Y                 | Y      | Y             | -
            SendChannelMessage                    | -     | -         | Y                 | Y      | -             | -
            GetChannelMessage                     | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannelMessages                   | Y     | Y         | Y                 | Y      | Y             | pub
            UpdateChannelMessage of another       | -     | -         | -                 | -      | -             | -
            UpdateChannelMessage of one's own     | Y     | Y         | Y                 | Y      | -             | -
            RedactChannelMessage of another       | Y     | Y         | Y                 | -      | -             | -
            RedactChannelMessage of one's own     | Y     | Y         | Y                 | Y      | Y             | -
            DeleteChannelMessage of another       | Y     | -         | -                 | -      | -             | -
            DeleteChannelMessage of one's own     | Y     | -         | -                 | -      | -             | -
            GetChannelMessageStatus of another    | -     | -         | -                 | -      | -             | -
            GetChannelMessageStatus of one's own  | Y     | Y         | Y                 | Y      | Y             | Y
            CreateChannelModerator                | Y     | -         | Y                 | -      | -             | -
            DeleteChannelModerator                | Y     | Y         | Y                 | -      | -             | -
            DescribeChannelModerator              | Y     | Y         | Y                 | -      | -             | -
            ListChannelModerators                 | Y     | Y         | Y                 | -      | -             | -
            """;
    // spotless:on

    private static final Map<String, BiFunction<Scene, String, ChimeSdkMessagingRequest>> CALLS = calls();

    /** A channel with one of everything, and somebody who calls. */
    record Scene(ServiceFixture chime, String channel, ChimeUser caller, String othersMessage, String ownMessage) {
        static final String OTHER = ServiceFixture.CHAT.child("user", "other").toString();
        static final String STRANGER =
                ServiceFixture.CHAT.child("user", "stranger").toString();

        static Scene of(String role, ChannelPrivacy privacy, ChannelMode mode) {
            ServiceFixture chime = new ServiceFixture();
            ChimeUser other = chime.user("other");
            chime.user("stranger");
            ChimeUser caller = role.equals("admin") ? chime.admin("caller") : chime.user("caller");
            boolean member = role.equals("member") || role.equals("moderating member");
            List<ChimeUser> members = member ? List.of(other, caller) : List.of(other);
            List<ChimeUser> moderators = role.startsWith("moderat") ? List.of(other, caller) : List.of(other);
            String channel = chime.create(chime.channel("c")
                    .withPrivacy(privacy)
                    .withMode(mode)
                    .withMembers(members)
                    .withHiddenMembers(role.equals("hidden member") ? List.of(caller) : List.of())
                    .withModerators(moderators));
            return new Scene(
                    chime,
                    channel,
                    caller,
                    chime.service.sendMessage(MessageSeed.of(channel, OTHER, "theirs")),
                    chime.service.sendMessage(MessageSeed.of(channel, caller.arn(), "mine")));
        }
    }

    @ParameterizedTest(name = "{0}: {1} in a {2} {3} channel: {4}")
    @MethodSource("cells")
    void aRoleMayDoExactlyWhatTheTableSays(
            String call, String role, ChannelPrivacy privacy, ChannelMode mode, String cell) {
        Scene scene = Scene.of(role, privacy, mode);
        ChimeSdkMessagingRequest request =
                CALLS.get(call).apply(scene, scene.caller().arn());

        Optional<ChimeError> expected = switch (cell) {
            case "Y" -> Optional.empty();
            case "pub" -> refusedUnless(privacy == ChannelPrivacy.PUBLIC);
            case "unr" -> refusedUnless(mode == ChannelMode.UNRESTRICTED);
            case "409*" ->
                privacy == ChannelPrivacy.PUBLIC || mode == ChannelMode.UNRESTRICTED
                        ? Optional.of(ChimeError.CONFLICT)
                        : Optional.of(ChimeError.FORBIDDEN);
            case "409" -> Optional.of(ChimeError.CONFLICT);
            default -> Optional.of(ChimeError.FORBIDDEN);
        };
        assertThat(scene.chime().outcome(request)).isEqualTo(expected);
        if (expected.equals(Optional.of(ChimeError.FORBIDDEN))) {
            Refusal refusal = scene.chime().refusal(request);
            assertThat(refusal.message()).isEqualTo("You do not have sufficient access to perform this action");
            assertThat(refusal.explanation()).contains(scene.caller().arn());
        }
    }

    private static Optional<ChimeError> refusedUnless(boolean allowed) {
        return allowed ? Optional.empty() : Optional.of(ChimeError.FORBIDDEN);
    }

    static Stream<Object[]> cells() {
        List<String[]> rows = TABLE.lines().map(line -> line.split("\\|")).toList();
        String[] roles = rows.get(0);
        List<Object[]> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                for (ChannelPrivacy privacy : ChannelPrivacy.knownValues()) {
                    for (ChannelMode mode : ChannelMode.knownValues()) {
                        cells.add(
                                new Object[] {row[0].strip(), roles[column].strip(), privacy, mode, row[column].strip()
                                });
                    }
                }
            }
        }
        return cells.stream();
    }

    private static Map<String, BiFunction<Scene, String, ChimeSdkMessagingRequest>> calls() {
        return Map.ofEntries(
                Map.entry(
                        "UpdateChannel",
                        (scene, caller) -> UpdateChannelRequest.builder()
                                .channelArn(scene.channel())
                                .name("new")
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "DeleteChannel",
                        (scene, caller) -> DeleteChannelRequest.builder()
                                .channelArn(scene.channel())
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "DescribeChannel",
                        (scene, caller) -> DescribeChannelRequest.builder()
                                .channelArn(scene.channel())
                                .chimeBearer(caller)
                                .build()),
                Map.entry("ListChannels PUBLIC", (scene, caller) -> listChannels(caller, ChannelPrivacy.PUBLIC)),
                Map.entry("ListChannels PRIVATE", (scene, caller) -> listChannels(caller, ChannelPrivacy.PRIVATE)),
                Map.entry("CreateChannelMembership of another", (scene, caller) -> join(scene, caller, Scene.STRANGER)),
                Map.entry("CreateChannelMembership of oneself", (scene, caller) -> join(scene, caller, caller)),
                Map.entry(
                        "BatchCreateChannelMembership",
                        (scene, caller) -> BatchCreateChannelMembershipRequest.builder()
                                .channelArn(scene.channel())
                                .memberArns(Scene.STRANGER)
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "DescribeChannelMembership",
                        (scene, caller) -> DescribeChannelMembershipRequest.builder()
                                .channelArn(scene.channel())
                                .memberArn(Scene.OTHER)
                                .chimeBearer(caller)
                                .build()),
                Map.entry("ListChannelMemberships", (scene, caller) -> listMembers(scene, caller, null)),
                Map.entry(
                        "ListChannelMemberships HIDDEN",
                        (scene, caller) -> listMembers(scene, caller, ChannelMembershipType.HIDDEN)),
                Map.entry("DeleteChannelMembership of another", (scene, caller) -> leave(scene, caller, Scene.OTHER)),
                Map.entry("DeleteChannelMembership of oneself", (scene, caller) -> leave(scene, caller, caller)),
                Map.entry(
                        "SendChannelMessage",
                        (scene, caller) -> scene.chime()
                                .message(scene.channel(), ChimeUser.of(caller), "hello")
                                .build()),
                Map.entry(
                        "GetChannelMessage",
                        (scene, caller) -> GetChannelMessageRequest.builder()
                                .channelArn(scene.channel())
                                .messageId(scene.othersMessage())
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "ListChannelMessages",
                        (scene, caller) -> ListChannelMessagesRequest.builder()
                                .channelArn(scene.channel())
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "UpdateChannelMessage of another",
                        (scene, caller) -> edit(scene, caller, scene.othersMessage())),
                Map.entry(
                        "UpdateChannelMessage of one's own",
                        (scene, caller) -> edit(scene, caller, scene.ownMessage())),
                Map.entry(
                        "RedactChannelMessage of another",
                        (scene, caller) -> redact(scene, caller, scene.othersMessage())),
                Map.entry(
                        "RedactChannelMessage of one's own",
                        (scene, caller) -> redact(scene, caller, scene.ownMessage())),
                Map.entry(
                        "DeleteChannelMessage of another",
                        (scene, caller) -> delete(scene, caller, scene.othersMessage())),
                Map.entry(
                        "DeleteChannelMessage of one's own",
                        (scene, caller) -> delete(scene, caller, scene.ownMessage())),
                Map.entry(
                        "GetChannelMessageStatus of another",
                        (scene, caller) -> status(scene, caller, scene.othersMessage())),
                Map.entry(
                        "GetChannelMessageStatus of one's own",
                        (scene, caller) -> status(scene, caller, scene.ownMessage())),
                Map.entry(
                        "CreateChannelModerator",
                        (scene, caller) -> CreateChannelModeratorRequest.builder()
                                .channelArn(scene.channel())
                                .channelModeratorArn(Scene.STRANGER)
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "DeleteChannelModerator",
                        (scene, caller) -> DeleteChannelModeratorRequest.builder()
                                .channelArn(scene.channel())
                                .channelModeratorArn(Scene.OTHER)
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "DescribeChannelModerator",
                        (scene, caller) -> DescribeChannelModeratorRequest.builder()
                                .channelArn(scene.channel())
                                .channelModeratorArn(Scene.OTHER)
                                .chimeBearer(caller)
                                .build()),
                Map.entry(
                        "ListChannelModerators",
                        (scene, caller) -> ListChannelModeratorsRequest.builder()
                                .channelArn(scene.channel())
                                .chimeBearer(caller)
                                .build()));
    }

    private static ListChannelsRequest listChannels(String caller, ChannelPrivacy privacy) {
        return ListChannelsRequest.builder()
                .appInstanceArn(ServiceFixture.CHAT.toString())
                .privacy(privacy)
                .chimeBearer(caller)
                .build();
    }

    private static CreateChannelMembershipRequest join(Scene scene, String caller, String member) {
        return CreateChannelMembershipRequest.builder()
                .channelArn(scene.channel())
                .memberArn(member)
                .type(ChannelMembershipType.DEFAULT)
                .chimeBearer(caller)
                .build();
    }

    private static ListChannelMembershipsRequest listMembers(Scene scene, String caller, ChannelMembershipType type) {
        return ListChannelMembershipsRequest.builder()
                .channelArn(scene.channel())
                .type(type)
                .chimeBearer(caller)
                .build();
    }

    private static DeleteChannelMembershipRequest leave(Scene scene, String caller, String member) {
        return DeleteChannelMembershipRequest.builder()
                .channelArn(scene.channel())
                .memberArn(member)
                .chimeBearer(caller)
                .build();
    }

    private static UpdateChannelMessageRequest edit(Scene scene, String caller, String message) {
        return UpdateChannelMessageRequest.builder()
                .channelArn(scene.channel())
                .messageId(message)
                .content("edited")
                .chimeBearer(caller)
                .build();
    }

    private static RedactChannelMessageRequest redact(Scene scene, String caller, String message) {
        return RedactChannelMessageRequest.builder()
                .channelArn(scene.channel())
                .messageId(message)
                .chimeBearer(caller)
                .build();
    }

    private static DeleteChannelMessageRequest delete(Scene scene, String caller, String message) {
        return DeleteChannelMessageRequest.builder()
                .channelArn(scene.channel())
                .messageId(message)
                .chimeBearer(caller)
                .build();
    }

    private static GetChannelMessageStatusRequest status(Scene scene, String caller, String message) {
        return GetChannelMessageStatusRequest.builder()
                .channelArn(scene.channel())
                .messageId(message)
                .chimeBearer(caller)
                .build();
    }
}
