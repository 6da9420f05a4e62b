/** The journal: what the fake received and how it responded. */
@NullMarked
package io.github.chimefake.journal;

import org.jspecify.annotations.NullMarked;
