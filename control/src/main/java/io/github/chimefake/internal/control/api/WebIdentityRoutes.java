package io.github.chimefake.internal.control.api;

import io.github.chimefake.internal.control.objects.ControlledFake;
import io.github.chimefake.internal.control.route.Reply;
import io.github.chimefake.internal.control.route.Request;
import io.github.chimefake.internal.control.route.Route;
import io.github.chimefake.internal.control.schema.Fields;
import io.github.chimefake.internal.control.schema.Schema;
import java.util.List;

/** Tokens of identity providers, which code exchanges for credentials at the fake's endpoint. */
final class WebIdentityRoutes {
    private final ControlledFake fake;

    private WebIdentityRoutes(ControlledFake fake) {
        this.fake = fake;
    }

    static List<Route> of(ControlledFake fake) {
        WebIdentityRoutes routes = new WebIdentityRoutes(fake);
        return List.of(Route.post("/v1/web-identities", "acceptWebIdentity", "Accepts a token for a role")
                .description("AssumeRoleWithWebIdentity at the endpoint of the fake then exchanges the token for"
                        + " credentials of the role. A reset forgets tokens that are not in the baseline.")
                .body(Schema.object("A token of an identity provider.")
                        .required(
                                "token",
                                Schema.string("The token as code sends it. The fake does not read it.")
                                        .length(1, 20000))
                        .required(
                                "role",
                                Schema.string("The ARN of a role, or role/NAME in the fake's account.")
                                        .length(1, 1600)))
                .respondsNothing("It is accepted.")
                .handle(routes::accept));
    }

    private Reply accept(Request request) {
        Fields body = request.body();
        String token = body.string("token");
        if (token.isBlank()) {
            throw body.invalid("token", "it is blank; expected the token that the code sends");
        }
        body.check("role", () -> {
            fake.chime().credentials().acceptWebIdentity(token, body.string("role"));
            return token;
        });
        return Reply.noContent();
    }
}
