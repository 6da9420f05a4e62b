package io.github.chimefake;

import static io.github.chimefake.ChimeError.SERVICE_FAILURE;
import static io.github.chimefake.Operation.DESCRIBE_CHANNEL;
import static io.github.chimefake.Requests.describe;
import static io.github.chimefake.Requests.updateChannel;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;
import software.amazon.awssdk.services.chimesdkmessaging.model.DescribeChannelRequest;

/** What the registrations of all entry points have in common. */
class RegistrationTest {
    private final ChimeMessagingServer chime =
            ChimeMessagingServer.builder().clock(ManualClock.standingStill()).start();
    private final ChimeUser alice = chime.user("alice");
    private final ChimeChannel general =
            chime.channel("general").members(alice).moderators(alice).create();

    /** What can be registered, so that it applies to each call of {@link #call} that follows {@link #prepare}. */
    enum Kind {
        PERMISSION_RULE {
            @Override
            Registration register(ChimeMessagingServer chime) {
                return chime.permissions().on(DESCRIBE_CHANNEL).deny(SERVICE_FAILURE);
            }

            @Override
            void clear(ChimeMessagingServer chime) {
                chime.permissions().clear();
            }
        },
        FAULT {
            @Override
            Registration register(ChimeMessagingServer chime) {
                return chime.faults().on(DESCRIBE_CHANNEL).fail(SERVICE_FAILURE);
            }

            @Override
            void clear(ChimeMessagingServer chime) {
                chime.faults().clear();
            }
        },
        RATE_LIMIT {
            @Override
            Registration register(ChimeMessagingServer chime) {
                return chime.rates().on(DESCRIBE_CHANNEL).perBearer(1);
            }

            @Override
            void clear(ChimeMessagingServer chime) {
                chime.rates().clear();
            }
        },
        STALE_READ {
            @Override
            Registration register(ChimeMessagingServer chime) {
                return chime.consistency().on(DESCRIBE_CHANNEL).staleReads(100);
            }

            @Override
            void clear(ChimeMessagingServer chime) {
                chime.consistency().clear();
            }
        };

        abstract Registration register(ChimeMessagingServer chime);

        abstract void clear(ChimeMessagingServer chime);
    }

    @AfterEach
    void stop() {
        chime.close();
    }

    /** Makes the call that a limit lets through, or the write that a stale read misses. */
    private void prepare(Kind kind) {
        prepare(kind, chime);
    }

    private void prepare(Kind kind, ChimeMessagingServer fake) {
        if (kind == Kind.RATE_LIMIT) {
            call(fake.clients().withoutRetries().client());
        } else if (kind == Kind.STALE_READ) {
            fake.client().updateChannel(updateChannel(alice, general, "renamed"));
        }
    }

    private void call() {
        call(chime.clients().withoutRetries().client());
    }

    private void call(ChimeSdkMessagingClient client) {
        try {
            client.describeChannel(describe(alice, general));
        } catch (ChimeSdkMessagingException failure) {
            assertThat(failure.statusCode()).isIn(429, 500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void countsTheCallsThatItWasAppliedTo(Kind kind) {
        Registration registration = kind.register(chime);
        prepare(kind);

        call();
        call();

        assertThat(registration.timesApplied()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void countsACallOnceHoweverOftenItIsRetried(Kind kind) {
        Registration registration = kind.register(chime);
        prepare(kind);
        if (kind == Kind.STALE_READ) {
            chime.faults().on(DESCRIBE_CHANNEL).attempts(2).loseResponse();
        }

        call(chime.client());

        assertThat(chime.journal().calls(DESCRIBE_CHANNEL))
                .last()
                .satisfies(call -> assertThat(call.attempts()).hasSizeGreaterThan(2));
        assertThat(registration.timesApplied()).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void appliesNoMoreOnceItIsClosed(Kind kind) {
        Registration registration = kind.register(chime);
        prepare(kind);
        call();

        registration.close();
        registration.close();
        call();

        assertThat(registration.timesApplied()).isOne();
        assertThat(chime.journal().failures()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void appliesNoMoreOnceAllAreCleared(Kind kind) {
        Registration registration = kind.register(chime);
        prepare(kind);

        kind.clear(chime);
        call();

        assertThat(registration.timesApplied()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void isGoneAfterAResetToABaselineWithoutIt(Kind kind) {
        chime.snapshots().markBaseline();
        Registration registration = kind.register(chime);

        chime.reset();
        prepare(kind);
        call();

        assertThat(registration.timesApplied()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void comesBackWithTheBaselineAndCountsFromZero(Kind kind) {
        Registration registration = kind.register(chime);
        chime.snapshots().markBaseline();
        prepare(kind);
        call();
        registration.close();

        chime.reset();
        assertThat(registration.timesApplied()).isZero();
        prepare(kind);
        call();
        call();

        assertThat(registration.timesApplied()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotCountTheCallsOfACopy(Kind kind) {
        Registration registration = kind.register(chime);
        chime.snapshots().markBaseline();
        prepare(kind);

        try (ChimeMessagingServer copy = chime.snapshots().startCopy()) {
            prepare(kind, copy);
            call(copy.clients().withoutRetries().client());
            kind.clear(copy);
        }
        assertThat(registration.timesApplied()).isZero();
        call();

        assertThat(registration.timesApplied()).isOne();
    }

    @Test
    void aFaultThatAppliedToTheFirstAttemptAppliesToTheRetriesWhateverItsPredicateSays() {
        AtomicBoolean first = new AtomicBoolean(true);
        Registration fault = chime.faults()
                .matching(DescribeChannelRequest.class, request -> first.getAndSet(false))
                .fail(SERVICE_FAILURE);

        call(chime.client());

        assertThat(chime.journal().failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.attempts()).hasSizeGreaterThan(1));
        assertThat(fault.timesApplied()).isOne();
    }
}
