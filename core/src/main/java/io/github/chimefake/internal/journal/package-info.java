/** The journal: one entry per call, with its attempts, in the types of the AWS SDK. */
@NullMarked
package io.github.chimefake.internal.journal;

import org.jspecify.annotations.NullMarked;
