package io.github.chimefake.internal.messaging.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeService;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.messaging.RoleMatrixScene;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelMode;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChannelPrivacy;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;

/**
 * Who may do what, role by role, in each kind of channel. The table is to be held beside the role tables of the
 * developer guide; it says nothing of how the rules are written down.
 */
class RoleMatrixTest {
    /**
     * One row per call. {@code Y} allowed, {@code -} refused, {@code pub} in PUBLIC channels, {@code unr} in
     * UNRESTRICTED channels, {@code 409} already so, {@code 409*} the same where it may add itself. Callers are no
     * members except in the columns that say so. {@code 400} would be allowed in an elastic channel, {@code 404}
     * nothing there, {@code 404*} the same where it may look.
     */
    // spotless:off
    private static final String TABLE = """
            call                                                   | admin | moderator | moderating member | member | hidden member | non-member
            UpdateChannel                                          | Y     | Y         | Y                 | -      | -             | -
            DeleteChannel                                          | Y     | Y         | Y                 | -      | -             | -
            DescribeChannel                                        | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannels PUBLIC                                    | Y     | Y         | Y                 | Y      | Y             | Y
            ListChannels PRIVATE                                   | Y     | -         | -                 | -      | -             | -
            CreateChannelMembership of another                     | Y     | Y         | Y                 | unr    | unr           | -
            CreateChannelMembership of oneself                     | Y     | Y         | 409               | 409*   | 409*          | pub
            BatchCreateChannelMembership                           | Y     | Y         | Y                 | unr    | unr           | -
            DescribeChannelMembership of another                   | Y     | Y         | Y                 | Y      | Y             | pub
            DescribeChannelMembership of oneself                   | 404   | 404       | Y                 | Y      | Y             | 404*
            ListChannelMemberships                                 | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannelMemberships HIDDEN                          | Y     | Y         | Y                 | -      | -             | -
            DeleteChannelMembership of another                     | Y     | Y         | Y                 | unr    | unr           | -
            DeleteChannelMembership of oneself                     | 409   | 409       | Y                 | Y      | Y             | -
            SendChannelMessage                                     | -     | -         | Y                 | Y      | -             | -
            GetChannelMessage of another                           | Y     | Y         | Y                 | Y      | Y             | pub
            GetChannelMessage of one's own                         | Y     | Y         | Y                 | Y      | Y             | pub
            ListChannelMessages                                    | Y     | Y         | Y                 | Y      | Y             | pub
            UpdateChannelMessage of another                        | -     | -         | -                 | -      | -             | -
            UpdateChannelMessage of one's own                      | Y     | Y         | Y                 | Y      | -             | -
            RedactChannelMessage of another                        | Y     | Y         | Y                 | -      | -             | -
            RedactChannelMessage of one's own                      | Y     | Y         | Y                 | Y      | Y             | -
            DeleteChannelMessage of another                        | Y     | -         | -                 | -      | -             | -
            DeleteChannelMessage of one's own                      | Y     | -         | -                 | -      | -             | -
            GetChannelMessageStatus of another                     | -     | -         | -                 | -      | -             | -
            GetChannelMessageStatus of one's own                   | Y     | Y         | Y                 | Y      | Y             | Y
            CreateChannelModerator                                 | Y     | -         | Y                 | -      | -             | -
            DeleteChannelModerator                                 | Y     | Y         | Y                 | -      | -             | -
            DescribeChannelModerator                               | Y     | Y         | Y                 | -      | -             | -
            ListChannelModerators                                  | Y     | Y         | Y                 | -      | -             | -
            ListChannelMembershipsForAppInstanceUser of another    | Y     | -         | -                 | -      | -             | -
            ListChannelMembershipsForAppInstanceUser of oneself    | Y     | Y         | Y                 | Y      | Y             | Y
            DescribeChannelMembershipForAppInstanceUser of another | Y     | -         | -                 | -      | -             | -
            DescribeChannelMembershipForAppInstanceUser of oneself | -     | -         | Y                 | Y      | Y             | -
            ListChannelsModeratedByAppInstanceUser of another      | Y     | -         | -                 | -      | -             | -
            ListChannelsModeratedByAppInstanceUser of oneself      | Y     | Y         | Y                 | Y      | Y             | Y
            DescribeChannelModeratedByAppInstanceUser of another   | Y     | Y         | Y                 | Y      | Y             | -
            DescribeChannelModeratedByAppInstanceUser of oneself   | -     | Y         | Y                 | -      | -             | -
            CreateChannelBan                                       | Y     | Y         | Y                 | -      | -             | -
            DeleteChannelBan                                       | Y     | Y         | Y                 | -      | -             | -
            DescribeChannelBan                                     | Y     | Y         | Y                 | -      | -             | -
            ListChannelBans                                        | Y     | Y         | Y                 | -      | -             | -
            UpdateChannelReadMarker                                | -     | -         | Y                 | Y      | Y             | -
            GetChannelMembershipPreferences of another             | -     | -         | -                 | -      | -             | -
            GetChannelMembershipPreferences of oneself             | -     | -         | Y                 | Y      | Y             | -
            PutChannelMembershipPreferences of another             | -     | -         | -                 | -      | -             | -
            PutChannelMembershipPreferences of oneself             | -     | -         | Y                 | Y      | Y             | -
            PutChannelExpirationSettings                           | Y     | Y         | Y                 | -      | -             | -
            AssociateChannelFlow                                   | Y     | Y         | Y                 | -      | -             | -
            DisassociateChannelFlow                                | 409   | 409       | 409               | -      | -             | -
            ListSubChannels                                        | 400   | 400       | 400               | -      | -             | -
            """;
    // spotless:on

    @ParameterizedTest(name = "{0}: {1} in a {2} {3} channel: {4}")
    @MethodSource("cells")
    void aRoleMayDoExactlyWhatTheTableSays(
            String call, String role, ChannelPrivacy privacy, ChannelMode mode, String cell) {
        RoleMatrixScene scene = RoleMatrixScene.of(role, privacy, mode);
        ChimeSdkMessagingRequest request = scene.request(call);

        Optional<ChimeError> expected = switch (cell) {
            case "Y" -> Optional.empty();
            case "pub" -> refusedUnless(privacy == ChannelPrivacy.PUBLIC);
            case "unr" -> refusedUnless(mode == ChannelMode.UNRESTRICTED);
            case "409*" ->
                privacy == ChannelPrivacy.PUBLIC || mode == ChannelMode.UNRESTRICTED
                        ? Optional.of(ChimeError.CONFLICT)
                        : Optional.of(ChimeError.FORBIDDEN);
            case "400" -> Optional.of(ChimeError.BAD_REQUEST);
            case "404" -> Optional.of(ChimeError.NOT_FOUND);
            case "404*" -> Optional.of(privacy == ChannelPrivacy.PUBLIC ? ChimeError.NOT_FOUND : ChimeError.FORBIDDEN);
            case "409" -> Optional.of(ChimeError.CONFLICT);
            case "-" -> Optional.of(ChimeError.FORBIDDEN);
            default -> throw new IllegalArgumentException("No cell reads " + cell);
        };
        assertThat(scene.chime().outcome(request)).isEqualTo(expected);
        if (expected.equals(Optional.of(ChimeError.FORBIDDEN))) {
            ServiceError serviceError = scene.chime().serviceError(request);
            assertThat(serviceError.message()).isEqualTo("You do not have sufficient access to perform this action");
            assertThat(serviceError.explanation()).contains(scene.caller().arn());
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

    @Test
    void whatNobodyKnowsIsMarkedAsAssumed() {
        Stream<String> assumed = ChimeService.MESSAGING.operations().stream()
                .filter(RoleMatrix::hasRow)
                .flatMap(operation -> Stream.of(ChannelRole.values())
                        .filter(role -> RoleMatrix.row(operation).cell(role).provenance() == Provenance.ASSUMED)
                        .map(role -> operation + " " + role.name()));

        assertThat(assumed)
                .containsExactlyInAnyOrder(
                        "BatchCreateChannelMembership ADMIN",
                        "BatchCreateChannelMembership MODERATOR",
                        "BatchCreateChannelMembership MEMBER",
                        "BatchCreateChannelMembership NON_MEMBER",
                        "DeleteChannelMembership MEMBER",
                        "DeleteChannelMessage MEMBER",
                        "DescribeChannelModerator MEMBER",
                        "ListChannelModerators MEMBER",
                        "PutChannelExpirationSettings ADMIN",
                        "PutChannelExpirationSettings MODERATOR",
                        "PutChannelExpirationSettings MEMBER",
                        "PutChannelExpirationSettings NON_MEMBER",
                        "ListSubChannels NON_MEMBER");
    }
}
