package io.github.chimefake.internal.filter;

import java.util.List;

/** An entry point that knows what is registered through it, for interfaces that list it. */
public interface RegistrationList {
    /** Returns what is registered, in the order of registration, each once. */
    List<FilteredRegistration> registrations();
}
