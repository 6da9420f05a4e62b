/**
 * A client for messaging sessions of Amazon Chime SDK messaging, which the AWS SDK for Java does not have. Start with
 * {@link io.github.chimefake.session.MessagingSession}. It works against AWS and against the fake, and needs neither of the fake's other
 * artifacts.
 *
 * <p>The interfaces of this package are not to be implemented by users: later releases may add methods to them. No parameter may be
 * {@code null} and no method returns {@code null}, except for the absent members of the SDK's structures.
 */
@NullMarked
package io.github.chimefake.session;

import org.jspecify.annotations.NullMarked;
