package io.github.chimefake.junit.jupiter.internal.fakes;

import io.github.chimefake.junit.jupiter.internal.rules.DeclaredRules;
import io.github.chimefake.junit.jupiter.internal.support.ContextStore;
import io.github.chimefake.junit.jupiter.internal.support.RunningNodes;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The fakes with one name that apply in one context: those of the nearest {@link FakeDeclaration} of that name. */
final class Fakes {
    private static final String PARALLEL_EXECUTION = "junit.jupiter.execution.parallel.enabled";

    private final ExtensionContext context;
    private final FakeDeclaration declaration;
    private final VisibleFakes all;

    Fakes(ExtensionContext context, FakeDeclaration declaration, VisibleFakes all) {
        this.context = context;
        this.declaration = declaration;
        this.all = all;
    }

    /** Returns their name; empty if they have none. */
    String name() {
        return declaration.name();
    }

    /** Returns the fake of the test, once it has one. */
    Optional<TestFake> ofTest() {
        return TestFake.of(context, name());
    }

    /** Returns the fakes that the constructors of test instances are given. */
    Constructions constructions() {
        return Constructions.in(context, name());
    }

    /** Returns the rules on the method that mean this fake. */
    DeclaredRules rulesOnMethod() {
        return all.rulesOn(context, declaration);
    }

    private DeclaredRules rulesOnContainer() {
        return all.rulesOnContainer(context, declaration);
    }

    ExtensionContext context() {
        return context;
    }

    FakeDeclaration declaration() {
        return declaration;
    }

    /** Returns whether one test instance serves all tests of the class, so that its constructor adds to the baseline. */
    boolean haveOneInstance() {
        return context.getTestInstanceLifecycle().equals(Optional.of(Lifecycle.PER_CLASS));
    }

    /** Returns the source of the fakes for tests of this context. */
    FakeSource source() {
        return source(context);
    }

    /** Returns the innermost open scope around this context. */
    Optional<FakeScope> openedScope() {
        return openedScope(context);
    }

    private Optional<FakeScope> openedScope(ExtensionContext from) {
        return Optional.ofNullable(ContextStore.in(from).get(scopeKey(from), FakeScope.class))
                .or(() -> isOwner(from) ? Optional.empty() : from.getParent().flatMap(this::openedScope));
    }

    private FakeSource source(ExtensionContext from) {
        return openedScope(from).<FakeSource>map(scope -> scope).orElseGet(this::pool);
    }

    /**
     * Returns the source of the fake for a constructor. That of an outer class runs for the tests of its nested classes too, and the
     * context does not tell which one; the thread does, if nested classes run their tests one after the other.
     */
    FakeSource sourceForConstructor() {
        return source() instanceof FakeScope scope ? scope.innermostOnThisThread() : source();
    }

    /** Checks the declaration, and opens a scope if the container adds anything to the baseline of its tests. */
    void enterContainer() {
        if (isOwner(context)) {
            openScope();
        } else if (haveOneInstance()
                || hasLifecycleMethods()
                || !rulesOnContainer().isEmpty()) {
            // Even if no parameter needs it: a @BeforeAll may use the fake through a static field of the outer class.
            openScope().server();
        } else {
            openedScope().ifPresent(around -> FailuresWithoutListener.watch(context, around));
        }
    }

    private boolean hasLifecycleMethods() {
        return hasMethods(BeforeAll.class) || hasMethods(AfterAll.class);
    }

    private boolean hasMethods(Class<? extends Annotation> annotation) {
        return !AnnotationSupport.findAnnotatedMethods(
                        context.getRequiredTestClass(), annotation, HierarchyTraversalMode.TOP_DOWN)
                .isEmpty();
    }

    /** Returns the scope of this container, opened now if it was not. */
    FakeScope openScope() {
        FakeSource outer =
                isOwner(context) ? pool() : source(context.getParent().orElseThrow());
        return openScope(outer, outer::lease);
    }

    /** Opens the scope of this container with the fake that the constructor of an outer class was given. */
    void openScope(FakeLease adopted) {
        openScope(adopted.source(), () -> adopted).server();
    }

    private FakeScope openScope(FakeSource outer, Supplier<FakeLease> supplier) {
        DeclaredRules rules = rulesOnContainer();
        ClassSetup setup = ClassSetup.of(declaration);
        return ContextStore.in(context)
                .getOrComputeIfAbsent(
                        scopeKey(context),
                        key -> {
                            FakeScope opened = new FakeScope(
                                    context,
                                    outer.pool(),
                                    supplier,
                                    rules,
                                    setup,
                                    outer instanceof FakeScope scope ? Optional.of(scope) : Optional.empty());
                            if (outer instanceof FakeScope enclosing && runsTestsOnThisThread()) {
                                enclosing.entered(opened);
                            }
                            RunningNodes.reportBy(context, name(), opened::reportWithin);
                            return opened;
                        },
                        FakeScope.class);
    }

    private boolean runsTestsOnThisThread() {
        boolean parallel = context.getConfigurationParameter(PARALLEL_EXECUTION, Boolean::parseBoolean)
                .orElse(false);
        return !parallel || context.getExecutionMode() == ExecutionMode.SAME_THREAD;
    }

    /** Returns the pool of all fakes of the declaration. */
    FakePool pool() {
        return ContextStore.in(declaration.owner())
                .getOrComputeIfAbsent(
                        declaration.key("pool", declaration.owner()),
                        key -> FakePool.of(declaration, context),
                        FakePool.class);
    }

    private boolean isOwner(ExtensionContext other) {
        return other.getUniqueId().equals(declaration.owner().getUniqueId());
    }

    private String scopeKey(ExtensionContext of) {
        return declaration.key("scope", of);
    }

    /** Returns how messages name the declaration. */
    @Override
    public String toString() {
        return declaration.toString();
    }
}
