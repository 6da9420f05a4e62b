package io.github.chimefake.internal.filter;

import io.github.chimefake.Registration;
import java.util.List;

/** A registration that says which calls it selects. */
public interface FilteredRegistration extends Registration {
    /** Returns the filters of what was registered together, at least one. */
    List<CallFilter> filters();

    /** Returns whether it can still apply to calls: it is registered, and not used up. */
    boolean lasts();
}
