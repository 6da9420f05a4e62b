package io.github.chimefake;

import static io.github.chimefake.ChimeError.FORBIDDEN;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.DELETE_APP_INSTANCE_ADMIN;
import static io.github.chimefake.Requests.listChannels;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.chimefake.failures.OperationFailure;
import io.github.chimefake.failures.OperationFailures;
import io.github.chimefake.internal.protocol.ResponseEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.chimesdkmessaging.model.ForbiddenException;

/** The fake as it is for who has no use for Chime SDK identity: without its module on the class path. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutIdentityModuleTest {
    /** Loads the fake, these tests and the AWS SDK anew, and does not find what belongs to identity. */
    private static final class ModuleHider extends ClassLoader {
        private ModuleHider(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("software.amazon.awssdk.services.chimesdkidentity.")) {
                throw new ClassNotFoundException(name + " is hidden");
            }
            if (!name.startsWith("io.github.chimefake.") && !name.startsWith("software.amazon.awssdk.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream code = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (code == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private final ModuleHider loader = new ModuleHider(WithoutIdentityModuleTest.class.getClassLoader());

    private void runWithoutIdentity(Class<? extends Scenario> scenario) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader); // The SDK looks there for its HTTP clients.
        try {
            Class<?> hidden = loader.loadClass(scenario.getName());
            ((Runnable) hidden.getDeclaredConstructor().newInstance()).run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void messagingWorks() throws ReflectiveOperationException {
        runWithoutIdentity(MessagingScenario.class);
    }

    @Test
    void theOperationsOfIdentityNameTheModuleThatIsMissing() throws ReflectiveOperationException {
        runWithoutIdentity(IdentityScenario.class);
    }

    @Test
    void rulesMayNameOperationsOfIdentityAllTheSame() throws ReflectiveOperationException {
        runWithoutIdentity(RulesScenario.class);
    }

    /** What happens in the other class loader, of which this one sees no more than a {@link Runnable}. */
    abstract static class Scenario implements Runnable {
        @Override
        public void run() {
            assertThat(ChimeService.IDENTITY.isAvailable()).isFalse();
            try (ChimeMessagingServer chime = ChimeMessagingServer.start()) {
                runWith(chime);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        abstract void runWith(ChimeMessagingServer chime) throws IOException, InterruptedException;
    }

    public static final class MessagingScenario extends Scenario {
        @Override
        void runWith(ChimeMessagingServer chime) {
            var alice = chime.user("alice");
            var general = chime.channel("general").members(alice).create();

            assertThat(chime.client()
                            .listChannels(
                                    listChannels(alice, chime.appInstance().arn()))
                            .channels())
                    .singleElement()
                    .satisfies(channel -> assertThat(channel.channelArn()).isEqualTo(general.arn()));
            assertThatIllegalStateException()
                    .isThrownBy(() -> chime.clients().identityClient())
                    .withMessageContaining("Add software.amazon.awssdk:chimesdkidentity");
        }
    }

    public static final class IdentityScenario extends Scenario {
        @Override
        void runWith(ChimeMessagingServer chime) throws IOException, InterruptedException {
            for (Operation operation : ChimeService.IDENTITY.operations()) {
                HttpResponse<String> answer = RawRequest.of(
                                operation.httpMethod().name(),
                                operation.uriTemplate().replaceAll("\\{\\w+}", "x"))
                        .sendTo(chime);

                assertThat(answer.statusCode()).isEqualTo(501);
                assertThat(answer.headers().firstValue("x-amzn-ErrorType")).contains("NotImplementedException");
                assertThat(answer.headers().firstValue(ResponseEncoder.EXPLANATION_HEADER))
                        .hasValueSatisfying(explanation -> assertThat(explanation)
                                .contains(operation.awsName(), "Add software.amazon.awssdk:chimesdkidentity"));
            }
            assertThat(chime.journal().calls())
                    .hasSize(ChimeService.IDENTITY.operations().size());
        }
    }

    public static final class RulesScenario extends Scenario {
        @Override
        void runWith(ChimeMessagingServer chime) {
            var alice = chime.user("alice");
            chime.faults().on(CREATE_APP_INSTANCE_USER).once().fail(FORBIDDEN);
            OperationFailure failure =
                    OperationFailures.of(CREATE_APP_INSTANCE_USER).list().get(0);
            failure.inject(chime);
            assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(failure::exceptionClass);
            chime.permissions().deny(DELETE_APP_INSTANCE_ADMIN);
            chime.permissions().on(OperationGroup.READ).deny(FORBIDDEN);
            chime.rates().enforce();

            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> chime.client()
                            .listChannels(
                                    listChannels(alice, chime.appInstance().arn())));
            assertThat(chime.journal().calls(Operation.LIST_CHANNELS)).hasSize(1);
            assertThat(chime.journal().calls(CREATE_APP_INSTANCE_USER)).isEmpty();
        }
    }
}
