package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.BATCH_CREATE_CHANNEL_MEMBERSHIP;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.LIST_APP_INSTANCE_USERS;
import static io.github.chimefake.Operation.LIST_CHANNELS;
import static io.github.chimefake.Operation.SEND_CHANNEL_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChannelRole;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.OperationGroup;
import io.github.chimefake.faults.FaultEffect;
import io.github.chimefake.faults.FaultResponse;
import io.github.chimefake.faults.FaultedCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisconfigurationTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                WrongAppInstanceCase.class,
                WrongRegionCase.class,
                ContradictoryRegionCase.class,
                BlankUserCase.class,
                RepeatedUserCase.class,
                ImpossibleUserCase.class,
                DenyNothingCase.class,
                DenyIdentityByRoleCase.class,
                IdentityWithBearerCase.class,
                FailInIdentityChannelCase.class,
                FailNegativeCallsCase.class,
                FailNegativeNthCallCase.class,
                FailCallsAndNthCallCase.class,
                DenyNthAndFromCallCase.class,
                FailNegativeAttemptsCase.class,
                FailMemberOfNoBatchCase.class,
                UnknownMemberCase.class,
                ClockWithoutZoneCase.class,
                WrongPortCase.class,
                UsersWithoutAppInstanceCase.class,
                InjectNothingCase.class,
                InjectAfterLostRequestCase.class,
                InjectClassAfterCredentialsCase.class,
                InjectNegativeDelayCase.class,
                InjectWithArgumentCase.class,
                FailNothingCase.class,
                WrongUserCase.class,
                WrongChannelCase.class,
                ForeignArnCase.class,
                UnknownUserCase.class,
                UnknownUserOnAClassCase.class,
                UnknownUserOnAFieldsClassCase.class,
                UnknownUserOfMethodsFakeCase.class,
                UnknownUserInANestedClassCase.class,
                UnknownUserOfAParameterizedTestCase.class,
                UnknownUserOfAFactoryCase.class,
                BotByItsIdCase.class,
                UnknownAppInstanceCase.class,
                UnknownChannelCase.class,
                NameOfAChannelCase.class,
                DeletedUserCase.class,
                GroupWithoutBearerCase.class,
                DenyWithoutFakeCase.class,
                InjectWithoutFakeCase.class,
                FailWithoutFakeCase.class,
                OwnFakeCase.class,
                NestedOwnFakeCase.class,
                OneInstanceOwnFakeCase.class
            })
    void isExplained(Class<?> testClass) {
        Run run = Run.of(testClass);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ExtensionConfigurationException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(testClass.getAnnotation(Expected.class).value());
        assertThat(run.reported("ran")).isEmpty();
    }

    @Test
    void anEndpointIsAUri() {
        assertThat(Run.of(StringEndpointCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains("@ChimeEndpoint", "java.lang.String", "Give the parameter the type java.net.URI");
    }

    @Test
    void aConstructorCannotBeGivenTheFakeOfAMethod() {
        assertThat(Run.of(ConstructorWithoutFakeCase.class).failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(
                        "ConstructorWithoutFakeCase(",
                        "cannot be given a fake: it runs outside of a test",
                        "Annotate the class, or make the field static");
    }

    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Expected {
        String[] value();
    }

    @Expected({"@ChimeMessagingFake on class", "WrongAppInstanceCase", "\"chat\"", "arn:aws:chime:"})
    @ChimeMessagingFake(appInstance = "chat")
    static class WrongAppInstanceCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"@ChimeMessagingFake on class", "WrongRegionCase", "region(\"US East\")", "for example us-east-1"})
    @ChimeMessagingFake(region = "US East")
    static class WrongRegionCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({
        "@ChimeMessagingFake on class",
        "ContradictoryRegionCase",
        "region(\"us-east-1\") contradicts appInstance(",
        "which is in eu-central-1",
        "Leave region(…) out"
    })
    @ChimeMessagingFake(region = "us-east-1", appInstance = "arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
    static class ContradictoryRegionCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"BlankUserCase", "a user with a blank id"})
    @ChimeMessagingFake(users = {"alice", " "})
    static class BlankUserCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"RepeatedUserCase", "the user \"alice\" twice", "Name every user once"})
    @ChimeMessagingFake(users = {"alice", "bob", "alice"})
    static class RepeatedUserCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"ImpossibleUserCase", "a/b"})
    @ChimeMessagingFake(users = "a/b")
    static class ImpossibleUserCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({
        "@DenyCalls on class",
        "DenyIdentityByRoleCase",
        "on = CREATE_APP_INSTANCE and byRole = MEMBER",
        "no role",
        "Leave out byRole, or name operations of messaging only"
    })
    @ChimeMessagingFake
    @DenyCalls(on = CREATE_APP_INSTANCE, byRole = ChannelRole.MEMBER)
    static class DenyIdentityByRoleCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"@DenyCalls on", "names no operation", "for example on = SEND_CHANNEL_MESSAGE", "onGroup = WRITE"})
    @ChimeMessagingFake
    static class DenyNothingCase {
        @Test
        @DenyCalls
        void test() {}
    }

    @Expected({"@FailCalls on", "names no operation", "for example on = SEND_CHANNEL_MESSAGE", "onGroup = WRITE"})
    @ChimeMessagingFake
    @FailCalls(error = FORBIDDEN, calls = 1)
    static class FailNothingCase {
        @Test
        void test() {}
    }

    @Expected({
        "@DenyCalls on",
        "on = LIST_APP_INSTANCE_USERS and by = \"alice\"",
        "no bearer",
        "Leave out by, or name operations of messaging only"
    })
    @ChimeMessagingFake
    static class IdentityWithBearerCase {
        @Test
        @DenyCalls(
                on = {LIST_CHANNELS, LIST_APP_INSTANCE_USERS},
                by = "alice")
        void test() {}
    }

    @Expected({"@FailCalls on", "on = CREATE_APP_INSTANCE and inChannel = \"general\"", "Leave out inChannel"})
    @ChimeMessagingFake
    @FailCalls(on = CREATE_APP_INSTANCE, inChannel = "general", error = FORBIDDEN)
    static class FailInIdentityChannelCase {
        @Test
        void test() {}
    }

    @Expected({"@FailCalls on", "calls = -1", "at least 1, or leave it out for every call"})
    @ChimeMessagingFake
    @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN, calls = -1)
    static class FailNegativeCallsCase {
        @Test
        void test() {}
    }

    @Expected({"@FailCalls on", "nthCall = -2", "at least 1, or leave it out for every call"})
    @ChimeMessagingFake
    @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN, nthCall = -2)
    static class FailNegativeNthCallCase {
        @Test
        void test() {}
    }

    @Expected({"@FailCalls on", "calls = 1 and nthCall = 3", "only one of them", "nthCall for one call"})
    @ChimeMessagingFake
    static class FailCallsAndNthCallCase {
        @Test
        @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN, calls = 1, nthCall = 3)
        void test() {}
    }

    @Expected({
        "@DenyCalls on",
        "nthCall = 2 and fromCall = 3",
        "only one of them",
        "fromCall for that call and all later"
    })
    @ChimeMessagingFake
    static class DenyNthAndFromCallCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS, nthCall = 2, fromCall = 3)
        void test() {}
    }

    @Expected({"@FailCalls on", "attempts = -1", "at least 1, or leave it out for every attempt"})
    @ChimeMessagingFake
    static class FailNegativeAttemptsCase {
        @Test
        @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN, attempts = -1)
        void test() {}
    }

    @Expected({"@FailCalls on", "ListChannels"})
    @ChimeMessagingFake(users = "bob")
    static class FailMemberOfNoBatchCase {
        @Test
        @FailCalls(on = LIST_CHANNELS, member = "bob", error = FORBIDDEN)
        void test() {}
    }

    @Expected({"@FailCalls on", "member = \"bob\"", "Users of this app instance: none."})
    @ChimeMessagingFake
    static class UnknownMemberCase {
        @Test
        @FailCalls(on = BATCH_CREATE_CHANNEL_MEMBERSHIP, member = "bob", error = FORBIDDEN)
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@ChimeMessagingFake on class", "clock = \"2026-01-31\"", "for example 2026-01-31T12:00:00Z"})
    @ChimeMessagingFake(clock = "2026-01-31")
    static class ClockWithoutZoneCase {
        @Test
        void test() {}
    }

    @Expected({"@ChimeMessagingFake on class", "70000"})
    @ChimeMessagingFake(port = 70_000)
    static class WrongPortCase {
        @Test
        void test() {}
    }

    @Expected({"@ChimeMessagingFake on class", "withoutAppInstance()", "users"})
    @ChimeMessagingFake(withoutAppInstance = true, users = "alice")
    static class UsersWithoutAppInstanceCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"@InjectFault on class", "InjectNothingCase", "no effect", "effect = LOST_RESPONSE", "use @FailCalls"})
    @ChimeMessagingFake
    @InjectFault(on = LIST_CHANNELS)
    static class InjectNothingCase {
        @Test
        void test() {}
    }

    @Expected({"@InjectFault on", "another effect after effect = LOST_REQUEST", "Make LOST_REQUEST the last effect"})
    @ChimeMessagingFake
    static class InjectAfterLostRequestCase {
        @Test
        @InjectFault(
                on = LIST_CHANNELS,
                effect = {NamedEffect.LOST_REQUEST, NamedEffect.EMPTY_BODY})
        void test() {}
    }

    @Expected({"@InjectFault on", "another effect after effect = ROTATED_CREDENTIALS", "leave out effectClass"})
    @ChimeMessagingFake
    static class InjectClassAfterCredentialsCase {
        @Test
        @InjectFault(
                on = LIST_CHANNELS,
                effect = {NamedEffect.LOST_RESPONSE, NamedEffect.ROTATED_CREDENTIALS},
                effectClass = DeclaredFaultsTest.Denying.class)
        void test() {}
    }

    @Expected({"@InjectFault on", "delayMillis = -5", "leave it out for no delay"})
    @ChimeMessagingFake
    static class InjectNegativeDelayCase {
        @Test
        @InjectFault(on = LIST_CHANNELS, delayMillis = -5)
        void test() {}
    }

    @Expected({"@InjectFault on", "InjectWithArgumentCase$WithArgument", "a constructor without parameters"})
    @ChimeMessagingFake
    static class InjectWithArgumentCase {
        record WithArgument(int number) implements FaultEffect {
            @Override
            public FaultResponse applyTo(FaultedCall call) {
                return call.proceed();
            }
        }

        @Test
        @InjectFault(on = LIST_CHANNELS, effectClass = WithArgument.class)
        void test() {}
    }

    @Expected({"@DenyCalls on", "by = \"a/b\"", "neither the id nor the ARN of a user", "app-instance/chat/user/1"})
    @ChimeMessagingFake
    static class WrongUserCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "a/b")
        void test() {}
    }

    @Expected({"@FailCalls on", "inChannel = \"#general\"", "neither the id nor the ARN of a channel"})
    @ChimeMessagingFake
    static class WrongChannelCase {
        @Test
        @FailCalls(on = LIST_CHANNELS, inChannel = "#general", error = FORBIDDEN)
        void test() {}
    }

    @Expected({"@DenyCalls on", "inChannel = \"arn:aws:chime:", "neither the id nor the ARN of a channel"})
    @ChimeMessagingFake
    static class ForeignArnCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS, inChannel = "arn:aws:chime:us-east-1:111122223333:app-instance/chat/user/alice")
        void test() {}
    }

    @Expected({
        "@DenyCalls on",
        "UnknownUserCase.test(",
        "has by = \"alise\", but when the test method started, no user or bot has the ARN arn:aws:chime:",
        "/user/alise. Users of this app instance: alice, bob. Did you mean \"alice\"?",
        "Correct the annotation, or create what it names before the test, for example in @BeforeEach",
        "add mayBeMissing = true"
    })
    @ChimeMessagingFake(users = {"alice", "bob"})
    static class UnknownUserCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "alise")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@FailCalls on class", "UnknownUserOnAClassCase", "Users of this app instance: none."})
    @ChimeMessagingFake
    @FailCalls(on = LIST_CHANNELS, by = "alice", error = FORBIDDEN)
    static class UnknownUserOnAClassCase {
        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@FailCalls on class", "UnknownUserOnAFieldsClassCase", "Did you mean \"alice\"?"})
    @FailCalls(on = LIST_CHANNELS, by = "Alice", error = FORBIDDEN)
    static class UnknownUserOnAFieldsClassCase {
        @RegisterExtension
        final ChimeMessagingFakeExtension chime =
                ChimeMessagingFakeExtension.builder().users("alice").build();

        @Test
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@DenyCalls on", "UnknownUserOfMethodsFakeCase.test(", "Users of this app instance: bob."})
    @ChimeMessagingFake(users = "alice")
    static class UnknownUserOfMethodsFakeCase {
        @Test
        @ChimeMessagingFake(users = "bob")
        @DenyCalls(on = LIST_CHANNELS, by = "alice")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@DenyCalls on class", "UnknownUserInANestedClassCase$Inner", "Users of this app instance: alice."})
    @ChimeMessagingFake(users = "alice")
    static class UnknownUserInANestedClassCase {
        @Nested
        @DenyCalls(on = LIST_CHANNELS, by = "bob")
        class Inner {
            @Test
            void test(TestReporter reporter) {
                reporter.publishEntry("ran", "test");
            }
        }
    }

    @Expected({"@DenyCalls on", "UnknownUserOfAParameterizedTestCase.test(", "Did you mean \"alice\"?"})
    @ChimeMessagingFake(users = "alice")
    static class UnknownUserOfAParameterizedTestCase {
        @ParameterizedTest
        @ValueSource(ints = 1)
        @DenyCalls(on = LIST_CHANNELS, by = "alicia")
        void test(int number, TestReporter reporter) {
            reporter.publishEntry("ran", "test " + number);
        }
    }

    @Expected({"@DenyCalls on", "UnknownUserOfAFactoryCase.tests(", "no user or bot has the ARN"})
    @ChimeMessagingFake
    static class UnknownUserOfAFactoryCase {
        @TestFactory
        @DenyCalls(on = LIST_CHANNELS, by = "alice")
        Stream<DynamicNode> tests(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
            return Stream.of();
        }
    }

    @Expected({
        "@DenyCalls on",
        "by = \"helper\"",
        "Users of this app instance: none. Did you mean arn:aws:chime:",
        "/bot/helper?"
    })
    @ChimeMessagingFake
    static class BotByItsIdCase {
        @BeforeEach
        void register(ChimeMessagingServer chime) {
            chime.appInstance().bot("helper");
        }

        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "helper")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@DenyCalls on", "App instances: arn:aws:chime:us-east-1:111122223333:app-instance/chat."})
    @ChimeMessagingFake(appInstance = "arn:aws:chime:us-east-1:111122223333:app-instance/chat")
    static class UnknownAppInstanceCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "arn:aws:chime:us-east-1:111122223333:app-instance/sales/user/alice")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({
        "@FailCalls on",
        "inChannel = \"genral\", but when the test method started, no channel has the ARN",
        "Channels of this app instance: general, random. Did you mean \"general\"?"
    })
    @ChimeMessagingFake
    static class UnknownChannelCase {
        @BeforeEach
        void create(ChimeMessagingServer chime) {
            chime.channel("general").create();
            chime.channel("random").create();
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, inChannel = "genral", error = FORBIDDEN)
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@FailCalls on", "The channel with this name has the id \"c1\"."})
    @ChimeMessagingFake
    static class NameOfAChannelCase {
        @BeforeEach
        void create(ChimeMessagingServer chime) {
            chime.channel("general").id("c1").create();
        }

        @Test
        @FailCalls(on = SEND_CHANNEL_MESSAGE, inChannel = "general", error = FORBIDDEN)
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@DenyCalls on", "by = \"alice\"", "Users of this app instance: bob."})
    @ChimeMessagingFake(users = {"alice", "bob"})
    static class DeletedUserCase {
        @BeforeEach
        void delete(ChimeMessagingServer chime) {
            chime.appInstance().delete(chime.user("alice"));
        }

        @Test
        @DenyCalls(on = LIST_CHANNELS, by = "alice")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({"@DenyCalls on", "GroupWithoutBearerCase.test(", "No call is ever"})
    @ChimeMessagingFake(users = "alice")
    static class GroupWithoutBearerCase {
        @Test
        @DenyCalls(onGroup = OperationGroup.ADMINISTRATION, by = "alice")
        void test(TestReporter reporter) {
            reporter.publishEntry("ran", "test");
        }
    }

    @Expected({
        "@DenyCalls, @FailCalls or @InjectFault on",
        "DenyWithoutFakeCase.test()",
        "has no fake to apply to",
        "with @ChimeMessagingFake, or register a ChimeMessagingFakeExtension in a field"
    })
    static class DenyWithoutFakeCase {
        @Test
        @DenyCalls(on = LIST_CHANNELS)
        void test() {}
    }

    @Expected({"@DenyCalls, @FailCalls or @InjectFault on", "InjectWithoutFakeCase.test()", "has no fake to apply to"})
    static class InjectWithoutFakeCase {
        @Test
        @InjectFault(on = LIST_CHANNELS, effect = NamedEffect.EMPTY_BODY)
        void test() {}
    }

    @Expected({"@DenyCalls, @FailCalls or @InjectFault on class", "FailWithoutFakeCase", "has no fake"})
    @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN)
    @FailCalls(on = LIST_CHANNELS, error = FORBIDDEN)
    static class FailWithoutFakeCase {
        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @Expected({
        "test(), but @ChimeMessagingFake on void",
        "declares another fake there",
        "A constructor was given the fake of a class around"
    })
    @ChimeMessagingFake
    static class OwnFakeCase {
        OwnFakeCase(ChimeMessagingServer chime) {}

        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @Expected({"Inner > test(), but @ChimeMessagingFake on class", "Let no constructor take a fake here"})
    @ChimeMessagingFake
    static class NestedOwnFakeCase {
        NestedOwnFakeCase(ChimeMessagingServer chime) {}

        @Nested
        @ChimeMessagingFake
        class Inner {
            @Test
            void test() {}
        }
    }

    @Expected({"Inner, but @ChimeMessagingFake on class", "Let no constructor take a fake here"})
    @ChimeMessagingFake
    static class OneInstanceOwnFakeCase {
        OneInstanceOwnFakeCase(ChimeMessagingServer chime) {}

        @Nested
        @ChimeMessagingFake
        @TestInstance(Lifecycle.PER_CLASS)
        class Inner {
            @Test
            void test() {}
        }
    }

    @ChimeMessagingFake
    static class StringEndpointCase {
        @BeforeAll
        static void take(@ChimeEndpoint String endpoint) {}

        @Test
        void test() {}
    }

    static class ConstructorWithoutFakeCase {
        ConstructorWithoutFakeCase(ChimeMessagingServer chime) {}

        @Test
        @ChimeMessagingFake
        void test() {}
    }
}
