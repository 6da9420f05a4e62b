package io.github.chimefake.internal.constraints;

import io.github.chimefake.ChimeService;
import io.github.chimefake.Operation;

/** The pages of AWS's documentation that state constraints, as links in Markdown. */
final class Pages {
    private static final String DOCS = "https://docs.aws.amazon.com/";

    static final String QUOTAS = link("Amazon Chime SDK endpoints and quotas", "general/latest/gr/chime-sdk.html");

    private Pages() {}

    /** Returns the page of the developer guide with this name. */
    static String guide(String title, String name) {
        return link(title, "chime-sdk/latest/dg/" + name + ".html");
    }

    /** Returns the operation's page of the API reference. */
    static String api(Operation operation) {
        String service = operation.service() == ChimeService.MESSAGING ? "messaging-chime" : "identity-chime";
        return link(
                operation.awsName(),
                "chime-sdk/latest/APIReference/API_" + service + "_" + operation.awsName() + ".html");
    }

    private static String link(String title, String path) {
        return "[" + title + "](" + DOCS + path + ")";
    }
}
