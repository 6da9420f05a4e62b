/** The gates that a call passes, in order, and what encloses them: binding, encoding, journal. Free to change between releases. */
@NullMarked
package io.github.chimefake.internal.gateway;

import org.jspecify.annotations.NullMarked;
