package io.github.chimefake.junit.jupiter.internal.parameters;

import io.github.chimefake.junit.jupiter.FakeName;
import org.junit.jupiter.api.extension.ParameterContext;

/** Which of several fakes a parameter is provided from. */
public final class FakeChoice {
    private FakeChoice() {}

    /** Returns the name that the parameter gives; empty if it gives none. */
    public static String of(ParameterContext parameter) {
        return parameter.findAnnotation(FakeName.class).map(FakeName::value).orElse("");
    }

    /** Returns how messages name the parameter. */
    public static String describe(ParameterContext parameter) {
        return "The parameter " + parameter.getParameter();
    }
}
