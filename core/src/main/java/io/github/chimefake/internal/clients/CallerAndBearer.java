package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;

/**
 * The identities that a client sends with its requests.
 *
 * @param caller signs the requests
 * @param bearer the default {@code x-amz-chime-bearer}; if empty, a request has only the bearer that it names itself
 */
record CallerAndBearer(Caller caller, Optional<ChimeUser> bearer) {}
