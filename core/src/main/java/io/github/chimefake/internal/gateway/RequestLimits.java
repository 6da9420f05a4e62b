package io.github.chimefake.internal.gateway;

import static java.util.stream.Collectors.joining;

import io.github.chimefake.ChimeError;
import io.github.chimefake.Layer;
import io.github.chimefake.Provenance;
import io.github.chimefake.internal.exchange.HttpRequest;
import io.github.chimefake.internal.exchange.ServiceError;
import io.github.chimefake.internal.http.HeaderNames;
import io.github.chimefake.internal.http.HostNames;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is checked on the head of a request, before anything reads its body.
 *
 * @param hosts the hosts in {@code Host} that are accepted besides loopback names; empty accepts all
 * @param maxBodyBytes the size of the largest body; empty accepts all
 */
public record RequestLimits(Optional<Set<String>> hosts, OptionalLong maxBodyBytes) {
    /** Accepts every request. */
    public static final RequestLimits NONE = new RequestLimits(Optional.empty(), OptionalLong.empty());

    public RequestLimits {
        hosts = hosts.map(Set::copyOf);
    }

    /** Returns whether a request can break a limit. */
    public boolean exist() {
        return hosts.isPresent() || maxBodyBytes.isPresent();
    }

    /** Returns the error if the head of a request breaks a limit. */
    public Optional<ServiceError> check(HttpRequest head) {
        return hosts.flatMap(accepted -> checkHost(head, accepted)).or(() -> checkBody(head));
    }

    private static Optional<ServiceError> checkHost(HttpRequest head, Set<String> accepted) {
        List<String> given = head.headerValues(HeaderNames.HOST);
        boolean valid = given.size() == 1
                && HostNames.parse(given.get(0))
                        .map(HostNames.Authority::host)
                        .filter(host -> HostNames.isLoopback(host) || accepted.contains(host))
                        .isPresent();
        return valid
                ? Optional.empty()
                : error(
                        "The host of the request is not one of this endpoint.",
                        "The request has " + (given.isEmpty() ? "no Host" : "the Host " + String.join(", ", given))
                                + ". Accepted are " + names(accepted)
                                + ". Use one of them, or start the fake with the name of the host as an allowed one.");
    }

    private static String names(Set<String> accepted) {
        return "localhost, addresses of loopback"
                + (accepted.isEmpty() ? "" : new TreeSet<>(accepted).stream().collect(joining(", ", ", ", "")));
    }

    private Optional<ServiceError> checkBody(HttpRequest head) {
        if (maxBodyBytes.isEmpty()) {
            return Optional.empty();
        }
        long limit = maxBodyBytes.getAsLong();
        String valid = " At most " + limit + " bytes are accepted, with a Content-Length and without Content-Encoding.";
        if (head.header("Transfer-Encoding").isPresent()) {
            return error(
                    "The request body has no Content-Length.",
                    "The body of " + head + " is sent in chunks." + valid + " Send the body with its length.");
        }
        if (head.header("Content-Encoding")
                .filter(encoding -> !encoding.strip().equalsIgnoreCase("identity"))
                .isPresent()) {
            return error(
                    "The request body is encoded.",
                    "The body of " + head + " has a Content-Encoding." + valid + " Send the body as it is.");
        }
        Optional<String> length = head.header("Content-Length");
        return length.isPresent() && !isAtMost(limit, length.get().strip())
                ? error(
                        "The request body is too long.",
                        "The body of " + head + " has " + length.get() + " bytes." + valid + " Send a shorter body.")
                : Optional.empty();
    }

    private static boolean isAtMost(long limit, String length) {
        try {
            return Long.parseLong(length) <= limit;
        } catch (NumberFormatException tooLong) { // The web server rejects what is no number.
            return false;
        }
    }

    private static Optional<ServiceError> error(String message, String explanation) {
        return Optional.of(
                new ServiceError(Layer.ENDPOINT, ChimeError.BAD_REQUEST, message, explanation, Provenance.REQUESTED));
    }
}
