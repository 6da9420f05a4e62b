package io.github.chimefake.junit.jupiter;

import static io.github.chimefake.junit.jupiter.Failing.call;
import static io.github.chimefake.junit.jupiter.Failing.callInVain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.chimefake.ChimeMessagingServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;

class DynamicReportTest {
    private static final URI SOURCE = URI.create("classpath:/made-up");
    private static final String FACTORY = " > factory(ChimeMessagingServer) > ";

    @ParameterizedTest
    @EnumSource
    void everyDynamicTestThatFailsIsReportedOnceByItsPath(Listening listening) {
        Run run = listening.run(TestsCase.class);

        assertThat(run.failures()).hasSize(3);
        assertThat(run.reports())
                .containsExactly(
                        "DynamicReportTest$TestsCase" + FACTORY + "first",
                        "DynamicReportTest$TestsCase" + FACTORY + "outer > inner > second",
                        "DynamicReportTest$TestsCase" + FACTORY + "last");
        assertThat(run.standardError())
                .contains("1. ListChannels by alice", "(calls 2 to 3 are like call 1)", "because:");
    }

    @ParameterizedTest
    @EnumSource
    void everyDynamicContainerThatFailsIsReportedOnceByItsPath(Listening listening) {
        Run run = listening.run(ContainersCase.class);

        assertThat(run.failures()).hasSize(4);
        assertThat(run.reports())
                .containsExactly(
                        "DynamicReportTest$ContainersCase" + FACTORY + "stream",
                        "DynamicReportTest$ContainersCase" + FACTORY + "outer > inner",
                        "DynamicReportTest$ContainersCase" + FACTORY + "nothing",
                        "DynamicReportTest$ContainersCase" + FACTORY + "closing");
    }

    @ParameterizedTest
    @EnumSource
    void aContainerIsReportedInWhateverAFactoryReturns(Listening listening) {
        Run run = listening.run(ReturnTypesCase.class);

        assertThat(run.failures()).hasSize(6);
        assertThat(run.reports())
                .hasSize(6)
                .allSatisfy(name -> assertThat(name).endsWith("(ChimeMessagingServer) > container"));
    }

    @ParameterizedTest
    @EnumSource
    void aFactoryThatPassesOrIsAbortedIsNotReported(Listening listening) {
        Run run = listening.run(PassingCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.standardError()).doesNotContain("FAILED", "ListChannels");
    }

    @ParameterizedTest
    @EnumSource
    void nodesAreMadeWhenTheirTurnComes(Listening listening) {
        Run run = listening.run(LazyCase.class);

        assertThat(run.failures()).isEmpty();
        assertThat(run.reported("step")).containsExactly("make 1", "run 1", "make 2", "run 2");
    }

    @ParameterizedTest
    @EnumSource
    void aContainerKeepsItsSource(Listening listening) {
        assertThat(listening.run(ContainersCase.class).sources("closing"))
                .containsExactly(ClasspathResourceSource.from(SOURCE));
    }

    private static DynamicContainer failing(String name, ChimeMessagingServer chime) {
        return dynamicContainer(name, Stream.of(1).map(number -> {
            call(chime);
            throw new IllegalStateException("not reached");
        }));
    }

    @ChimeMessagingFake
    static class TestsCase {
        @TestFactory
        Stream<DynamicNode> factory(ChimeMessagingServer chime) {
            return Stream.of(
                    dynamicTest("first", () -> call(chime)),
                    dynamicContainer(
                            "outer",
                            List.of(
                                    dynamicTest("passes", () -> {}),
                                    dynamicContainer("inner", List.of(dynamicTest("second", () -> call(chime)))))),
                    dynamicTest("last", () -> call(chime)));
        }
    }

    @ChimeMessagingFake
    static class ContainersCase {
        @TestFactory
        List<DynamicNode> factory(ChimeMessagingServer chime) {
            callInVain(chime);
            return List.of(
                    failing("stream", chime),
                    dynamicContainer("outer", List.of(failing("inner", chime))),
                    dynamicContainer("nothing", new ArrayList<>(Collections.singleton((DynamicNode) null))),
                    dynamicContainer(
                            "closing", SOURCE, Stream.<DynamicNode>empty().onClose(() -> call(chime))));
        }
    }

    @ChimeMessagingFake
    static class ReturnTypesCase {
        @TestFactory
        DynamicContainer single(ChimeMessagingServer chime) {
            return failing("container", chime);
        }

        @TestFactory
        DynamicNode[] array(ChimeMessagingServer chime) {
            return new DynamicNode[] {failing("container", chime)};
        }

        @TestFactory
        Iterator<DynamicContainer> iterator(ChimeMessagingServer chime) {
            return List.of(failing("container", chime)).iterator();
        }

        @TestFactory
        Iterable<DynamicContainer> iterable(ChimeMessagingServer chime) {
            return () -> iterator(chime);
        }

        @TestFactory
        List<DynamicContainer> list(ChimeMessagingServer chime) {
            return List.of(failing("container", chime));
        }

        @TestFactory
        Stream<DynamicContainer> stream(ChimeMessagingServer chime) {
            return Stream.of(failing("container", chime));
        }
    }

    @ChimeMessagingFake
    static class PassingCase {
        @TestFactory
        Stream<DynamicNode> factory(ChimeMessagingServer chime) {
            return Stream.of(
                    dynamicTest("passes", () -> callInVain(chime)),
                    dynamicTest("is aborted", () -> abort("on purpose")),
                    dynamicContainer("is aborted", Stream.of(1).map(number -> {
                        abort("on purpose");
                        throw new IllegalStateException("not reached");
                    })));
        }
    }

    @ChimeMessagingFake
    static class LazyCase {
        @TestFactory
        Stream<DynamicNode> factory(TestReporter reporter) {
            Stream<DynamicNode> nodes = Stream.of(1)
                    .flatMap(one -> Stream.of(1, 2).map(number -> {
                        reporter.publishEntry("step", "make " + number);
                        return dynamicTest("test", () -> reporter.publishEntry("step", "run " + number));
                    }));
            return Stream.of(dynamicContainer("lazy", nodes));
        }
    }
}
