package io.github.chimefake.internal.constraints;

import static io.github.chimefake.ChimeError.BAD_REQUEST;
import static io.github.chimefake.ChimeError.RESOURCE_LIMIT_EXCEEDED;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.CREATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.CREATE_CHANNEL;
import static io.github.chimefake.Operation.CREATE_CHANNEL_FLOW;
import static io.github.chimefake.Operation.TAG_RESOURCE;
import static io.github.chimefake.Operation.UNTAG_RESOURCE;
import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE;
import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_BOT;
import static io.github.chimefake.Operation.UPDATE_APP_INSTANCE_USER;
import static io.github.chimefake.Operation.UPDATE_CHANNEL;
import static io.github.chimefake.Provenance.DOCUMENTED;
import static io.github.chimefake.internal.constraints.DocumentedConstraint.documented;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Constraints on tags and on the metadata of resources. */
public final class TagConstraints {
    private static final String RESERVED_PREFIX = "aws:";
    private static final int METADATA_BYTES = 1024;
    private static final int TAGS = 50;
    private static final String TAGGING = "[Tag naming limits and requirements]"
            + "(https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html)";

    public static final DocumentedConstraint RESERVED_KEYS = documented(
            "A tag key does not begin with `aws:`, in any letter case: such tags can be neither set nor removed.",
            "`Tags[].Key`, `TagKeys[]`",
            Set.of(
                    TAG_RESOURCE,
                    UNTAG_RESOURCE,
                    CREATE_CHANNEL,
                    CREATE_CHANNEL_FLOW,
                    CREATE_APP_INSTANCE,
                    CREATE_APP_INSTANCE_USER,
                    CREATE_APP_INSTANCE_BOT),
            BAD_REQUEST,
            TAGGING);

    public static final DocumentedConstraint PER_RESOURCE = documented(
                    "A resource has at most " + TAGS + " tags, those of earlier requests included.",
                    "`Tags`",
                    Set.of(TAG_RESOURCE),
                    RESOURCE_LIMIT_EXCEEDED,
                    TAGGING)
            .withError(DOCUMENTED);

    public static final DocumentedConstraint METADATA = documented(
            "The metadata of a resource has at most " + METADATA_BYTES
                    + " bytes in UTF-8; the models count characters. The pages say so of the creations.",
            "`Metadata`",
            Set.of(
                    CREATE_CHANNEL,
                    UPDATE_CHANNEL,
                    CREATE_APP_INSTANCE,
                    UPDATE_APP_INSTANCE,
                    CREATE_APP_INSTANCE_USER,
                    UPDATE_APP_INSTANCE_USER,
                    CREATE_APP_INSTANCE_BOT,
                    UPDATE_APP_INSTANCE_BOT),
            BAD_REQUEST,
            Pages.api(CREATE_CHANNEL) + ", " + Pages.api(CREATE_APP_INSTANCE) + ", "
                    + Pages.api(CREATE_APP_INSTANCE_USER) + ", " + Pages.api(CREATE_APP_INSTANCE_BOT));

    static final List<DocumentedConstraint> ALL = List.of(RESERVED_KEYS, PER_RESOURCE, METADATA);

    private TagConstraints() {}

    /** Returns whether a request may use the key; see {@link #RESERVED_KEYS}. */
    public static boolean isAllowedKey(String key) {
        return !key.regionMatches(true, 0, RESERVED_PREFIX, 0, RESERVED_PREFIX.length());
    }

    /** Returns whether a resource may have that many tags; see {@link #PER_RESOURCE}. */
    public static boolean isAllowedNumber(int tags) {
        return tags <= TAGS;
    }

    /** Returns whether a resource may have the metadata; see {@link #METADATA}. */
    public static boolean isAllowedMetadata(String metadata) {
        return metadata.getBytes(StandardCharsets.UTF_8).length <= METADATA_BYTES;
    }
}
