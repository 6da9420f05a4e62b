/** A chat service as an application would write it against the AWS SDK. Nothing in it knows of the fake. */
@NullMarked
package io.github.chimefake.examples.chat;

import org.jspecify.annotations.NullMarked;
