package io.github.chimefake.internal.sts;

import io.github.chimefake.internal.arn.ArnParts;
import io.github.chimefake.internal.exchange.Caller;
import java.util.Optional;

/**
 * Says who signed the request. AWS allows it to everybody, whatever the policies say.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
final class GetCallerIdentity implements StsAction {
    static final String NAME = "GetCallerIdentity";

    @Override
    public StsXml.Content perform(StsRequest request, Optional<Caller> signer) {
        Caller caller = signer.orElseThrow();
        return result -> {
            result.text("Arn", caller.sessionArn());
            result.text("UserId", caller.userId());
            result.text("Account", ArnParts.parse(caller.principalArn()).account());
        };
    }
}
