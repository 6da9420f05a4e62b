package io.github.chimefake.internal.sweep.calls;

import java.util.List;

/** Tells frames of a stack that belong to neither the code under test nor the test, by the packages of their classes. */
public final class ForeignCode {
    private static final List<String> SWEEP = List.of(
            "io.github.chimefake.internal.",
            "io.github.chimefake.sweep.",
            "io.github.chimefake.junit.jupiter.internal.");

    /** What runs tests, and what they check and replace things with. */
    private static final List<String> TESTING = List.of(
            "org.junit.",
            "junit.",
            "org.opentest4j.",
            "org.testng.",
            "org.assertj.",
            "org.hamcrest.",
            "com.google.common.truth.",
            "org.awaitility.",
            "org.mockito.",
            "net.bytebuddy.",
            "io.mockk.",
            "io.kotest.",
            "kotlin.test.");

    /** The most frequent ones first. */
    private static final List<String> LIBRARIES = List.of(
            "software.amazon.awssdk.",
            "software.amazon.lambda.",
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "kotlin.",
            "kotlinx.",
            "scala.",
            "groovy.",
            "org.codehaus.groovy.",
            "org.apache.groovy.",
            "clojure.",
            "com.amazonaws.http.",
            "com.amazonaws.handlers.",
            "com.amazonaws.client.",
            "com.amazonaws.services.lambda.runtime.",
            "org.apache.maven.",
            "org.gradle.",
            "worker.org.gradle.",
            "com.intellij.",
            "org.eclipse.jdt.internal.",
            "org.springframework.",
            "org.aspectj.",
            "io.micronaut.",
            "io.quarkus.",
            "io.smallrye.",
            "org.jboss.",
            "com.google.inject.",
            "com.google.common.",
            "com.google.gson.",
            "com.fasterxml.",
            "dagger.",
            "org.slf4j.",
            "ch.qos.logback.",
            "org.apache.logging.",
            "org.apache.commons.",
            "org.apache.http.",
            "org.apache.hc.",
            "io.micrometer.",
            "io.opentelemetry.",
            "brave.",
            "io.vavr.",
            "io.github.resilience4j.",
            "dev.failsafe.",
            "net.jodah.failsafe.",
            "com.github.rholder.retry.",
            "com.evanlennick.retry4j.",
            "com.netflix.hystrix.",
            "reactor.",
            "rx.",
            "io.reactivex.",
            "org.reactivestreams.",
            "io.netty.",
            "io.vertx.",
            "org.apache.tomcat.",
            "org.apache.catalina.",
            "org.eclipse.jetty.",
            "com.github.tomakehurst.wiremock.",
            "wiremock.",
            "io.github.chimefake.session.");

    private ForeignCode() {}

    /** Returns whether a class belongs to the sweep. */
    public static boolean isOfSweep(String type) {
        return isAny(SWEEP, type);
    }

    /** Returns whether a class belongs to a framework or library for tests. */
    public static boolean isOfTesting(String type) {
        return isAny(TESTING, type);
    }

    /** Returns whether a class belongs to the sweep, to a framework for tests, to a library or to a language. */
    public static boolean contains(String type) {
        return isAny(LIBRARIES, type) || isAny(SWEEP, type) || isAny(TESTING, type);
    }

    private static boolean isAny(List<String> packages, String type) {
        return packages.stream().anyMatch(type::startsWith);
    }
}
