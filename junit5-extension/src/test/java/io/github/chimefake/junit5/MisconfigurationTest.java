package io.github.chimefake.junit5;

import static io.github.chimefake.call.ChimeError.FORBIDDEN;
import static io.github.chimefake.call.IdentityOperation.LIST_APP_INSTANCE_USERS;
import static io.github.chimefake.call.Operation.LIST_CHANNELS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.call.ChannelRole;
import io.github.chimefake.call.IdentityOperation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
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
                FailNeverCase.class,
                DenyWithoutFakeCase.class,
                FailWithoutFakeCase.class,
                OwnFakeCase.class,
                NestedOwnFakeCase.class
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
                .contains("@ChimeMessagingFake stands on a method. Put it on the class");
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

    @Expected({"DenyIdentityByRoleCase", "identityOperation = CREATE_APP_INSTANCE", "role = MEMBER", "Leave out role"})
    @ChimeMessagingFake
    @Deny(identityOperation = IdentityOperation.CREATE_APP_INSTANCE, role = ChannelRole.MEMBER)
    static class DenyIdentityByRoleCase {
        @Test
        void test(ChimeMessagingServer chime) {}
    }

    @Expected({"@Deny on", "names no operation", "operation = SEND_CHANNEL_MESSAGE"})
    @ChimeMessagingFake
    static class DenyNothingCase {
        @Test
        @Deny(operation = {})
        void test() {}
    }

    @Expected({"@Deny on", "identityOperation = LIST_APP_INSTANCE_USERS and by = \"alice\"", "no bearer", "Leave out by"
    })
    @ChimeMessagingFake
    static class IdentityWithBearerCase {
        @Test
        @Deny(identityOperation = LIST_APP_INSTANCE_USERS, by = "alice")
        void test() {}
    }

    @Expected({"@Fail on", "calls = 0", "at least 1"})
    @ChimeMessagingFake
    @Fail(operation = LIST_CHANNELS, with = FORBIDDEN, calls = 0)
    static class FailNeverCase {
        @Test
        void test() {}
    }

    @Expected({"@Deny or @Fail stands on", "DenyWithoutFakeCase.test()", "there is no fake", "with @ChimeMessagingFake"
    })
    static class DenyWithoutFakeCase {
        @Test
        @Deny(operation = LIST_CHANNELS)
        void test() {}
    }

    @Expected({"@Deny or @Fail stands on class", "FailWithoutFakeCase", "there is no fake"})
    @Fail(operation = LIST_CHANNELS, with = FORBIDDEN)
    @Fail(operation = LIST_CHANNELS, with = FORBIDDEN)
    static class FailWithoutFakeCase {
        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @Expected({
        "test() has a fake of its own",
        "@ChimeMessagingFake on void",
        "a constructor was given the fake of the class"
    })
    @ChimeMessagingFake
    static class OwnFakeCase {
        OwnFakeCase(ChimeMessagingServer chime) {}

        @Test
        @ChimeMessagingFake
        void test() {}
    }

    @Expected({"Inner > test() has a fake of its own", "Let no constructor take a fake here"})
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
