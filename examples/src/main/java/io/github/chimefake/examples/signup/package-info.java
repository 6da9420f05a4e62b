/** Sign-up for a chat: a user is registered with one service before the other one knows it. */
@NullMarked
package io.github.chimefake.examples.signup;

import org.jspecify.annotations.NullMarked;
