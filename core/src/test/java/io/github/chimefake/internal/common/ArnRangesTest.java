package io.github.chimefake.internal.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.arn.AppInstanceArn;
import io.github.chimefake.internal.arn.Arn;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pcollections.TreePMap;

class ArnRangesTest {
    private static final AppInstanceArn CHAT = AppInstanceArn.of("us-east-1", "111122223333", "chat");
    private static final AppInstanceArn CHAT_2 = AppInstanceArn.of("us-east-1", "111122223333", "chat-2");
    private static final TreePMap<Arn, String> ALL = Stream.of(CHAT, CHAT_2)
            .flatMap(app -> Stream.of(
                    app,
                    app.bot("b"),
                    app.channel("c"),
                    app.channel("\uffee"),
                    app.channelFlow("f"),
                    app.user("u"),
                    app.user("v")))
            .reduce(TreePMap.<Arn, String>empty(), (all, arn) -> all.plus(arn, ""), TreePMap::plusAll);

    @Test
    void oneKindOfOneAppInstance() {
        assertThat(ArnRanges.of(ALL, CHAT::bot).keySet()).containsExactly(CHAT.bot("b"));
        assertThat(ArnRanges.of(ALL, CHAT::channel).keySet())
                .containsExactly(CHAT.channel("c"), CHAT.channel("\uffee"));
        assertThat(ArnRanges.of(ALL, CHAT::channelFlow).keySet()).containsExactly(CHAT.channelFlow("f"));
        assertThat(ArnRanges.of(ALL, CHAT_2::user).keySet()).containsExactly(CHAT_2.user("u"), CHAT_2.user("v"));
    }

    @Test
    void everyKindOfOneAppInstance() {
        assertThat(ArnRanges.of(ALL, CHAT::bot, CHAT::user).keySet())
                .hasSize(6)
                .allSatisfy(arn -> assertThat(arn.owner()).contains(CHAT))
                .doesNotContain(CHAT);
    }
}
