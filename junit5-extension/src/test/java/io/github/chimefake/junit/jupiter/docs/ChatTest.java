package io.github.chimefake.junit.jupiter.docs;

import io.github.chimefake.junit.jupiter.ChimeMessagingFake;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

@Test
@ChimeMessagingFake(
        users = {"alice", "bob"},
        appInstance = "arn:aws:chime:eu-central-1:111122223333:app-instance/chat")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ChatTest {}
