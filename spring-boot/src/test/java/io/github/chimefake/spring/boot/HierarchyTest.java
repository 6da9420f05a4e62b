package io.github.chimefake.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
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
        return named("of the test");
    }

    private static ChimeSdkMessagingClient named(String name) {
        return new ChimeSdkMessagingClient() {
            @Override
            public String serviceName() {
                return name;
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
    void aClientOfALowerContextTakesPrecedenceOverThatOfTheFake() {
        assertThat(Run.of(LowerClientCase.class).succeeded(1).reported("client"))
                .containsExactly("of the lower context");
    }

    @Test
    void aLowerContextWithAnotherFakeHasClientsOfThatFake() {
        assertThat(Run.of(OtherFakeCase.class).succeeded(1).reported("calls")).containsExactly("1 below, 0 above");
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

    static class LowerClient {
        @Bean
        ChimeSdkMessagingClient own() {
            return named("of the lower context");
        }

        @Bean
        String nameOfClient(ChimeSdkMessagingClient client) {
            return client.serviceName();
        }
    }

    @SpringJUnitConfig
    @ContextHierarchy({@ContextConfiguration(classes = Above.class), @ContextConfiguration(classes = LowerClient.class)
    })
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class LowerClientCase {
        @Test
        void test(
                TestReporter reporter,
                @Autowired @Qualifier("nameOfClient") String name,
                @Autowired ChimeSdkMessagingClient chimeSdkMessagingClient) {
            assertThat(chimeSdkMessagingClient.serviceName()).isEqualTo(name);
            reporter.publishEntry("client", name);
        }
    }

    @SpringJUnitConfig
    @ContextHierarchy(@ContextConfiguration(classes = Above.class))
    @AutoConfigureChimeMessagingFake(users = "alice")
    abstract static class WithFakeAbove {}

    @ContextHierarchy(@ContextConfiguration(classes = Below.class))
    @AutoConfigureChimeMessagingFake(users = "alice", seed = 6)
    static class OtherFakeCase extends WithFakeAbove {
        @Test
        void test(
                TestReporter reporter,
                @Autowired ApplicationContext below,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            Chat.list(client, chime);
            ChimeMessagingServer ofAbove =
                    Objects.requireNonNull(below.getParent()).getBean(ChimeMessagingServer.class);
            reporter.publishEntry(
                    "calls",
                    chime.journal().calls().size() + " below, "
                            + ofAbove.journal().calls().size() + " above");
        }
    }
}
