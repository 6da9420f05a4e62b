package io.github.chimefake.internal.arn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArnTest {
    private static final String ACCOUNT = "arn:aws:chime:us-east-1:111122223333:";
    private static final AppInstanceArn CHAT = AppInstanceArn.of("us-east-1", "111122223333", "chat");

    @ParameterizedTest
    @CsvSource({
        "app-instance/chat,                   AppInstanceArn, chat",
        "app-instance/chat/user/alice,        UserArn,        alice",
        "app-instance/chat/user/a/b,          UserArn,        a/b",
        "app-instance/chat/user,              UserArn,        ''",
        "app-instance/chat/bot/echo,          BotArn,         echo",
        "app-instance/chat/channel/general,   ChannelArn,     general",
        "app-instance/chat/channel-flow/lint, ChannelFlowArn, lint",
        "app-instance/chat/guest/alice,       OtherArn,       alice",
        "app-instance/chat/,                  OtherArn,       ''",
        "app-instance//user/alice,            OtherArn,       /user/alice",
        "app-instance,                        OtherArn,       ''",
        "user/alice,                          OtherArn,       alice",
        "role/path/to/role,                   OtherArn,       path/to/role",
        "bucket,                              OtherArn,       ''"
    })
    void kindAndIdAreThoseOfTheText(String resource, String kind, String id) {
        Arn arn = Arn.of(ACCOUNT + resource);

        assertThat(arn.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(arn.id()).isEqualTo(id);
        assertThat(arn.text()).isEqualTo(ACCOUNT + resource);
        assertThat(arn).hasToString(ACCOUNT + resource);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "alice", "app-instance/chat/user/alice", "arn:aws:chime", "urn:a:b:c:d:app-instance/chat"})
    void aTextThatIsNotAnArnIsOfNoKind(String text) {
        assertThat(Arn.of(text)).isInstanceOf(OtherArn.class).hasToString(text);
        assertThat(Arn.of(text).owner()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/user/alice", "/bot/echo", "/channel/general", "/channel-flow/lint", "/guest/alice"})
    void belongsToItsAppInstance(String rest) {
        assertThat(Arn.of(CHAT + rest).owner()).contains(CHAT);
    }

    @Test
    void anAppInstanceCreatesTheArnsThatTheirTextsGive() {
        assertThat(Stream.of(CHAT.user("alice"), CHAT.bot("echo"), CHAT.channel("general"), CHAT.channelFlow("lint")))
                .allSatisfy(child -> {
                    assertThat(child).isEqualTo(Arn.of(child.text())).hasSameHashCodeAs(Arn.of(child.text()));
                    assertThat(child).hasSameClassAs(Arn.of(child.text()));
                    assertThat(child.text()).isEqualTo(CHAT + "/" + child.kind() + "/" + child.id());
                    assertThat(child.appInstance()).isEqualTo(CHAT);
                });
    }

    @Test
    void theOrderIsThatOfTheTexts() {
        assertThat(Stream.of(
                                CHAT.user("a"),
                                CHAT,
                                CHAT.channelFlow("a"),
                                CHAT.channel("b"),
                                CHAT.channel("a"),
                                CHAT.bot("z"))
                        .sorted())
                .containsExactly(
                        CHAT,
                        CHAT.bot("z"),
                        CHAT.channelFlow("a"),
                        CHAT.channel("a"),
                        CHAT.channel("b"),
                        CHAT.user("a"));
    }

    @Test
    void anotherKindThanExpectedIsRefused() {
        assertThat(Arn.parse(CHAT + "/bot/echo", MemberArn.class)).isEqualTo(CHAT.bot("echo"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arn.parse(CHAT.text(), ChannelArn.class))
                .withMessage("\"" + CHAT + "\" is not a ChannelArn");
    }

    @ParameterizedTest
    @CsvSource({"us-east-1, aws", "us-gov-west-1, aws-us-gov", "cn-north-1, aws-cn"})
    void anAppInstanceIsInThePartitionOfItsRegion(String region, String partition) {
        ArnParts parts = AppInstanceArn.of(region, "111122223333", "chat").parts();

        assertThat(parts).isEqualTo(new ArnParts(partition, "chime", region, "111122223333", "app-instance/chat"));
    }
}
