package io.github.chimefake.call;

/**
 * A channel that a test made.
 *
 * @param arn for example {@code arn:aws:chime:us-east-1:111122223333:app-instance/I/channel/general}
 * @param name the channel's name at the time it was made
 */
public record ChimeChannel(String arn, String name) {}
