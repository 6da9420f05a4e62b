/** Scenarios: what users of Chime messaging reported in public, each set up by one line. */
@NullMarked
package io.github.chimefake.scenarios;

import org.jspecify.annotations.NullMarked;
