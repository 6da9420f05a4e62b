package io.github.chimefake.internal.access.policies;

import io.github.chimefake.iam.PolicyDocument.ServiceVocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The actions and condition keys that policies for Amazon Chime can use. The actions of meetings and voice are
 * included, because they share a prefix with messaging.
 *
 * @see <a href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonchime.html">Actions,
 *     resources, and condition keys for Amazon Chime</a>
 */
final class ChimeVocabulary {
    private static final String ACTIONS = "chime-actions.txt";

    /** The service's own keys, then the global ones. A key that ends with a slash includes all tags. */
    private static final Set<String> CONDITION_KEYS = Set.of(
            "aws:RequestTag/",
            "aws:ResourceTag/",
            "aws:TagKeys",
            "aws:AssumedRoot",
            "aws:CalledVia",
            "aws:CalledViaFirst",
            "aws:CalledViaLast",
            "aws:CurrentTime",
            "aws:Ec2InstanceSourcePrivateIPv4",
            "aws:Ec2InstanceSourceVpc",
            "aws:EpochTime",
            "aws:FederatedProvider",
            "aws:MultiFactorAuthAge",
            "aws:MultiFactorAuthPresent",
            "aws:PrincipalAccount",
            "aws:PrincipalArn",
            "aws:PrincipalIsAWSService",
            "aws:PrincipalOrgID",
            "aws:PrincipalOrgPaths",
            "aws:PrincipalServiceName",
            "aws:PrincipalServiceNamesList",
            "aws:PrincipalTag/",
            "aws:PrincipalType",
            "aws:Referer",
            "aws:RequestedRegion",
            "aws:ResourceAccount",
            "aws:ResourceOrgID",
            "aws:ResourceOrgPaths",
            "aws:SecureTransport",
            "aws:SourceIdentity",
            "aws:SourceIp",
            "aws:SourceVpc",
            "aws:SourceVpce",
            "aws:TokenIssueTime",
            "aws:UserAgent",
            "aws:userid",
            "aws:username",
            "aws:ViaAWSService",
            "aws:VpcSourceIp",
            "accounts.google.com:aud",
            "accounts.google.com:oaud",
            "accounts.google.com:sub",
            "cognito-identity.amazonaws.com:amr",
            "cognito-identity.amazonaws.com:aud",
            "cognito-identity.amazonaws.com:sub",
            "graph.facebook.com:app_id",
            "graph.facebook.com:id",
            "www.amazon.com:app_id",
            "www.amazon.com:user_id");

    /** Read once, when the first policy is checked. */
    static final ServiceVocabulary KNOWN = ServiceVocabulary.of("chime", actions(), CONDITION_KEYS);

    private ChimeVocabulary() {}

    private static Set<String> actions() {
        try (InputStream in = Objects.requireNonNull(ChimeVocabulary.class.getResourceAsStream(ACTIONS), ACTIONS)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
