/** What was set up and not used, with the reason. */
@NullMarked
package io.github.chimefake.internal.setup;

import org.jspecify.annotations.NullMarked;
