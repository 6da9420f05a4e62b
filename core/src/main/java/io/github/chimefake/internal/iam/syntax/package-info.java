/** Reads the JSON of policies, and says of each error where it is, what was received and what is valid. */
@NullMarked
package io.github.chimefake.internal.iam.syntax;

import org.jspecify.annotations.NullMarked;
