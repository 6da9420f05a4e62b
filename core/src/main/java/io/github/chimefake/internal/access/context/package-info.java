/** The condition keys that policies know, each with its values for a call and the reason. */
@NullMarked
package io.github.chimefake.internal.access.context;

import org.jspecify.annotations.NullMarked;
