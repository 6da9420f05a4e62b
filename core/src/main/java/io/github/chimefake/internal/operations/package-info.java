/** What each operation of both services is written with: commands that change the state, queries that read it. */
@NullMarked
package io.github.chimefake.internal.operations;

import org.jspecify.annotations.NullMarked;
