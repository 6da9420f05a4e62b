package io.github.chimefake;

import static io.github.chimefake.Requests.send;
import static io.github.chimefake.iam.PolicyTemplate.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.chimefake.iam.PolicyKind;
import io.github.chimefake.permissions.AttachedPolicy;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.services.chimesdkmessaging.ChimeSdkMessagingClient;
import software.amazon.awssdk.services.chimesdkmessaging.model.ChimeSdkMessagingException;

/** A role of a fake to attach policies to, and helpers for policies and denials. */
final class AttachedPoliciesFixture {
    static final String ALL = policyOf("Allow", "*", "*");

    private final ChimeMessagingServer chime;
    final ChimeUser alice;
    final ChimeChannel general;
    final ChimeCaller backend;
    final ChimeSdkMessagingClient client;

    AttachedPoliciesFixture(ChimeMessagingServer chime) {
        this.chime = chime;
        alice = chime.user("alice");
        general = chime.channel("general").members(alice).create();
        backend = chime.caller("assumed-role/chat-backend");
        client = chime.clients().signedBy(backend).client();
    }

    static String policyOf(String effect, String action, String resource) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"" + effect + "\",\"Action\":\"" + action
                + "\",\"Resource\":\"" + resource + "\"}}";
    }

    static String policyIf(String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"chime:*\",\"Resource\":\"*\","
                + "\"Condition\":" + condition + "}}";
    }

    AttachedPolicy attach(PolicyKind kind, String json) {
        return chime.permissions().by(backend).attach(kind, policy("the policy", json));
    }

    void sends() {
        assertThat(client.sendChannelMessage(send(alice, general, "hello")).messageId())
                .isNotEmpty();
    }

    String denial(ThrowingCallable call) {
        return catchThrowableOfType(ChimeSdkMessagingException.class, call)
                .awsErrorDetails()
                .errorMessage();
    }

    String denialOfSending() {
        return denial(() -> client.sendChannelMessage(send(alice, general, "hello")));
    }

    String explanation() {
        return chime.journal().failures().get(0).errorResponse().orElseThrow().explanation();
    }
}
