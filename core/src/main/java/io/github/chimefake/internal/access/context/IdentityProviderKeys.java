package io.github.chimefake.internal.access.context;

import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRING;
import static io.github.chimefake.internal.access.context.ContextKey.ValueType.STRINGS;
import static io.github.chimefake.internal.access.context.ContextKey.whenSet;

import java.util.List;

/**
 * Keys that sessions of an identity provider have in requests to other services than STS.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html">IAM and AWS STS
 *     condition context keys</a>
 */
final class IdentityProviderKeys {
    private static final String GOOGLE = "only sessions of a Google account have it";
    private static final String COGNITO = "only sessions of a Cognito identity pool have it";
    private static final String FACEBOOK = "only sessions of a Facebook login have it";
    private static final String AMAZON = "only sessions of Login with Amazon have it";
    private static final String SAML = "only sessions of a SAML provider have it";

    static final List<ContextKey> ALL = List.of(
            whenSet("accounts.google.com:aud", STRING, GOOGLE),
            whenSet("accounts.google.com:oaud", STRING, GOOGLE),
            whenSet("accounts.google.com:sub", STRING, GOOGLE),
            whenSet("cognito-identity.amazonaws.com:amr", STRINGS, COGNITO),
            whenSet("cognito-identity.amazonaws.com:aud", STRING, COGNITO),
            whenSet("cognito-identity.amazonaws.com:sub", STRING, COGNITO),
            whenSet("graph.facebook.com:app_id", STRING, FACEBOOK),
            whenSet("graph.facebook.com:id", STRING, FACEBOOK),
            whenSet("www.amazon.com:app_id", STRING, AMAZON),
            whenSet("www.amazon.com:user_id", STRING, AMAZON),
            whenSet("saml:namequalifier", STRING, SAML),
            whenSet("saml:sub", STRING, SAML),
            whenSet("saml:sub_type", STRING, SAML));

    private IdentityProviderKeys() {}
}
