/** Who is calling, and may they: callers and their keys, signatures, rules, and the policies of callers. */
@NullMarked
package io.github.chimefake.internal.access;

import org.jspecify.annotations.NullMarked;
