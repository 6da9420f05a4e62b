package io.github.chimefake.junit.jupiter.internal.settings;

import io.github.chimefake.ChimeMessagingServerBuilder;
import io.github.chimefake.junit.jupiter.FakeReset;
import io.github.chimefake.junit.jupiter.internal.support.RunParameter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The settings that configuration parameters give to all fakes of a run, as far as they declare nothing else. */
public final class RunSettings {
    private static final String APP_INSTANCE = "appInstance";
    private static final List<FakeReset> RESETS = List.of(FakeReset.EACH_TEST, FakeReset.EACH_CLASS);

    private RunSettings() {}

    /**
     * Returns the settings that a fake declares, completed by those of the run.
     *
     * @throws ExtensionConfigurationException if a parameter has a wrong value
     */
    public static FakeSettings complete(FakeSettings own, ExtensionContext context) {
        SuiteSettings.of(
                parameter -> parameter.in(context)); // A wrong value must not be overlooked, though no fake needs it.
        FakeSettings settings = own;
        settings = plus(settings, RunParameter.REGION, "region", context, text -> builder -> builder.region(text));
        settings = plus(settings, RunParameter.ACCOUNT, "account", context, text -> builder -> builder.account(text));
        settings = plus(settings, RunParameter.SEED, "seed", context, text -> {
            long seed = number(text, RunParameter.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
            return builder -> builder.seed(seed);
        });
        settings = plus(settings, RunParameter.CLOCK, "clock", context, text -> {
            Clock clock = Clock.fixed(instant(text), ZoneOffset.UTC);
            return builder -> builder.clock(clock);
        });
        settings = plus(settings, RunParameter.JOURNAL_CAPACITY, "journalCapacity", context, text -> {
            int calls = (int) number(text, RunParameter.JOURNAL_CAPACITY, 1, Integer.MAX_VALUE);
            return builder -> builder.journalCapacity(calls);
        });
        settings = plus(settings, RunParameter.PRINT_TEXTS, "printTexts", context, text -> {
            boolean enabled = isTrue(text);
            return builder -> builder.printTexts(enabled);
        });
        return settings.withReset(own.reset() == FakeReset.DEFAULT ? reset(context) : own.reset());
    }

    private interface Parser {
        Consumer<ChimeMessagingServerBuilder> effect(String value);
    }

    private static FakeSettings plus(
            FakeSettings settings, RunParameter parameter, String setting, ExtensionContext context, Parser parser) {
        Optional<String> value = parameter.in(context).map(String::strip);
        if (value.isEmpty() || settings.declares(setting) || followsAppInstance(settings, parameter)) {
            return settings;
        }
        Consumer<ChimeMessagingServerBuilder> effect = parser.effect(value.get());
        return settings.plus(setting, builder -> {
            try {
                effect.accept(builder);
            } catch (IllegalArgumentException wrong) {
                throw new ExtensionConfigurationException(
                        "The configuration parameter " + parameter.key() + " is \"" + value.get() + "\": "
                                + wrong.getMessage(),
                        wrong);
            }
        });
    }

    /** The ARN of an app instance has a region and an account, which the fake has then. */
    private static boolean followsAppInstance(FakeSettings settings, RunParameter parameter) {
        return (parameter == RunParameter.REGION || parameter == RunParameter.ACCOUNT)
                && settings.declares(APP_INSTANCE);
    }

    private static long number(String text, RunParameter parameter, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            throw wrongNumber(text, parameter, least);
        }
        throw wrongNumber(text, parameter, least);
    }

    private static ExtensionConfigurationException wrongNumber(String text, RunParameter parameter, long least) {
        return parameter.wrong(
                text,
                least == Long.MIN_VALUE ? "a whole number, for example 7" : "a whole number of at least " + least);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException wrong) {
            throw RunParameter.CLOCK.wrong(text, "an instant in ISO 8601, for example 2026-01-31T12:00:00Z");
        }
    }

    private static boolean isTrue(String text) {
        return Stream.of(true, false)
                .filter(each -> each.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> RunParameter.PRINT_TEXTS.wrong(text, "true or false"));
    }

    private static FakeReset reset(ExtensionContext context) {
        String name = RunParameter.RESET.in(context).orElse(FakeReset.EACH_TEST.name());
        return RESETS.stream()
                .filter(reset -> reset.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> RunParameter.RESET.wrong(name, "one of " + RESETS));
    }
}
