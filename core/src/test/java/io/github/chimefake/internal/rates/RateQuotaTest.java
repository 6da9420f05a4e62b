package io.github.chimefake.internal.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;
import io.github.chimefake.rates.RateQuota;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateQuotaTest {

    /** The documented table, line by line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BEARER_CALLS         | BEARER       | 10 |  5 |
                    CHANNEL_WRITES       | APP_INSTANCE | 15 | 15 | CreateChannel DeleteChannel UpdateChannel
                    CHANNEL_LISTS        | APP_INSTANCE | 10 | 10 | ListChannels
                    CHANNEL_DESCRIPTIONS | CHANNEL      | 20 | 20 | DescribeChannel
                    MEMBERSHIP_WRITES    | CHANNEL      | 15 | 10 | CreateChannelBan CreateChannelMembership \
                        CreateChannelModerator DeleteChannelBan DeleteChannelMembership DeleteChannelModerator
                    MEMBERSHIP_LISTS     | CHANNEL      | 15 | 15 | ListChannelBans ListChannelMemberships \
                        ListChannelModerators
                    MESSAGE_WRITES       | CHANNEL      | 30 | 10 | ChannelFlowCallback DeleteChannelMessage \
                        RedactChannelMessage SendChannelMessage UpdateChannelMessage
                    MESSAGE_LISTS        | CHANNEL      | 30 | 30 | ListChannelMessages
                    MESSAGE_READS        | CHANNEL      | 30 | 30 | GetChannelMessage
                    USER_LISTS           | USER         | 15 | 15 | ListChannelMembershipsForAppInstanceUser \
                        ListChannelsModeratedByAppInstanceUser
                    SUB_CHANNEL_LISTS    | CHANNEL      | 15 | 15 | ListSubChannels
                    BATCH_WRITES         | CHANNEL      |  1 |  1 | BatchCreateChannelMembership
                    APP_INSTANCE_WRITES  | ACCOUNT      |  5 |  5 | CreateAppInstance DeleteAppInstance UpdateAppInstance
                    APP_INSTANCE_LISTS   | ACCOUNT      | 10 | 10 | ListAppInstances
                    APP_INSTANCE_DESCRIPTIONS      | APP_INSTANCE | 20 | 20 | DescribeAppInstance
                    APP_INSTANCE_USER_WRITES       | APP_INSTANCE | 10 | 10 | CreateAppInstanceUser \
                        DeleteAppInstanceUser UpdateAppInstanceUser
                    APP_INSTANCE_USER_LISTS        | APP_INSTANCE | 10 | 10 | ListAppInstanceUsers
                    APP_INSTANCE_USER_DESCRIPTIONS | USER         | 20 | 20 | DescribeAppInstanceUser
                    """)
    void theDefaultsAreTheDocumentedOnes(
            RateQuota quota, CountedPer per, int inUsEast1, int inEuCentral1, String operations) {
        assertThat(QuotaLimits.byDefault(quota, "us-east-1").per()).isEqualTo(per);
        assertThat(quota.defaultPerSecond("us-east-1")).isEqualTo(inUsEast1);
        assertThat(quota.defaultPerSecond("eu-central-1")).isEqualTo(inEuCentral1);
        assertThat(quota.operations().stream().map(Operation::awsName).collect(Collectors.toSet()))
                .isEqualTo(operations == null ? Set.of() : Set.of(operations.split("\\s+")));
    }

    @Test
    void allCallsOfIdentityOfAnAccountAreCountedTogether() {
        assertThat(QuotaLimits.byDefault(RateQuota.IDENTITY_CALLS, "us-east-1").per())
                .isEqualTo(CountedPer.ACCOUNT);
        assertThat(RateQuota.IDENTITY_CALLS.defaultPerSecond("us-east-1")).isEqualTo(50);
        assertThat(RateQuota.IDENTITY_CALLS.operations()).isEqualTo(ChimeService.IDENTITY.operations());
    }

    @Test
    void connectsAndConnectionsAreCountedByUser() {
        assertThat(QuotaLimits.byDefault(RateQuota.CONNECTS, "us-east-1").per()).isEqualTo(CountedPer.CONNECTING_USER);
        assertThat(RateQuota.CONNECTS.defaultPerSecond("us-east-1")).isOne();
        assertThat(RateQuota.CONNECTS.operations()).isEmpty();
        assertThat(RateQuota.CONNECTIONS.defaultPerSecond("us-east-1")).isEqualTo(10);
        assertThat(RateQuota.CONNECTIONS.operations()).isEmpty();
    }

    @Test
    void theTestsAboveAreComplete() {
        assertThat(RateQuota.values()).hasSize(21);
    }

    @Test
    void noOperationIsInTwoQuotasBesideThatOfItsService() {
        assertThat(Stream.of(RateQuota.values())
                        .filter(quota -> quota != RateQuota.IDENTITY_CALLS)
                        .flatMap(quota -> quota.operations().stream()))
                .doesNotHaveDuplicates();
    }
}
