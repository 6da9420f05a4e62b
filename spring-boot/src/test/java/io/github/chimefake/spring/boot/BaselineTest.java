package io.github.chimefake.spring.boot;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static io.github.chimefake.ChimeError.UNAUTHORIZED_CLIENT;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.chimefake.ChimeMessagingServer;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.MethodMode;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;

/** What a test finds when it starts, and which tests share a context. */
class BaselineTest {
    @Test
    void classesThatShareAContextDoNotSeeEachOther() {
        Run run = Run.with(Map.of("chime.fake.unusedSetup", "IGNORE"), ChangingCase.class, UnchangedCase.class)
                .succeeded(4);

        assertThat(run.reported("endpoint"))
                .hasSize(4)
                .containsOnly(run.reported("endpoint").get(0));
        assertThat(run.standardError()).isEmpty();
    }

    @Test
    void whatBeforeAllAndBeansAddBelongsToTheBaseline() {
        Run run = Run.of(AddingCase.class, AddingAgainCase.class, OneInstanceCase.class)
                .succeeded(7);

        assertThat(run.reported("channels"))
                .containsExactly(
                        "[bean, class, constructor, test]",
                        "[bean, class, constructor, test]",
                        "[bean, class, constructor, nested, test]",
                        "[bean, class, constructor, nested, test]",
                        "[again, bean, test]",
                        "[bean, class, constructor, test]",
                        "[bean, class, constructor, test]");
    }

    @Test
    void whatANestedClassWithOneInstanceAddsBelongsToItsBaseline() {
        assertThat(Run.of(OneNestedInstanceCase.class).succeeded(3).reported("channels"))
                .containsExactly(
                        "[bean, outside, test]", "[bean, nested, outside, test]", "[bean, nested, outside, test]");
    }

    @Test
    void whatListenersOfTheApplicationAddBelongsToTheBaseline() {
        Run boot = Run.of(ListeningCase.class, ListeningAgainCase.class).succeeded(2);
        Run spring = Run.of(WithoutBootCase.class, WithoutBootAgainCase.class).succeeded(2);

        assertThat(boot.reported("channels"))
                .containsExactly("[class, ready, refreshed, started, test]", "[ready, refreshed, started, test]");
        assertThat(spring.reported("channels"))
                .containsExactly("[class, refreshed, started, test]", "[refreshed, started, test]");
    }

    @Test
    void aDirtyContextTakesItsFakeWithIt() {
        Run run = Run.of(DirtyCase.class).succeeded(2);

        assertThat(run.reported("endpoint")).doesNotHaveDuplicates();
        assertThat(run.reported("running")).containsExactly("true", "true");
    }

    private static void addChannel(ChimeMessagingServer chime, String id) {
        chime.channel(id).members(chime.user("alice")).create();
    }

    private static void report(TestReporter reporter, ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
        addChannel(chime, "test");
        reporter.publishEntry(
                "channels",
                Chat.list(client, chime).channels().stream()
                        .map(channel -> channel.name())
                        .sorted()
                        .toList()
                        .toString());
    }

    @ChatTest
    static class ChangingCase {
        @Autowired
        private ChimeMessagingServer chime;

        @Autowired
        private ChimeSdkMessagingClient client;

        @Test
        void unwraps(TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            chime.unwrap(WireMockServer.class)
                    .stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
        }

        @Test
        void goesOffline(TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            chime.offline();
        }

        @Test
        void registersAFaultAndAChannel(TestReporter reporter) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            addChannel(chime, "general");
            Chat.list(client, chime);
            chime.faults().on(LIST_CHANNELS).fail(UNAUTHORIZED_CLIENT);
        }
    }

    @ChatTest
    static class UnchangedCase {
        @Test
        void findsTheBaseline(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            assertThat(Chat.list(client, chime).channels()).isEmpty();
            assertThat(chime.journal().calls()).hasSize(1);
        }
    }

    /** A context whose beans add to the fake, and whose runner calls it. */
    @Configuration(proxyBeanMethods = false)
    static class Adding {
        @Bean
        CommandLineRunner runner(ChimeMessagingServer chime, ChimeSdkMessagingClient client) {
            return arguments -> {
                addChannel(chime, "bean");
                Chat.list(client, chime);
            };
        }
    }

    @SpringBootTest(
            classes = Adding.class,
            properties = {"spring.main.banner-mode=off", "spring.main.lazy-initialization=true"})
    @AutoConfigureChimeMessagingFake(users = "alice")
    abstract static class WithAdding {}

    static class AddingCase extends WithAdding {
        private final ChimeMessagingServer chime;

        AddingCase(@Autowired ChimeMessagingServer chime) {
            this.chime = chime;
            addChannel(chime, "constructor");
        }

        @BeforeAll
        static void add(@Autowired ChimeMessagingServer chime) {
            addChannel(chime, "class");
        }

        @Test
        void one(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
            assertThat(chime.journal().calls()).hasSize(1);
        }

        @Test
        void two(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
            assertThat(chime.journal().calls()).hasSize(1);
        }

        @Nested
        class Within {
            @BeforeAll
            static void add(@Autowired ChimeMessagingServer chime) {
                addChannel(chime, "nested");
            }

            @Test
            void one(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
                report(reporter, chime, client);
            }

            @Test
            void two(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
                report(reporter, chime, client);
            }
        }
    }

    static class AddingAgainCase extends WithAdding {
        @BeforeAll
        static void add(@Autowired ChimeMessagingServer chime) {
            addChannel(chime, "again");
        }

        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstanceCase extends WithAdding {
        private final ChimeMessagingServer chime;

        OneInstanceCase(@Autowired ChimeMessagingServer chime) {
            this.chime = chime;
            addChannel(chime, "constructor");
        }

        @BeforeAll
        void add() {
            addChannel(chime, "class");
        }

        @Test
        void one(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }

        @Test
        void two(TestReporter reporter, @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    /** An application whose listeners add to the fake: a method, and a bean that is created when the event is published. */
    @Configuration(proxyBeanMethods = false)
    static class OneNestedInstanceCase extends WithAdding {
        OneNestedInstanceCase(@Autowired ChimeMessagingServer chime) {
            addChannel(chime, "outside");
        }

        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }

        @Nested
        @TestInstance(Lifecycle.PER_CLASS)
        class Within {
            @BeforeAll
            void add(@Autowired ChimeMessagingServer chime) {
                addChannel(chime, "nested");
            }

            @RepeatedTest(2)
            void test(
                    TestReporter reporter,
                    @Autowired ChimeMessagingServer chime,
                    @Autowired ChimeSdkMessagingClient client) {
                report(reporter, chime, client);
            }
        }
    }

    static class Listening {
        private final ChimeMessagingServer chime;

        Listening(ChimeMessagingServer chime) {
            this.chime = chime;
        }

        @EventListener(ApplicationReadyEvent.class)
        void ready() {
            addChannel(chime, "ready");
        }

        @EventListener(ContextRefreshedEvent.class)
        void refreshed() {
            addChannel(chime, "refreshed");
        }

        @Bean
        @Lazy
        static ApplicationListener<ContextRefreshedEvent> starter(ChimeMessagingServer chime) {
            return new Starter(chime);
        }

        private record Starter(ChimeMessagingServer chime) implements ApplicationListener<ContextRefreshedEvent> {
            @Override
            public void onApplicationEvent(ContextRefreshedEvent event) {
                addChannel(chime, "started");
            }
        }
    }

    @SpringBootTest(
            classes = Listening.class,
            properties = {"spring.main.banner-mode=off", "logging.level.root=error"})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class ListeningCase {
        @BeforeAll
        static void add(@Autowired ChimeMessagingServer chime) {
            addChannel(chime, "class");
        }

        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    @SpringBootTest(
            classes = Listening.class,
            properties = {"spring.main.banner-mode=off", "logging.level.root=error"})
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class ListeningAgainCase {
        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    @SpringJUnitConfig(Listening.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class WithoutBootCase {
        @BeforeAll
        static void add(@Autowired ChimeMessagingServer chime) {
            addChannel(chime, "class");
        }

        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    @SpringJUnitConfig(Listening.class)
    @AutoConfigureChimeMessagingFake(users = "alice")
    static class WithoutBootAgainCase {
        @Test
        void test(
                TestReporter reporter,
                @Autowired ChimeMessagingServer chime,
                @Autowired ChimeSdkMessagingClient client) {
            report(reporter, chime, client);
        }
    }

    @ChatTest
    static class DirtyCase {
        @Test
        @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
        void one(TestReporter reporter, @Autowired ChimeMessagingServer chime) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            reporter.publishEntry("running", Boolean.toString(chime.isRunning()));
        }

        @Test
        @DirtiesContext(methodMode = MethodMode.AFTER_METHOD)
        void two(TestReporter reporter, @Autowired ChimeMessagingServer chime) {
            reporter.publishEntry("endpoint", chime.endpoint().toString());
            reporter.publishEntry("running", Boolean.toString(chime.isRunning()));
        }
    }
}
