package io.github.chimefake.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.Operation;
import io.github.chimefake.internal.protocol.RandomRequests.Extent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;

/** What the round trips prove rests on this: every member is filled, with texts that are hard to carry. */
@Tag("slow")
class RandomRequestsTest {
    @ParameterizedTest
    @EnumSource(Operation.class)
    void everyMemberOfEveryRequestAndResponseIsFilled(Operation operation) {
        assertFilled(new RandomRequests(1, Extent.LARGEST).request(operation));
        assertFilled(new RandomResponses(1).response(operation));
    }

    private static void assertFilled(Object value) {
        if (value instanceof SdkPojo pojo) {
            for (SdkField<?> field : pojo.sdkFields()) {
                assertThat(SdkMembers.value(pojo, field.memberName()))
                        .as("%s of %s", field.memberName(), pojo)
                        .hasValueSatisfying(RandomRequestsTest::assertFilled);
            }
        } else if (value instanceof Collection<?> list) {
            assertThat(list).isNotEmpty().allSatisfy(RandomRequestsTest::assertFilled);
        } else if (value instanceof Map<?, ?> map) {
            assertThat(map.values()).isNotEmpty().allSatisfy(RandomRequestsTest::assertFilled);
        }
    }

    @Test
    void theSameSeedMakesTheSame() {
        assertThat(all(7).equals(all(7))).isTrue();
        assertThat(all(7).equals(all(8))).isFalse();
    }

    private static List<SdkPojo> all(long seed) {
        RandomRequests requests = new RandomRequests(seed, Extent.MIXED);
        RandomResponses responses = new RandomResponses(seed);
        return List.of(Operation.values()).stream()
                .flatMap(operation -> Stream.<SdkPojo>of(requests.request(operation), responses.response(operation)))
                .toList();
    }

    @Test
    void labelsHoldWhatEncodersStumbleOver() {
        DeleteChannelRequest request =
                (DeleteChannelRequest) new RandomRequests(1, Extent.LARGEST).request(Operation.DELETE_CHANNEL);

        assertThat(List.of("/", "%", "+", " ", "?", "#", "&", "\\", "é", "😀"))
                .allMatch(request.channelArn()::contains);
    }
}
