package io.github.chimefake.internal.control.route;

import io.github.chimefake.internal.control.schema.Schema;
import java.util.Optional;

/**
 * A response that a route documents.
 *
 * @param status the status
 * @param description when it is sent
 * @param mediaType the content type; empty without a body
 * @param schema the body; empty without a body
 */
public record Response(int status, String description, String mediaType, Optional<Schema> schema) {}
