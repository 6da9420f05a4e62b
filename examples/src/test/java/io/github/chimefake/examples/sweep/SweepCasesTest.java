package io.github.chimefake.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.ChimeMessagingServer;
import io.github.chimefake.examples.sweep.SweepCase.Kind;
import io.github.chimefake.examples.sweep.heldout.HeldOutCases;
import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ChimeMessagingFake
class SweepCasesTest {
    static Stream<SweepCase<?>> cases() {
        return Stream.of(SweepCases.correctOnes(), SweepCases.bugs(), HeldOutCases.correctOnes(), HeldOutCases.bugs())
                .flatMap(cases -> cases.stream());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void passesWhereNothingFails(SweepCase<?> swept, ChimeMessagingServer chime) {
        swept.runIn(swept.start(chime));
    }

    @Test
    void hasAtLeastTwentyCorrectMethods() {
        assertThat(SweepCases.correctOnes())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(swept -> assertThat(swept.kind()).isEqualTo(Kind.CORRECT));
        assertThat(HeldOutCases.correctOnes())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(swept -> assertThat(swept.kind()).isEqualTo(Kind.CORRECT));
    }

    @Test
    void hasMechanicalChangesForAtLeastHalfOfItsBugs() {
        assertThat(SweepCases.bugs().stream().filter(swept -> swept.kind() == Kind.MUTATED))
                .hasSizeGreaterThanOrEqualTo((SweepCases.bugs().size() + 1) / 2);
        assertThat(HeldOutCases.bugs().stream().filter(swept -> swept.kind() == Kind.MUTATED))
                .hasSizeGreaterThanOrEqualTo((HeldOutCases.bugs().size() + 1) / 2);
    }
}
