package io.github.chimefake.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.chimefake.ChimeChannel;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeUser;
import io.github.chimefake.journal.RecordedCall;
import io.github.chimefake.testing.Fakes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkidentity.ChimeSdkIdentityClient;
import software.amazon.awssdk.services.chimesdkidentity.model.ForbiddenException;
import software.amazon.awssdk.services.chimesdkidentity.model.ResourceLimitExceededException;
import software.amazon.awssdk.services.chimesdkidentity.model.Tag;

/** Tags: one store, and one path that both services answer, whichever of the two clients asks. */
class IdentityTagsTest {
    private static final Tag TENANT = tag("tenant", "t1");

    @RegisterExtension
    private final Fakes fakes = new Fakes();

    private final ChimeMessagingServer chime = fakes.start();
    private final ChimeSdkIdentityClient identity = chime.clients().identityClient();
    private final String appInstance = chime.appInstance().arn();

    private static Tag tag(String key, String value) {
        return Tag.builder().key(key).value(value).build();
    }

    enum Taggable {
        APP_INSTANCE {
            @Override
            String create(IdentityTagsTest test) {
                return test.identity
                        .createAppInstance(request -> request.name("Tagged")
                                .clientRequestToken("token")
                                .tags(TENANT))
                        .appInstanceArn();
            }
        },
        USER {
            @Override
            String create(IdentityTagsTest test) {
                return test.identity
                        .createAppInstanceUser(request -> request.appInstanceArn(test.appInstance)
                                .appInstanceUserId("tagged")
                                .name("Tagged")
                                .clientRequestToken("token")
                                .tags(TENANT))
                        .appInstanceUserArn();
            }
        },
        BOT {
            @Override
            String create(IdentityTagsTest test) {
                return test.identity
                        .createAppInstanceBot(request -> request.appInstanceArn(test.appInstance)
                                .clientRequestToken("token")
                                .configuration(configuration -> configuration.lex(lex -> lex.localeId("en_US")
                                        .lexBotAliasArn("arn:aws:lex:us-east-1:111122223333:bot-alias/"
                                                + "ABCDEFGHIJ/KLMNOPQRST")))
                                .tags(TENANT))
                        .appInstanceBotArn();
            }
        };

        abstract String create(IdentityTagsTest test);
    }

    private Map<String, String> byIdentity(String arn) {
        return identity.listTagsForResource(request -> request.resourceARN(arn)).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    private Map<String, String> byMessaging(String arn) {
        return chime.client().listTagsForResource(request -> request.resourceARN(arn)).tags().stream()
                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value()));
    }

    @ParameterizedTest
    @EnumSource
    void tagsOfACreationAreListedByBothClients(Taggable taggable) {
        String arn = taggable.create(this);

        assertThat(byIdentity(arn)).isEqualTo(Map.of("tenant", "t1")).isEqualTo(byMessaging(arn));
    }

    @ParameterizedTest
    @EnumSource
    void whatOneClientTagsTheOtherUntags(Taggable taggable) {
        String arn = taggable.create(this);

        identity.tagResource(request -> request.resourceARN(arn).tags(tag("tenant", "t2"), tag("stage", "test")));
        software.amazon.awssdk.services.chimesdkmessaging.model.Tag owner =
                software.amazon.awssdk.services.chimesdkmessaging.model.Tag.builder()
                        .key("owner")
                        .value("alice")
                        .build();
        chime.client().tagResource(request -> request.resourceARN(arn).tags(owner));
        assertThat(byMessaging(arn)).isEqualTo(Map.of("tenant", "t2", "stage", "test", "owner", "alice"));

        identity.untagResource(request -> request.resourceARN(arn).tagKeys("owner", "not there"));
        chime.client().untagResource(request -> request.resourceARN(arn).tagKeys("tenant"));
        assertThat(byIdentity(arn)).isEqualTo(Map.of("stage", "test"));
    }

    @ParameterizedTest
    @EnumSource
    void aResourceHasAtMostFiftyTagsThoseOfItsCreationIncluded(Taggable taggable) {
        String arn = taggable.create(this);
        List<Tag> fifty = IntStream.range(0, 50)
                .mapToObj(number -> tag("k" + number, "v"))
                .toList();

        identity.tagResource(request -> request.resourceARN(arn).tags(fifty.subList(0, 49)));

        assertThatExceptionOfType(ResourceLimitExceededException.class)
                .isThrownBy(() ->
                        identity.tagResource(request -> request.resourceARN(arn).tags(fifty.get(49))));
        assertThat(byIdentity(arn)).hasSize(50);
    }

    @Test
    void theIdentityClientTagsChannelsToo() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").creator(alice).create();

        identity.tagResource(request -> request.resourceARN(general.arn()).tags(TENANT));

        assertThat(byMessaging(general.arn())).containsEntry("tenant", "t1");
    }

    @Test
    void aRefusalNamesWhatThereIsOfTheKind() {
        ChimeUser alice = chime.user("alice");
        ChimeChannel general = chime.channel("general").members(alice).create();

        assertThat(explanationFor(appInstance + "/user/ghost"))
                .contains(alice.arn())
                .doesNotContain(general.arn());
        assertThat(explanationFor(appInstance + "/channel/ghost"))
                .contains(general.arn())
                .doesNotContain(alice.arn());
    }

    private String explanationFor(String ghost) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> byIdentity(ghost));
        return chime.journal().failures().stream()
                .reduce((first, last) -> last)
                .flatMap(RecordedCall::errorResponse)
                .orElseThrow()
                .explanation();
    }

    @Test
    void whatDoesNotExistIsForbiddenToTagUntagAndList() {
        Stream.of(appInstance + "-ghost", appInstance + "/user/ghost", appInstance + "/bot/ghost")
                .forEach(ghost -> {
                    assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> byIdentity(ghost));
                    assertThatExceptionOfType(ForbiddenException.class)
                            .isThrownBy(() -> identity.tagResource(
                                    request -> request.resourceARN(ghost).tags(TENANT)));
                    assertThatExceptionOfType(ForbiddenException.class)
                            .isThrownBy(() -> identity.untagResource(
                                    request -> request.resourceARN(ghost).tagKeys("tenant")));
                });
    }

    @Test
    void tagsGoWithTheUserThatHadThem() {
        String arn = Taggable.USER.create(this);
        identity.deleteAppInstanceUser(request -> request.appInstanceUserArn(arn));
        chime.user("tagged");

        assertThat(byIdentity(arn)).isEmpty();
    }
}
