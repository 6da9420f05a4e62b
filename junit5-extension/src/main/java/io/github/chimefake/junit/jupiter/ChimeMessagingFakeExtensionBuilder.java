package io.github.chimefake.junit.jupiter;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.CheckReturnValue;
import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.Experimental;
import io.github.chimefake.junit.jupiter.internal.settings.FakeSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/**
 * A builder for the fake that a test class declares by a field. It has the settings of {@link ChimeMessagingServerBuilder}, except for
 * the pool of servers, which the extension provides, and {@link #name}, {@link #reset}, {@link #leastPrivilege} and {@link #unusedSetup}.
 *
 * <p>Settings that are not given here may come from configuration parameters, see {@link ChimeMessagingFake}.
 *
 * <p>Settings are checked when the first fake is needed; wrong ones are reported as
 * {@link org.junit.jupiter.api.extension.ExtensionConfigurationException}, which names the field. Mutable and not thread-safe.
 *
 * @since 0.1
 */
@CheckReturnValue
@Experimental
public final class ChimeMessagingFakeExtensionBuilder {
    private FakeSettings settings = FakeSettings.DEFAULTS;

    ChimeMessagingFakeExtensionBuilder() {}

    /**
     * Names the fake, so that a class may have several; without a name by default. {@link FakeName} on a parameter and {@code fake} in
     * {@link DenyCalls}, {@link FailCalls} and {@link InjectFault} choose it. A field with a named fake must be static.
     *
     * @param text for example {@code eu}
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder name(String text) {
        settings = settings.withName(Objects.requireNonNull(text, "text"));
        return this;
    }

    /**
     * Sets the loopback port; a free one by default. Of the fakes of one field that exist at the same time, the first has this port;
     * copies for tests that run in parallel have free ones.
     *
     * @param number 1 to 65535, or 0 for a free port
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder port(int number) {
        settings = settings.withPort(number);
        return this;
    }

    /**
     * Sets the region that clients must sign for; by default that of the first app instance, else {@code us-east-1}.
     *
     * @param name for example {@code eu-central-1}
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder region(String name) {
        Objects.requireNonNull(name, "name");
        settings = settings.plus("region", builder -> builder.region(name));
        return this;
    }

    /**
     * Sets the AWS account of callers and generated ARNs; by default that of the first app instance.
     *
     * @param id 12 digits
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder account(String id) {
        Objects.requireNonNull(id, "id");
        settings = settings.plus("account", builder -> builder.account(id));
        return this;
    }

    /**
     * Adds an app instance with this ARN. The first one is the default app instance; without any, one with a generated ARN is
     * created.
     *
     * @param arn for example {@code arn:aws:chime:eu-central-1:111122223333:app-instance/chat}
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder appInstance(String arn) {
        Objects.requireNonNull(arn, "arn");
        settings = settings.plus("appInstance", builder -> builder.appInstance(arn));
        return this;
    }

    /** Starts the fake without app instances, for tests of code that creates its own with {@code CreateAppInstance}. */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder withoutAppInstance() {
        settings = settings.plus("withoutAppInstance", ChimeMessagingServerBuilder::withoutAppInstance);
        return this;
    }

    /** Adds users to be registered with the first app instance, with exactly these ids. */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder users(String... ids) {
        settings = settings.plusUsers(List.of(ids));
        return this;
    }

    /**
     * Sets the clock of timestamps and expiry; by default the system clock, increased at each reading. Copies for tests that run in
     * parallel share it. {@link ChimeMessagingServer#clock()} adjusts the time of only one fake.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder clock(Clock time) {
        Objects.requireNonNull(time, "time");
        settings = settings.plus("clock", builder -> builder.clock(time));
        return this;
    }

    /** Sets the seed of generated ids: the same seed and the same calls result in the same ids. */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder seed(long number) {
        settings = settings.plus("seed", builder -> builder.seed(number));
        return this;
    }

    /**
     * Sets how many calls the journal holds at most; 10,000 by default.
     *
     * @param calls at least 1
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder journalCapacity(int calls) {
        settings = settings.plus("journalCapacity", builder -> builder.journalCapacity(calls));
        return this;
    }

    /**
     * Sets whether the journal that is printed under a failed test contains texts: contents of messages and names of channels, users and
     * other resources; {@code true} by default.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder printTexts(boolean enabled) {
        settings = settings.plus("printTexts", builder -> builder.printTexts(enabled));
        return this;
    }

    /**
     * Sets the address at which the fake listens, by default {@code 127.0.0.1}: for containers and devices that call it. See
     * {@link ChimeMessagingServerBuilder#bind}.
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder bind(String ipAddress) {
        Objects.requireNonNull(ipAddress, "ipAddress");
        settings = settings.plus("bind", builder -> builder.bind(ipAddress));
        return this;
    }

    /** Sets the hosts under which clients may call the fake. See {@link ChimeMessagingServerBuilder#allowedHosts}. */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder allowedHosts(String... names) {
        List<String> hosts = List.of(names);
        settings = settings.plus("allowedHosts", builder -> builder.allowedHosts(hosts.toArray(String[]::new)));
        return this;
    }

    /** Sets the size of the largest request body. See {@link ChimeMessagingServerBuilder#maxBodyBytes}. */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder maxBodyBytes(int bytes) {
        settings = settings.plus("maxBodyBytes", builder -> builder.maxBodyBytes(bytes));
        return this;
    }

    /**
     * Sets whether secret access keys and session tokens are random instead of the same in every run. See
     * {@link ChimeMessagingServerBuilder#randomSecrets}.
     */
    @Experimental
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder randomSecrets(boolean enabled) {
        settings = settings.plus("randomSecrets", builder -> builder.randomSecrets(enabled));
        return this;
    }

    /**
     * Sets when the fake returns to its baseline: before each test by default, unless a configuration parameter says otherwise. An instance field has its own fake for each test, so that
     * this has no effect there.
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder reset(FakeReset moment) {
        settings = settings.withReset(Objects.requireNonNull(moment, "moment"));
        return this;
    }

    /**
     * Sets the file to which the smallest policy is written that allows what the tests called; none by default. Tests that name the
     * same file share it. The file is written at the end of the run.
     *
     * @param file for example {@code Path.of("target/chime-policy.json")}, from the working directory of the tests
     * @see ChimeMessagingFake#leastPrivilege
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder leastPrivilege(Path file) {
        settings = settings.withLeastPrivilegeFile(Objects.requireNonNull(file, "file"));
        return this;
    }

    /**
     * Sets what is done about set-up that tests did not use.
     *
     * @see ChimeMessagingFake#unusedSetup
     */
    @CanIgnoreReturnValue
    public ChimeMessagingFakeExtensionBuilder unusedSetup(UnusedSetupMode mode) {
        settings = settings.withUnusedSetup(Objects.requireNonNull(mode, "mode"));
        return this;
    }

    /** Returns an extension with the settings so far, to be registered by a field with {@code @RegisterExtension}. */
    public ChimeMessagingFakeExtension build() {
        return new ChimeMessagingFakeExtension(settings);
    }
}
