package io.github.chimefake.internal.iam.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.chimefake.internal.iam.condition.RequestContext;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrincipalContextTest {
    // spotless:off
    /** Each row: the principal's ARN, and what follows from it for four keys. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::111122223333:user/team/alice            | arn:aws:iam::111122223333:user/team/alice   | User          | alice
            arn:aws:iam::111122223333:role/path/backend          | arn:aws:iam::111122223333:role/path/backend | AssumedRole   |
            arn:aws:sts::111122223333:assumed-role/backend/s-1   | arn:aws:iam::111122223333:role/backend      | AssumedRole   |
            arn:aws:sts::111122223333:federated-user/alice       | arn:aws:sts::111122223333:federated-user/alice | FederatedUser |
            arn:aws:iam::111122223333:root                       | arn:aws:iam::111122223333:root              | Account       |
            """)
    void derivesKeysFromThePrincipal(String arn, String principalArn, String type, String username) {
        RequestContext keys = PrincipalContext.of(arn);

        assertThat(keys.values("aws:PrincipalArn")).containsExactly(principalArn);
        assertThat(keys.values("aws:PrincipalType")).containsExactly(type);
        assertThat(keys.values("aws:PrincipalAccount")).containsExactly("111122223333");
        assertThat(keys.values("aws:username")).isEqualTo(username == null ? List.of() : List.of(username));
    }
    // spotless:on

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::111122223333:user/alice           |
            arn:aws:sts::111122223333:assumed-role/chat/s  |
            arn:aws:sts::111122223333:federated-user/alice | 111122223333:alice
            arn:aws:iam::111122223333:root                 | 111122223333
            """)
    void onlyFederatedUsersAndRootHaveAnIdentifierThatFollowsFromTheArn(String arn, String userId) {
        assertThat(PrincipalContext.of(arn).values("aws:userid"))
                .isEqualTo(userId == null ? List.of() : List.of(userId));
    }
}
