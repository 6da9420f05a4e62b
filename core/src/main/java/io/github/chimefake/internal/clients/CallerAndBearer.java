package io.github.chimefake.internal.clients;

import io.github.chimefake.ChimeUser;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;

/**
 * Whose requests a client sends.
 *
 * @param caller signs them
 * @param bearer speaks where a request names no bearer
 */
record CallerAndBearer(Caller caller, Optional<ChimeUser> bearer) {}
