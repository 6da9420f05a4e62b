package io.github.chimefake.internal.messaging.tags;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeError;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.arn.Arn;
import io.github.chimefake.internal.messaging.ServiceFixture;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.DeleteChannelRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.chimesdkmessaging.model.Tag;
import software.amazon.awssdk.services.chimesdkmessaging.model.TagResourceRequest;
import software.amazon.awssdk.services.chimesdkmessaging.model.UntagResourceRequest;

/** Tags, which need no bearer. */
class TagsTest {
    private final ServiceFixture chime = new ServiceFixture();
    private final ChimeUser alice = chime.user("alice");
    private final String general = chime.channelOf(alice);

    @Test
    void tagsAreAddedReplacedListedAndRemoved() {
        chime.call(tag(general, tagged("b", "1"), tagged("a", "2")));
        chime.call(tag(general, tagged("b", "3")));
        assertThat(list(general)).containsExactly(tagged("a", "2"), tagged("b", "3"));

        chime.call(UntagResourceRequest.builder()
                .resourceARN(general)
                .tagKeys("b", "not there")
                .build());

        assertThat(list(general)).containsExactly(tagged("a", "2"));
        assertThat(chime.service.tags(Arn.of(general))).containsEntry("a", "2");
    }

    @Test
    void appInstancesAndUsersHaveTagsToo() {
        Stream.of(ServiceFixture.CHAT.toString(), alice.arn()).forEach(arn -> {
            chime.call(tag(arn, tagged("tenant", "t1")));
            assertThat(list(arn)).containsExactly(tagged("tenant", "t1"));
        });
    }

    @Test
    void aResourceHasAtMostFiftyTags() {
        Tag[] fifty = IntStream.range(0, 50)
                .mapToObj(number -> tagged("k" + number, "v"))
                .toArray(Tag[]::new);
        chime.call(tag(general, fifty));

        assertThat(chime.error(tag(general, tagged("one more", "v")))).isEqualTo(ChimeError.RESOURCE_LIMIT_EXCEEDED);
        assertThat(chime.outcome(tag(general, tagged("k0", "other")))).isEmpty();
    }

    @Test
    void whatDoesNotExistCannotBeTagged() {
        String unknown = ServiceFixture.CHAT + "/channel/unknown";

        assertThat(Stream.<ChimeSdkMessagingRequest>of(
                                tag(unknown, tagged("a", "b")),
                                UntagResourceRequest.builder()
                                        .resourceARN(unknown)
                                        .tagKeys("a")
                                        .build(),
                                ListTagsForResourceRequest.builder()
                                        .resourceARN(unknown)
                                        .build())
                        .map(chime::error))
                .containsOnly(ChimeError.FORBIDDEN);
    }

    @Test
    void tagsGoWithTheirChannel() {
        chime.call(tag(general, tagged("a", "b")));
        ChimeUser admin = chime.admin("admin");
        chime.call(DeleteChannelRequest.builder()
                .channelArn(general)
                .chimeBearer(admin.arn())
                .build());
        chime.channelOf(alice);

        assertThat(list(general)).isEmpty();
    }

    private static Tag tagged(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    private static TagResourceRequest tag(String arn, Tag... tags) {
        return TagResourceRequest.builder().resourceARN(arn).tags(tags).build();
    }

    private List<Tag> list(String arn) {
        return chime.call(
                        ListTagsForResourceRequest.builder().resourceARN(arn).build(),
                        ListTagsForResourceResponse.class)
                .tags();
    }
}
