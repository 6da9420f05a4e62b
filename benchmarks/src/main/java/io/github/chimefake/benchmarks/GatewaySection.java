package io.github.chimefake.benchmarks;

/** What happens between the sockets. */
final class GatewaySection implements Section {
    @Override
    public void measure(Form form, Page page) {
        Microbenchmarks micro = new Microbenchmarks();
        micro.run(form, GatewayBenchmark.class);
        micro.run(form, ProtocolBenchmark.class);
        micro.run(form, PolicyBenchmark.class);
        Series stub = micro.of("staticStubWithoutRecord");
        Series send = micro.of("signedSendWithPolicies");
        Series authorization = micro.of("authorizeByTenPolicies");
        double coding = micro.of("decodeSend").median() + micro.of("encodeSend").median();
        page.add(Aim.atMost(
                1.5, "a send with policies inside the gateway, of WireMock's pipeline", send.times(1 / stub.median())));
        page.add(Aim.atMost(1.0 / 3, "authorization, of WireMock's pipeline", authorization.times(1 / stub.median())));
        page.add(
                Aim.atMost(1, "authorization of a send, of decoding and encoding it", authorization.times(1 / coding)));
        page.heading("Inside, without sockets")
                .table("", "µs a call")
                .row("WireMock's pipeline: one static stub, no record of requests", stub)
                .row("the same with its defaults, which record every request", micro.of("staticStub"))
                .row("a send of an unknown access key: the signature's form is checked", micro.of("sendOfUnknownKey"))
                .row("a signed send", micro.of("signedSend"))
                .row("a signed send with ten policies of twenty statements", send)
                .row("a signed send that they deny, explanation included", micro.of("deniedSend"))
                .row("authorization alone, by the same policies", authorization)
                .row(
                        "the same where the statement that allows asks for the time",
                        micro.of("authorizeByTenPoliciesOfTheTime"))
                .row(
                        "a decision by the largest set of policies that a role can have",
                        micro.of("decideByTheLargestSet"))
                .row(
                        "a decision by one star before the longest literal that a policy can have",
                        micro.of("decideByTheLongestLiteral"))
                .row(
                        "the same with half as long a literal as the resource, which nearly matches everywhere",
                        micro.of("decideByALongLiteral"))
                .row("routing and decoding a send", micro.of("decodeSend"))
                .row("encoding the response to a send", micro.of("encodeSend"))
                .row("encoding a page of fifty messages", micro.of("encodeFiftyMessages"));
    }
}
