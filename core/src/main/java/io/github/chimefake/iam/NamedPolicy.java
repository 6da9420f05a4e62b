package io.github.chimefake.iam;

/**
 * A policy under the name by which explanations call it.
 *
 * @param name for example the name of the file it came from
 * @param document what it says
 */
public record NamedPolicy(String name, PolicyDocument document) {}
