package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.ContextHierarchy;
import org.springframework.test.context.bean.override.convention.TestBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** Contexts above each other, and a client that a test replaces. */
@SpringJUnitConfig
@ContextHierarchy({
    @ContextConfiguration(name = "above", classes = HierarchyTest.Above.class),
    @ContextConfiguration(name = "below", classes = HierarchyTest.Below.class)
})
@AutoConfigureChimeMessagingFake(users = "alice", endpointProperty = "chat.endpoint")
class HierarchyTest {
    @Configuration(proxyBeanMethods = false)
    static class Above {}

    @Configuration(proxyBeanMethods = false)
    static class Below {}

    @TestBean
    private ChimeSdkMessagingClient client;

    static ChimeSdkMessagingClient client() {
        return new ChimeSdkMessagingClient() {
            @Override
            public String serviceName() {
                return "of the test";
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void allContextsUseOneFake(
            @Autowired ApplicationContext below,
            @Autowired ChimeMessagingServer chime,
            @Value("${chat.endpoint}") String endpoint) {
        ApplicationContext above = Objects.requireNonNull(below.getParent());

        assertThat(above.getBean(ChimeMessagingServer.class)).isSameAs(chime);
        assertThat(endpoint).isEqualTo(chime.endpoint().toString());
        assertThat(below.containsLocalBean("chimeMessagingFake")).isFalse();
    }

    @Test
    void whatLowerContextsAddBelongsToTheBaseline() {
        Run run = Run.of(LowerCase.class, LowerAgainCase.class, OtherLowerCase.class, OtherLowerAgainCase.class)
                .succeeded(4);

        assertThat(run.reported("channels")).containsExactly("[lower]", "[lower]", "[lower, other]", "[lower, other]");
    }

    @Test
    void aClientOfALowerContextThatDoesNotCallTheFakeIsReported() {
        assertThat(Run.of(ForgottenCase.class).succeeded(1).standardError())
                .startsWith("WARNING: the bean forgotten calls http://localhost:1 and not the fake at ");
    }

    @Test
    void theBeanOfTheTestReplacesTheClientOfTheFake() {
        assertThat(client.serviceName()).isEqualTo("of the test");
    }

    /** Reports the channels that a test finds, and adds one. */
    abstract static class Reporting {
        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            reporter.publishEntry(
                    "channels",
                    Chat.list(client, chime).channels().stream()
                            .map(channel -> channel.name())
                            .sorted()
                            .toList()
                            .toString());
            addChannel(chime, "test");
        }
    }

    private static void addChannel(ChimeMessagingServer chime, String id) {
        chime.channel(id).members(chime.user("alice")).create();
    }

    static class Lower {
        @Bean
        Object lower(ChimeMessagingServer chime) {
            addChannel(chime, "lower");
            return "lower";
        }
    }

    static class OtherLower {
        @Bean
        Object other(ChimeMessagingServer chime) {
            addChannel(chime, "other");
            return "other";
        }
    }

    static class Forgotten {
        @Bean
        ChimeSdkMessagingClient forgotten() {
            return ChimeSdkMessagingClient.builder()
                    .endpointOverride(URI.create("http://localhost:1"))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(AnonymousCredentialsProvider.create())
                    .build();
        }
    }

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = Lower.class)})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class LowerCase extends Reporting {}

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = Lower.class)})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class LowerAgainCase extends Reporting {}

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = OtherLower.class)})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class OtherLowerCase extends Reporting {}

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = OtherLower.class)})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class OtherLowerAgainCase extends Reporting {}

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = Forgotten.class)})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class ForgottenCase {
        @Test
        void test() {}
    }
}
