package io.github.chimefake.junit.jupiter.internal.rules;

import io.github.chimefake.faults.FaultSelection;
import io.github.chimefake.permissions.PermissionSelection;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Which of the selected calls an annotation applies to, checked. A number of 0 means that it was left out. */
record DeclaredTimes(int calls, int nthCall, int fromCall, int everyNthCall) {

    /** One number of an annotation. */
    private record Member(String name, int number) {
        private boolean isPresent() {
            return number != 0;
        }

        @Override
        public String toString() {
            return name + " = " + number;
        }
    }

    /**
     * Checks the numbers.
     *
     * @param where the annotation and its place, for example {@code @FailCalls on class ChatTest}
     * @throws ExtensionConfigurationException if one is negative, or if there are several
     */
    DeclaredTimes requireValid(String where) {
        members().forEach(member -> requireNumber(where, member.name(), member.number(), "every call"));
        if (members().filter(Member::isPresent).count() > 1) {
            String present =
                    members().filter(Member::isPresent).map(Member::toString).collect(Collectors.joining(" and "));
            throw new ExtensionConfigurationException(
                    where + " has " + present + ", but only one of them is allowed. Use"
                            + " calls for the first calls, nthCall for one call, fromCall for that call and all later ones, or"
                            + " everyNthCall for every n-th call");
        }
        return this;
    }

    /**
     * Checks that a number is not negative.
     *
     * @param all what the annotation applies to if the number is left out
     */
    static void requireNumber(String where, String member, long number, String all) {
        if (number < 0) {
            throw new ExtensionConfigurationException(where + " has " + member + " = " + number
                    + ". Give a number of at least 1, or leave it out for " + all);
        }
    }

    boolean isEveryCall() {
        return members().noneMatch(Member::isPresent);
    }

    private Stream<Member> members() {
        return Stream.of(
                new Member("calls", calls),
                new Member("nthCall", nthCall),
                new Member("fromCall", fromCall),
                new Member("everyNthCall", everyNthCall));
    }

    PermissionSelection of(PermissionSelection any) {
        PermissionSelection first = calls > 0 ? any.calls(calls) : any;
        PermissionSelection nth = nthCall > 0 ? first.nthCall(nthCall) : first;
        PermissionSelection later = fromCall > 0 ? nth.fromCall(fromCall) : nth;
        return everyNthCall > 0 ? later.everyNthCall(everyNthCall) : later;
    }

    FaultSelection of(FaultSelection any) {
        FaultSelection first = calls > 0 ? any.calls(calls) : any;
        FaultSelection nth = nthCall > 0 ? first.nthCall(nthCall) : first;
        FaultSelection later = fromCall > 0 ? nth.fromCall(fromCall) : nth;
        return everyNthCall > 0 ? later.everyNthCall(everyNthCall) : later;
    }
}
