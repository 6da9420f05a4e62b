/** Whether a fake still runs, and how it runs code of users. */
@NullMarked
package io.github.chimefake.internal.lifetime;

import org.jspecify.annotations.NullMarked;
