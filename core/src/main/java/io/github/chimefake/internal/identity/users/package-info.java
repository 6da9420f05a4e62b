/** The operations on app instance users and on the endpoints of their devices. */
@NullMarked
package io.github.chimefake.internal.identity.users;

import org.jspecify.annotations.NullMarked;
